import assert from 'node:assert/strict'
import type { CaseItself } from '../../../domain/cases/case.ts'
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts'
import { isOfCustomer, prefillFrom } from '../../../domain/service-requests/ticket-basis.ts'
import { anOpenAlert } from '../../kit/an-alert.ts'
import {
  aFiledTicket,
  anAct,
  anApprovedResumption,
  anApprovedSuspension,
  aPendingResumption,
  aPendingSuspension,
  aRoleChange,
  contoso,
  fabrikam,
  minute,
  morning,
  seats,
} from '../../kit/builders.ts'

const trouble = { kind: 'refused', code: '800002', description: null, correlationId: 'c-1' } as const
const sold = [{ id: seats, name: 'Microsoft 365 商业版' }]
const prefill = (found: CaseItself, trail: readonly AuditEntry[] = []) => prefillFrom({ ...found, version: 1 }, trail)
const entry = (past: number): AuditEntry => ({
  seq: past,
  at: minute(past),
  by: 'mei',
  what: 'suspension.requested',
  about: 'S-1',
  prev: '',
  hash: '',
  details: { secret: 'never told' },
})

describe('what a ticket takes over', () => {
  it('from a suspension: its customer, subscriptions, correlation ids and what is on record', () => {
    const acts = [
      anAct({ result: { state: 'failed', at: minute(3), trouble } as never }),
      anAct({ delay: { trouble: { ...trouble, correlationId: 'c-2' }, since: minute(4) } }),
      anAct({ delay: { trouble, since: minute(5) } }),
      anAct({ delay: { trouble: { ...trouble, correlationId: null }, since: minute(5) } }),
    ]
    assert.deepEqual(prefill({ kind: 'suspension', value: anApprovedSuspension({ acts }) }, [entry(1)]), {
      customer: contoso,
      topic: 'subscription',
      basis: {
        from: 'S-1',
        subscriptions: sold,
        correlationIds: ['c-1', 'c-2'],
        evidence: [{ at: minute(1), what: 'suspension.requested', about: 'S-1' }],
        attachments: [],
      },
    })
  })

  for (const [reason, topic] of [
    ['non-payment', 'subscription'],
    ['fraud', 'fraud'],
    ['misuse', 'fraud'],
  ] as const)
    it(`from a suspension for ${reason}: the topic ${topic}`, () =>
      assert.equal(prefill({ kind: 'suspension', value: aPendingSuspension({ reason }) }).topic, topic))

  for (const [reason, topic] of [
    ['fraud', 'fraud'],
    ['misuse', 'fraud'],
    ['customer-request', 'subscription'],
    ['operator', 'subscription'],
    ['non-payment', 'subscription'],
  ] as const)
    it(`from a resumption of what was held for ${reason}: the topic ${topic}`, () => {
      const told = prefill({ kind: 'resumption', value: aPendingResumption({ reason }) })
      assert.deepEqual([told.customer, told.topic, told.basis.subscriptions], [contoso, topic, sold])
    })

  it('from a resumption: the correlation ids of its acts', () => {
    const acts = [anAct({ delay: { trouble, since: minute(4) } })]
    const told = prefill({ kind: 'resumption', value: anApprovedResumption({ acts }) })
    assert.deepEqual(told.basis.correlationIds, ['c-1'])
  })

  it('from a fraud alert: its subscription, and the dossier where the operator sells Azure', () => {
    const told = prefill({ kind: 'fraud-alert', value: anOpenAlert('F-1', morning) })
    assert.deepEqual([told.customer, told.topic, told.basis.attachments], [fabrikam, 'fraud', ['dossier']])
    const chinese = prefill({ kind: 'fraud-alert', value: anOpenAlert('F-1', morning, {}, { lane: 'china' }) })
    assert.deepEqual(chinese.basis.attachments, [])
  })

  it('from another ticket: its customer and topic', () => {
    const told = prefill({ kind: 'service-request', value: aFiledTicket({ topic: 'account' }) })
    assert.deepEqual([told.customer, told.topic, told.basis.from], [contoso, 'account', 'PD-1'])
  })

  it('from what is about no customer: its number and record', () => {
    const told = prefill({ kind: 'role-change', value: aRoleChange() }, [entry(1)])
    assert.deepEqual([told.customer, told.topic, told.basis.evidence.length], [null, null, 1])
  })

  it('of a long record the newest twenty lines, oldest first, and no details', () => {
    const trail = Array.from({ length: 30 }, (_, past) => entry(past))
    const { evidence } = prefill({ kind: 'suspension', value: aPendingSuspension() }, trail).basis
    assert.deepEqual([evidence.length, evidence[0]?.at, evidence.at(-1)?.at], [20, minute(10), minute(29)])
    assert.deepEqual(Object.keys(evidence[0] ?? {}), ['at', 'what', 'about'])
  })
})

describe('a case', () => {
  it('is for a ticket of its own customer only', () => {
    const found = { kind: 'suspension', value: aPendingSuspension() } as const
    assert.equal(isOfCustomer(found, contoso), true)
    assert.equal(isOfCustomer(found, fabrikam), false)
    assert.equal(isOfCustomer({ kind: 'role-change', value: aRoleChange() }, contoso), true)
  })
})
