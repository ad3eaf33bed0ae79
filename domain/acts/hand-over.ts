import type { CaseKind, Cases } from '../cases/case.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { NewId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { dayAt, later, msOf, startOfDay, type Instant } from '../shared/time.ts'
import { nextWorkingDay, type WorkingCalendar } from '../shared/working-days.ts'
import {
  isBegun,
  isSettled,
  type ActProgress,
  type ActResult,
  type SubscriptionAct,
  type Trouble,
} from './subscription-act.ts'
import type { Acting, ActingKind, Trade } from './trade.ts'

/** How long the desk is kept from acting before people are asked to act in its place, in ms. */
const handedOverAfter = 10 * 60_000

/** There is no access at all: waiting mends nothing. */
const atOnce: readonly (string | null)[] = ['lane-not-configured', 'known-by-name']
/** Trouble with our own account, which goes on by itself once it is mended. */
const paused = 'lane-paused'
/** What keeps an act that nobody wants any more, and whose call may still arrive. */
const unanswered = 'unanswered'

/** Whether what keeps the desk from acting keeps no person from doing it in the operator's portal. */
export function handsOver({ kind, code }: Trouble): boolean {
  if (atOnce.includes(code) || code === paused) return true
  return (kind === 'unreachable' || kind === 'throttled' || kind === 'unauthorised') && code !== unanswered
}

/** Whether people are asked to do an act by hand. */
export function isByHand(act: SubscriptionAct): boolean {
  return !isSettled(act) && act.delay?.byHandSince !== undefined
}

/** The acts of a case that wait for somebody to do them by hand; none of a case that was called off. */
export function waitsByHand(of: Cases[CaseKind]): readonly SubscriptionAct[] {
  if (!('acts' in of) || ('calledOff' in of && of.calledOff)) return []
  return of.acts.filter(isByHand)
}

/**
 * An act's progress with the moment from which people are asked to do it by hand. Trouble of one kind may follow that
 * of another: the wait counts from the first. What is wanted no more is handed to nobody.
 */
export async function handingOver<K extends ActingKind>(
  come: ActProgress,
  { act, value }: { readonly act: SubscriptionAct; readonly value: Acting<K> },
  trade: Pick<Trade<K>, 'stillWanted' | 'byHand'>,
  now: Instant,
): Promise<ActProgress> {
  const { delay } = come
  // What the operator accepted is only waited for: there is nothing left to do.
  if (!delay || !trade.byHand || !handsOver(delay.trouble) || act.result.state === 'accepted') return come
  const before = act.delay && handsOver(act.delay.trouble) ? act.delay : null
  const since = before?.since ?? delay.since
  if (before?.byHandSince !== undefined) return { ...come, delay: { ...before, trouble: delay.trouble } }
  const due = atOnce.includes(delay.trouble.code) || msOf(now) - msOf(since) > handedOverAfter
  if (!due || (isBegun(act) && (await unwanted(trade, value, act)))) return { ...come, delay: { ...delay, since } }
  return { ...come, delay: { ...delay, since, byHandSince: now } }
}

/** Why an act is wanted no more; null where it is, or where nobody can tell just now. */
export async function unwanted<K extends ActingKind>(
  trade: Pick<Trade<K>, 'stillWanted'>,
  value: Acting<K>,
  act: SubscriptionAct,
): Promise<ActResult | null> {
  try {
    return await trade.stillWanted(value, act)
  } catch (fault) {
    if (fault instanceof OutsideFault) return null
    throw fault
  }
}

/** What is promised when the first act of a case is handed over: its asker is told, and reminded once. */
export function handOverOrders(
  { id, askedBy }: Acting<ActingKind>,
  { now, calendar, newId }: { readonly now: Instant; readonly calendar: WorkingCalendar; readonly newId: NewId },
): readonly OutboxEntry[] {
  return [
    order(newId, { kind: 'tell-staff', case: id, staff: askedBy }, now),
    order(newId, { kind: 'remind-by-hand', case: id }, nextWorkingMorning(now, calendar)),
  ]
}

/** Nine in the morning of the next working day, where the partner works. */
function nextWorkingMorning(now: Instant, calendar: WorkingCalendar): Instant {
  const day = nextWorkingDay(dayAt(now, calendar.timeZone), calendar)
  return later(startOfDay(day, calendar.timeZone), 9 * 3_600_000)
}
