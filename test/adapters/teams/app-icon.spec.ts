import assert from 'node:assert/strict'
import { iconFault } from '../../../adapters/teams/app-icon.ts'

/** The beginning of a PNG: its signature, its header, and what comes before the picture. */
function png(width: number, height: number, kind: number, chunk = ''): Buffer {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header[16] = 8
  header[17] = kind
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, Buffer.from(`${chunk}\0\0\0\0IDAT…tRNS`)])
}

describe('an icon of the Teams app', () => {
  const opaque = 'must be white on a transparent ground and has no transparency'
  const cases: readonly (readonly [what: string, icon: Buffer, transparent: boolean, fault: string | null])[] = [
    ['in colour, opaque, where that may be', png(32, 32, 2), false, null],
    ['in colour with transparency', png(32, 32, 6), true, null],
    ['in grey with transparency', png(32, 32, 4), true, null],
    ['of few colours, one of them transparent', png(32, 32, 3, '\0\0\0\x01tRNS\0crc!'), true, null],
    ['of few colours, all opaque', png(32, 32, 3), true, opaque],
    ['in opaque grey', png(32, 32, 0), true, opaque],
    ['in opaque colour', png(32, 32, 2), true, opaque],
    ['too wide', png(33, 32, 6), true, 'must be 32 by 32 pixels and is 33 by 32'],
    ['too high', png(32, 33, 6), true, 'must be 32 by 32 pixels and is 32 by 33'],
    ['cut off', png(32, 32, 6).subarray(0, 25), true, 'is no PNG'],
    ['of another kind', Buffer.from('GIF89a, and whatever comes behind it'), true, 'is no PNG'],
    ['nothing', Buffer.alloc(0), true, 'is no PNG'],
  ]
  for (const [what, icon, transparent, fault] of cases)
    it(what, () => assert.equal(iconFault(icon, 32, transparent), fault))
})
