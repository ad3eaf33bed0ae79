import type { Lane } from '../customers/lane.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CommercialModel } from '../ports/operator-lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt, type Day, type TimeZone } from '../shared/time.ts'
import { ownDoings, type OwnDoings, type OwnLog } from '../watch/own-doings.ts'
import type { SeenSubscription, WatchMemory } from '../watch/watch-memory.ts'
import type { HeldToday } from './decide-countdown.ts'
import { lastDay } from './last-day.ts'

/** What is on hold and out of service, whose it is, and until when it can be brought back. */
export interface HeldOf extends HeldToday {
  readonly lane: Lane
  readonly customer: CustomerId
  /** Null until the operator was asked. */
  readonly model: CommercialModel | null
}

/**
 * Reads it for everything this desk holds, or for one customer. The operators are not asked: the watch saw it a quarter of
 * an hour ago, and of what it did not see yet, our own log says as what and when it was suspended.
 */
export async function heldToday(
  store: DeskStore,
  memory: WatchMemory,
  zone: TimeZone,
  whose?: CustomerId,
): Promise<readonly HeldOf[]> {
  const held = (await store.list('held', whose === undefined ? {} : { customer: whose })).map(({ value }) => value)
  const logs = new Map<CustomerId, ReturnType<typeof logOf>>()
  const all = await Promise.all(
    held.map(async ({ lane, customer, subscription: id, name, plan }): Promise<readonly HeldOf[]> => {
      const seen = memory.customer(lane, customer)?.subscriptions.find((one) => one.id === id)
      const which = { lane, customer, id, name }
      // The watch does not see single Azure subscriptions, and no number is published for them.
      if (plan !== undefined) {
        return [{ ...which, model: 'azure-plan', last: lastDay('azure-plan', null, null, zone), gone: false }]
      }
      if (seen?.status === 'active') return []
      const log = logs.get(customer) ?? logOf(customer)
      logs.set(customer, log)
      if (!seen) return [{ ...which, ...asLogged(await log, which, zone), gone: false }]
      const on = suspendedOn(ownDoings(await log, lane, id), seen, zone)
      const { model, commitmentEnd, status } = seen
      const gone = status === 'deleted' || status === 'expired' || status === 'disabled'
      return [{ ...which, model, last: lastDay(model, on, commitmentEnd, zone), gone }]
    }),
  )
  return all.flat()

  async function logOf(customer: CustomerId) {
    const [suspensions, resumptions] = await Promise.all([
      store.list('suspension', { customer }),
      store.list('resumption', { customer }),
    ])
    return {
      suspensions: suspensions.map(({ value }) => value),
      resumptions: resumptions.map(({ value }) => value),
      held: held.filter((one) => one.customer === customer),
    }
  }
}

/** What our own log says until when it can be brought back: nothing where somebody else took it out. */
function asLogged(
  log: OwnLog,
  { lane, id }: Pick<HeldOf, 'lane' | 'id'>,
  zone: TimeZone,
): Pick<HeldOf, 'model' | 'last'> {
  const { last } = ownDoings(log, lane, id)
  const sold = log.suspensions.flatMap(({ subscriptions }) => subscriptions).findLast((each) => each.id === id)
  if (!sold || last?.wanted !== 'suspended') return { model: null, last: 'unread' }
  return { model: sold.model, last: lastDay(sold.model, dayAt(last.at, zone), sold.commitmentEnd, zone) }
}

/** The day it was taken out: ours where we did it, else the last on which somebody saw it in service: never too late. */
function suspendedOn({ last }: OwnDoings, { inServiceAt }: SeenSubscription, zone: TimeZone): Day | null {
  const ours = last?.wanted === 'suspended' ? last.at : null
  const at = ours !== null && (inServiceAt === null || inServiceAt <= ours) ? ours : inServiceAt
  return at === null ? null : dayAt(at, zone)
}
