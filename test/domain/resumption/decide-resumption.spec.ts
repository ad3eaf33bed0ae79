import assert from 'node:assert/strict'
import type { Hold, HeldSubscription, HoldReason } from '../../../domain/holds/hold.ts'
import {
  approveResumption,
  askResumption,
  expireResumption,
  moveResumption,
  rejectResumption,
} from '../../../domain/resumption/decide-resumption.ts'
import type { Resumption } from '../../../domain/resumption/resumption.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  aHeldSubscription,
  anAct,
  anApprovedResumption,
  aPendingResumption,
  identity,
  ines,
  lin,
  mei,
  minute,
  morning,
  otto,
  phones,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

const nonPayment: Hold = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning }
const fraud: Hold = { reason: 'fraud', case: 'S-2', by: 'wang', at: morning }
const forFraud = aHeldSubscription({ holds: [fraud] })
const forBoth = aHeldSubscription({ holds: [nonPayment, fraud] })
const { expiresAt } = aPendingResumption()

function ask(
  reason: HoldReason,
  by: Staff,
  held: readonly HeldSubscription[],
  note = '',
  sighting: string | null = null,
) {
  const facts = { id: 'R-1', by, identity, note, held, sighting, now: minute(5), expiresAt }
  return askResumption(reason, { ...facts, intents: ['intent-2', 'intent-3'] })
}
function approve(
  resumption: Resumption,
  by: Staff,
  held: readonly HeldSubscription[] = [forFraud],
  now: Instant = minute(6),
  sighting: string | null = null,
) {
  return approveResumption(resumption, { by, held, sighting, intents: ['intent-2', 'intent-3'], now })
}

describe('asking for service to return', () => {
  it('for non-payment is one press of one person', () => {
    assert.deepEqual(ask('non-payment', mei, [aHeldSubscription()]), granted(anApprovedResumption()))
    assert(ask('non-payment', wang, [aHeldSubscription()]).ok)
  })

  it('from suspicion waits for a second person', () => {
    assert.deepEqual(ask('fraud', ines, [forFraud]), granted(aPendingResumption()))
  })

  for (const [what, reason, by, held, refusal] of [
    ['by support', 'non-payment', sam, [aHeldSubscription()], { code: 'not-allowed', reason: 'non-payment' }],
    ['by a fraud lead', 'non-payment', ines, [aHeldSubscription()], { code: 'not-allowed', reason: 'non-payment' }],
    ['by an administrator', 'misuse', otto, [forFraud], { code: 'not-allowed', reason: 'misuse' }],
    ['from fraud, by an approver', 'fraud', wang, [forFraud], { code: 'not-allowed', reason: 'fraud' }],
    ['when nothing is held', 'non-payment', mei, [], { code: 'nothing-held', reason: 'non-payment' }],
  ] as const)
    it(`is refused ${what}`, () => assert.deepEqual(ask(reason, by, held), refused(refusal)))

  it('from an operator’s hold takes words, which stay on record, and a second person', () => {
    const held = aHeldSubscription({ holds: [{ reason: 'operator', case: 'O-1', by: 'desk', at: morning }] })
    assert.deepEqual(ask('operator', wang, [held]), refused({ code: 'words-needed' }))
    const outcome = ask('operator', wang, [held], ' Microsoft closed its case. ')
    assert(outcome.ok)
    assert.equal(outcome.value.status, 'pending')
    assert.equal(outcome.value.note, 'Microsoft closed its case.')
    assert.deepEqual(approve(outcome.value, lin, [held]), refused({ code: 'not-an-approver' }))
    assert(approve(outcome.value, rosa, [held]).ok)
  })

  it('from an operator’s hold is locked, for asker and approver, until somebody records what nobody explained yet', () => {
    const held = aHeldSubscription({ holds: [{ reason: 'operator', case: 'O-1', by: 'desk', at: morning }] })
    const locked = refused({ code: 'not-explained', sighting: 'O-2' })
    assert.deepEqual(ask('operator', wang, [held], 'They closed it.', 'O-2'), locked)
    const outcome = ask('operator', wang, [held], 'They closed it.')
    assert(outcome.ok)
    assert.deepEqual(approve(outcome.value, rosa, [held], minute(6), 'O-2'), locked)
  })

  it('for a payment is not locked by it: the operator’s hold stays', () => {
    assert(ask('non-payment', mei, [aHeldSubscription()], '', 'O-2').ok)
    assert(approve(aPendingResumption(), rosa, [forFraud], minute(6), 'O-2').ok)
  })

  it('at the customer’s wish is one press of whoever could have asked for the hold', () => {
    const held = aHeldSubscription({ holds: [{ reason: 'customer-request', case: 'S-3', by: 'wang', at: morning }] })
    for (const one of [mei, sam, ines]) {
      const outcome = ask('customer-request', one, [held])
      assert(outcome.ok)
      assert.equal(outcome.value.status, 'approved')
    }
    assert.deepEqual(
      ask('customer-request', otto, [held]),
      refused({ code: 'not-allowed', reason: 'customer-request' }),
    )
  })

  it('a payment lifts non-payment alone; what is held for fraud as well stays out of service', () => {
    const outcome = ask('non-payment', mei, [forBoth])
    assert.deepEqual(
      outcome,
      granted({
        ...anApprovedResumption({
          held: [forBoth],
          acts: [anAct({ intent: 'intent-2', result: { state: 'skipped', at: minute(5), why: 'other-holds' } })],
        }),
        status: 'carried-out',
        endedAt: minute(5),
      }),
    )
  })

  it('brings back what it can while another subscription stays', () => {
    const outcome = ask('non-payment', mei, [forBoth, aHeldSubscription({ subscription: phones })])
    assert(outcome.ok)
    assert.equal(outcome.value.status, 'approved')
    assert.deepEqual('acts' in outcome.value && outcome.value.acts.map(({ result }) => result.state), [
      'skipped',
      'waiting',
    ])
  })
})

describe('approving that suspicion is lifted', () => {
  it('is a second fraud lead’s yes', () => {
    assert.deepEqual(
      approve(aPendingResumption(), rosa),
      granted({
        ...aPendingResumption(),
        status: 'approved',
        approvals: [{ by: 'rosa', at: minute(6) }],
        acts: [anAct({ intent: 'intent-2' })],
      }),
    )
  })

  const approved = { ...anApprovedResumption(), reason: 'fraud' } as const
  for (const [what, outcome, refusal] of [
    ['to the person who asked', approve(aPendingResumption(), ines), { code: 'own-request' }],
    ['to an approver of money', approve(aPendingResumption(), lin), { code: 'not-an-approver' }],
    ['at the very moment it expires', approve(aPendingResumption(), rosa, [forFraud], expiresAt), { code: 'expired' }],
    [
      'when nothing is held any more',
      approve(aPendingResumption(), rosa, []),
      { code: 'nothing-held', reason: 'fraud' },
    ],
    ['once it is decided', approve(approved, rosa), { code: 'already-decided', resumption: approved }],
  ] as const)
    it(`is refused ${what}`, () => assert.deepEqual(outcome, refused(refusal)))

  it('until the last moment', () => assert(approve(aPendingResumption(), rosa, [forFraud], later(expiresAt, -1)).ok))

  it('lifts what stood on the card and nothing that came to be held since', () => {
    const since = aHeldSubscription({ subscription: phones, name: 'Phones', holds: [{ ...fraud, at: minute(5) }] })
    const outcome = approve(aPendingResumption(), rosa, [since, forFraud])
    assert(outcome.ok)
    assert.deepEqual(
      outcome.value.subscriptions.map(({ id }) => id),
      [seats],
    )
    assert.deepEqual(
      outcome.value.acts.map(({ subscription }) => subscription),
      [seats],
    )
  })

  it('does not lift a suspicion raised anew after the question was asked', () => {
    const anew = aHeldSubscription({ holds: [{ ...fraud, case: 'S-9', at: later(minute(5), 1) }] })
    const beside = aHeldSubscription({ holds: [nonPayment, { ...fraud, at: later(minute(5), 1) }] })
    const inTheSameMoment = aHeldSubscription({ holds: [{ ...fraud, at: minute(5) }] })
    for (const held of [anew, beside])
      assert.deepEqual(approve(aPendingResumption(), rosa, [held]), refused({ code: 'nothing-held', reason: 'fraud' }))
    assert(approve(aPendingResumption(), rosa, [inTheSameMoment]).ok)
  })

  it('leaves out what was lifted meanwhile', () => {
    const both = aPendingResumption({
      subscriptions: [
        { id: seats, name: 'Microsoft 365 商业版' },
        { id: phones, name: 'Phones' },
      ],
    })
    const outcome = approve(both, rosa, [forFraud])
    assert.deepEqual(outcome.ok && outcome.value.acts.map(({ subscription }) => subscription), [seats])
  })

  it('brings nothing back while another hold remains', () => {
    const outcome = approve(aPendingResumption(), rosa, [forBoth])
    assert(outcome.ok)
    assert.equal(outcome.value.status, 'carried-out')
    assert.deepEqual(
      outcome.value.acts.map(({ result }) => result),
      [{ state: 'skipped', at: minute(6), why: 'other-holds' }],
    )
  })
})

describe('rejecting that suspicion is lifted', () => {
  const reject = (resumption: Resumption, by: Staff, because = 'still mining') =>
    rejectResumption(resumption, { by, because, now: minute(6) })

  it('is a fraud lead’s no, in their words', () => {
    assert.deepEqual(
      reject(aPendingResumption(), rosa),
      granted({
        ...aPendingResumption(),
        status: 'rejected',
        rejectedBy: 'rosa',
        endedAt: minute(6),
        because: 'still mining',
      }),
    )
  })
  it('is refused to others, without words, and once it is decided', () => {
    assert.deepEqual(reject(aPendingResumption(), wang), refused({ code: 'not-an-approver' }))
    assert.deepEqual(reject(aPendingResumption(), rosa, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(reject(aPendingResumption(), rosa, ' '), refused({ code: 'words-needed' }))
    const resumption = anApprovedResumption()
    assert.deepEqual(reject(resumption, rosa), refused({ code: 'already-decided', resumption }))
  })
})

describe('a resumption over time', () => {
  it('expires when nobody decided, at the very moment', () => {
    assert.equal(expireResumption(aPendingResumption(), later(expiresAt, -1)), null)
    assert.deepEqual(expireResumption(aPendingResumption(), expiresAt), {
      ...aPendingResumption(),
      status: 'expired',
      endedAt: expiresAt,
    })
    assert.equal(expireResumption(anApprovedResumption(), later(expiresAt, 1)), null)
  })

  it('ends with its last act', () => {
    const two = anApprovedResumption({ acts: [anAct(), anAct({ subscription: phones })] })
    const done = { state: 'done', at: minute(7), confirmed: true } as const
    const half = moveResumption(two, seats, { result: done }, minute(7))
    assert(half.status === 'approved')
    const whole = moveResumption(half, phones, { result: done }, minute(8))
    assert.deepEqual(whole, {
      ...two,
      acts: two.acts.map((act) => ({ ...act, result: done })),
      restoring: [],
      status: 'carried-out',
      endedAt: minute(8),
    })
  })
})
