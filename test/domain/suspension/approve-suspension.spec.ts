import assert from 'node:assert/strict'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  aCustomer,
  anAccount,
  aPendingSuspension,
  identity,
  ines,
  lin,
  mei,
  minute,
  otto,
  owing,
  phones,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'
import { answeredBy, approve, decided, overridden, questioned, wangSaidYes, withoutNotice } from './a-decision.ts'

describe('approving a suspension', () => {
  it('a second person’s yes orders one act for each subscription on the card, each with its own intent', () => {
    const [one] = aPendingSuspension().subscriptions
    assert(one)
    const request = aPendingSuspension({ subscriptions: [one, { ...one, id: phones, name: 'Phones' }] })
    assert.deepEqual(
      approve(request, wang),
      granted({
        ...request,
        status: 'approved',
        approvals: [{ by: 'wang', at: minute(1) }],
        acts: [
          { subscription: seats, name: one.name, intent: 'intent-1', result: { state: 'waiting' }, delay: null },
          { subscription: phones, name: 'Phones', intent: 'intent-2', result: { state: 'waiting' }, delay: null },
        ],
      }),
    )
    assert.throws(() => approve(request, wang, { intents: ['intent-1'] }), /fewer intents/)
  })

  it('the person who asks never approves', () => {
    const wangs = aPendingSuspension({ askedBy: 'wang' })
    assert.deepEqual(approve(wangs, wang), refused({ code: 'own-request' }))
    assert.deepEqual(approve(overriddenBy('wang'), wang, { of: withoutNotice }), refused({ code: 'own-request' }))
    assert(approve(wangs, lin).ok)
  })

  it('not from another account either: people are compared, not accounts', () => {
    const inSlack: Staff = {
      ...wang,
      accounts: [{ channel: 'slack', tenant: 'T01', user: 'U9' }],
      name: 'wang (slack)',
    }
    assert.deepEqual(approve(aPendingSuspension({ askedBy: 'wang' }), inSlack), refused({ code: 'own-request' }))
  })

  it('who answered a question has added to the request and does not approve it', () => {
    assert.deepEqual(approve(answeredBy(wang), wang), refused({ code: 'own-request' }))
    assert.deepEqual(approve(answeredBy(wang), lin).ok, true)
    assert.deepEqual(approve(answeredBy(mei), wang).ok, true)
  })

  it('who only asked a question may approve the answer', () => assert(approve(answeredBy(mei), wang).ok))

  for (const by of [sam, ines, otto, { ...mei, id: 'another-mei' }])
    it(`${by.name} (${by.roles.join(', ')}) is no approver of money`, () =>
      assert.deepEqual(approve(aPendingSuspension(), by), refused({ code: 'not-an-approver', reason: 'non-payment' })))

  it('a fraud lead approves suspicion', () => {
    const fraud = aPendingSuspension({ reason: 'fraud', note: 'mining since Friday' })
    assert(approve(fraud, ines).ok)
    assert(approve(fraud, wang).ok)
    assert.deepEqual(approve({ ...fraud, askedBy: 'ines' }, ines), refused({ code: 'own-request' }))
    assert.deepEqual(approve(fraud, sam), refused({ code: 'not-an-approver', reason: 'fraud' }))
  })

  it('an open question waits for its answer', () => {
    assert.deepEqual(approve(questioned, wang), refused({ code: 'question-open' }))
  })

  for (const request of decided)
    it(`what is ${request.status} was decided already`, () =>
      assert.deepEqual(approve(request, lin), refused({ code: 'already-decided', request })))

  it('until the very moment it expires, and not from then on', () => {
    const { expiresAt } = aPendingSuspension()
    assert(approve(aPendingSuspension(), wang, { now: later(expiresAt, -1) }).ok)
    assert.deepEqual(approve(aPendingSuspension(), wang, { now: expiresAt }), refused({ code: 'expired' }))
    assert.deepEqual(approve(aPendingSuspension(), wang, { now: later(expiresAt, 1) }), refused({ code: 'expired' }))
  })

  it('late is late, whoever presses: nobody is told that they were the wrong person', () => {
    const { expiresAt } = aPendingSuspension()
    assert.deepEqual(approve(aPendingSuspension(), mei, { now: expiresAt }), refused({ code: 'expired' }))
  })

  describe('where the policy is set aside', () => {
    it('the first of two approvers leaves it pending, with their yes on the card', () => {
      assert.deepEqual(approve(overridden, wang, { of: withoutNotice }), granted(wangSaidYes))
    })

    it('the second, a different one, carries it', () => {
      const outcome = approve(wangSaidYes, lin, { of: withoutNotice, now: minute(2) })
      assert(outcome.ok)
      assert.equal(outcome.value.status, 'approved')
      assert.deepEqual(outcome.value.approvals, [
        { by: 'wang', at: minute(1) },
        { by: 'lin', at: minute(2) },
      ])
    })

    it('the first does not approve twice', () => {
      assert.deepEqual(approve(wangSaidYes, wang, { of: withoutNotice }), refused({ code: 'approved-before' }))
    })

    it('two are needed even when nothing is in the way any more', () => {
      const outcome = approve(overridden, wang)
      assert.equal(outcome.ok && outcome.value.status, 'pending')
    })
  })
})

function overriddenBy(askedBy: string) {
  return aPendingSuspension({ ...overridden, askedBy })
}

describe('the identity on the card', () => {
  it('stands as it was asked, whatever the books say later', () => {
    const renamed = owing({ customer: aCustomer({ accounts: [anAccount({ name: 'Contoso Holding' })] }) })
    const outcome = approve(aPendingSuspension(), wang, { of: renamed })
    assert(outcome.ok)
    assert.deepEqual(outcome.value.identity, identity)
  })
})
