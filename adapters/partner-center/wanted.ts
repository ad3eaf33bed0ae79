import { isDeepStrictEqual } from 'node:util'
import type { Renewal } from '../../domain/ports/operator-lane.ts'
import { camel, type SubscriptionWire } from './wire.ts'

/** Exactly as received: a change sends the whole of it back, since what is left out is reset (facts/partner-center 6.1). */
export type RawResource = Readonly<Record<string, unknown>>

/** What a subscription shall become. */
export interface Wanted {
  /** Whether it is that already, so that nothing needs to be asked. */
  holds(read: SubscriptionWire): boolean
  /** The whole resource with only this changed. */
  applied(raw: RawResource): RawResource
}

export function statusWanted(status: 'active' | 'suspended' | 'deleted'): Wanted {
  return {
    holds: (read) => read.status === status,
    applied: (raw) => withFields(raw, { status }),
  }
}

export function renewalWanted({ autoRenew, scheduledChange }: Renewal): Wanted {
  const instructions: unknown = scheduledChange === null ? null : JSON.parse(scheduledChange.instructions)
  return {
    holds: ({ autoRenewEnabled, scheduledNextTermInstructions: scheduled }) =>
      autoRenewEnabled === autoRenew && isDeepStrictEqual(orNull(scheduled), orNull(camel(instructions))),
    applied: (raw) => withFields(raw, { autoRenewEnabled: autoRenew, scheduledNextTermInstructions: instructions }),
  }
}

/** An empty one schedules nothing. */
function orNull(instructions: unknown): unknown {
  return isDeepStrictEqual(instructions ?? {}, {}) ? null : instructions
}

/** In the case the resource came in (4.2). */
function withFields(raw: RawResource, fields: RawResource): RawResource {
  if (!('Id' in raw)) return { ...raw, ...fields }
  const pascal = (key: string) => key.charAt(0).toUpperCase() + key.slice(1)
  const spelt = Object.entries(fields).map(([key, value]): [string, unknown] => [pascal(key), value])
  return { ...raw, ...Object.fromEntries(spelt) }
}
