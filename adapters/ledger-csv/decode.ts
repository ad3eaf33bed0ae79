import { isUtf8 } from 'node:buffer'
import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import type { UnreadableReason } from '../../domain/receivables/understanding.ts'

export interface DecodedFile {
  /** UTF-8. */
  readonly bytes: Uint8Array
  /** What the file was written in. */
  readonly encoding: 'utf-8' | 'windows-1252'
}

/** Any bytes as UTF-8. Old Windows programs do not write it; which code page they used is a guess that must be told. */
export function decode(bytes: Uint8Array): Outcome<DecodedFile, UnreadableReason> {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return refused({ code: 'utf-16' })
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

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
