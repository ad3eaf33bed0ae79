import { msOf, type Clock } from '../../domain/shared/time.ts'
import { TooBusy } from './turn-lock.ts'

const keptMs = 10 * 60_000
const mostKept = 500

/** Runs work for a delivery once; a copy of it waits for, and gets, what the first one came to. */
type RecentDeliveries<Result> = (
  key: string,
  work: () => Promise<Result>,
) => Promise<{ readonly result: Result | null; readonly copy: boolean }>

/**
 * Remembers deliveries for some minutes: Azure Bot Service may send an activity again when our answer was late or
 * lost. One that was turned away for lack of room is forgotten, so that its copy is heard.
 */
export function recentDeliveries<Result>(now: Clock): RecentDeliveries<Result> {
  const recent = new Map<string, { readonly at: number; readonly result: Promise<Result | null> }>()
  const forgetOld = (at: number) => {
    for (const [key, delivery] of recent) {
      if (at - delivery.at <= keptMs && recent.size < mostKept) break
      recent.delete(key)
    }
  }

  return async (key, work) => {
    const at = msOf(now())
    forgetOld(at)
    const earlier = recent.get(key)
    if (earlier) return { result: await earlier.result, copy: true }

    const running = work()
    const kept = running.catch((cause: unknown) => {
      if (cause instanceof TooBusy) recent.delete(key)
      return null
    })
    recent.set(key, { at, result: kept })
    return { result: await running, copy: false }
  }
}
