import assert from 'node:assert/strict'
import { oneTimeCodes as codes } from '../../../adapters/totp/one-time-codes.ts'
import { instantOf } from '../../../domain/shared/time.ts'

/** “12345678901234567890”, of which RFC 6238, appendix B, tells the codes: their last six digits here. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => instantOf(seconds * 1_000)

describe('codes of an authenticator app', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ] as const) {
    it(`are those of RFC 6238 at ${seconds} s`, () =>
      assert.equal(codes.stepOf(secret, code, at(seconds)), Math.floor(seconds / 30)))
  }

  it('count one step early and one late, as the step they are of', () => {
    // 081804 is of the step that ends at 1111111110 s.
    const step = Math.floor(1_111_111_109 / 30)
    assert.equal(codes.stepOf(secret, '081804', at(1_111_111_139)), step)
    assert.equal(codes.stepOf(secret, '081804', at(1_111_111_140)), null)
    assert.equal(codes.stepOf(secret, '081804', at(1_111_111_050)), step)
    assert.equal(codes.stepOf(secret, '081804', at(1_111_111_049)), null)
  })

  it('may be typed with a space, or in wide digits', () => {
    assert.equal(codes.stepOf(secret, ' 287 082', at(59)), 1)
    assert.equal(codes.stepOf(secret, '２８７０８２', at(59)), 1)
  })

  for (const typed of ['', '28708', '2870820', '28708a', '287083', '-87082', 'DROP TABLE', '287082 287082'])
    it(`are not “${typed}”`, () => assert.equal(codes.stepOf(secret, typed, at(59)), null))

  it('come from a fresh secret of 160 bits, in an address that apps understand', () => {
    const [one, other] = [codes.newSecret(), codes.newSecret()]
    assert.match(one, /^[A-Z2-7]{32}$/)
    assert.notEqual(one, other)
    assert.equal(
      codes.uriFor(secret, 'Wang Li'),
      `otpauth://totp/Partner%20Desk:Wang%20Li?issuer=Partner%20Desk&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
  })
})
