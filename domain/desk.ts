import { createAgreementDesk, type AgreementDesk } from './agreements/agreement-desk.ts'
import { createByHandDesk, type ByHandDesk } from './acts/by-hand-desk.ts'
import { carrier } from './acts/carry-out.ts'
import type { LaneOf } from './acts/trade.ts'
import { createCardDesk, type CardDesk } from './cases/card-desk.ts'
import { createCaseBook, type CaseBook } from './cases/case-book.ts'
import type { PlacesOf } from './cases/audience.ts'
import { createAlertDesk, type AlertDesk } from './fraud/alert-desk.ts'
import { createDossierDesk, type DossierDesk } from './fraud/dossier/dossier-desk.ts'
import { createSilenceDesk, type SilenceDesk } from './fraud/silence-desk.ts'
import { createFeedDesk, type FeedDesk } from './fraud/feed-desk.ts'
import { createBudgetDesk, type BudgetDesk } from './budget/budget-desk.ts'
import { budgetCarrier, type CarryOutBudget } from './budget/carry-out-budget.ts'
import { createCreditDesk, type CreditDesk } from './credit/credit-desk.ts'
import { createRouteTester, type RouteTester } from './fraud/test-routes.ts'
import { createHoldDesk, type HoldDesk } from './holds/hold-desk.ts'
import { endingTrade } from './ending/carry-out-ending.ts'
import { createEndingDesk, type EndingDesk } from './ending/ending-desk.ts'
import { createReviewDesk, type ReviewDesk } from './holds/review-desk.ts'
import { byHandDirectory } from './customers/by-hand-directory.ts'
import { createMatchDesk, type MatchDesk } from './customers/match-desk.ts'
import { createActGate } from './lanes/act-gate.ts'
import { createBrakeDesk, type BrakeDesk } from './lanes/brake-desk.ts'
import { lanes, type Lane } from './customers/lane.ts'
import { createLaneDesk, type LaneDesk } from './lanes/lane-desk.ts'
import { createTroubleDesk, type TroubleDesk } from './lanes/trouble-desk.ts'
import { laneWatch } from './lanes/watched-lane.ts'
import { createCountdownDesk, type CountdownDesk } from './countdown/countdown-desk.ts'
import { createPagingDesk, type PagingDesk } from './paging/paging-desk.ts'
import type { CollectionsPolicy } from './policy/collections-policy.ts'
import { createFinalNoticeDesk, type FinalNoticeDesk } from './policy/final-notice-desk.ts'
import type { CustomerMailbox } from './ports/customer-mailbox.ts'
import { createPolicyDesk, type PolicyDesk } from './policy/policy-desk.ts'
import { createRehearsalDesk, type RehearsalDesk } from './policy/rehearsal-desk.ts'
import { createPolicyGivenDesk, type PolicyGivenDesk } from './policy/policy-given-desk.ts'
import { fixedPolicy, type PolicyInForce } from './policy/policy-in-force.ts'
import type { PolicyDraft, PolicyReader } from './ports/policy-reader.ts'
import type { DeskStore } from './ports/desk-store.ts'
import type { OneTimeCodes } from './ports/one-time-codes.ts'
import type { FraudFeed } from './ports/fraud-feed.ts'
import { createOwnInvoicesDesk, type OwnInvoicesDesk } from './own-invoices/own-invoices-desk.ts'
import type { OwnInvoicesOf } from './ports/own-invoices.ts'
import type { SpendingOf } from './ports/spending.ts'
import type { HolidayCalendar } from './ports/holiday-calendar.ts'
import type { OperatorDirectory } from './ports/operator-directory.ts'
import type { Pager } from './ports/pager.ts'
import type { TicketsOf } from './ports/operator-tickets.ts'
import type { WebhooksOf } from './ports/operator-webhooks.ts'
import type { Sealer } from './ports/sealer.ts'
import type { MailboxOf } from './ports/ticket-mailbox.ts'
import type { LedgerSource } from './ports/ledger-source.ts'
import type { LedgerDesk } from './receivables/ledger-desk.ts'
import { createPullDesk, type PullDesk } from './receivables/pull-desk.ts'
import { createStandingBook, type StandingBook } from './receivables/standing-book.ts'
import { resumptionTrade } from './resumption/carry-out-resumption.ts'
import { createResumptionDesk, type ResumptionDesk } from './resumption/resumption-desk.ts'
import { restorer } from './resumption/restore-subscription.ts'
import { createDigestDesk, type DigestDesk } from './digest/digest-desk.ts'
import { createReminderDesk, type ReminderDesk } from './reminders/reminder-desk.ts'
import type { WriteLetter } from './reminders/letter.ts'
import { createRouteDesk, type RouteDesk } from './routes/route-desk.ts'
import { createServiceRequestDesk, type ServiceRequestDesk } from './service-requests/service-request-desk.ts'
import type { NewId } from './shared/ids.ts'
import type { Clock } from './shared/time.ts'
import type { Chats } from './staff/chats.ts'
import type { NewCode } from './staff/link-code.ts'
import { createLinkDesk, type LinkDesk } from './staff/link-desk.ts'
import { createSecondFactorDesk, type SecondFactorDesk } from './staff/second-factor-desk.ts'
import { createStaffDesk, type StaffDesk } from './staff/staff-desk.ts'
import { suspensionTrade } from './suspension/carry-out-suspension.ts'
import { createSuspensionDesk, type SuspensionDesk } from './suspension/suspension-desk.ts'
import { createWatchDesk, type WatchDesk } from './watch/watch-desk.ts'
import type { WatchMemory } from './watch/watch-memory.ts'
import { createWebhookDesk, type WebhookDesk } from './webhooks/webhook-desk.ts'
import { createAssignmentDesk, type AssignmentDesk } from './workday/assignment-desk.ts'
import { createDueDesk, type DueDesk } from './workday/due-desk.ts'
import { createNoteDesk, type NoteDesk } from './workday/note-desk.ts'
import { createSkipDesk, type SkipDesk } from './workday/skip-desk.ts'
import { createUndoDesk, type UndoDesk } from './workday/undo-desk.ts'
import { createWhyDesk, type WhyDesk } from './workday/why-desk.ts'

interface DeskParts {
  readonly store: DeskStore
  readonly ledger: LedgerDesk
  /** Books that the desk reads by itself; none unless told. */
  readonly ledgerSources?: readonly LedgerSource[]
  readonly operators: OperatorDirectory
  /** For questions that a person waits for. */
  readonly laneOf: LaneOf
  /** For acts, which may take their time. */
  readonly patientLaneOf: LaneOf
  /** For what looks around on its own. */
  readonly sweepLaneOf: LaneOf
  /** The operator's own feeds of suspicious use; none where a lane has none. */
  readonly feedsOf: (lane: Lane) => readonly FraudFeed[]
  /** How each operator is told where to send events; null where it is not configured. */
  readonly webhooksOf: WebhooksOf
  /** Where tickets can be read; nowhere unless told. */
  readonly ticketsOf?: TicketsOf
  /** The mailboxes that take tickets; none unless told. */
  readonly mailboxOf?: MailboxOf
  /** Puts a letter to a customer into words. */
  readonly writeLetter: WriteLetter
  /** Mail to customers; none unless told. */
  readonly customerMailbox?: CustomerMailbox | null
  /** Azure spending; null where a lane has none that can be read. */
  readonly spendingOf: SpendingOf
  /** What the operators ask of the partner itself; nowhere unless told. */
  readonly ownInvoicesOf?: OwnInvoicesOf
  /** What the watch saw last. */
  readonly memory: WatchMemory
  /** Holds for good where `inForce` is left out. */
  readonly policy: CollectionsPolicy
  readonly inForce?: PolicyInForce
  /** How another version comes to rule; it cannot where this is left out. */
  /** Gives way to others in long work. */
  readonly pause?: () => Promise<void>
  readonly policies?: { readonly reader: PolicyReader; readonly draft: PolicyDraft }
  readonly holidays: HolidayCalendar
  /** The ways to whoever is on duty; none unless told. */
  readonly pagers?: readonly Pager[]
  readonly placesOf: PlacesOf
  readonly chats: Chats
  readonly now: Clock
  /** Lets so many ms pass; left out: none do. */
  readonly wait?: (ms: number) => Promise<void>
  readonly newId: NewId
  readonly newCode: NewCode
  readonly sealer: Sealer
  readonly codes: OneTimeCodes
}

/** The one service behind every chat: what staff can ask of us, by subject. */
export interface Desk {
  readonly policy: CollectionsPolicy
  readonly book: StandingBook
  readonly ledger: LedgerDesk
  readonly pulls: PullDesk
  readonly chats: Chats
  readonly staff: StaffDesk
  readonly links: LinkDesk
  readonly secondFactors: SecondFactorDesk
  readonly routes: RouteDesk
  readonly suspensions: SuspensionDesk
  readonly resumptions: ResumptionDesk
  readonly holds: HoldDesk
  readonly endings: EndingDesk
  readonly budgets: BudgetDesk
  readonly credit: CreditDesk
  readonly ownInvoices: OwnInvoicesDesk
  readonly reviews: ReviewDesk
  readonly notices: FinalNoticeDesk
  readonly agreements: AgreementDesk
  readonly assignments: AssignmentDesk
  readonly notes: NoteDesk
  readonly skips: SkipDesk
  readonly due: DueDesk
  readonly undo: UndoDesk
  readonly why: WhyDesk
  readonly reminders: ReminderDesk
  readonly policies: PolicyDesk
  readonly rehearsals: RehearsalDesk
  readonly policyGiven: PolicyGivenDesk
  readonly digests: DigestDesk
  readonly tickets: ServiceRequestDesk
  readonly matches: MatchDesk
  readonly watch: WatchDesk
  readonly webhooks: WebhookDesk
  readonly countdowns: CountdownDesk
  readonly alerts: AlertDesk
  readonly feeds: FeedDesk
  readonly paging: PagingDesk
  readonly routeTests: RouteTester
  readonly dossiers: DossierDesk
  readonly silences: SilenceDesk
  readonly cards: CardDesk
  readonly cases: CaseBook
  /** Whether anything is sent to an operator at all. */
  readonly lanes: LaneDesk
  readonly brakes: BrakeDesk
  readonly troubles: TroubleDesk
  readonly laneOf: LaneOf
  readonly now: Clock
  readonly byHand: ByHandDesk
  /** Carries out one act of an approved case, and keeps its promise. */
  readonly carryOut: {
    readonly suspension: ReturnType<typeof carrier>
    readonly resumption: ReturnType<typeof carrier>
    readonly cancellation: ReturnType<typeof carrier>
    readonly endOfRenewal: ReturnType<typeof carrier>
    readonly budget: CarryOutBudget
    /** Puts back what a suspension took of one subscription. */
    readonly restoring: ReturnType<typeof restorer>
  }
}

export function createDesk(given: DeskParts): Desk {
  const inForce = given.inForce ?? fixedPolicy(given.policy)
  const parts = { ...given, inForce, policy: inForce.policy, policies: given.policies ?? null }
  const { store, ledger, policy, now, laneOf, patientLaneOf } = parts
  const { ticketsOf = () => null, mailboxOf = () => null, ledgerSources = [], ownInvoicesOf = () => null } = parts
  const operators = byHandDirectory(parts.operators, { ledger: () => ledger.current(), laneOf })
  const book = createStandingBook({ ledger: () => ledger.current(), operators, store, policy, now })
  const secondFactors = createSecondFactorDesk(parts)
  const subject = { ...parts, operators, book, secondFactors }
  const staff = createStaffDesk(parts)
  const routes = createRouteDesk(parts)
  const brakes = createBrakeDesk(parts)
  const troubles = createTroubleDesk(parts)
  const watch = laneWatch(troubles)
  const acting = { ...subject, gate: createActGate({ store, brakes }) }
  const actLaneOf = watch.forActs(patientLaneOf)
  const alerts = createAlertDesk({ ...acting, staff, routes })
  const paging = createPagingDesk({ ...parts, pagers: parts.pagers ?? [] })
  const pulls = createPullDesk({ ...parts, sources: ledgerSources })
  const feeds = createFeedDesk({ ...parts, alerts, lanes })
  const watchDesk = createWatchDesk({ ...subject, alerts })
  const skips = createSkipDesk(parts)
  const agreements = createAgreementDesk(subject)
  const cards = createCardDesk({ ...parts, staff, routes })
  const countdowns = createCountdownDesk(subject)
  const policies = createPolicyDesk(subject)
  const trades = { suspension: suspensionTrade(acting), resumption: resumptionTrade(acting) }
  return {
    policy,
    book,
    ledger,
    pulls,
    chats: parts.chats,
    staff,
    links: createLinkDesk({ ...parts, staff }),
    secondFactors,
    routes,
    suspensions: createSuspensionDesk(subject),
    resumptions: createResumptionDesk(subject),
    holds: createHoldDesk(parts),
    endings: createEndingDesk(subject),
    budgets: createBudgetDesk(subject),
    credit: createCreditDesk({ ...subject, staff }),
    ownInvoices: createOwnInvoicesDesk({ ...parts, ownInvoicesOf }),
    reviews: createReviewDesk({ ...parts, staff, routes }),
    notices: createFinalNoticeDesk(subject),
    agreements,
    assignments: createAssignmentDesk(parts),
    notes: createNoteDesk(parts),
    skips,
    due: createDueDesk({ ...subject, skips }),
    undo: createUndoDesk({ ...parts, agreements }),
    why: createWhyDesk(subject),
    reminders: createReminderDesk({ ...subject, customerMailbox: parts.customerMailbox ?? null }),
    policies,
    rehearsals: createRehearsalDesk({ ...subject, policies }),
    policyGiven: createPolicyGivenDesk(subject),
    tickets: createServiceRequestDesk({ ...acting, ticketsOf, mailboxOf, readCase: (id) => cards.read(id) }),
    matches: createMatchDesk(subject),
    watch: watchDesk,
    webhooks: createWebhookDesk({
      ...subject,
      timeZone: policy.calendar.timeZone,
      lookAt: (lane, customer) => watchDesk.lookAt(lane, customer),
      lookAtFeeds: (lane) => feeds.look(lane),
      takeSignals: (lane, signals) => alerts.take(lane, signals),
    }),
    countdowns,
    digests: createDigestDesk({ ...subject, countdowns, agreements }),
    alerts,
    feeds,
    paging,
    routeTests: createRouteTester({ ...subject, staff, routes, paging, lanes: lanes.filter((lane) => laneOf(lane)) }),
    dossiers: createDossierDesk(subject),
    silences: createSilenceDesk({ ...parts, feeds, routes, pulls }),
    cards,
    cases: createCaseBook(parts),
    lanes: createLaneDesk(parts),
    brakes,
    troubles,
    laneOf: watch.forPeople(laneOf),
    now,
    byHand: createByHandDesk({ ...parts, trades, laneOf: patientLaneOf }),
    carryOut: {
      suspension: carrier(trades.suspension, actLaneOf, acting),
      resumption: carrier(trades.resumption, actLaneOf, acting),
      restoring: restorer(actLaneOf, acting),
      budget: budgetCarrier(acting),
      cancellation: carrier(endingTrade('cancel', acting), actLaneOf, acting),
      endOfRenewal: carrier(endingTrade('at-term', acting), actLaneOf, acting),
    },
  }
}
