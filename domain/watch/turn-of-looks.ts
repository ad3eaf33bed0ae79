/** Half of what an operator lets one account ask a minute (facts/partner-center 4.6: 500); the rest is for people's acts. */
export const looksPerMinute = 250

/** Nobody is looked at more often than every quarter of an hour. */
const leastMinutes = 15

/**
 * Within how many minutes a change at any customer of a lane is seen, while the operator answers: what is looked at every
 * quarter of an hour goes first, the others share what is left. Null: there is nothing left for them.
 */
export function minutesPerTurn({
  customers,
  watched,
  perMinute = looksPerMinute,
}: {
  readonly customers: number
  /** How many of them are looked at every quarter of an hour. */
  readonly watched: number
  readonly perMinute?: number
}): number | null {
  const left = perMinute - watched / leastMinutes
  if (left <= 0) return null
  return Math.max(leastMinutes, Math.ceil((customers - watched) / left))
}
