import assert from 'node:assert/strict'
import {
  breakGlass,
  confirmGlass,
  reverseGlass,
  alertedIn,
  type GlassRefusal,
} from '../../../domain/suspension/break-glass.ts'
import { escalateSuspension } from '../../../domain/suspension/escalate-suspension.ts'
import {
  awaitsConfirmation,
  type ApprovedSuspension,
  type CarriedOutSuspension,
  type SuspensionRequest,
} from '../../../domain/suspension/suspension-request.ts'
import {
  aCustomer,
  anAct,
  anInvoice,
  aPendingSuspension,
  aPolicy,
  eur,
  ines,
  lin,
  mei,
  minute,
  owing,
  phones,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'
import { decided } from './a-decision.ts'

const caps = { people: 50, amounts: { CNY: 10_000_000 } }
const alarmed = aPendingSuspension({ reason: 'fraud', note: 'mining', askedBy: 'ines', alerted: seats })
type Facts = Parameters<typeof breakGlass>[1]

function glass(request: SuspensionRequest = alarmed, facts: Partial<Facts> = {}) {
  return breakGlass(request, {
    by: ines,
    reason: 'Nobody answers the phone.',
    of: owing(),
    policy: aPolicy({ breakGlass: caps }),
    now: minute(1),
    intent: 'intent-1',
    ...facts,
  })
}
function broken(): ApprovedSuspension {
  const outcome = glass()
  assert(outcome.ok && outcome.value.status === 'approved')
  return outcome.value
}
const done = (result: Parameters<typeof anAct>[0] = { result: { state: 'done', at: minute(2), confirmed: true } }) =>
  ({ ...broken(), status: 'carried-out', acts: [anAct(result)], endedAt: minute(2) }) satisfies CarriedOutSuspension

describe('breaking the glass', () => {
  it('suspends the alerted subscription at once, with four hours for a second person', () => {
    const { status, acts, brokenGlass, approvals } = broken()
    assert.deepEqual([status, acts.map(({ subscription }) => subscription), approvals], ['approved', [seats], []])
    assert.deepEqual(brokenGlass, {
      by: 'ines',
      at: minute(1),
      reason: 'Nobody answers the phone.',
      confirmBy: minute(241),
    })
  })

  it('may be done by another fraud lead than the one who asked', () =>
    assert.equal(glass(alarmed, { by: rosa }).ok, true))

  const two = { ...alarmed.subscriptions[0], id: phones } as (typeof alarmed.subscriptions)[number]
  const refusals: readonly (readonly [string, GlassRefusal['code'], SuspensionRequest, Partial<Facts>?])[] = [
    ['where the policy does not name it', 'glass-off', alarmed, { policy: aPolicy() }],
    ['to an approver', 'glass-not-yours', alarmed, { by: wang }],
    ['to support', 'glass-not-yours', alarmed, { by: sam }],
    ['for misuse', 'glass-not-alerted', { ...alarmed, reason: 'misuse' }],
    ['for non-payment', 'glass-not-alerted', { ...alarmed, reason: 'non-payment' }],
    ['for two subscriptions', 'glass-not-alerted', { ...alarmed, subscriptions: [...alarmed.subscriptions, two] }],
    ['for another subscription', 'glass-not-alerted', { ...alarmed, alerted: phones }],
    [
      'for more people than the cap',
      'glass-over',
      alarmed,
      { policy: aPolicy({ breakGlass: { ...caps, people: 24 } }) },
    ],
    [
      'for more money than the cap, as of today',
      'glass-over',
      alarmed,
      { policy: aPolicy({ breakGlass: { ...caps, amounts: { CNY: 4_819_999 } } }) },
    ],
    ['for money in a currency without a cap', 'glass-over', alarmed, { of: owing({ items: [anInvoice(eur(1))] }) }],
    ['without a reason', 'words-needed', alarmed, { reason: ' ' }],
    ['once it has expired', 'expired', alarmed, { now: alarmed.expiresAt }],
    ['while a question is open', 'question-open', { ...alarmed, status: 'questioned' }],
  ]
  for (const [what, code, request, facts] of refusals)
    it(`is refused ${what}`, () => {
      const outcome = glass(request, facts)
      assert.equal(outcome.ok || outcome.refusal.code, code)
    })

  for (const request of decided)
    it(`is too late once it is ${request.status}`, () => {
      const outcome = glass(request)
      assert.equal(outcome.ok || outcome.refusal.code, 'already-decided')
    })

  it('ends the request where the account is another customer’s by now', () => {
    const of = owing({ customer: aCustomer({ operator: null }) })
    const outcome = glass(alarmed, { of })
    assert.equal(outcome.ok && outcome.value.status, 'void')
  })

  it('is offered where all of that holds when it is asked', () => {
    const chosen = alarmed.subscriptions
    const stakes = { people: 25, overdue: [{ minor: 10_000_000, currency: 'CNY' }] }
    assert.equal(alertedIn('fraud', chosen, stakes, { breakGlass: caps }), seats)
    assert.equal(alertedIn('misuse', chosen, stakes, { breakGlass: caps }), null)
    assert.equal(alertedIn('fraud', [...chosen, two], stakes, { breakGlass: caps }), null)
    assert.equal(alertedIn('fraud', chosen, { ...stakes, people: 51 }, { breakGlass: caps }), null)
    assert.equal(alertedIn('fraud', chosen, stakes, { breakGlass: null }), null)
  })
})

describe('the second look', () => {
  const confirm = (request: SuspensionRequest, by = wang) => confirmGlass(request, { by, now: minute(5) })
  const reverse = (request: SuspensionRequest, by = wang) =>
    reverseGlass(request, { by, now: minute(5), resumption: 'R-1' })

  for (const [what, look] of [
    ['confirming', confirm],
    ['reversing', reverse],
  ] as const) {
    it(`${what} is for a second person who may approve it`, () => {
      const refusal = (by: typeof wang) => {
        const outcome = look(done(), by)
        return outcome.ok || outcome.refusal.code
      }
      assert.deepEqual([ines, mei, sam, wang, rosa].map(refusal), [
        'own-request',
        'not-an-approver',
        'not-an-approver',
        true,
        true,
      ])
      // Whoever asked, or answered a question, has a hand in it as well.
      const outcome = look({ ...done(), askedBy: 'wang' })
      assert.equal(outcome.ok || outcome.refusal.code, 'own-request')
    })

    it(`${what} counts once, and not for what was approved as usual`, () => {
      const once = look(done())
      assert(once.ok)
      for (const request of [once.value, ...decided, alarmed]) {
        const again = look(request, lin)
        assert.equal(again.ok || again.refusal.code, 'already-decided')
      }
    })
  }

  it('waits for what may have been done, and for nothing that was left out', () => {
    assert.equal(awaitsConfirmation(broken()), true)
    assert.equal(awaitsConfirmation(done()), true)
    assert.equal(awaitsConfirmation(done({ result: { state: 'skipped', at: minute(2), why: 'too-late' } })), false)
  })

  it('reverses what has not begun by calling it off', () => {
    const outcome = reverse(broken())
    assert(outcome.ok)
    assert.deepEqual([outcome.value.status, outcome.value.brokenGlass?.ended?.how], ['void', 'reversed'])
  })

  it('reverses nothing while a call is under way', () => {
    const outcome = reverse({ ...broken(), acts: [anAct({ result: { state: 'sent', at: minute(2) } })] })
    assert.equal(outcome.ok || outcome.refusal.code, 'glass-under-way')
  })
})

describe('what is escalated', () => {
  it('is told once while nobody has decided', () => {
    const next = escalateSuspension(alarmed, minute(240))
    assert.equal(next?.escalatedAt, minute(240))
    assert.equal(escalateSuspension(next, minute(480)), null)
  })

  it('is told every four hours while nobody has confirmed, and never before', () => {
    assert.equal(escalateSuspension(done(), minute(240)), null)
    const next = escalateSuspension(done(), minute(241))
    assert.equal(next?.brokenGlass?.escalatedAt, minute(241))
    assert.equal(escalateSuspension(next, minute(480)), null)
    assert.equal(escalateSuspension(next, minute(481))?.brokenGlass?.escalatedAt, minute(481))
  })

  it('is nothing that somebody has looked at, or that was decided as usual', () => {
    const confirmed = confirmGlass(done(), { by: wang, now: minute(5) })
    assert(confirmed.ok)
    for (const request of [confirmed.value, ...decided]) assert.equal(escalateSuspension(request, minute(900)), null)
  })
})
