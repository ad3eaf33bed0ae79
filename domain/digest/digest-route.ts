import type { DunningStage } from '../policy/collections-policy.ts'
import type { AgreementId } from '../agreements/agreement.ts'
import type { CustomerId, PlaceId, StaffId } from '../shared/ids.ts'
import { dayAt, timeOn, type Day, type Instant, type TimeZone } from '../shared/time.ts'

/** What the last digest of a channel was told from, so that the next one tells what changed since. */
export interface ToldMorning {
  /** Where the channel's readers are. */
  readonly day: Day
  readonly at: Instant
  /** Everybody who was overdue then, by the stage the policy called for. */
  readonly stages: Readonly<Partial<Record<DunningStage, readonly CustomerId[]>>>
  /** Broken promises and plans that were told. */
  readonly broken: readonly AgreementId[]
}

/** A channel that hears of the collections each working morning. Id: the place. */
export interface DigestRoute {
  readonly place: PlaceId
  /** What the channel was called when the route was set. */
  readonly placeName: string
  /** Minutes after midnight where its readers are. */
  readonly minute: number
  readonly zone: TimeZone
  readonly setBy: StaffId
  readonly setAt: Instant
  /** Null before the first. */
  readonly told: ToldMorning | null
  /** Set while the channel wants none: what was told is kept, so that nobody hears the same morning twice. */
  readonly off?: true
}

/** When nobody says otherwise: before the calls begin. */
export const usualMinute = 8 * 60 + 30

/**
 * The day whose digest is due: not before its time there, and never for a day that was told, whichever way the clock or
 * the zone was changed since.
 */
export function dueDay({ minute, zone, told }: DigestRoute, now: Instant): Day | null {
  const day = dayAt(now, zone)
  if (told !== null && told.day >= day) return null
  return now < timeOn(day, minute, zone) ? null : day
}
