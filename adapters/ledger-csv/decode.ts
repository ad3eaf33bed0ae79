import { isUtf8 } from 'node:buffer'
import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import type { UnreadableReason } from '../../domain/receivables/understanding.ts'

export interface DecodedFile {
  /** UTF-8. */
  readonly bytes: Uint8Array
  /** What the file was written in. */
  readonly encoding: 'utf-8' | 'windows-1252'
}

/** Any bytes as UTF-8; UTF-16 where the file says so at its beginning. Old Windows programs do not write it; which code page they used is a guess that must be told. */
export function decode(bytes: Uint8Array): Outcome<DecodedFile, UnreadableReason> {
  if (startsWith(bytes, 0xff, 0xfe)) return fromUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return fromUtf16(bytes, 'utf-16be')
  // A zip archive (.xlsx, .ods) or an OLE file (.xls).
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return refused({ code: 'spreadsheet' })
  }
  const start = bytes.subarray(0, 4096)
  const zeros = start.filter((byte) => byte === 0).length
  if (zeros > 0) return refused({ code: zeros * 4 > start.length ? 'utf-16' : 'not-text' })
  if (!bytes.some((byte) => byte > 0x20)) return refused({ code: 'empty-file' })
  if (isUtf8(bytes)) return granted({ bytes, encoding: 'utf-8' })
  const text = new TextDecoder('windows-1252').decode(bytes)
  return granted({ bytes: new TextEncoder().encode(text), encoding: 'windows-1252' })
}

/** What Excel calls Unicode text; half a character, or half a pair, is no text. */
function fromUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Outcome<DecodedFile, UnreadableReason> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.trim() === '') return refused({ code: 'empty-file' })
    if (text.includes('\0')) return refused({ code: 'not-text' })
    return granted({ bytes: new TextEncoder().encode(text), encoding: 'utf-8' })
  } catch {
    return refused({ code: 'not-text' })
  }
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
