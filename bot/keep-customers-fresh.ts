import { setTimeout as wait } from 'node:timers/promises'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { Logger } from 'pino'
import type { RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import { loggable } from './logging.ts'

/** What a customer buys is seen only once the customer is known: this often they are read anew, 500 by one request. */
const everyMs = 15 * 60_000
/** Until a lane's customers were read nothing can be done there, so it is asked again soon. */
const again = { initialDelay: 60_000, maxDelay: 15 * 60_000 }

/**
 * Reads all customers of the lanes now and every quarter of an hour. A lane that does not answer keeps what was known of it
 * and is asked again after about a minute, then less and less often. Each lane for itself.
 */
export function keepCustomersFresh(
  directory: Pick<RefreshableDirectory, 'refresh'>,
  configured: (lane: Lane) => boolean,
  log: Pick<Logger, 'warn'>,
): { stop(): void } {
  const stopping = new AbortController()
  const { signal } = stopping
  const keep = async (lane: Lane): Promise<void> => {
    const insist = retry(handleAll, { maxAttempts: Infinity, backoff: new ExponentialBackoff(again) })
    insist.onFailure(({ reason }) => {
      unread(lane, 'error' in reason ? reason.error : null, log)
    })
    while (!signal.aborted) {
      await insist.execute(() => directory.refresh(lane), signal)
      await wait(everyMs, undefined, { signal, ref: false })
    }
  }
  for (const lane of lanes.filter(configured)) keep(lane).catch(ended)
  return { stop: () => stopping.abort() }

  function ended(cause: unknown): void {
    if (!signal.aborted) throw cause
  }
}

/** Reads all customers of the lanes once; a lane that does not answer keeps what was known of it. */
export async function readCustomersOnce(
  directory: Pick<RefreshableDirectory, 'refresh'>,
  configured: (lane: Lane) => boolean,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  for (const lane of lanes.filter(configured)) {
    await directory.refresh(lane).catch((fault: unknown) => unread(lane, fault, log))
  }
}

function unread(lane: Lane, fault: unknown, log: Pick<Logger, 'warn'>): void {
  log.warn({ lane, ...loggable(fault) }, 'customers could not be read')
}
