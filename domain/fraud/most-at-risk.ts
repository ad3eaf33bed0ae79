import type { OpenAlert } from './fraud-alert.ts'
import { severities } from './signal.ts'

/**
 * Most money at risk first, then gravest, then oldest. Sums of different currencies are not compared: the larger number
 * of minor units goes first, which puts no alert out of sight.
 */
export function mostAtRiskFirst(one: OpenAlert, other: OpenAlert): number {
  return (
    most(other) - most(one) ||
    severities.indexOf(other.severity) - severities.indexOf(one.severity) ||
    (one.openedAt < other.openedAt ? -1 : one.openedAt > other.openedAt ? 1 : 0)
  )
}

function most({ spend }: OpenAlert): number {
  return Math.max(0, ...(spend?.amounts ?? []).map(({ minor }) => minor))
}
