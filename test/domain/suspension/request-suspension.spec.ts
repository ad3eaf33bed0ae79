import assert from 'node:assert/strict'
import type { HeldSubscription } from '../../../domain/holds/hold.ts'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../../domain/receivables/standing-book.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import {
  requestSuspension,
  type RequestRefusal,
  type SuspensionAsk,
} from '../../../domain/suspension/request-suspension.ts'
import { behindUnpaidLines } from '../../../domain/suspension/scope.ts'
import {
  aCalendar,
  aCustomer,
  anAccount,
  aNotice,
  anInvoice,
  aPayment,
  aPendingSuspension,
  aPolicy,
  aSubscription,
  cny,
  ines,
  mei,
  morning,
  otto,
  owing,
  phones,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'

interface Facts {
  readonly by: Staff
  readonly of: CustomerStanding
  readonly subscriptions: readonly OperatorSubscription[]
  readonly now: Instant
  readonly policy: ReturnType<typeof aPolicy>
  readonly held: readonly HeldSubscription[]
}

function request(ask: Partial<SuspensionAsk> = {}, facts: Partial<Facts> = {}) {
  const {
    by = mei,
    of = owing(),
    subscriptions = [aSubscription()],
    now = morning,
    policy = aPolicy(),
    held = [],
  } = facts
  return requestSuspension(
    { reason: 'non-payment', subscriptions: [seats], note: null, override: null, ...ask },
    { id: 'S-1', by, of, subscriptions, held, policy, now },
  )
}
function asked(...args: Parameters<typeof request>) {
  const outcome = request(...args)
  assert(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

describe('asking for a suspension', () => {
  it('is exactly what will stand on the approver’s card', () =>
    assert.deepEqual(request(), granted(aPendingSuspension())))

  const unmatched = owing({ customer: aCustomer({ operator: null }) })
  const suspended = aSubscription({ status: 'suspended' })
  const paid = owing({ items: [anInvoice(), aPayment(4_820_000)] })
  const noNotice = owing({ notices: [] })
  for (const [what, ask, facts, refusal] of [
    ['by support, for money', {}, { by: sam }, { code: 'not-allowed', reason: 'non-payment' }],
    ['by a fraud lead, for money', {}, { by: ines }, { code: 'not-allowed', reason: 'non-payment' }],
    ['by an administrator', { reason: 'fraud', note: 'x' }, { by: otto }, { code: 'not-allowed', reason: 'fraud' }],
    ['of a customer no operator knows', {}, { of: unmatched }, { code: 'not-matched' }],
    ['of nothing', { subscriptions: [] }, {}, { code: 'nothing-chosen' }],
    [
      'of a subscription the operator does not list',
      { subscriptions: [seats, phones] },
      {},
      { code: 'unknown-subscription', subscription: phones },
    ],
    [
      'of what is not in service',
      {},
      { subscriptions: [suspended] },
      { code: 'not-active', name: 'Microsoft 365 商业版', status: 'suspended' },
    ],
    ['when nothing is overdue', {}, { of: paid }, { code: 'nothing-overdue' }],
    ['when nothing is overdue, override or not', { override: 'trust me' }, { of: paid }, { code: 'nothing-overdue' }],
    ['for fraud without a word', { reason: 'fraud' }, {}, { code: 'note-needed', reason: 'fraud' }],
    ['for misuse without a word', { reason: 'misuse' }, {}, { code: 'note-needed', reason: 'misuse' }],
    [
      'at the customer’s request without who asked',
      { reason: 'customer-request' },
      {},
      { code: 'note-needed', reason: 'customer-request' },
    ],
    [
      'for fraud with nothing but blanks',
      { reason: 'fraud', note: ' \n' },
      {},
      { code: 'note-needed', reason: 'fraud' },
    ],
    ['without a final notice', {}, { of: noNotice }, { code: 'obstacles', obstacles: [{ code: 'no-final-notice' }] }],
    [
      'with an override of nothing but blanks',
      { override: '  ' },
      { of: noNotice },
      { code: 'obstacles', obstacles: [{ code: 'no-final-notice' }] },
    ],
    [
      'on data that is too old',
      {},
      { of: owing({ ledgerAsOf: '2025-03-25' }) },
      {
        code: 'obstacles',
        obstacles: [{ code: 'ledger-too-old', asOf: '2025-03-25', workingDays: 4, limit: 3 }],
      },
    ],
  ] as const satisfies readonly (readonly [string, Partial<SuspensionAsk>, Partial<Facts>, RequestRefusal])[])
    it(`is refused ${what}`, () => assert.deepEqual(request(ask, facts), refused(refusal)))

  it('keeps both sides of the customer’s identity, every account of it', () => {
    const customer = aCustomer({ accounts: [anAccount(), anAccount({ key: '200:77', number: '77', name: 'Beijing' })] })
    assert.deepEqual(asked({}, { of: owing({ customer }) }).identity.ledger, [
      { key: 'K-1001', name: 'Contoso Ltd', number: 'K-1001' },
      { key: '200:77', name: 'Beijing', number: '77' },
    ])
  })

  it('covers what was chosen, once each, in the order chosen, and nothing else', () => {
    const addOn = aSubscription({ id: phones, name: 'Phones', parent: seats, quantity: 3 })
    const third = aSubscription({ id: 'third' })
    const { subscriptions } = asked(
      { subscriptions: [phones, seats, phones] },
      { subscriptions: [aSubscription(), addOn, third] },
    )
    const [base] = aPendingSuspension().subscriptions
    assert.deepEqual(subscriptions, [
      { id: phones, name: 'Phones', quantity: 3, parent: seats, model: '21vianet', commitmentEnd: null, addOns: [] },
      { ...base, addOns: ['Phones'] },
    ])
  })

  it('names the add-ons in service that fall with a base, chosen or not', () => {
    const listed = [
      aSubscription(),
      aSubscription({ id: phones, name: 'Phones', parent: seats }),
      aSubscription({ id: 'third', name: 'Fax', parent: seats, status: 'suspended' }),
      aSubscription({ id: 'fourth', name: 'Of another base', parent: phones }),
    ]
    assert.deepEqual(asked({}, { subscriptions: listed }).subscriptions[0]?.addOns, ['Phones'])
  })

  it('tells what is overdue per currency, and leaves out a currency that is not', () => {
    const items = [
      anInvoice(),
      anInvoice({ number: 'E', due: '2025-04-30', open: { minor: 5, currency: 'EUR' } }),
      anInvoice({ number: 'U', due: '2025-03-30', open: { minor: 1, currency: 'USD' } }),
    ]
    assert.deepEqual(asked({}, { of: owing({ items }) }).basis, {
      ...aPendingSuspension().basis,
      overdue: [
        { currency: 'CNY', minor: 4_820_000 },
        { currency: 'USD', minor: 1 },
      ],
    })
  })

  it('for fraud it asks nothing of the ledger: no debt, no notice, no age', () => {
    const of = owing({ items: [], notices: [], ledgerAsOf: '2025-01-01' })
    const request = asked({ reason: 'fraud', note: 'mining since Friday' }, { by: sam, of })
    assert.equal(request.note, 'mining since Friday')
    assert.equal(request.override, null)
    assert.equal(request.approvalsNeeded, 1)
    assert.deepEqual(request.basis, {
      overdue: [],
      oldestDaysPastDue: 0,
      stage: 'clear',
      notice: null,
      ledgerAsOf: '2025-01-01',
    })
  })

  it('an override needs two approvers, and stays on the card with all that it sets aside', () => {
    const of = owing({ notices: [aNotice({ deadline: '2025-04-10' })], ledgerAsOf: '2025-03-25' })
    const { override, approvalsNeeded } = asked({ override: 'they are moving out' }, { of, by: wang })
    assert.equal(approvalsNeeded, 2)
    assert.deepEqual(override, {
      reason: 'they are moving out',
      obstacles: [
        { code: 'notice-running', deadline: '2025-04-10' },
        { code: 'ledger-too-old', asOf: '2025-03-25', workingDays: 4, limit: 3 },
      ],
    })
  })

  it('needs as many approvers as the policy says for what is at stake, two at least for an override', () => {
    const above = { people: 24, amounts: {} }
    const policy = aPolicy({ approvals: [{ reason: 'non-payment', above, needs: 3 }], stepUp: above })
    const over = { over: 'people', people: 25, limit: 24 }
    const { approvalsNeeded, approvalsWhy, stepUp } = asked({}, { policy })
    assert.deepEqual([approvalsNeeded, approvalsWhy, stepUp], [3, over, over])
    const of = owing({ notices: [] })
    assert.equal(asked({ override: 'they are moving out' }, { of, policy }).approvalsNeeded, 3)
    assert.equal(asked({ override: 'they are moving out' }, { of }).approvalsNeeded, 2)
  })

  it('an override of nothing is none: one approver is enough', () => {
    const { override, approvalsNeeded } = asked({ override: 'just in case' })
    assert.deepEqual([override, approvalsNeeded], [null, 1])
  })

  for (const [what, now, expiresAt, calendar] of [
    ['Monday: Tuesday', '2025-03-31T02:00:00.000Z', '2025-04-01T16:00:00.000Z', aCalendar()],
    ['Friday: Monday', '2025-03-28T02:00:00.000Z', '2025-03-31T16:00:00.000Z', aCalendar()],
    ['Friday, a minute before midnight: Monday', '2025-03-28T15:59:00.000Z', '2025-03-31T16:00:00.000Z', aCalendar()],
    ['Saturday: Monday', '2025-03-28T16:00:00.000Z', '2025-03-31T16:00:00.000Z', aCalendar()],
    [
      'before a holiday: the day after it',
      '2025-04-03T02:00:00.000Z',
      '2025-04-07T16:00:00.000Z',
      aCalendar({ holidays: ['2025-04-04'] }),
    ],
    [
      'over a clock change: still at midnight',
      '2025-03-28T10:00:00.000Z',
      '2025-03-31T22:00:00.000Z',
      aCalendar({ timeZone: 'Europe/Berlin' }),
    ],
  ] as const)
    it(`expires with the approvers’ next working day; asked on ${what}`, () => {
      assert.equal(asked({}, { now, policy: aPolicy({ calendar }) }).expiresAt, expiresAt)
    })
})

describe('what stands behind unpaid lines', () => {
  const line = (subscription: string | null) => ({ text: 'seats', amount: { minor: 1, currency: 'CNY' }, subscription })

  it('is named by the ledger’s own subscription ids, on overdue invoices alone', () => {
    const of = owing({
      items: [
        anInvoice({ lines: [line(seats), line(null), line(seats)] }),
        anInvoice({ number: 'NOT-DUE', due: '2025-04-30', lines: [line(phones)] }),
      ],
    })
    const unpaid = behindUnpaidLines(of)
    assert.deepEqual([unpaid.told, unpaid.has(seats.toUpperCase()), unpaid.has(phones)], [true, true, false])
  })

  it('is nothing once the invoice is paid', () => {
    const of = owing({ items: [anInvoice({ lines: [line(seats)], ...cny(100) }), aPayment(100)] })
    assert.equal(behindUnpaidLines(of).told, false)
  })
})
