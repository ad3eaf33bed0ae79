import assert from 'node:assert/strict'
import { encode } from 'uqr'
import { qrLines } from '../../../adapters/totp/qr-lines.ts'
import { printable } from '../../../bot/cli/printable.ts'

describe('a QR code at the console', () => {
  const uri = 'otpauth://totp/Partner%20Desk:Wang?issuer=Partner%20Desk&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const lines = qrLines(uri)

  it('holds two rows of squares a line, as wide as it is high, and fits a terminal', () => {
    const { size } = encode(uri, { border: 2 })
    assert.deepEqual([...new Set(lines.map((line) => [...line].length))], [size])
    assert.equal(lines.length, Math.ceil(size / 2))
    assert(size < 80)
  })

  it('passes a terminal as it is', () => {
    for (const line of lines) assert.equal(printable(line), line)
    assert.match(lines.join(''), /^[ █▀▄]+$/)
  })
})
