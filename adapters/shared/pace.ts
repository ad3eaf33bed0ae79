import { msOf, type Clock } from '../../domain/shared/time.ts'

interface Pace {
  /**
   * How long to wait before sending once more under this key, so that `leaving` more may be sent at once after it.
   * Longer than the patience: it is not counted as sent.
   */
  readonly take: (key: string, patienceMs: number, leaving?: number) => number
  /** Nothing under this key until so much time has passed: the outside asked for it. */
  readonly rest: (key: string, ms: number) => void
}

/**
 * One message a second and five at once per conversation. Teams allows a bot 7 in a second and 1,800 in an hour; the
 * hour is what this keeps.
 */
export function createPace(now: Clock, perMessageMs = 1_000, atOnce = 5): Pace {
  /** When the bucket is full again. */
  const fullAt = new Map<string, number>()
  const slack = (atOnce - 1) * perMessageMs

  return {
    take(key, patienceMs, leaving = 0) {
      const at = msOf(now())
      for (const [other, full] of fullAt) if (full <= at) fullAt.delete(other)
      const full = Math.max(fullAt.get(key) ?? at, at)
      const due = Math.max(0, full - slack + leaving * perMessageMs - at)
      if (due <= patienceMs) fullAt.set(key, full + perMessageMs)
      return due
    },
    rest(key, ms) {
      fullAt.set(key, Math.max(fullAt.get(key) ?? 0, msOf(now()) + ms + slack))
    },
  }
}
