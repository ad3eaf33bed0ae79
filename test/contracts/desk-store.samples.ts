import type { Agreement } from '../../domain/agreements/agreement.ts'
import type { ActResult, SubscriptionAct } from '../../domain/acts/subscription-act.ts'
import type { AuditDraft } from '../../domain/audit/audit-entry.ts'
import type { BudgetChange } from '../../domain/budget/budget.ts'
import type { CreditChange } from '../../domain/credit/credit-change.ts'
import type { CreditLine } from '../../domain/credit/credit-line.ts'
import type { Ending } from '../../domain/ending/ending.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { DailyBrake } from '../../domain/lanes/daily-brake.ts'
import type { LaneSwitch } from '../../domain/lanes/lane-switch.ts'
import type { LaneTrouble } from '../../domain/lanes/lane-trouble.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { Kind, Records, Save } from '../../domain/ports/desk-store.ts'
import type { PolicyChange } from '../../domain/policy/policy-change.ts'
import type { PolicyDifference, PolicyValue } from '../../domain/policy/policy-facts.ts'
import type { ImportRecord } from '../../domain/receivables/ledger-import.ts'
import type { Reminder } from '../../domain/reminders/reminder.ts'
import type { PullNote } from '../../domain/receivables/pull-note.ts'
import type { Resumption } from '../../domain/resumption/resumption.ts'
import type { Impact } from '../../domain/impact/impact.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { LinkOffer } from '../../domain/staff/link-offer.ts'
import type { RoleChange } from '../../domain/staff/role-change.ts'
import type { Countdown } from '../../domain/countdown/countdown.ts'
import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import type { Sighting } from '../../domain/watch/sighting.ts'
import { blankWebhook, type LaneWebhook, type WebhookTrouble } from '../../domain/webhooks/lane-webhook.ts'
import { anActingLane } from '../kit/builders.ts'
import type { IdentityOnCard, SuspensionRequest } from '../../domain/suspension/suspension-request.ts'

// Fixed people, fixed days. Every status of every kind is here, by name: a new one does not compile until it is too.

type EachStatus<Value extends { readonly status: string }> = {
  readonly [S in Value['status']]: Extract<Value, { readonly status: S }>
}

export const contoso = '5f3c1d6e-0000-4000-8000-00000000c001'
export const fabrikam = '5f3c1d6e-0000-4000-8000-00000000fab1'

/** The morning of 31 March 2025, some minutes in. */
export function minute(past: number): Instant {
  return `2025-03-31T02:${String(past).padStart(2, '0')}:00.000Z`
}

/** Text that a careless store would spoil: quotes, line ends, other scripts, what looks like markup. */
export const awkward = 'a "b" \\ c\n\td é 日本語 逾期未付 просрочка 💸 <!channel> </script> \u2028 {"json": true}'

const identity: IdentityOnCard = {
  lane: 'china',
  operatorName: 'Contoso 中国',
  domain: 'contoso.cn',
  tenantId: contoso,
  ledger: [{ name: 'Contoso Ltd', number: 'K-1001' }],
}

const nothingScheduled = { quantity: null, product: null, term: null, billingCycle: null }

function aReading(changes: Partial<OperatorSubscription> = {}): OperatorSubscription {
  return {
    ...{ id: 'sub-1', name: awkward, offer: 'Office', status: 'active', suspensionReasons: ['(?)'] },
    ...{ model: 'new-commerce', quantity: 25, parent: null, commitmentEnd: null, autoRenew: true },
    ...{ term: 'P1Y', billingCycle: 'monthly', cancellableUntil: null, scheduledChange: null },
    ...changes,
  }
}

const trouble = {
  kind: 'throttled',
  code: '429',
  description: awkward,
  correlationId: 'c-1',
  until: minute(9),
} as const
const results: { readonly [S in ActResult['state']]: Extract<ActResult, { readonly state: S }> } = {
  waiting: { state: 'waiting' },
  sent: { state: 'sent', at: minute(5) },
  accepted: { state: 'accepted', at: minute(6) },
  done: { state: 'done', at: minute(7), confirmed: true },
  already: { state: 'already', at: minute(7) },
  failed: { state: 'failed', at: minute(7), trouble: { ...trouble, kind: 'refused', correlationId: null } },
  skipped: { state: 'skipped', at: minute(7), why: 'other-holds' },
}
const acts: readonly SubscriptionAct[] = Object.values(results).map((result, index) => ({
  subscription: `sub-${index}`,
  name: 'Microsoft 365 商业版',
  intent: `intent-${index}`,
  result,
  delay: index === 0 ? { trouble, since: minute(4) } : null,
  ...(index === 2 && { plan: 'sub-0' }),
}))

const asked = {
  id: 'S-1',
  customer: contoso,
  identity,
  reason: 'non-payment',
  subscriptions: [
    {
      id: 'sub-0',
      name: 'Microsoft 365 商业版',
      quantity: 25,
      parent: null,
      model: 'azure-plan',
      commitmentEnd: null,
      addOns: ['Phone System'],
    },
    {
      id: 'sub-2',
      name: 'harbor-lane-prod',
      plan: 'sub-0',
      quantity: 1,
      parent: null,
      model: 'azure-plan',
      commitmentEnd: null,
      addOns: [],
    },
    {
      id: 'sub-1',
      name: 'Phone System',
      quantity: 1,
      parent: 'sub-0',
      model: 'new-commerce',
      commitmentEnd: minute(59),
      addOns: [],
    },
  ],
  note: awkward,
  basis: {
    overdue: [{ minor: 4_820_000, currency: 'CNY' }],
    oldestDaysPastDue: 64,
    stage: 'final-notice',
    notice: { givenOn: '2025-03-03', deadline: '2025-03-17', recordedBy: 'mei' },
    ledgerAsOf: '2025-03-30',
    summary: true,
  },
  override: {
    reason: 'agreed by phone',
    obstacles: [
      { code: 'before-suspension-rung', stage: 'reminder' },
      { code: 'no-final-notice' },
      { code: 'notice-running', deadline: '2025-04-02' },
      { code: 'under-agreement', agreement: 'A-1', kind: 'promise', until: '2025-04-04' },
      { code: 'said-to-be-paid', agreement: 'A-2', amount: { minor: 420_000, currency: 'CNY' }, until: '2025-04-03' },
      { code: 'ledger-too-old', asOf: '2025-03-20', workingDays: 7, limit: 3 },
    ],
  },
  askedBy: 'mei',
  askedAt: minute(0),
  expiresAt: '2025-04-03T02:00:00.000Z',
  approvalsNeeded: 2,
  approvalsWhy: { over: 'amount', amount: { minor: 6_000_000, currency: 'EUR' }, limit: 5_000_000 },
  stepUp: { over: 'people', people: 600, limit: 500 },
  escalatedAt: minute(30),
  alerted: 'sub-0',
  brokenGlass: {
    by: 'ines',
    at: minute(3),
    reason: awkward,
    confirmBy: minute(40),
    escalatedAt: minute(41),
    ended: { by: 'wang', at: minute(42), how: 'reversed', resumption: 'R-1' },
  },
  approvals: [{ by: 'wang', at: minute(3) }],
  questions: [
    { by: 'wang', at: minute(1), text: 'All of them?', answer: { by: 'mei', at: minute(2), text: 'Yes.' } },
    { by: 'lin', at: minute(2), text: 'Since when?', answer: null },
  ],
} as const satisfies Omit<Extract<SuspensionRequest, { status: 'pending' }>, 'status'>

const of = (id: string) => ({ id, name: awkward, falls: false }) as const
/** Every way to tell what a suspension does; cards of an older desk have none. */
const impact: Impact = {
  from: '2025-03-31',
  subscriptions: [
    {
      ...of('sub-0'),
      model: 'new-commerce',
      people: { by: 'licences', count: 23 },
      billing: { kind: 'continues', until: '2025-11-30', perDay: [{ minor: 1200, currency: 'EUR' }] },
      wayBack: { kind: 'term', until: '2025-11-30' },
      dropped: [
        { what: 'auto-renew' },
        { what: 'scheduled-change', quantity: 20, product: null, term: 'P1Y', billingCycle: null },
      ],
    },
    {
      ...of('sub-1'),
      falls: true,
      model: 'legacy',
      people: { by: 'seats', count: 1 },
      billing: { kind: 'stops' },
      wayBack: { kind: 'days', days: 90, until: '2025-06-29', bound: 'unknown' },
      dropped: [],
    },
    {
      ...of('sub-2'),
      model: 'azure-plan',
      people: { by: 'unknown' },
      billing: { kind: 'by-use' },
      wayBack: { kind: 'unknown' },
      dropped: [],
    },
    {
      ...of('sub-4'),
      model: 'azure-plan',
      plan: 'sub-2',
      people: { by: 'unknown' },
      billing: { kind: 'use-stops' },
      wayBack: { kind: 'unknown' },
      dropped: [],
    },
    {
      ...of('sub-3'),
      model: '21vianet',
      people: { by: 'seats', count: 1 },
      billing: { kind: 'unknown' },
      wayBack: { kind: 'to-confirm', days: 60, until: '2025-05-30' },
      dropped: null,
    },
  ],
}

const changes = [{ by: 'lin', at: minute(2), added: ['Phone System'], removed: [] }]

export const suspensions: EachStatus<SuspensionRequest> = {
  pending: { ...asked, status: 'pending' },
  questioned: {
    ...asked,
    impact,
    scope: { ledgerTells: true, wider: ['sub-1'] },
    changes,
    notBefore: '2025-04-04',
    braked: minute(30),
    status: 'questioned',
  },
  approved: { ...asked, start: { at: minute(40), why: 'friday-brake' }, status: 'approved', acts },
  'carried-out': { ...asked, status: 'carried-out', acts, endedAt: minute(9) },
  rejected: { ...asked, status: 'rejected', rejectedBy: 'wang', endedAt: minute(9), because: awkward },
  withdrawn: { ...asked, status: 'withdrawn', endedAt: minute(9) },
  expired: { ...asked, override: null, note: null, status: 'expired', endedAt: minute(9) },
  void: { ...asked, status: 'void', endedAt: minute(9), why: 'paid' },
}

const resume = {
  id: 'R-1',
  customer: contoso,
  lane: 'china',
  identity,
  reason: 'fraud',
  subscriptions: [{ id: 'sub-0', name: 'Microsoft 365 商业版' }],
  askedBy: 'ines',
  askedAt: minute(0),
  expiresAt: '2025-04-03T02:00:00.000Z',
  approvals: [],
} as const satisfies Omit<Extract<Resumption, { status: 'pending' }>, 'status'>

const resumptions: EachStatus<Resumption> = {
  pending: { ...resume, status: 'pending' },
  approved: { ...resume, status: 'approved', acts },
  'carried-out': { ...resume, status: 'carried-out', acts, endedAt: minute(9) },
  rejected: { ...resume, status: 'rejected', rejectedBy: 'lin', endedAt: minute(9), because: 'not yet' },
  expired: { ...resume, status: 'expired', endedAt: minute(9) },
  void: { ...resume, status: 'void', endedAt: minute(9), why: 'customer-rematched' },
}

const end = {
  id: 'E-1',
  customer: contoso,
  identity,
  way: 'cancel',
  subscriptions: [
    {
      id: 'sub-1',
      name: awkward,
      quantity: 25,
      addOns: ['Voicemail'],
      model: 'new-commerce',
      commitmentEnd: minute(8),
      cancellableUntil: null,
    },
  ],
  because: awkward,
  askedBy: 'mei',
  askedAt: minute(0),
  expiresAt: minute(30),
  approvals: [{ by: 'wang', at: minute(1) }],
} as const satisfies Omit<Extract<Ending, { status: 'pending' }>, 'status'>

const setBudget = {
  id: 'U-1',
  customer: contoso,
  identity: end.identity,
  amount: { minor: 50_000, currency: 'EUR' },
  before: null,
  used: { minor: 100, currency: 'EUR' },
  askedBy: 'mei',
  askedAt: minute(1),
  expiresAt: minute(90),
  approvals: [{ by: 'wang', at: minute(2) }],
} as const
const values: { readonly [I in PolicyValue['is']]: Extract<PolicyValue, { readonly is: I }> } = {
  rung: {
    ...{ is: 'rung', calls: 'suspension', days: 30, working: true, invoices: 2, sends: true },
    amounts: { EUR: 100 },
  },
  cover: { is: 'cover', lanes: ['china'], countries: ['CN'], groups: [awkward] },
  amounts: { is: 'amounts', amounts: { EUR: 5 } },
  number: { is: 'number', of: 'days', n: 3 },
  share: { is: 'share', share: 0.5 },
  yes: { is: 'yes', yes: false },
  limits: { is: 'limits', amounts: {}, people: null },
  approval: { is: 'approval', reason: 'fraud', above: { amounts: { EUR: 5 }, people: 3 }, needs: 2 },
  text: { is: 'text', text: awkward },
}
const askedPolicy = {
  ...{ id: 'V-1', file: 'policy.yaml', text: awkward, sha256: 'b2', basis: 1, remarks: [awkward] },
  differences: Object.values(values).map((value, at): PolicyDifference => ({
    entry: 'rung',
    of: at === 0 ? null : awkward,
    before: at === 1 ? null : value,
    after: at === 2 ? null : value,
  })),
  ...{ askedBy: 'mei', askedAt: minute(1) },
}
const policyChanges: EachStatus<PolicyChange> = {
  pending: { ...askedPolicy, status: 'pending', stepUp: true },
  activated: { ...askedPolicy, status: 'activated', version: 2, confirmedBy: 'wang', endedAt: minute(2) },
  rejected: { ...askedPolicy, status: 'rejected', rejectedBy: 'wang', endedAt: minute(2) },
  withdrawn: { ...askedPolicy, status: 'withdrawn', endedAt: minute(2) },
  expired: { ...askedPolicy, status: 'expired', endedAt: minute(2) },
}
const budgetAct = { intent: 'id-7', result: { state: 'sent', at: minute(3) }, delay: null } as const

const budgets: EachStatus<BudgetChange> = {
  pending: { ...setBudget, before: setBudget.amount, used: null, status: 'pending' },
  approved: {
    ...setBudget,
    status: 'approved',
    act: {
      ...budgetAct,
      delay: {
        trouble: { kind: 'throttled', code: null, description: null, correlationId: null },
        since: minute(4),
      },
    },
  },
  'carried-out': {
    ...setBudget,
    status: 'carried-out',
    act: { ...budgetAct, result: { state: 'done', at: minute(5), confirmed: true } },
    endedAt: minute(5),
  },
  rejected: { ...setBudget, status: 'rejected', rejectedBy: 'wang', endedAt: minute(3), rejection: awkward },
  withdrawn: { ...setBudget, status: 'withdrawn', endedAt: minute(3) },
  expired: { ...setBudget, status: 'expired', endedAt: minute(90) },
}

const orderHold = { id: 'F-1', alert: 'F-1', by: 'ines', at: minute(1), because: awkward } as const
const creditAsked = {
  id: 'CL-1',
  customer: contoso,
  identity,
  change: {
    kind: 'limit',
    limit: { minor: 500_000, currency: 'EUR' },
    before: null,
    reviewOn: '2027-01-15',
  },
  because: awkward,
  exposure: {
    day: '2025-03-31',
    ledgerAsOf: null,
    currencies: [
      {
        currency: 'EUR',
        lines: [
          { part: 'overdue', minor: 420_000, source: 'ledger' },
          { part: 'committed', minor: 100_000, source: 'ledger-lines', subscriptions: 2 },
        ],
        sum: 520_000,
      },
    ],
    unknown: [
      { part: 'licences', why: 'no-price', subscriptions: 3 },
      { part: 'azure-use', why: 'no-answer', subscriptions: null },
    ],
  },
  askedBy: 'mei',
  askedAt: minute(1),
  expiresAt: minute(90),
} as const

const creditChanges: EachStatus<CreditChange> = {
  pending: { ...creditAsked, status: 'pending' },
  approved: {
    ...creditAsked,
    change: { kind: 'release', holds: [orderHold] },
    exposure: null,
    status: 'approved',
    approval: { by: 'wang', at: minute(2) },
    endedAt: minute(2),
  },
  rejected: { ...creditAsked, status: 'rejected', rejectedBy: 'wang', rejection: awkward, endedAt: minute(3) },
  withdrawn: { ...creditAsked, status: 'withdrawn', endedAt: minute(3) },
  expired: { ...creditAsked, status: 'expired', endedAt: minute(90) },
}

const creditLines: readonly CreditLine[] = [
  {
    lane: 'global',
    customer: contoso,
    limits: [{ minor: 500_000, currency: 'EUR' }],
    reviewOn: '2027-01-15',
    reviewBy: ['mei', 'wang'],
    reviewTold: null,
    holds: [orderHold],
    log: [
      {
        what: 'limit-set',
        at: minute(2),
        by: 'mei',
        approvedBy: 'wang',
        because: awkward,
        case: 'CL-1',
        limit: { minor: 500_000, currency: 'EUR' },
        reviewOn: '2027-01-15',
      },
      {
        what: 'hold-placed',
        at: minute(3),
        by: 'ines',
        approvedBy: null,
        because: awkward,
        case: 'F-1',
        limit: null,
        reviewOn: null,
      },
    ],
    breaches: [{ currency: 'EUR', told: 520_000, toldAt: minute(4), atLeast: true, since: minute(4) }],
  },
]

const endings: EachStatus<Ending> = {
  pending: { ...end, status: 'pending' },
  approved: { ...end, status: 'approved', acts },
  'carried-out': { ...end, status: 'carried-out', way: 'at-term', acts, endedAt: minute(9) },
  rejected: { ...end, status: 'rejected', rejectedBy: 'lin', endedAt: minute(9), rejection: 'not yet' },
  withdrawn: { ...end, status: 'withdrawn', endedAt: minute(9) },
  expired: { ...end, status: 'expired', endedAt: minute(9) },
}

const changeAsked = { by: 'mei', at: minute(3), intent: 'b1f0' } as const

const opened = {
  id: 'PD-1',
  lane: 'global',
  customer: { id: contoso, name: 'Contoso 中国', domain: 'contoso.cn' },
  topic: 'billing',
  severity: 'moderate',
  filing: 'by-hand',
  title: awkward,
  text: awkward,
  impact: awkward,
  tried: awkward,
  contact: awkward,
  inChinese: awkward,
  from: 'S-1',
  subscriptions: [{ id: 'sub-1', name: awkward }],
  correlationIds: ['c0ffee'],
  evidence: [{ at: minute(0), what: 'suspension.requested', about: 'S-1' }],
  attachments: ['dossier'],
  openedBy: 'mei',
  openedAt: minute(0),
  changes: [
    { ...changeAsked, number: 1, road: 'api', wanted: { change: 'note', text: awkward }, result: { state: 'owed' } },
    {
      ...changeAsked,
      number: 2,
      road: 'mail',
      wanted: { change: 'severity', severity: 'critical' },
      result: { state: 'done', at: minute(4) },
    },
    {
      ...changeAsked,
      number: 5,
      road: 'by-hand',
      wanted: { change: 'severity', severity: 'critical' },
      result: { state: 'done', at: minute(4), by: 'sam' },
    },
    { ...changeAsked, number: 3, road: 'by-hand', wanted: { change: 'close' }, result: { state: 'by-hand' } },
    {
      ...changeAsked,
      number: 4,
      road: 'api',
      wanted: { change: 'close' },
      result: { state: 'refused', at: minute(5), code: 'closed-there', words: awkward },
    },
  ],
  heard: [
    { by: 'Ada', at: minute(6), text: awkward },
    { by: null, at: null, text: awkward },
  ],
  copy: { status: 'attention-needed', severity: 'unknown', modifiedAt: minute(6), seenAt: minute(7) },
  question: { about: 'number', asked: 2, at: minute(8) },
  several: ['700000000000123', '700000000000124'],
  mailId: '<pd-1.1@partner.example>',
} as const

const filed = { operatorNumber: '700000000000123', filedBy: 'mei', filedAt: minute(9) } as const

const serviceRequests: EachStatus<ServiceRequest> = {
  'handed-over': { ...opened, status: 'handed-over', mailRefused: { code: '550', words: awkward, mayBeThere: true } },
  sending: { ...opened, status: 'sending', copy: null, question: null, filing: 'mail' },
  filed: { ...opened, ...filed, status: 'filed' },
  closed: { ...opened, ...filed, status: 'closed', closedBy: null, closedAt: minute(10), answer: awkward },
  'not-filed': { ...opened, customer: null, status: 'not-filed', endedBy: 'mei', endedAt: minute(9) },
}

const account = { channel: 'slack', tenant: 'T01', user: 'U01' } as const
const change = { id: 'G-1', change: 'give', role: 'approver', askedBy: 'ines', askedAt: minute(0) } as const

const roleChanges: EachStatus<RoleChange> = {
  pending: { ...change, subject: { kind: 'newcomer', account, name: 'Lin' }, status: 'pending' },
  confirmed: {
    ...change,
    subject: { kind: 'staff', staff: 'lin', name: 'Lin' },
    status: 'confirmed',
    confirmedBy: 'wang',
    confirmedAt: minute(9),
  },
  rejected: {
    ...change,
    subject: { kind: 'staff', staff: 'lin', name: 'Lin' },
    status: 'rejected',
    rejectedBy: 'wang',
    rejectedAt: minute(9),
  },
  expired: {
    ...change,
    subject: { kind: 'staff', staff: 'lin', name: 'Lin' },
    status: 'expired',
    endedAt: minute(9),
  },
}

const understood = {
  id: 'L-1',
  file: 'open items 三月.csv',
  sha256: 'ab'.repeat(32),
  scope: { kind: 'company', value: '100' },
  complete: true,
  asOf: '2025-03-30',
  rows: 3,
  effect: {
    opened: 1,
    changed: 1,
    closed: 1,
    unchanged: 0,
    totals: [{ currency: 'JPY', minor: 990_000, items: 2 }],
    customers: 2,
    unmatched: [{ account: '100:K-7', name: 'Tailspin' }],
    unmatchedCount: 1,
    newlyDue: 1,
    rematched: [{ account: '100:K-1', from: contoso, to: fabrikam }],
    guard: ['many-closed', 'many-newly-due'],
  },
  by: 'console:root',
  staff: null,
  at: minute(0),
} as const satisfies Omit<Extract<ImportRecord, { status: 'pending' }>, 'status'>

const notes: readonly PullNote[] = [
  { code: 'sums-agree', accounts: 3 },
  { code: 'books-say-more', account: 'Nimbus:1', name: awkward, currency: 'EUR', stated: 300, ours: 100 },
  { code: 'sums-not-compared', accounts: 1, why: 'currencies' },
  { code: 'credits-in-full', documents: 2 },
  { code: 'left-out', reason: 'no-due-date', documents: 1, numbers: ['R-1'] },
]
export const imports: EachStatus<ImportRecord> = {
  pending: { ...understood, status: 'pending', pulled: { source: 'business-central', notes } },
  active: {
    ...understood,
    status: 'active',
    confirmedBy: null,
    activeAt: minute(9),
    pulled: { source: 'business-central', notes: [] },
    readAgain: '2025-03-31',
  },
  'undo-asked': {
    ...understood,
    status: 'undo-asked',
    confirmedBy: 'wang',
    activeAt: minute(9),
    undo: {
      by: 'console:root',
      staff: 'mei',
      at: minute(19),
      effect: {
        ...understood.effect,
        owners: { assigned: 2, leftAlone: 1, disputed: 1, unknown: [awkward], unknownCount: 9 },
      },
    },
  },
  expired: { ...understood, status: 'expired', endedAt: minute(9) },
  rejected: { ...understood, status: 'rejected', rejectedBy: 'wang', endedAt: minute(9) },
  undone: { ...understood, status: 'undone', undoneBy: 'ines', endedAt: minute(9), activeAt: minute(2) },
}

const shown = {
  id: 'link-1',
  shownTo: { account, name: awkward, place: 'place-1' },
  offeredAt: minute(1),
  until: minute(11),
}
const typed = {
  ...shown,
  typedBy: { account: { channel: 'slack', tenant: 'T1', user: 'U1' }, name: 'mei', place: 'place-2' },
  typedAt: minute(2),
} as const
export const links: EachStatus<LinkOffer> = {
  open: { ...shown, status: 'open', code: '7KQ2M9FD' },
  typed: { ...typed, status: 'typed' },
  tied: { ...typed, status: 'tied', staff: 'mei', replaced: account },
  denied: { ...typed, status: 'denied' },
}

const sighted = {
  id: 'O-1',
  customer: contoso,
  lane: 'china',
  identity,
  openedAt: minute(1),
  subscriptions: [
    {
      id: 'sub-0',
      name: awkward,
      difference: 'suspended-elsewhere',
      seenAt: minute(1),
      changedAfter: null,
      suspensionReasons: ['AcceptableUse'],
      heldFor: [],
      overAt: null,
    },
    {
      id: 'sub-1',
      name: 'Visio',
      difference: 'active-though-held',
      seenAt: minute(1),
      changedAfter: minute(0),
      suspensionReasons: [],
      heldFor: ['non-payment'],
      overAt: minute(9),
    },
  ],
  notices: [{ by: 'mei', at: minute(2), text: awkward }],
} as const
export const sightings: EachStatus<Sighting> = {
  pending: { ...sighted, status: 'pending' },
  recorded: {
    ...sighted,
    status: 'recorded',
    cause: 'operator',
    because: awkward,
    recordedBy: 'wang',
    endedAt: minute(9),
  },
  agreed: { ...sighted, status: 'agreed', endedAt: minute(9) },
}

const askedSwitch = { id: 'W-1', lanes: ['china'], change: 'act', askedBy: 'ines', askedAt: minute(1) } as const
const offer = { id: 'W-2', lanes: ['china'], change: 'act', offeredAt: minute(1) } as const
const stop = {
  id: 'W-3',
  lanes: ['global', 'china'],
  change: 'stop',
  stoppedBy: 'wang',
  stoppedAt: minute(1),
  restarted: ['china'],
} as const
const laneSwitches: EachStatus<LaneSwitch> = {
  offered: { ...offer, status: 'offered' },
  taken: { ...offer, status: 'taken', asked: 'W-1', endedAt: minute(2) },
  pending: { ...askedSwitch, change: 'restart', status: 'pending' },
  confirmed: { ...askedSwitch, status: 'confirmed', confirmedBy: 'otto', confirmedAt: minute(2) },
  rejected: { ...askedSwitch, status: 'rejected', rejectedBy: 'otto', rejectedAt: minute(2) },
  expired: { ...askedSwitch, status: 'expired', endedAt: minute(2) },
  'in-force': { ...stop, status: 'in-force' },
  lifted: { ...stop, status: 'lifted', endedAt: minute(9) },
}

const braked = {
  id: 'B-1',
  lane: 'china',
  day: '2025-03-31',
  limit: 10,
  openedAt: minute(1),
  expiresAt: minute(9),
  waiting: [
    { case: 'S-3', name: awkward, askedBy: 'mei', contributors: ['nora'] },
    { case: 'S-4', name: awkward, askedBy: 'mei' },
  ],
  approvals: [{ by: 'wang', at: minute(2) }],
  letGo: ['S-2'],
} as const
const dailyBrakes: EachStatus<DailyBrake> = {
  pending: { ...braked, status: 'pending' },
  released: { ...braked, status: 'released', endedAt: minute(3) },
  'called-off': { ...braked, status: 'called-off', calledOffBy: 'lin', endedAt: minute(3) },
  expired: { ...braked, status: 'expired', endedAt: minute(9) },
}

const troubled = {
  id: 'X-1',
  lane: 'global',
  openedAt: minute(1),
  trouble: { kind: 'unauthorised', code: '800039', description: null, correlationId: 'c-1' },
  customer: contoso,
  tries: 2,
  triedAt: minute(5),
} as const
const laneTroubles: EachStatus<LaneTrouble> = {
  open: { ...troubled, status: 'open' },
  ended: { ...troubled, customer: null, triedAt: null, status: 'ended', endedAt: minute(9) },
}

const counting = {
  id: 'D-1',
  customer: contoso,
  lane: 'china',
  identity,
  openedAt: minute(1),
  subscriptions: [
    { id: 'sub-0', name: awkward, day: '2025-04-02', ground: '21vianet-sixty-days', passed: false },
    { id: 'sub-1', name: 'Visio', day: '2025-03-30', ground: 'term-end', passed: true },
    { id: 'sub-2', name: 'Project', day: '2025-04-03', ground: 'legacy-ninety-days', passed: false },
  ],
  countedOn: '2025-03-31',
  notch: 3,
  wanted: null,
} as const
export const countdowns: EachStatus<Countdown> = {
  pending: { ...counting, status: 'pending', wanted: { by: 'mei', at: minute(3) } },
  'let-go': { ...counting, status: 'let-go', signedBy: 'wang', because: awkward, endedAt: minute(9) },
  passed: { ...counting, status: 'passed', notch: 1, endedAt: minute(9) },
  over: { ...counting, status: 'over', notch: 7, endedAt: minute(9) },
}

const anAlert = {
  id: 'F-1',
  key: 'global/c/s/usageAnomalyDetection',
  lane: 'global',
  customer: contoso,
  identity: null,
  calledThere: awkward,
  subscription: { id: 's', name: awkward, kind: 'azure' },
  type: 'usageAnomalyDetection',
  basis: {
    owes: { overdue: [{ minor: 120_000, currency: 'EUR' }], days: 12, stage: 'reminder', asOf: '2025-03-30' },
    held: [{ name: 'Azure plan', reasons: ['non-payment'] }],
    moreHeld: 0,
  },
  suspicion: 'fraud',
  severity: 'high',
  confidence: 'medium',
  isTest: false,
  title: awkward,
  description: null,
  country: 'DE',
  details: { ConnectionCount: '9' },
  resources: [{ id: '/subscriptions/s/vm7', kind: 'AzureResource' }],
  items: [{ source: 'graph', id: 'a', status: 'active', hits: null, seenAt: minute(1) }],
  hits: 3,
  firstSeenAt: minute(0),
  lastSeenAt: minute(1),
  openedAt: minute(1),
  waitsSince: minute(1),
  answerBy: minute(59),
  spend: { amounts: [{ minor: 100, currency: 'EUR' }], perHour: [], readAt: minute(2) },
  before: 'F-0',
  holder: { by: 'ines', at: minute(2) },
  snooze: null,
  answers: [{ case: 'S-1', at: minute(3) }],
  escalated: { step: 1, at: minute(2) },
  told: { severity: 'high', spend: [], resources: 1 },
} as const
const alertEnded = {
  ...anAlert,
  status: 'decided',
  verdict: 'fraud',
  because: awkward,
  decidedBy: 'ines',
  intent: 'i',
  asIgnore: false,
  endedAt: minute(9),
} as const
const alerts: readonly FraudAlert[] = [
  { ...anAlert, status: 'pending', reportedBy: 'ines' },
  {
    ...anAlert,
    status: 'pending',
    digested: 'waiting',
    pagedUndelivered: true,
    snooze: { by: 'ines', at: minute(2), until: minute(50), because: awkward, atRisk: anAlert.told },
  },
  { ...alertEnded, reported: { state: 'nobody-to-tell' } },
  { ...alertEnded, reported: { state: 'telling' } },
  { ...alertEnded, reported: { state: 'told', at: minute(9), as: 'ignore' } },
  { ...alertEnded, reported: { state: 'refused', at: minute(9), code: '1', words: null } },
  { ...anAlert, status: 'resolved-elsewhere', reason: null, endedAt: minute(9) },
]
const troubles: {
  readonly [W in WebhookTrouble['what']]: Extract<WebhookTrouble, { readonly what: W }>
} = {
  registration: { what: 'registration', at: minute(4), kind: 'unreachable', code: null },
  'test-refused': { what: 'test-refused', at: minute(4), code: 'NotFound' },
  'test-unheard': { what: 'test-unheard', at: minute(4) },
}
const webhooks: readonly LaneWebhook[] = [
  blankWebhook('china'),
  ...Object.values(troubles).map((trouble): LaneWebhook => ({
    lane: 'global',
    registered: { at: minute(1), url: 'https://desk.example/webhooks/partner-center/global', events: ['test-created'] },
    checkedAt: minute(2),
    taken: { at: minute(1), url: null },
    test: { askedAt: minute(1), correlation: 'c-1', over: true },
    provenAt: minute(2),
    lastEventAt: minute(2),
    trouble,
  })),
]

const recorded = { id: 'A-1', customer: contoso, author: 'mei', recordedAt: minute(0) } as const
const debt = [
  { key: '100:K-1|invoice|INV-9', left: 4_820_000, disputed: 80_000 },
  { key: '100:K-1|invoice|INV-10', left: 10 },
]
const toCome = { ...recorded, debt, asOf: '2025-03-30' } as const
const over = { by: 'mei', at: minute(9) } as const
const judged = { at: minute(9), paid: 200_000, asOf: '2025-04-04' } as const
const ofMoney = [
  { status: 'open' },
  { status: 'kept', ...judged },
  { status: 'part-kept', ...judged },
  { status: 'broken', ...judged, paid: 0 },
  { status: 'ended', ...over },
  { status: 'undone', ...over },
] as const
const cny = { minor: 420_000, currency: 'CNY' }
const exempted = { kind: 'exemption', ...recorded, reason: awkward, owner: 'wang', until: '2025-12-31' } as const
const invoiceDisputed = { invoice: '100:K-1|invoice|INV-9', number: 'INV-9', reason: awkward }
const agreements: readonly Agreement[] = [
  ...ofMoney.map((state) => ({ kind: 'promise', ...toCome, amount: cny, day: '2025-04-04', state }) as const),
  ...ofMoney.map((state) => {
    const instalments = [
      { minor: 210_000, day: '2025-04-30' },
      { minor: 210_000, day: '2025-05-30' },
    ] as const
    return { kind: 'plan', ...toCome, currency: 'CNY', instalments, state } as const
  }),
  { kind: 'dispute', ...recorded, ...invoiceDisputed, amount: null, state: { status: 'open' } },
  { kind: 'dispute', ...recorded, ...invoiceDisputed, amount: cny, state: { status: 'ended', ...over } },
  { kind: 'dispute', ...recorded, ...invoiceDisputed, amount: cny, state: { status: 'undone', ...over } },
  { kind: 'dispute', ...recorded, ...invoiceDisputed, amount: cny, state: { status: 'closed', at: minute(9) } },
  {
    ...exempted,
    of: { what: 'customer' },
    remindedAt: minute(5),
    state: { status: 'open' },
  },
  {
    ...exempted,
    of: { what: 'invoice', key: '100:K-1|invoice|INV-9', number: 'INV-9' },
    state: { status: 'over', at: minute(9) },
  },
  {
    ...exempted,
    of: { what: 'subscription', id: 'sub-0', name: 'Microsoft 365 商业版' },
    state: { status: 'ended', ...over },
  },
  {
    ...exempted,
    of: { what: 'customer' },
    state: { status: 'undone', ...over },
  },
  ...(
    [
      { status: 'open' },
      { status: 'undone', ...over },
      { status: 'settled', ...judged },
      { status: 'dropped', at: minute(9), why: 'not-in-ledger' },
      { status: 'dropped', at: minute(9), why: 'run-out' },
    ] as const
  ).map(
    (state) => ({ kind: 'paid-mark', ...toCome, amount: cny, said: '2025-03-31', until: '2025-04-03', state }) as const,
  ),
]
const letter: Omit<Extract<Reminder, { status: 'given' }>, 'status'> = {
  ...{ customer: contoso, lane: 'china', kind: 'reminder', day: '2025-03-31', until: '2025-04-14' },
  invoices: [{ key: '100:K-1|invoice|INV-9', number: awkward, due: '2025-01-20', left: { minor: 1, currency: 'CNY' } }],
  ...{ language: 'zh-Hant', mark: 'm1', by: 'mei', at: minute(1) },
}
const mailed = { ...letter, to: 'billing@contoso.example', askedIn: 'teams:partner/mei' } as const
const reminders: EachStatus<Reminder> = {
  sending: { ...mailed, status: 'sending', subject: awkward, text: awkward, tried: true },
  sent: { ...mailed, askedIn: null, by: 'desk', status: 'sent', sentAt: minute(2), messageId: '<m1@partner.example>' },
  given: { ...letter, kind: 'final-notice', lane: null, status: 'given' },
  withheld: { ...mailed, status: 'withheld', why: 'paid', endedAt: minute(3), mayHaveArrived: true },
  refused: { ...mailed, status: 'refused', code: '5.1.1', words: awkward, endedAt: minute(3) },
}

export const samples: { readonly [K in Kind]: readonly Records[K][] } = {
  suspension: Object.values(suspensions),
  resumption: Object.values(resumptions),
  ending: Object.values(endings),
  budget: Object.values(budgets),
  'credit-change': Object.values(creditChanges),
  'credit-line': creditLines,
  'policy-change': Object.values(policyChanges),
  'policy-version': [
    {
      ...{ number: 1, text: awkward, sha256: 'a1', from: 'default', file: 'default-policy.yaml' },
      ...{ since: minute(0), by: [], case: null },
    },
    {
      ...{ number: 2, text: awkward, sha256: 'b2', from: 'activated', file: 'policy.yaml' },
      ...{ since: minute(9), by: ['mei', 'wang'], case: 'V-1' },
    },
  ],
  'policy-given': [
    { id: 'g-1', customer: contoso, version: 1, on: '2025-03-31', how: null, by: 'mei', at: minute(1) },
    { id: 'g-2', customer: contoso, version: 2, on: '2025-03-30', how: 'contract', by: 'mei', at: minute(2) },
  ],
  'service-request': Object.values(serviceRequests),
  'role-change': Object.values(roleChanges),
  'ledger-import': Object.values(imports),
  sighting: Object.values(sightings),
  'lane-switch': Object.values(laneSwitches),
  'daily-brake': Object.values(dailyBrakes),
  'lane-trouble': Object.values(laneTroubles),
  lane: [
    anActingLane('china'),
    anActingLane('global', {
      stopped: { by: 'wang', at: minute(3), case: 'W-3' },
      trouble: { case: 'X-1', since: minute(2) },
      lastTrouble: 'X-1',
    }),
  ],
  'lane-day': [
    { lane: 'china', day: '2025-03-31', begun: ['S-1', 'S-2'], brake: 'B-1' },
    { lane: 'global', day: '2025-03-31', begun: [], brake: null },
  ],
  halted: [{ case: 'B-1', customer: contoso }],
  countdown: Object.values(countdowns),
  'fraud-alert': alerts,
  'ticket-number': [{ case: 'PD-1' }],
  'newest-alert': [{ case: 'F-1' }],
  silence: [
    { of: { kind: 'feed', lane: 'global', feed: 'graph' }, since: minute(1), toldAt: null },
    { of: { kind: 'channel', place: 'teams:partner/#fraud', name: '#fraud' }, since: minute(1), toldAt: minute(16) },
    { of: { kind: 'ledger', source: 'business-central', name: 'Business Central' }, since: minute(1), toldAt: null },
  ],
  delivery: [
    {
      case: 'F-1',
      place: 'teams:partner/#fraud',
      name: '#fraud',
      state: 'delivered',
      at: minute(3),
      lateMinutes: 3,
      why: 'throttled',
    },
    { case: 'F-1', place: 'slack:T01/C01', name: '#fraud', state: 'delayed', since: minute(1), why: 'unreachable' },
    { case: 'F-1', place: 'slack:T01/C02', name: '#old', state: 'refused', at: minute(1), why: 'gone' },
  ],
  'feed-baseline': [{ at: minute(1) }],
  dossier: [{ customer: contoso, lane: 'global', by: 'ines', at: minute(9) }],
  staff: [
    { id: 'mei', name: 'Mei 梅', accounts: [account], roles: ['collector'], language: 'zh-TW' },
    { id: 'wang', name: 'Wang', accounts: [], roles: [], language: null },
  ],
  'access-request': [
    { account, name: 'Lin', askedAt: minute(0), status: 'open' },
    { account, name: 'Lin', askedAt: minute(0), status: 'answered' },
  ],
  'link-offer': Object.values(links),
  'link-tries': [{ account, failed: [minute(1), minute(2)], until: minute(59) }],
  'second-factor': [
    { staff: 'mei', app: null, offered: { sealed: 'sealed-1', until: minute(15) } },
    {
      staff: 'wang',
      app: { sealed: 'sealed-2', since: minute(1), lastStep: 58_000_000, wrong: 4, lockedUntil: minute(20) },
      offered: null,
    },
  ],
  'open-suspension': [{ case: 'S-1', customer: contoso }],
  'open-case': [{ case: 'O-1', customer: contoso }],
  webhook: Object.values(webhooks),
  'webhook-event': [
    { lane: 'global', name: awkward, customer: null, changedAt: null, receivedAt: minute(1), ended: null },
    {
      lane: 'global',
      name: 'subscription-updated',
      customer: contoso,
      changedAt: minute(0),
      receivedAt: minute(1),
      ended: { as: 'followed', at: minute(2) },
    },
  ],
  digest: [{ told: ['china/c/s@2025-05-30#30'] }],
  turn: [
    { customer: contoso, case: 'S-1' },
    { customer: fabrikam, case: null },
  ],
  snapshot: [
    {
      ...{ lane: 'global', customer: contoso, subscription: 'sub-1', case: 'S-1', takenAt: minute(1) },
      before: aReading({ scheduledChange: { ...nothingScheduled, quantity: 10, instructions: '{"quantity":10}' } }),
    },
    {
      ...{ lane: 'china', customer: contoso, subscription: 'sub-2', case: 'S-1', takenAt: minute(1) },
      before: aReading({ autoRenew: null, term: null, commitmentEnd: minute(9) }),
      after: aReading({ status: 'suspended', autoRenew: false }),
      fellWith: 'sub-1',
      restoring: 'R-1',
    },
  ],
  held: [
    {
      lane: 'us-government',
      customer: contoso,
      subscription: 'sub-0',
      name: 'Azure plan',
      holds: [{ reason: 'operator', case: 'S-1', by: 'wang', at: minute(3) }],
    },
    { lane: 'global', customer: fabrikam, subscription: 'sub-9', name: 'Visio', plan: 'sub-0', holds: [] },
  ],
  agreement: agreements,
  'final-notice': [
    {
      id: 'n-1',
      customer: contoso,
      givenOn: '2025-03-01',
      deadline: '2025-03-15',
      invoices: ['100:K-1|invoice|INV-9'],
      recordedBy: 'mei',
      recordedAt: minute(0),
    },
  ],
  assignment: [
    { id: 'as-1', customer: contoso, owner: 'mei', by: 'wang', at: minute(0) },
    { id: 'as-2', customer: fabrikam, owner: null, by: 'mei', at: minute(1) },
    { id: 'as-3', customer: 'account:100:K-1', owner: 'wang', by: 'console:root', at: minute(2), import: 'L-7' },
  ],
  'customer-note': [{ id: 'cn-1', customer: contoso, text: awkward, by: 'mei', at: minute(0) }],
  skip: [{ id: 'sk-1', customer: contoso, until: '2025-04-01', because: awkward, by: 'mei', at: minute(0) }],
  'digest-route': [
    {
      ...{ place: 'place-1', placeName: '#collections', minute: 510, zone: 'Europe/Berlin' },
      ...{ setBy: 'ines', setAt: minute(0), told: null },
    },
    {
      ...{ place: 'C01', placeName: awkward, minute: 0, zone: 'America/New_York', setBy: 'ines', setAt: minute(0) },
      told: { day: '2025-03-31', at: minute(1), stages: { reminder: [contoso], clear: [] }, broken: ['A-1'] },
    },
  ],
  reminder: Object.values(reminders),
  correspondence: [
    { customer: contoso, language: null, entered: null, confirmed: [] },
    {
      customer: fabrikam,
      language: 'zh-Hant',
      entered: { address: 'billing@xn--bcher-kva.example', by: 'mei', at: minute(1) },
      confirmed: [{ address: 'old@fabrikam.example', by: 'wang', at: minute(0) }],
    },
  ],
  match: [
    { account: '100:K-1', lane: 'china', tenantId: contoso, how: 'confirmed' },
    { account: '100:K-2', lane: 'global', tenantId: fabrikam, how: 'domain' },
  ],
  route: [
    { topic: 'approvals', place: 'place-1', placeName: '#collections', setBy: 'ines', setAt: minute(0) },
    { topic: 'approvals', chat: 'slack', place: 'C01', placeName: '#money', setBy: 'ines', setAt: minute(1) },
    {
      topic: 'fraud',
      only: { customer: contoso, lane: 'china', severity: 'high', hours: { from: 1320, to: 360 } },
      place: 'place-1',
      placeName: '#contoso',
      setBy: 'ines',
      setAt: minute(2),
    },
  ],
  card: [
    { case: 'S-1', place: 'place-1', message: 'C01:1711850400.000100', shown: 2 },
    { case: 'S-2', place: 'place-1', message: 'C01:1711850400.000200', shown: 1, ordered: 2, told: 7, toTell: 9 },
  ],
  address: [
    {
      place: 'place-1',
      channel: 'teams',
      kind: 'channel',
      name: awkward,
      locale: null,
      reference: {
        serviceUrl: 'https://smba.example',
        conversation: { id: '19:x', isGroup: true },
        tries: [1, 2.5, null],
      },
      dead: false,
    },
    {
      place: 'C01',
      channel: 'slack',
      kind: 'channel',
      name: '#shared',
      locale: null,
      reference: {},
      dead: false,
      language: 'ja',
      outsiders: true,
    },
  ],
}

export function staff(name: string): Records['staff'] {
  return { id: name.toLowerCase(), name, accounts: [], roles: ['collector'], language: null }
}

/** Saves a person; the smallest record there is. */
export function saveStaff(name: string, basedOn: number | null = null): Save {
  return { kind: 'staff', id: name.toLowerCase(), value: staff(name), basedOn }
}

export function draft(what: string, about = 'S-1', by = 'mei'): AuditDraft {
  return { at: minute(0), by, what, about }
}

export function promise(id: string, dueAt: Instant, attempts = 0): OutboxEntry {
  return { id, order: { kind: 'post-case', case: 'S-1', askedIn: null }, dueAt, attempts }
}
