import type { Agreement } from '../../domain/agreements/agreement.ts'
import { standingUnder } from '../../domain/agreements/standing-under.ts'
import { usualFraudEscalation } from '../../domain/policy/fraud-escalation.ts'
import { usualTicketPatience } from '../../domain/policy/ticket-patience.ts'
import { newAct, type SubscriptionAct } from '../../domain/acts/subscription-act.ts'
import type { Customer, LedgerAccount, Match, OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { LaneRecord, LaneState } from '../../domain/lanes/lane-state.ts'
import type { HeldSubscription } from '../../domain/holds/hold.ts'
import type { CollectionsPolicy, PurchaseLimits } from '../../domain/policy/collections-policy.ts'
import { ladderFor } from '../../domain/policy/rungs-for.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { Ledger } from '../../domain/receivables/ledger.ts'
import type { Credit, OpenItem, Receivable } from '../../domain/receivables/open-item.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { ApprovedResumption, PendingResumption } from '../../domain/resumption/resumption.ts'
import { noBasis, type OfStatus } from '../../domain/service-requests/service-request.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'
import type { WorkingCalendar } from '../../domain/shared/working-days.ts'
import type { Role } from '../../domain/staff/powers.ts'
import type { RoleChange } from '../../domain/staff/role-change.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import type {
  ApprovedSuspension,
  IdentityOnCard,
  PendingSuspension,
} from '../../domain/suspension/suspension-request.ts'

// Fixed people, fixed days. Contoso in China owes CNY 48,200.00 since 20 January, was given a final notice on 3 March,
// and it is Monday, 31 March 2025, ten in the morning in Shanghai.

export const today: Day = '2025-03-31'
export const morning: Instant = '2025-03-31T02:00:00.000Z'

/** The same morning, some minutes in. */
export function minute(past: number): Instant {
  return new Date(Date.parse(morning) + past * 60_000).toISOString() as Instant
}

export function aStaff(name: string, roles: readonly Role[]): Staff {
  const id = name.toLowerCase()
  return { id, name, accounts: [{ channel: 'teams', tenant: 'partner', user: id }], roles, language: null }
}

export const mei = aStaff('Mei', ['collector'])
export const wang = aStaff('Wang', ['approver'])
export const lin = aStaff('Lin', ['approver'])
export const ines = aStaff('Ines', ['fraud-lead', 'administrator'])
export const rosa = aStaff('Rosa', ['fraud-lead'])
export const otto = aStaff('Otto', ['administrator'])
export const uma = aStaff('Uma', ['administrator'])
export const sam = aStaff('Sam', ['support'])

export const contoso = '5f3c1d6e-0000-4000-8000-00000000c001'
export const fabrikam = '5f3c1d6e-0000-4000-8000-00000000fab1'
export const seats = 'c0ffee00-0000-4000-8000-000000000001'
export const phones = 'c0ffee00-0000-4000-8000-000000000002'

/** A lane that acts, as after two administrators switched it on. */
export function anActingLane(lane: Lane, changes: Partial<LaneRecord> = {}): LaneRecord {
  const mode = { acts: true, since: morning, by: ['ines', 'otto'] }
  return { lane, account: 'partner', mode, stopped: null, trouble: null, ...changes }
}

/** For cards of specs that are not about lanes. */
export function allActing(lane: Lane): LaneState {
  return { lane, status: 'acting', since: morning, by: [] }
}

export function aCalendar(changes: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return { timeZone: 'Asia/Shanghai', workingDays: [1, 2, 3, 4, 5], holidays: [], ...changes }
}

/** Limits that are easy to step over. */
export function aDetection(changes: Partial<PurchaseLimits> = {}): PurchaseLimits {
  return {
    newSeats: 100,
    jump: { times: 3, seats: 50 },
    newCustomerDays: 30,
    firstSeats: 25,
    whileInTrouble: true,
    ...changes,
  }
}

export function aPolicy(changes: Partial<CollectionsPolicy> = {}): CollectionsPolicy {
  return {
    rungs: [
      { stage: 'suspend', daysPastDue: 60, atLeast: { CNY: 100_000, EUR: 10_000 } },
      { stage: 'final-notice', daysPastDue: 30, atLeast: null },
      { stage: 'reminder', daysPastDue: 1, atLeast: null },
    ],
    segments: [],
    customerGroups: {},
    countsWorkingDays: false,
    liftsWhenPaid: false,
    tolerance: { CNY: 500, EUR: 100 },
    finalNoticeDays: 14,
    contact: null,
    ledgerAgeLimit: 3,
    suspicionReviewDays: 3,
    dailyLimit: 10,
    importGuard: { closedShare: 0.3, newlyDueShare: 0.1 },
    approvals: [],
    stepUp: null,
    breakGlass: null,
    fraudDecisionHours: 4,
    fraudEscalation: usualFraudEscalation,
    ticketPatience: usualTicketPatience,
    workingHours: { from: 540, to: 1020 },
    fridayBrakeHours: 4,
    detection: aDetection(),
    calendar: aCalendar(),
    ...changes,
  }
}

export function anAccount(changes: Partial<LedgerAccount> = {}): LedgerAccount {
  return {
    key: 'K-1001',
    number: 'K-1001',
    name: 'Contoso Ltd',
    domain: null,
    tenantId: null,
    country: null,
    ...changes,
  }
}

export function anOperatorCustomer(changes: Partial<OperatorCustomer> = {}): OperatorCustomer {
  return { lane: 'china', tenantId: contoso, name: 'Contoso 中国', domain: 'contoso.cn', ...changes }
}

export function aMatch(changes: Partial<Match> = {}): Match {
  return { account: 'K-1001', lane: 'china', tenantId: contoso, how: 'domain', ...changes }
}

/** Known to both sides, unless `operator` is null. */
export function aCustomer(changes: Partial<Customer> = {}): Customer {
  const operator = changes.operator === undefined ? anOperatorCustomer() : changes.operator
  return {
    id: operator?.tenantId ?? 'account:K-1001',
    name: operator?.name ?? 'Contoso Ltd',
    lane: operator?.lane ?? null,
    operator,
    accounts: [anAccount()],
    ...changes,
  }
}

/** CNY 48,200.00, seventy days past due. */
export function anInvoice(changes: Partial<Omit<Receivable, 'kind'>> = {}): Receivable {
  return {
    kind: 'invoice',
    account: 'K-1001',
    number: 'INV-1',
    open: { minor: 4_820_000, currency: 'CNY' },
    company: null,
    lane: null,
    country: null,
    issued: '2024-12-21',
    due: '2025-01-20',
    lines: [],
    ...changes,
  }
}

export function cny(minor: number): { readonly open: { readonly minor: number; readonly currency: string } } {
  return { open: { minor, currency: 'CNY' } }
}

export function eur(minor: number): { readonly open: { readonly minor: number; readonly currency: string } } {
  return { open: { minor, currency: 'EUR' } }
}

export function aPayment(minor: number, changes: Partial<Credit> = {}): Credit {
  return {
    kind: 'payment',
    account: 'K-1001',
    number: 'PAY-1',
    open: { minor, currency: 'CNY' },
    company: null,
    lane: null,
    country: null,
    date: '2025-03-30',
    ...changes,
  }
}

/** Names INV-1; its deadline has passed. */
export function aNotice(changes: Partial<FinalNotice> = {}): FinalNotice {
  return {
    id: 'n-1',
    customer: contoso,
    givenOn: '2025-03-03',
    deadline: '2025-03-17',
    invoices: ['K-1001|invoice|INV-1'],
    recordedBy: 'mei',
    recordedAt: '2025-03-03T02:00:00.000Z',
    ...changes,
  }
}

interface Owing {
  readonly customer: Customer
  readonly items: readonly OpenItem[]
  readonly notices: readonly FinalNotice[]
  readonly agreements: readonly Agreement[]
  readonly day: Day
  readonly ledgerAsOf: Day | null
  readonly policy: CollectionsPolicy
}

/** What the desk knows of a customer's money; by default everything the policy asks for before a suspension. */
export function owing(changes: Partial<Owing> = {}): CustomerStanding {
  const facts: Owing = {
    customer: aCustomer(),
    items: [anInvoice()],
    notices: [aNotice()],
    agreements: [],
    day: today,
    ledgerAsOf: '2025-03-30',
    policy: aPolicy(),
    ...changes,
  }
  const { day, items, ledgerAsOf: asOf } = facts
  return {
    customer: facts.customer,
    ...standingUnder(
      facts.agreements,
      { day, asOf, toldUntil: asOf, items },
      facts.notices,
      ladderFor(facts.policy, facts.customer),
    ),
    notices: facts.notices,
    ledgerAsOf: facts.ledgerAsOf,
    toldUntil: facts.ledgerAsOf,
  }
}

let revisions = 0

/** A ledger that lists exactly these items, all of one day. */
export function aLedger(
  changes: {
    readonly accounts?: readonly LedgerAccount[]
    readonly items?: readonly OpenItem[]
    readonly matches?: readonly Match[]
    readonly asOf?: Day
  } = {},
): Ledger {
  const { accounts = [anAccount()], items = [anInvoice()], matches = [aMatch()], asOf = '2025-03-30' } = changes
  return {
    revision: (revisions += 1),
    accounts: new Map(accounts.map((account) => [account.key, account])),
    items: Map.groupBy(
      items.map((item) => ({ item, asOf })),
      ({ item }) => item.account,
    ),
    matches: new Map(matches.map((match) => [match.account, match])),
    asOf,
  }
}

export function aSubscription(changes: Partial<OperatorSubscription> = {}): OperatorSubscription {
  return {
    id: seats,
    name: 'Microsoft 365 商业版',
    offer: 'Microsoft 365 Business',
    status: 'active',
    suspensionReasons: [],
    model: '21vianet',
    quantity: 25,
    parent: null,
    commitmentEnd: null,
    autoRenew: true,
    term: null,
    billingCycle: null,
    cancellableUntil: null,
    scheduledChange: null,
    ...changes,
  }
}

export const identity: IdentityOnCard = {
  lane: 'china',
  operatorName: 'Contoso 中国',
  domain: 'contoso.cn',
  tenantId: contoso,
  ledger: [{ key: 'K-1001', name: 'Contoso Ltd', number: 'K-1001' }],
}

/** Mei asked for the seats to be suspended for non-payment; it expires with Tuesday, Shanghai time. */
export function aPendingSuspension(changes: Partial<PendingSuspension> = {}): PendingSuspension {
  return {
    status: 'pending',
    id: 'S-1',
    customer: contoso,
    identity,
    reason: 'non-payment',
    subscriptions: [
      {
        id: seats,
        name: 'Microsoft 365 商业版',
        quantity: 25,
        parent: null,
        model: '21vianet',
        commitmentEnd: null,
        addOns: [],
      },
    ],
    scope: { ledgerTells: false, wider: [] },
    note: null,
    impact: {
      from: today,
      subscriptions: [
        {
          id: seats,
          name: 'Microsoft 365 商业版',
          falls: false,
          model: '21vianet',
          people: { by: 'seats', count: 25 },
          billing: { kind: 'unknown' },
          wayBack: { kind: 'to-confirm', days: 60, until: '2025-05-30' },
          dropped: null,
        },
      ],
    },
    basis: {
      overdue: [{ minor: 4_820_000, currency: 'CNY' }],
      oldestDaysPastDue: 70,
      stage: 'suspend',
      notice: { givenOn: '2025-03-03', deadline: '2025-03-17', recordedBy: 'mei' },
      ledgerAsOf: '2025-03-30',
    },
    override: null,
    askedBy: 'mei',
    askedAt: morning,
    expiresAt: '2025-04-01T16:00:00.000Z',
    approvalsNeeded: 1,
    approvals: [],
    questions: [],
    ...changes,
  }
}

export function anAct(changes: Partial<SubscriptionAct> = {}): SubscriptionAct {
  return { ...newAct(seats, 'Microsoft 365 商业版', 'intent-1'), ...changes }
}

/** Wang said yes one minute in; nothing was carried out yet. */
export function anApprovedSuspension(changes: Partial<ApprovedSuspension> = {}): ApprovedSuspension {
  return {
    ...aPendingSuspension(),
    status: 'approved',
    approvals: [{ by: 'wang', at: minute(1) }],
    acts: [anAct()],
    ...changes,
  }
}

/** Out of service for non-payment since the morning. */
export function aHeldSubscription(changes: Partial<HeldSubscription> = {}): HeldSubscription {
  return {
    lane: 'china',
    customer: contoso,
    subscription: seats,
    name: 'Microsoft 365 商业版',
    holds: [{ reason: 'non-payment', case: 'S-1', by: 'wang', at: morning }],
    ...changes,
  }
}

/** Ines asked for a fraud hold to be lifted, five minutes in. */
export function aPendingResumption(changes: Partial<PendingResumption> = {}): PendingResumption {
  return {
    status: 'pending',
    id: 'R-1',
    customer: contoso,
    lane: 'china',
    identity,
    reason: 'fraud',
    subscriptions: [{ id: seats, name: 'Microsoft 365 商业版' }],
    held: [aHeldSubscription({ holds: [{ reason: 'fraud', case: 'S-2', by: 'wang', at: morning }] })],
    askedBy: 'ines',
    askedAt: minute(5),
    expiresAt: '2025-04-01T16:00:00.000Z',
    approvals: [],
    ...changes,
  }
}

export function anApprovedResumption(changes: Partial<ApprovedResumption> = {}): ApprovedResumption {
  return {
    ...aPendingResumption({ reason: 'non-payment', held: [aHeldSubscription()], askedBy: 'mei' }),
    status: 'approved',
    acts: [anAct({ intent: 'intent-2' })],
    ...changes,
  }
}

export function aTicket(changes: Partial<OfStatus<'handed-over'>> = {}): OfStatus<'handed-over'> {
  return {
    status: 'handed-over',
    id: 'PD-1',
    lane: 'china',
    customer: { id: contoso, name: 'Contoso 中国', domain: 'contoso.cn' },
    topic: 'billing',
    severity: 'moderate',
    filing: 'by-hand',
    title: 'The invoice shows 30 seats, the portal 25.',
    text: 'The invoice shows 30 seats, the portal 25.',
    impact: null,
    tried: null,
    contact: null,
    inChinese: null,
    ...noBasis,
    changes: [],
    heard: [],
    copy: null,
    question: null,
    several: [],
    mailId: null,
    mailRefused: null,
    openedBy: 'mei',
    openedAt: morning,
    ...changes,
  }
}

/** Filed by Sam five minutes in, under a number of its operator. */
export function aFiledTicket(changes: Partial<OfStatus<'filed'>> = {}): OfStatus<'filed'> {
  const { mailRefused: _, ...opened } = aTicket()
  const filed = { operatorNumber: '2503310001', filedBy: 'sam', filedAt: minute(5) }
  return { ...opened, ...filed, status: 'filed', ...changes }
}

type PendingRoleChange = Extract<RoleChange, { status: 'pending' }>

/** Ines asks that Mei become an approver. */
export function aRoleChange(changes: Partial<PendingRoleChange> = {}): PendingRoleChange {
  return {
    status: 'pending',
    id: 'G-1',
    subject: { kind: 'staff', staff: 'mei', name: 'Mei' },
    change: 'give',
    role: 'approver',
    askedBy: 'ines',
    askedAt: morning,
    ...changes,
  }
}
