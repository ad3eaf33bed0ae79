import assert from 'node:assert/strict'
import type { Purchase } from '../../../domain/fraud/bought.ts'
import { troublesOf } from '../../../domain/fraud/detect-purchases.ts'
import { suspicionOf, type Buyer } from '../../../domain/fraud/suspicious-purchase.ts'
import type { HoldReason } from '../../../domain/holds/hold.ts'
import type { DunningStage } from '../../../domain/policy/collections-policy.ts'
import { aDetection, aSubscription, contoso, minute, seats } from '../../kit/builders.ts'

describe('a purchase', () => {
  const subscription = aSubscription()
  const bought = (after: number): Purchase => ({ subscription, before: 0, after, isNew: true })
  const grown = (before: number, after: number): Purchase => ({ subscription, before, after, isNew: false })
  const known: Buyer = { isNew: false, mostSeats: 25, troubles: [] }
  const fresh: Buyer = { isNew: true, mostSeats: 0, troubles: [] }

  for (const [what, purchase, buyer, expected] of [
    ['a subscription at the limit', bought(100), known, null],
    ['a subscription above the limit', bought(101), known, 'new-subscription: medium, low'],
    ['a subscription without seats', bought(0), known, null],
    ['ten seats that become five hundred', grown(10, 500), known, 'quantity-jump: medium, low'],
    ['many more, though not times as many', grown(1000, 2999), known, null],
    ['times as many', grown(1000, 3000), known, 'quantity-jump: medium, low'],
    ['times as many, though only some more', grown(1, 50), known, null],
    ['some more than that', grown(1, 51), known, 'quantity-jump: medium, low'],
    ['seats where there were none', grown(0, 50), known, 'quantity-jump: medium, low'],
    ['growth beyond the limit of a new one', grown(100, 250), known, null],
    ['a first one at its limit', bought(25), fresh, null],
    ['a first large one', bought(26), fresh, 'first-large: medium, low'],
    ['one that became large', grown(20, 26), { ...fresh, mostSeats: 20 }, 'first-large: medium, low'],
    ['a second large one', bought(30), { ...fresh, mostSeats: 26 }, null],
    ['a first one that is large by any measure', bought(101), fresh, 'new-subscription,first-large: high, medium'],
    ['one seat, on hold for credit', bought(1), with_('on-credit-hold'), 'on-credit-hold: medium, low'],
    ['one seat more, on suspicion', grown(5, 6), with_('on-suspicion-hold'), 'on-suspicion-hold: high, low'],
    ['one seat, held for debt', bought(1), with_('on-non-payment-hold'), 'on-non-payment-hold: medium, low'],
    ['one seat, warned', bought(1), with_('overdue-final-notice'), 'overdue-final-notice: low, low'],
    ['one seat, due for suspension', bought(1), with_('overdue-suspend'), 'overdue-suspend: medium, low'],
    [
      'one seat in two troubles, which are one kind of reason',
      bought(1),
      with_('overdue-suspend', 'on-non-payment-hold'),
      'on-non-payment-hold,overdue-suspend: medium, low',
    ],
    [
      'a jump by whoever was warned',
      grown(10, 500),
      with_('overdue-final-notice'),
      'quantity-jump,overdue-final-notice: high, medium',
    ],
  ] as const) {
    it(`of ${what} is ${expected ?? 'nothing to report'}`, () => {
      const found = suspicionOf(purchase, buyer, aDetection())
      assert.equal(found && `${found.why.join(',')}: ${found.severity}, ${found.confidence}`, expected)
    })
  }

  it('in trouble is nothing by itself where the policy says so, and counts no more beside another reason', () => {
    const limits = aDetection({ whileInTrouble: false })
    assert.equal(suspicionOf(bought(1), with_('on-suspicion-hold'), limits), null)
    assert.equal(suspicionOf(bought(101), with_('on-suspicion-hold'), limits)?.severity, 'medium')
  })

  function with_(...troubles: Buyer['troubles']): Buyer {
    return { ...known, troubles }
  }
})

describe('the trouble of a buyer', () => {
  const held = (...reasons: readonly HoldReason[]) => ({
    lane: 'china' as const,
    customer: contoso,
    subscription: seats,
    name: 'Seats',
    holds: reasons.map((reason) => ({ reason, case: 'S-1', by: 'mei', at: minute(0) })),
  })
  for (const [reasons, stage, troubles] of [
    [[], 'clear', []],
    [[], 'reminder', []],
    [[], 'final-notice', ['overdue-final-notice']],
    [[], 'suspend', ['overdue-suspend']],
    [['fraud'], 'clear', ['on-suspicion-hold']],
    [['misuse'], 'clear', ['on-suspicion-hold']],
    [['customer-request', 'operator'], 'clear', []],
    [['non-payment', 'fraud'], 'suspend', ['on-suspicion-hold', 'on-non-payment-hold', 'overdue-suspend']],
  ] as const satisfies readonly (readonly [readonly HoldReason[], DunningStage, readonly string[]])[]) {
    it(`held for ${reasons.join(' and ') || 'nothing'}, at ${stage}: ${troubles.join(', ') || 'none'}`, () =>
      assert.deepEqual(troublesOf([held(...reasons)], stage, false), troubles))
  }

  it('is on credit hold where the partner takes no new orders of them, whatever else they are', () => {
    assert.deepEqual(troublesOf([], 'clear', true), ['on-credit-hold'])
    assert.deepEqual(troublesOf([held('fraud')], 'suspend', true), [
      'on-suspicion-hold',
      'overdue-suspend',
      'on-credit-hold',
    ])
  })
})
