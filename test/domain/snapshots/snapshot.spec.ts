import assert from 'node:assert/strict'
import type { OperatorSubscription, ScheduledChange } from '../../../domain/ports/operator-lane.ts'
import { compared, isSameChange, type Comparison, type Snapshot } from '../../../domain/snapshots/snapshot.ts'
import { aSubscription, contoso, minute, morning, seats } from '../../kit/builders.ts'

const change: ScheduledChange = {
  ...{ quantity: 20, product: null, term: 'P1Y', billingCycle: 'monthly' },
  instructions: '{"quantity":20}',
}
const before = aSubscription({ autoRenew: true, scheduledChange: change, commitmentEnd: minute(59) })
const fallen = { status: 'suspended', autoRenew: false, scheduledChange: null } as const

function aSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    ...{ lane: 'global', customer: contoso, subscription: seats, case: 'S-1', takenAt: morning, before },
    after: { ...before, ...fallen },
    ...changes,
  }
}
const same: Comparison = {
  ...{ autoRenew: 'as-before', scheduledChange: 'as-before', quantity: 'as-before', term: 'as-before' },
}

describe('what a resume has to put back', () => {
  const cases: readonly [
    what: string,
    snapshot: Partial<Snapshot>,
    now: Partial<OperatorSubscription>,
    expected: Partial<Comparison>,
  ][] = [
    ['nothing, where all is as before', {}, {}, {}],
    ['what the suspension took', {}, { ...fallen }, { autoRenew: 'put-back', scheduledChange: 'put-back' }],
    [
      'the same where nobody could look right after',
      { before },
      { ...fallen },
      { autoRenew: 'put-back', scheduledChange: 'put-back' },
    ],
    [
      'not what somebody switched off, where the suspension had left it on',
      { after: { ...before, status: 'suspended' } },
      { ...fallen },
      { autoRenew: 'changed', scheduledChange: 'changed' },
    ],
    [
      'not what somebody switched on since',
      { before: { ...before, autoRenew: false, scheduledChange: null } },
      {},
      { autoRenew: 'changed', scheduledChange: 'changed' },
    ],
    [
      'not over what somebody scheduled since',
      {},
      { scheduledChange: { ...change, quantity: 30 } },
      { scheduledChange: 'changed' },
    ],
    [
      'nothing for a renewal that somebody switched off before it was suspended again',
      { before: { ...before, autoRenew: false } },
      { ...fallen },
      { scheduledChange: 'changed' },
    ],
    [
      'nothing scheduled for a term that is over',
      {},
      { ...fallen, commitmentEnd: minute(30) },
      { autoRenew: 'put-back', scheduledChange: 'changed', term: 'changed' },
    ],
    ['no seats: those are somebody’s own', {}, { quantity: 30 }, { quantity: 'changed' }],
  ]
  for (const [what, snapshot, now, expected] of cases)
    it(what, () => assert.deepEqual(compared(aSnapshot(snapshot), { ...before, ...now }), { ...same, ...expected }))

  it('two changes are the same by what they say, and by their words where nobody knows those', () => {
    assert.equal(isSameChange(change, { ...change, instructions: '{ "quantity": 20 }' }), true)
    assert.equal(isSameChange(change, { ...change, product: 'p' }), false)
    assert.equal(isSameChange(change, null), false)
    const silent = { quantity: null, product: null, term: null, billingCycle: null, instructions: '{"a":1}' }
    assert.equal(isSameChange(silent, { ...silent }), true)
    assert.equal(isSameChange(silent, { ...silent, instructions: '{"a":2}' }), false)
  })
})
