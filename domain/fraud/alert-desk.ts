import type { AlertDeed } from '../cases/case-deed.ts'
import { decider, type Consequences } from '../cases/decide-case.ts'
import type { Customer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import type { FraudEscalation } from '../policy/fraud-escalation.ts'
import type { FraudFeed } from '../ports/fraud-feed.ts'
import type { CaseId, CustomerId, PlaceId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import { alertAudit, ordersOf } from './alert-consequences.ts'
import { claimAlert, decideAlert, handOverAlert, snoozeAlert, wakeByHand, type AlertRefusal } from './decide-alert.ts'
import { althoughSeenAgain } from './although-seen-again.ts'
import type { FraudAlert, OpenAlert, Verdict } from './fraud-alert.ts'
import { mostAtRiskFirst } from './most-at-risk.ts'
import { snoozePreviewer, type SnoozePreview } from './preview-snooze.ts'
import { reportedSignal } from './reported-signal.ts'
import type { Signal } from './signal.ts'
import { figuresReader, type ReadFigures } from './read-answers.ts'
import { newestFirst, signalTaker, type TakeInParts } from './take-in.ts'
import { spendReader } from './read-spend.ts'
import type { SpendingOf } from '../ports/spending.ts'
import { createStorms } from './storms.ts'
import { alertTender } from './tend-alerts.ts'
import { verdictReporter, type ReportVerdict } from './report-verdict.ts'
import { actNoter, type NoteAct } from './note-act.ts'
import { escalator, type Escalate } from './escalate-alert.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { PlacesOf } from '../cases/audience.ts'

type Decided = Promise<Outcome<FraudAlert, AlertRefusal | VersionRefusal>>

/** What came of taking in some signals. */
export interface TakenIn {
  readonly opened: readonly CaseId[]
  readonly repeated: readonly CaseId[]
}

/** Fraud alerts, from the first signal to the verdict. */
export interface AlertDesk {
  /**
   * Takes in what a source says; however often and by whichever road the same item comes, it counts once. `baseline`:
   * what was open before the desk looked for the first time gets one card per customer, and one summary for the rest.
   */
  take(lane: Lane, signals: readonly Signal[], how?: { readonly baseline?: boolean }): Promise<TakenIn>
  /** A person raises an alert. */
  report(
    customer: CustomerId,
    said: { readonly suspicion: 'fraud' | 'misuse'; readonly text: string; readonly lane: Lane },
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<FraudAlert, AlertRefusal | VersionRefusal>>
  /** Open alerts, most money at risk first, then gravest, then oldest; those in a digest included. */
  open(): Promise<readonly OpenAlert[]>
  /** Every alert of a customer, newest first; what another lane says under the same id is nothing of theirs. */
  of(customer: Pick<Customer, 'id' | 'lane'>): Promise<readonly FraudAlert[]>
  /** Every alert there is, oldest first. */
  all(): Promise<readonly FraudAlert[]>
  claim(at: CaseAt, by: Staff): Decided
  /** Gives it to somebody else who may look after it. */
  handOver(at: CaseAt, to: StaffId, by: Staff): Decided
  previewSnooze(id: CaseId): Promise<SnoozePreview>
  snooze(at: CaseAt, said: { readonly until: Instant; readonly because: string }, by: Staff): Decided
  /** Back before its time. */
  wake(at: CaseAt, by: Staff): Decided
  decide(
    at: CaseAt,
    said: { readonly verdict: Verdict; readonly because: string; readonly asIgnore: boolean },
    by: Staff,
  ): Decided
  /** A verdict that a source refused is told once more. */
  tellAgain(at: CaseAt, by: Staff): Decided
  /**
   * What time does by itself: claims without an act, snoozes that end, escalation, digests. Safe to run at any time.
   */
  tend(): Promise<void>
  /**
   * Reads anew what open alerts about Azure have cost. Once an hour is enough: the operator's figures are a day late.
   */
  readSpend(): Promise<void>
  /** How fast alerts of the last thirty days were answered. */
  readonly figures: ReadFigures
  /**
   * Keeps promises: the verdict is told to its sources, an approved suspension stops the clock, a step of escalation is
   * told.
   */
  readonly reportVerdict: ReportVerdict
  readonly noteAct: NoteAct
  readonly escalate: Escalate
}

export interface AlertDeskParts extends TakeInParts {
  readonly feedsOf: (lane: Lane) => readonly FraudFeed[]
  readonly spendingOf: SpendingOf
  /** Nothing is told to an operator past it. */
  readonly gate: Pick<ActGate, 'look'>
  readonly staff: StaffDesk
  readonly routes: RouteDesk
  readonly placesOf: PlacesOf
  readonly policy: { readonly fraudEscalation: FraudEscalation }
}

/**
 * Signals of one customer go one after the other, those of several at once: a commit each would take a storm too long.
 */
const customersAtOnce = 8

export function createAlertDesk(parts: AlertDeskParts): AlertDesk {
  const { store, now, newId, feedsOf, staff } = parts
  const takeOne = signalTaker(parts)
  const storms = createStorms(parts)
  const decide = althoughSeenAgain(decider('fraud-alert', parts), store)
  const told =
    (by: string, what: AlertDeed) =>
    (next: FraudAlert, moment: Instant): Consequences => ({
      audit: [alertAudit(next, moment, by, what)],
      orders: ordersOf(next, what),
    })

  return {
    async take(lane, signals, { baseline = false } = {}) {
      const opened: CaseId[] = []
      const repeated: CaseId[] = []
      const hasCard = (alert: OpenAlert) => (baseline ? storms.isFirstOf(alert) : storms.hasCard(alert))
      const takeAll = async (ofOne: readonly Signal[]): Promise<void> => {
        for (const signal of ofOne) {
          const { did, alert } = await takeOne(signal.lane === lane ? signal : { ...signal, lane }, { hasCard })
          if (alert !== null && did === 'opened') opened.push(alert)
          if (alert !== null && did === 'repeated') repeated.push(alert)
        }
      }
      // Newest first, so that at a baseline each customer's card is the newest of theirs.
      const queue = byCustomer([...signals].sort(newestFirst))
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next; next = queue.shift()) await takeAll(next)
      }
      await Promise.all(Array.from({ length: customersAtOnce }, work))
      return { opened, repeated }
    },

    async report(customer, { suspicion, text, lane }, by, askedIn) {
      if (!mayAsk(by.roles, 'report alert')) return refused({ code: 'not-allowed' })
      if (text.trim() === '') return refused({ code: 'words-needed' })
      const { alert } = await takeOne(reportedSignal(customer, lane, suspicion, text.trim(), newId(), now()), {
        hasCard: async () => true,
        reported: { by: by.id, askedIn },
      })
      const found = alert === null ? null : await store.get('fraud-alert', alert)
      return found ? granted(found.value) : refused({ code: 'not-found' })
    },

    open: async () =>
      (await store.list('fraud-alert', { open: true }))
        .flatMap(({ value }) => (value.status === 'pending' ? [value] : []))
        .sort(mostAtRiskFirst),
    of: async ({ id, lane }) =>
      (await store.list('fraud-alert', { customer: id }))
        .map(({ value }) => value)
        .filter((alert) => alert.lane === lane)
        .reverse(),
    all: async () => (await store.list('fraud-alert')).map(({ value }) => value),

    claim: (at, by) =>
      decide(at, (alert, moment) => claimAlert(alert, { by, now: moment }), told(by.id, 'fraud-alert.claimed')),

    async handOver(at, to, by) {
      const person = (await staff.all()).find(({ id }) => id === to)
      if (!person) return refused({ code: 'cannot-hold', to })
      return decide(
        at,
        (alert, moment) => handOverAlert(alert, { to: person, by, now: moment }),
        told(by.id, 'fraud-alert.handed-over'),
      )
    },

    previewSnooze: snoozePreviewer(parts),

    snooze: (at, { until, because }, by) =>
      decide(
        at,
        (alert, moment) => snoozeAlert(alert, { until, because, by, now: moment }),
        told(by.id, 'fraud-alert.snoozed'),
      ),
    wake: (at, by) =>
      decide(at, (alert, moment) => wakeByHand(alert, { by, now: moment }), told(by.id, 'fraud-alert.woke')),

    decide: (at, said, by) =>
      decide(
        at,
        (alert, moment) =>
          decideAlert(alert, { ...said, feeds: feedsOf(alert.lane), by, now: moment, intent: newId() }),
        told(by.id, 'fraud-alert.decided'),
      ),

    tellAgain: (at, by) =>
      decide<AlertRefusal>(
        at,
        (alert) => {
          if (!mayAsk(by.roles, 'decide alert')) return refused({ code: 'not-allowed' })
          if (alert.status !== 'decided' || alert.reported.state !== 'refused')
            return refused({ code: 'nothing-refused' })
          return granted({ ...alert, reported: { state: 'telling' } })
        },
        told(by.id, 'fraud-alert.told-again'),
      ),

    tend: alertTender(parts, storms),
    readSpend: spendReader(parts),
    figures: figuresReader(parts),
    reportVerdict: verdictReporter(parts),
    noteAct: actNoter(parts),
    escalate: escalator(parts),
  }
}

/** In the order in which each customer comes first. */
function byCustomer(signals: readonly Signal[]): Signal[][] {
  const groups = new Map<string, Signal[]>()
  for (const signal of signals) {
    const key = signal.customer ?? `${signal.source}:${signal.id}`
    groups.set(key, [...(groups.get(key) ?? []), signal])
  }
  return [...groups.values()]
}
