import assert from 'node:assert/strict'
import { approveSuspension } from '../../../domain/suspension/decide-suspension.ts'
import { changeScope, type ChangeRefusal } from '../../../domain/suspension/change-scope.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { refused } from '../../../domain/shared/outcome.ts'
import { anExemption } from '../../kit/agreements.ts'
import {
  anApprovedSuspension,
  aPendingSuspension,
  aPolicy,
  aStaff,
  aSubscription,
  ines,
  lin,
  mei,
  minute,
  owing,
  phones,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const own = [aSubscription(), aSubscription({ id: phones, name: 'Phones', quantity: 5 })]
const both = [seats, phones]
const phonesExempt = anExemption({ of: { what: 'subscription', id: phones.toUpperCase(), name: 'Phones' } })
const adder = aStaff('Ada', ['approver'])

function change(
  wanted: readonly string[],
  changes: {
    readonly request?: SuspensionRequest
    readonly by?: Staff
    readonly now?: ReturnType<typeof minute>
    readonly subscriptions?: typeof own
    readonly policy?: ReturnType<typeof aPolicy>
    readonly of?: ReturnType<typeof owing>
  } = {},
) {
  const { request = aPendingSuspension(), ...facts } = changes
  const usual = { by: adder, of: owing(), subscriptions: own, held: [], policy: aPolicy(), now: minute(5) }
  return changeScope(request, wanted, { ...usual, ...facts })
}
function changed(...args: Parameters<typeof change>) {
  const outcome = change(...args)
  assert(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
function approve(request: SuspensionRequest, by: Staff) {
  return approveSuspension(request, { by, of: owing(), policy: aPolicy(), now: minute(6), intents: ['a', 'b'] })
}

describe('changing what an open request covers', () => {
  const rows: readonly (readonly [string, Parameters<typeof change>, ChangeRefusal])[] = [
    ['to nothing', [[]], { code: 'nothing-chosen' }],
    ['to what it covers already', [[seats]], { code: 'nothing-changed' }],
    ['by support', [both, { by: sam }], { code: 'not-allowed', reason: 'non-payment' }],
    ['once it expired', [both, { now: '2025-04-01T16:00:00.000Z' }], { code: 'expired' }],
    ['by what nobody lists', [[seats, 'other']], { code: 'unknown-subscription', subscription: 'other' }],
    [
      'by what is out of service',
      [both, { subscriptions: [aSubscription(), aSubscription({ id: phones, name: 'Phones', status: 'deleted' })] }],
      { code: 'not-active', name: 'Phones', status: 'deleted' },
    ],
    [
      'by what is exempt',
      [both, { of: owing({ agreements: [phonesExempt] }) }],
      { code: 'exempt-subscription', name: 'Phones', agreement: 'A-1', until: '2025-12-31' },
    ],
    [
      'once it is decided',
      [both, { request: anApprovedSuspension() }],
      { code: 'already-decided', request: anApprovedSuspension() },
    ],
  ]
  for (const [what, args, refusal] of rows)
    it(`is refused ${what}`, () => assert.deepEqual(change(...args), refused(refusal)))

  it('lets a suspicion cover what is exempt from the ladder, and what it covers already', () => {
    const of = owing({ agreements: [phonesExempt] })
    const covered = changed(both).subscriptions
    assert(change(both, { of, request: aPendingSuspension({ reason: 'fraud' }), by: ines }).ok)
    assert(change([phones], { of, request: aPendingSuspension({ subscriptions: covered }) }).ok)
  })

  it('takes the yeses so far away and tells who did what', () => {
    const request = aPendingSuspension({ approvals: [{ by: 'wang', at: minute(1) }], approvalsNeeded: 2 })
    const next = changed(both, { request })
    assert.deepEqual(next.approvals, [])
    assert.deepEqual(next.changes, [{ by: 'ada', at: minute(5), added: ['Phones'], removed: [] }])
    assert.deepEqual(
      next.impact?.subscriptions.map(({ id }) => id),
      both,
    )
  })

  it('keeps whoever added something from approving, and the asker, but not who only took something out', () => {
    const wider = changed(both)
    assert.deepEqual(approve(wider, adder), refused({ code: 'own-request' }))
    assert.deepEqual(approve(wider, { ...mei, roles: ['approver'] }), refused({ code: 'own-request' }))
    assert.ok(approve(wider, wang).ok)
    assert.ok(approve(changed([phones], { request: wider, by: lin }), lin).ok)
  })

  it('asks for more approvers where more people are affected, and never for fewer', () => {
    const above = { people: 20, amounts: {} }
    const policy = aPolicy({ approvals: [{ reason: 'non-payment', above, needs: 3 }] })
    assert.equal(changed(both, { policy }).approvalsNeeded, 3)
    const request = aPendingSuspension({ approvalsNeeded: 4 })
    assert.equal(changed(both, { policy, request }).approvalsNeeded, 4)
  })
})
