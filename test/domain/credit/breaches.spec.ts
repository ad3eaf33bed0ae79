import assert from 'node:assert/strict'
import { judgeBreaches } from '../../../domain/credit/breaches.ts'
import { blankCredit, type CreditLine } from '../../../domain/credit/credit-line.ts'
import type { Exposure } from '../../../domain/credit/exposure.ts'
import { contoso, minute, today } from '../../kit/builders.ts'

const line: CreditLine = { ...blankCredit('global', contoso), limits: [{ minor: 1_000, currency: 'EUR' }] }
const at = (sums: Readonly<Record<string, number>>, unknown: Exposure['unknown'] = []): Exposure => ({
  day: today,
  ledgerAsOf: today,
  currencies: Object.entries(sums).map(([currency, sum]) => ({ currency, lines: [], sum })),
  unknown,
})
/** What is told, one look after the other. */
function told(looks: readonly Exposure[], before: CreditLine = line): readonly (readonly number[])[] {
  let now = before
  return looks.map((exposure, index) => {
    const { tell, breaches } = judgeBreaches(now, exposure, minute(index))
    now = { ...now, breaches }
    return tell.map(({ exposure: { minor } }) => minor)
  })
}

describe('a limit that is exceeded', () => {
  it('is told once, and again where it has grown by a quarter since', () =>
    assert.deepEqual(told([1_000, 1_001, 1_250, 1_252, 1_564, 1_565].map((EUR) => at({ EUR }))), [
      [],
      [1_001],
      [],
      [1_252],
      [],
      [1_565],
    ]))

  it('is told anew once it had ended', () =>
    assert.deepEqual(told([at({ EUR: 2_000 }), at({ EUR: 900 }), at({ EUR: 2_000 })]), [[2_000], [], [2_000]]))

  it('has not ended only because the operator gave no answer', () => {
    const silent = at({ EUR: 900 }, [{ part: 'azure-use', why: 'no-answer', subscriptions: null }])
    assert.deepEqual(told([at({ EUR: 2_000 }), silent, at({ EUR: 2_000 })]), [[2_000], [], []])
    // What is never known keeps nothing open.
    const priceless = at({ EUR: 900 }, [{ part: 'licences', why: 'no-price', subscriptions: 2 }])
    assert.deepEqual(told([at({ EUR: 2_000 }), priceless, at({ EUR: 2_000 })]), [[2_000], [], [2_000]])
  })

  it('is one in its own currency: another’s sum never counts, and without a limit nothing is exceeded', () => {
    assert.deepEqual(told([at({ USD: 9_999_999 })]), [[]])
    const both = { ...line, limits: [...line.limits, { minor: 0, currency: 'USD' }] }
    assert.deepEqual(told([at({ EUR: 1_000, USD: 1 })], both), [[1]])
  })

  it('is over where the limit was taken, and says whether there may be more', () => {
    const unknown = [{ part: 'open', why: 'no-account', subscriptions: null }] as const
    const { breaches, tell } = judgeBreaches(line, at({ EUR: 2_000 }, unknown), minute(1))
    assert.deepEqual(
      tell.map(({ atLeast }) => atLeast),
      [true],
    )
    assert.deepEqual(judgeBreaches({ ...line, limits: [], breaches }, at({ EUR: 2_000 }), minute(2)).breaches, [])
  })
})
