import type { Lane } from '../customers/lane.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CustomerId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'

/** Whoever was acted on stays watched for so long after the last of it has ended. */
const afterwardsMs = 24 * 3_600_000

/** The customers looked at most often: something of theirs is held, a case of theirs is open, or was a while ago. */
export interface WatchedCustomers {
  of(lane: Lane, now: Instant): Promise<ReadonlySet<CustomerId>>
}

export function createWatchedCustomers(store: DeskStore): WatchedCustomers {
  const until = new Map<string, Instant>()
  return {
    async of(lane, now) {
      const [held, suspensions, resumptions, sightings, countdowns] = await Promise.all([
        store.list('held'),
        store.list('suspension', { open: true }),
        store.list('resumption', { open: true }),
        store.list('sighting', { open: true }),
        store.list('countdown', { open: true }),
      ])
      const concerned = [
        ...[...held, ...resumptions, ...sightings, ...countdowns].map(({ value }) => value),
        ...suspensions.map(({ value }) => ({ lane: value.identity.lane, customer: value.customer })),
      ]
      for (const one of concerned) until.set(`${one.lane}/${one.customer}`, later(now, afterwardsMs))
      for (const [key, end] of until) if (end < now) until.delete(key)
      const prefix = `${lane}/`
      return new Set([...until.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
    },
  }
}
