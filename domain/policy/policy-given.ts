import type { CustomerId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Day, type Instant, type TimeZone } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { PolicyVersion } from './policy-version.ts'

/** The ways in which a customer may have been given the policy. */
export const givingWays = ['mail', 'letter', 'contract', 'portal', 'meeting'] as const

export type GivingWay = (typeof givingWays)[number]

/** That a customer was given the collections policy outside the desk, as a person recorded it. */
export interface PolicyGiven {
  readonly id: string
  readonly customer: CustomerId
  /** The version that ruled on that day. */
  readonly version: number
  readonly on: Day
  /** Null: nobody said. */
  readonly how: GivingWay | null
  readonly by: StaffId
  readonly at: Instant
}

/** Why it is not recorded. */
export type GivenRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'given-in-future'; readonly on: Day }
  /** No version is known of that day. */
  | { readonly code: 'before-any'; readonly since: Day }

/** Records what somebody gave a customer, and which version that was. */
export function recordGiven(
  said: { readonly customer: CustomerId; readonly on: Day | null; readonly how: GivingWay | null },
  facts: {
    readonly id: string
    readonly by: Staff
    readonly versions: readonly Pick<PolicyVersion, 'number' | 'since'>[]
    readonly timeZone: TimeZone
    readonly now: Instant
  },
): Outcome<PolicyGiven, GivenRefusal> {
  const { id, by, versions, timeZone, now } = facts
  if (!mayAsk(by.roles, 'record policy given')) return refused({ code: 'not-allowed' })
  const today = dayAt(now, timeZone)
  const on = said.on ?? today
  if (on > today) return refused({ code: 'given-in-future', on })
  const dated = versions
    .map(({ number, since }) => ({ number, since: dayAt(since, timeZone) }))
    .toSorted((one, other) => one.number - other.number)
  const ruled = dated.findLast(({ since }) => since <= on)
  const [first] = dated
  // What was given before the desk kept versions can only be the one it found when it began.
  const version = ruled ?? (first && first.number === 1 ? first : undefined)
  if (!version) return refused({ code: 'before-any', since: first?.since ?? today })
  return granted({ id, customer: said.customer, version: version.number, on, how: said.how, by: by.id, at: now })
}

/** What a customer was given last: of the latest day, and of that the one recorded last. */
export function lastGiven(given: readonly PolicyGiven[]): PolicyGiven | null {
  return (
    given
      .toSorted((one, other) => (one.on === other.on ? (one.at < other.at ? -1 : 1) : one.on < other.on ? -1 : 1))
      .at(-1) ?? null
  )
}
