import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import { impactOf, nothingRead, type ImpactFacts } from '../../../domain/impact/impact-of.ts'
import type { SubscriptionImpact } from '../../../domain/impact/impact.ts'
import type { OperatorSubscription, ScheduledChange } from '../../../domain/ports/operator-lane.ts'
import { aSubscription, phones, seats } from '../../kit/builders.ts'

const change: ScheduledChange = { quantity: 20, product: null, term: null, billingCycle: 'annual', instructions: '{}' }
const end = '2025-11-30T23:59:59.000Z'

/** What suspending the seats on 31 March does. */
function impact(
  subscription: Partial<OperatorSubscription>,
  facts: Partial<ImpactFacts> = {},
  lane: Lane = 'global',
  beside: readonly OperatorSubscription[] = [],
) {
  const at = { lane, from: '2025-03-31', zone: 'UTC' } as const
  return impactOf([seats], [aSubscription(subscription), ...beside], { ...nothingRead, ...facts }, at)
}
function first(...of: Parameters<typeof impact>): SubscriptionImpact {
  const [one] = impact(...of).subscriptions
  assert.ok(one)
  return one
}

describe('what suspending a subscription does', () => {
  // Each row names what facts/partner-center says of it.
  type Row = readonly [
    fact: string,
    subscription: Partial<OperatorSubscription>,
    lane: Lane,
    told: Partial<SubscriptionImpact>,
  ]
  const rows: readonly Row[] = [
    [
      '6.3 new commerce: billing continues, reversible to the end of the term',
      { model: 'new-commerce', commitmentEnd: end },
      'global',
      {
        billing: { kind: 'continues', until: '2025-11-30', perDay: null },
        wayBack: { kind: 'term', until: '2025-11-30' },
      },
    ],
    [
      '6.3 new commerce whose term the operator does not name: until when is unknown',
      { model: 'new-commerce', commitmentEnd: null },
      'us-government',
      { billing: { kind: 'continues', until: null, perDay: null }, wayBack: { kind: 'unknown' } },
    ],
    [
      '6.3 new commerce: auto-renew is switched off, scheduled changes dropped',
      { model: 'new-commerce', autoRenew: true, scheduledChange: change },
      'global',
      {
        dropped: [
          { what: 'auto-renew' },
          { what: 'scheduled-change', quantity: 20, product: null, term: null, billingCycle: 'annual' },
        ],
      },
    ],
    [
      '6.3 new commerce that does not renew: nothing to switch off',
      { model: 'new-commerce', autoRenew: false },
      'global',
      { dropped: [] },
    ],
    [
      '6.2 a field that was left out: what is dropped is unknown',
      { model: 'new-commerce', autoRenew: null },
      'global',
      { dropped: null },
    ],
    [
      '6.3 legacy: billing stops, 90 days (15: say 90)',
      { model: 'legacy', commitmentEnd: '2026-01-31T00:00:00.000Z' },
      'global',
      {
        billing: { kind: 'stops' },
        wayBack: { kind: 'days', days: 90, until: '2025-06-29', bound: 'days' },
        dropped: [],
      },
    ],
    [
      '6.3 legacy: not past the end of the term',
      { model: 'legacy', commitmentEnd: '2025-05-15T00:00:00.000Z' },
      'global',
      { wayBack: { kind: 'days', days: 90, until: '2025-05-15', bound: 'term' } },
    ],
    [
      '6.3 legacy without a known end of term: 90 days at most',
      { model: 'legacy', commitmentEnd: null },
      'global',
      { wayBack: { kind: 'days', days: 90, until: '2025-06-29', bound: 'unknown' } },
    ],
    [
      '6.3 and 15, 21Vianet: 60 days, to be confirmed; billing while suspended is not stated',
      { model: '21vianet' },
      'china',
      { billing: { kind: 'unknown' }, wayBack: { kind: 'to-confirm', days: 60, until: '2025-05-30' }, dropped: null },
    ],
    [
      '7 Azure plan: by use, until its Azure subscriptions stop; nobody says until when',
      { model: 'azure-plan' },
      'global',
      { people: { by: 'unknown' }, billing: { kind: 'by-use' }, wayBack: { kind: 'unknown' }, dropped: [] },
    ],
    [
      '7 a single Azure subscription: its use stops, and whom that cuts off nobody says',
      { model: 'azure-plan', plan: 'plan-1' },
      'global',
      { plan: 'plan-1', people: { by: 'unknown' }, billing: { kind: 'use-stops' }, wayBack: { kind: 'unknown' } },
    ],
    [
      '15 a model this desk does not know: nothing is claimed',
      { model: 'unknown', commitmentEnd: end },
      'global',
      { billing: { kind: 'unknown' }, wayBack: { kind: 'unknown' }, dropped: null },
    ],
  ]
  for (const [fact, subscription, lane, told] of rows) {
    it(fact, () => {
      const one = first(subscription, {}, lane)
      for (const [key, value] of Object.entries(told))
        assert.deepEqual(one[key as keyof SubscriptionImpact], value, key)
    })
  }

  it('tells the end of a term as the day it is where the partner is', () => {
    const at = { lane: 'global', from: '2025-03-31', zone: 'Asia/Shanghai' } as const
    const [one] = impactOf(
      [seats],
      [aSubscription({ model: 'new-commerce', commitmentEnd: end })],
      nothingRead,
      at,
    ).subscriptions
    assert.deepEqual(one?.wayBack, { kind: 'term', until: '2025-12-01' })
  })

  it('takes add-ons in service along, once (6.3), and leaves alone what is out already', () => {
    const addOn = aSubscription({ id: 'add-on', name: 'Voicemail', parent: seats })
    const gone = aSubscription({ id: 'gone', name: 'Gone', parent: seats, status: 'suspended' })
    const other = aSubscription({ id: phones, name: 'Phones' })
    const { subscriptions } = impact({}, {}, 'china', [addOn, gone, other])
    assert.deepEqual(
      subscriptions.map(({ id, falls }) => [id, falls]),
      [
        [seats, false],
        ['add-on', true],
      ],
    )
    assert.deepEqual(impact({ status: 'suspended' }).subscriptions, [])
    const both = impactOf([seats, 'add-on'], [aSubscription(), addOn], nothingRead, {
      lane: 'china',
      from: '2025-03-31',
      zone: 'UTC',
    })
    assert.deepEqual(
      both.subscriptions.map(({ falls }) => falls),
      [false, false],
    )
  })
})

describe('whom a suspension cuts off', () => {
  const licences = [{ product: ' microsoft 365 business', assigned: 23, total: 25 }]
  const people = (facts: Partial<ImpactFacts>, beside: readonly OperatorSubscription[] = []) =>
    first({ model: 'new-commerce' }, facts, 'global', beside).people

  it('is told by licences where their product fits this subscription and no other', () =>
    assert.deepEqual(people({ licences }), { by: 'licences', count: 23 }))

  it('is told by seats where licences cannot be read, or name another product', () => {
    assert.deepEqual(people({ licences: null }), { by: 'seats', count: 25 })
    assert.deepEqual(people({ licences: [{ product: 'Visio', assigned: 3, total: 3 }] }), { by: 'seats', count: 25 })
  })

  it('is told by seats where two subscriptions share the product, of which both are in service', () => {
    const twin = aSubscription({ id: phones })
    assert.deepEqual(people({ licences }, [twin]), { by: 'seats', count: 25 })
    assert.deepEqual(people({ licences }, [{ ...twin, status: 'deleted' }]), { by: 'licences', count: 23 })
  })

  it('is told by seats where two lines of licences read the same', () =>
    assert.deepEqual(people({ licences: [...licences, ...licences] }), { by: 'seats', count: 25 }))
})
