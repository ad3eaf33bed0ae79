import { renderUnicodeCompact } from 'uqr'

/** A text as a QR code for a terminal, light on dark or dark on light: most apps read both. */
export function qrLines(text: string): readonly string[] {
  return renderUnicodeCompact(text, { border: 2 }).split('\n')
}
