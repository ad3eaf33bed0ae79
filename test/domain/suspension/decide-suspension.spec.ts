import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CustomerStanding } from '../../../domain/receivables/standing-book.ts'
import { granted, refused, type Outcome } from '../../../domain/shared/outcome.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { mayApprove } from '../../../domain/staff/powers.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  answerQuestion,
  approveSuspension,
  expireSuspension,
  noLongerJustified,
  questionSuspension,
  rejectSuspension,
  withdrawSuspension,
} from '../../../domain/suspension/decide-suspension.ts'
import {
  isOpen,
  type ApprovedSuspension,
  type SuspensionRequest,
} from '../../../domain/suspension/suspension-request.ts'
import {
  aCalendar,
  aCustomer,
  anAccount,
  anApprovedSuspension,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aPendingSuspension,
  aPolicy,
  cny,
  fabrikam,
  identity,
  ines,
  lin,
  mei,
  minute,
  morning,
  otto,
  owing,
  phones,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

interface Facts {
  readonly of: CustomerStanding | null
  readonly policy: ReturnType<typeof aPolicy>
  readonly now: Instant
  readonly intents: readonly string[]
}

function approve(request: SuspensionRequest, by: Staff, facts: Partial<Facts> = {}) {
  return approveSuspension(request, {
    by,
    of: owing(),
    policy: aPolicy(),
    now: minute(1),
    intents: ['intent-1', 'intent-2'],
    ...facts,
  })
}

const noNotice = { code: 'no-final-notice' } as const
const override = { reason: 'they are moving out', obstacles: [noNotice] } as const
const overridden = aPendingSuspension({ override, approvalsNeeded: 2 })
const wangSaidYes = aPendingSuspension({ ...overridden, approvals: [{ by: 'wang', at: minute(1) }] })
const withoutNotice = owing({ notices: [] })

const asked = { by: 'wang', at: minute(1), text: 'All of them?', answer: null } as const
const questioned = { ...aPendingSuspension({ questions: [asked] }), status: 'questioned' } as const
const answeredBy = (by: Staff) =>
  aPendingSuspension({ questions: [{ ...asked, answer: { by: by.id, at: minute(2), text: 'Yes.' } }] })

const decided: readonly SuspensionRequest[] = [
  anApprovedSuspension(),
  { ...anApprovedSuspension(), status: 'carried-out', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'rejected', rejectedBy: 'lin', endedAt: minute(9), because: 'no' },
  { ...aPendingSuspension(), status: 'withdrawn', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'expired', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'void', endedAt: minute(9), why: 'paid' },
]

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

describe('the debt is read again', () => {
  const gone = (of: CustomerStanding | null, request: SuspensionRequest = aPendingSuspension(), policy = aPolicy()) =>
    noLongerJustified(request, of, policy)
  const paid = owing({ items: [anInvoice(), aPayment(4_820_000)] })
  const partly = owing({ items: [anInvoice(), aPayment(4_800_000)] })
  const old = owing({ ledgerAsOf: '2025-03-25' })

  it('and still stands', () => assert.equal(gone(owing()), null))
  it('paid in between ends the request, and that is an outcome', () => {
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: paid }),
      granted({ ...aPendingSuspension(), status: 'void', endedAt: minute(1), why: 'paid' }),
    )
    assert.deepEqual(
      approve(wangSaidYes, lin, { of: paid }),
      granted({ ...wangSaidYes, status: 'void', endedAt: minute(1), why: 'paid' }),
    )
  })
  it('paid down below the rung', () => {
    assert.equal(gone(partly), 'no-longer-due')
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-03-01' })] })), 'no-longer-due')
  })
  it('a notice that no longer stands ends it too', () => assert.equal(gone(withoutNotice), 'no-longer-due'))
  it('data that grew too old is refused, and the request stays', () => {
    assert.equal(gone(old), 'ledger-too-old')
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: old }),
      refused({ code: 'ledger-too-old', asOf: '2025-03-25' }),
    )
  })
  it('old data that shows no debt any more still says paid', () => {
    assert.equal(gone(owing({ ...paidFacts(), ledgerAsOf: '2025-03-25' })), 'paid')
  })
  it('old data and a policy that calls for less is no longer due: a fresh file would not mend it', () => {
    assert.equal(gone(owing({ notices: [], ledgerAsOf: '2025-03-25' })), 'no-longer-due')
  })

  it('the customer is known to nobody any more', () => assert.equal(gone(null), 'customer-rematched'))
  it('the operator does not list the customer any more', () => {
    assert.equal(gone(owing({ customer: aCustomer({ operator: null }) })), 'customer-rematched')
    assert.deepEqual(
      approve(aPendingSuspension(), wang, { of: null }),
      granted({ ...aPendingSuspension(), status: 'void', endedAt: minute(1), why: 'customer-rematched' }),
    )
  })
  it('the debt is another operator customer’s now', () => {
    const customer = aCustomer({ operator: anOperatorCustomer({ tenantId: fabrikam }) })
    assert.equal(gone(owing({ customer })), 'customer-rematched')
    assert.equal(gone(owing({ customer }), aPendingSuspension({ reason: 'fraud' })), 'customer-rematched')
  })
  it('a ledger account on the card is somebody else’s now: nobody says that it was paid', () => {
    const customer = aCustomer({ accounts: [] })
    assert.equal(gone(owing({ customer, items: [] })), 'customer-rematched')
    const other = aCustomer({ accounts: [anAccount({ key: 'K-2', number: 'K-2' })] })
    assert.equal(gone(owing({ customer: other, items: [anInvoice({ account: 'K-2' })] })), 'customer-rematched')
  })
  it('one of two ledger accounts on the card is somebody else’s now', () => {
    const ledger = [...identity.ledger, { name: 'Contoso Beijing', number: 'K-2' }]
    assert.equal(gone(owing(), aPendingSuspension({ identity: { ...identity, ledger } })), 'customer-rematched')
  })
  it('an account that came to the customer since takes nothing away', () => {
    const customer = aCustomer({ accounts: [anAccount(), anAccount({ key: 'K-2', number: 'K-2' })] })
    assert.equal(gone(owing({ customer })), null)
  })

  it('suspicion does not end with a payment, nor with the ledger', () => {
    const fraud = aPendingSuspension({ reason: 'fraud' })
    for (const standing of [paid, old, withoutNotice, owing({ customer: aCustomer({ accounts: [] }), items: [] })])
      assert.equal(gone(standing, fraud), null)
  })

  it('an override holds for what it was given for and for nothing else', () => {
    assert.equal(gone(withoutNotice, overridden), null)
    assert.equal(gone(owing({ notices: [], ledgerAsOf: '2025-03-25' }), overridden), 'ledger-too-old')
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-03-01' })] }), overridden), 'no-longer-due')
  })

  it('agreed before the rung, it stands when the rung is reached without a notice', () => {
    const early = { reason: 'x', obstacles: [{ code: 'before-suspension-rung', stage: 'final-notice' }] } as const
    const request = aPendingSuspension({ override: early, approvalsNeeded: 2 })
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-01-31' })], notices: [] }), request), null)
    assert.equal(gone(owing({ items: [anInvoice({ due: '2025-01-30' })], notices: [] }), request), null)
  })

  it('an override does not outlive the debt: what the policy leaves alone is left alone', () => {
    const obstacles = [{ code: 'before-suspension-rung', stage: 'clear' }] as const
    const basis = { ...aPendingSuspension().basis, stage: 'clear' as const }
    const request = aPendingSuspension({ override: { reason: 'x', obstacles }, approvalsNeeded: 2, basis })
    const policy = aPolicy({ rungs: [] })
    assert.equal(gone(owing({ policy }), request, policy), null)
    assert.equal(gone(owing({ items: [anInvoice(cny(501))], policy }), request, policy), null)
    assert.equal(gone(owing({ items: [anInvoice(cny(500))], policy }), request, policy), 'no-longer-due')
    assert.equal(gone(owing({ items: [anInvoice(cny(1))], policy }), request, policy), 'no-longer-due')
    const small = { ...request, basis: { ...basis, overdue: [{ minor: 400, currency: 'CNY' }] } }
    assert.equal(gone(owing({ items: [anInvoice(cny(400))], policy }), small, policy), null)
  })

  it('holidays of the calendar count for the age of the data here as well', () => {
    const calendar = aCalendar({ holidays: ['2025-03-28'] })
    assert.equal(gone(old, aPendingSuspension(), aPolicy({ calendar })), null)
  })

  function paidFacts() {
    return { items: [anInvoice(), aPayment(4_820_000)] }
  }
})

describe('rejecting a suspension', () => {
  const reject = (request: SuspensionRequest, by: Staff, because = 'they called') =>
    rejectSuspension(request, { by, because, now: minute(3) })

  it('is an approver’s no, in their words', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes])
      assert.deepEqual(
        reject(request, lin),
        granted({ ...request, status: 'rejected', rejectedBy: 'lin', endedAt: minute(3), because: 'they called' }),
      )
  })
  it('is refused to who is no approver, without words, and once it is decided', () => {
    assert.deepEqual(reject(aPendingSuspension(), mei), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(reject(aPendingSuspension(), ines), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(reject(aPendingSuspension(), wang, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(reject(aPendingSuspension(), wang, ' \t'), refused({ code: 'words-needed' }))
    for (const request of decided)
      assert.deepEqual(reject(request, wang), refused({ code: 'already-decided', request }))
  })
})

describe('asking something back', () => {
  const question = (request: SuspensionRequest, by: Staff, text = 'All of them?') =>
    questionSuspension(request, { by, text, now: minute(1) })
  const answer = (request: SuspensionRequest, by: Staff, text = 'Yes.') =>
    answerQuestion(request, { by, text, now: minute(2) })

  it('makes the request wait for an answer', () =>
    assert.deepEqual(question(aPendingSuspension(), wang), granted(questioned)))

  it('keeps what was asked before', () => {
    const outcome = question(answeredBy(mei), lin, 'Since when?')
    assert.deepEqual(
      outcome.ok && outcome.value.questions.map(({ by, text, answer }) => [by, text, answer?.text ?? null]),
      [
        ['wang', 'All of them?', 'Yes.'],
        ['lin', 'Since when?', null],
      ],
    )
  })

  it('takes the yeses so far away: they were to another state', () => {
    const outcome = question(wangSaidYes, lin)
    assert(outcome.ok)
    assert.deepEqual(outcome.value.approvals, [])
  })

  it('is refused to who is no approver, without words, and once it is decided', () => {
    assert.deepEqual(question(aPendingSuspension(), mei), refused({ code: 'not-an-approver', reason: 'non-payment' }))
    assert.deepEqual(question(aPendingSuspension(), wang, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(question(aPendingSuspension(), wang, '  '), refused({ code: 'words-needed' }))
    for (const request of decided)
      assert.deepEqual(question(request, wang), refused({ code: 'already-decided', request }))
  })

  it('an answer lets it go on', () => assert.deepEqual(answer(questioned, mei), granted(answeredBy(mei))))

  it('one answer answers all that was asked, and leaves earlier answers alone', () => {
    const first = { ...asked, answer: { by: 'mei', at: minute(1), text: 'Earlier.' } }
    const request = { ...questioned, questions: [first, asked, { ...asked, by: 'lin' }] }
    const outcome = answer(request, mei)
    assert(outcome.ok)
    assert.deepEqual(
      outcome.value.questions.map(({ answer }) => answer?.text),
      ['Earlier.', 'Yes.', 'Yes.'],
    )
  })

  it('anybody who might have asked for it may answer', () => {
    assert(answer(questioned, wang).ok)
    assert.deepEqual(answer(questioned, sam), refused({ code: 'not-allowed', reason: 'non-payment' }))
    assert(answer({ ...questioned, reason: 'fraud' }, sam).ok)
  })

  it('an answer is refused without a question, without words, and once it is decided', () => {
    assert.deepEqual(answer(aPendingSuspension(), mei), refused({ code: 'no-question' }))
    assert.deepEqual(answer(questioned, mei, ''), refused({ code: 'words-needed' }))
    assert.deepEqual(answer(questioned, mei, '\n'), refused({ code: 'words-needed' }))
    for (const request of decided) assert.deepEqual(answer(request, mei), refused({ code: 'already-decided', request }))
  })
})

describe('taking a request back', () => {
  const withdraw = (request: SuspensionRequest, by: Staff) => withdrawSuspension(request, { by, now: minute(4) })

  it('is for the person who asked', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes])
      assert.deepEqual(withdraw(request, mei), granted({ ...request, status: 'withdrawn', endedAt: minute(4) }))
  })
  it('is for nobody else, and not once it is decided', () => {
    assert.deepEqual(withdraw(aPendingSuspension(), wang), refused({ code: 'not-yours' }))
    for (const request of decided)
      assert.deepEqual(withdraw(request, mei), refused({ code: 'already-decided', request }))
  })
})

describe('expiring', () => {
  const { expiresAt } = aPendingSuspension()

  it('ends what nobody decided in time, a questioned one too, at the very moment', () => {
    for (const request of [aPendingSuspension(), questioned, wangSaidYes]) {
      assert.equal(expireSuspension(request, later(expiresAt, -1)), null)
      assert.deepEqual(expireSuspension(request, expiresAt), { ...request, status: 'expired', endedAt: expiresAt })
    }
  })
  it('leaves alone what was decided', () => {
    for (const request of decided) assert.equal(expireSuspension(request, later(expiresAt, 1)), null)
  })
})

describe('whatever random people do in a random order', () => {
  const people: readonly Staff[] = [mei, wang, lin, ines, rosa, sam, otto]
  const standings = [
    owing(),
    withoutNotice,
    owing({ items: [anInvoice(), aPayment(4_820_000)] }),
    owing({ ledgerAsOf: '2025-03-20' }),
    owing({ items: [anInvoice({ due: '2025-03-01' })] }),
    null,
  ]
  const aStep = fc.record({
    does: fc.constantFrom(
      'approve',
      'approve',
      'approve',
      'reject',
      'question',
      'answer',
      'answer',
      'withdraw',
      'expire',
    ),
    by: fc.constantFrom(...people),
    of: fc.constantFrom(...standings, owing(), owing(), withoutNotice),
    passes: fc.integer({ min: 0, max: 600 }),
    text: fc.constantFrom('words', 'words', ''),
  })
  type Step = typeof aStep extends fc.Arbitrary<infer Value> ? Value : never
  const aRequest = fc
    .record({
      reason: fc.constantFrom('non-payment' as const, 'fraud' as const, 'misuse' as const),
      askedBy: fc.constantFrom(...people.map(({ id }) => id)),
      two: fc.boolean(),
    })
    .map(({ reason, askedBy, two }) =>
      aPendingSuspension({ reason, askedBy, note: 'seen', ...(two ? { override, approvalsNeeded: 2 } : {}) }),
    )

  function take(request: SuspensionRequest, { does, by, of, text }: Step, now: Instant) {
    switch (does) {
      case 'approve':
        return approve(request, by, { of, now })
      case 'reject':
        return rejectSuspension(request, { by, because: text, now })
      case 'question':
        return questionSuspension(request, { by, text, now })
      case 'answer':
        return answerQuestion(request, { by, text, now })
      case 'withdraw':
        return withdrawSuspension(request, { by, now })
      case 'expire': {
        const expired = expireSuspension(request, now)
        return expired === null ? refused({ code: 'not-due' }) : granted(expired)
      }
    }
  }

  it('it is approved only by as many different approvers as it needs, none of whom had a hand in it', () => {
    let approved = 0
    fc.assert(
      fc.property(aRequest, fc.array(aStep, { maxLength: 25 }), (first, steps) => {
        let request: SuspensionRequest = first
        let now: Instant = morning
        // Kept beside the request, by whoever watches: who has added words, who said yes to the words as they stand.
        const contributed = new Set([first.askedBy])
        let yes = new Set<string>()
        for (const step of steps) {
          now = later(now, step.passes * 60_000)
          const before: SuspensionRequest = request
          const outcome: Outcome<SuspensionRequest, unknown> = take(before, step, now)
          if (!outcome.ok) continue
          request = outcome.value
          assert(isOpen(before), 'what is decided stays decided')
          if (step.does === 'answer') contributed.add(step.by.id)
          if (step.does === 'question') yes = new Set()
          if (step.does === 'approve') {
            assert(now < first.expiresAt)
            yes.add(step.by.id)
          }
          if (request.status === 'approved') {
            approved += 1
            checkApproved(request, yes, contributed)
            assert.equal(before.status, 'pending')
            assert(step.of !== null)
            if (request.reason === 'non-payment') {
              assert(step.of.standing.currencies.some(({ overdue }) => overdue > 0))
              assert.notEqual(step.of.ledgerAsOf, '2025-03-20')
            }
          }
        }
        if (!isOpen(request)) assert(request.approvals.length <= request.approvalsNeeded)
      }),
      { ...runs, numRuns: 3000 },
    )
    assert(approved > 100, `only ${approved} were approved: the property says little`)
  })

  function checkApproved(request: ApprovedSuspension, yes: ReadonlySet<string>, contributed: ReadonlySet<string>) {
    assert(yes.size >= request.approvalsNeeded)
    assert.deepEqual(new Set(request.approvals.map(({ by }) => by)), yes)
    assert.equal(request.approvals.length, yes.size)
    for (const id of yes) {
      assert(!contributed.has(id))
      const roles = people.find((person) => person.id === id)?.roles ?? []
      assert(mayApprove(roles, `suspend for ${request.reason}`))
    }
    assert.equal(request.approvalsNeeded, request.override === null ? 1 : 2)
    assert.deepEqual(
      request.acts.map(({ subscription, result }) => [subscription, result.state]),
      request.subscriptions.map(({ id }) => [id, 'waiting']),
    )
  }
})

describe('the identity on the card', () => {
  it('stands as it was asked, whatever the books say later', () => {
    const renamed = owing({ customer: aCustomer({ accounts: [anAccount({ name: 'Contoso Holding' })] }) })
    const outcome = approve(aPendingSuspension(), wang, { of: renamed })
    assert(outcome.ok)
    assert.deepEqual(outcome.value.identity, identity)
  })
})
