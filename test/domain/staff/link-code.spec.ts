import assert from 'node:assert/strict'
import { newCode } from '../../../bot/new-code.ts'
import { codeAlphabet, codeLength, codeOf, legible } from '../../../domain/staff/link-code.ts'

describe('a code for a link', () => {
  it('is one of 32 signs to the power of eight, and reads as it was made', () => {
    assert.equal(new Set(codeAlphabet).size, 32)
    for (let times = 0; times < 200; times += 1) {
      const code = newCode()
      assert.equal(code.length, codeLength)
      assert.equal(codeOf(legible(code)), code)
    }
  })
  it('uses every sign', () => {
    const seen = new Set(Array.from({ length: 500 }, newCode).join(''))
    assert.equal(seen.size, 32)
  })

  const typed: readonly (readonly [string, string | null])[] = [
    ['7KQ2-M9FD', '7KQ2M9FD'],
    ['7kq2m9fd', '7KQ2M9FD'],
    ['7kq2 m9fd', '7KQ2M9FD'],
    ['-7-K-Q-2-M-9-F-D-', '7KQ2M9FD'],
    // Signs that look like others are those others.
    ['OIL0-oil1', '01100111'],
    ['7KQ2-M9F', null],
    ['7KQ2-M9FDD', null],
    ['7KQ2-M9FU', null],
    ['7KQ2_M9FD', null],
    ['', null],
  ]
  for (const [text, code] of typed) it(`typed “${text}” is ${code ?? 'none'}`, () => assert.equal(codeOf(text), code))
})
