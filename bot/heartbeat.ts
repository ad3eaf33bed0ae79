import type { Logger } from 'pino'
import { sendHeartbeat } from '../adapters/pager/heartbeat.ts'
import { msOf, type Clock } from '../domain/shared/time.ts'
import { loggable } from './logging.ts'
import type { Task } from './timetable.ts'

/** A watcher that is out of reach is told of once an hour: it calls somebody by itself. */
const quietMs = 3_600_000

/** A sign of life for whoever watches from outside. */
export interface Heartbeat {
  /** None where nobody watches. */
  readonly tasks: readonly Task[]
  /** Lets go of a beat under way, so that the desk need not wait for it. */
  stop(): void
}

export interface HeartbeatParts {
  readonly url: string | null
  /** As /readyz: a desk that does not serve is as good as dead, and says nothing. */
  readonly ready: () => Promise<{ readonly ready: boolean }>
  readonly fetch: typeof fetch
  readonly now: Clock
  readonly log: Pick<Logger, 'warn'>
  readonly waitMs?: number
}

/** Beats each minute, for as long as the desk works. */
export function createHeartbeat({ url, ready, fetch, now, log, waitMs }: HeartbeatParts): Heartbeat {
  const stopping = new AbortController()
  let lastTold: number | null = null
  const tell = (what: object, words: string): void => {
    const at = msOf(now())
    if (stopping.signal.aborted || (lastTold !== null && at - lastTold < quietMs)) return
    lastTold = at
    log.warn(what, words)
  }
  const beat = async (to: string): Promise<void> => {
    try {
      const { ready: alive } = await ready()
      if (!alive) return tell({}, 'no heartbeat: the desk does not serve')
      await sendHeartbeat(to, { fetch, now, stop: stopping.signal, ...(waitMs !== undefined && { waitMs }) })
    } catch (fault) {
      tell(loggable(fault), 'no heartbeat')
    }
  }
  return {
    tasks: url === null ? [] : [{ name: 'heartbeat', when: '* * * * *', atStart: true, run: () => beat(url) }],
    stop: () => stopping.abort(),
  }
}
