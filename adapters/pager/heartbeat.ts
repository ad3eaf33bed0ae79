import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Clock } from '../../domain/shared/time.ts'
import { httpFault } from './http-faults.ts'

const service = 'heartbeat'

/** Tells an outside watcher that the desk lives (docs/pager-webhook.md, “The heartbeat”). Throws `OutsideFault`. */
export async function sendHeartbeat(
  url: string,
  deps: { readonly fetch: typeof fetch; readonly now: Clock; readonly waitMs?: number; readonly stop?: AbortSignal },
): Promise<void> {
  const { fetch, now, waitMs = 10_000, stop } = deps
  const late = AbortSignal.timeout(waitMs)
  const signal = stop ? AbortSignal.any([late, stop]) : late
  let response: Response
  try {
    response = await fetch(url, { headers: { 'User-Agent': 'partner-desk' }, redirect: 'manual', signal })
    await response.body?.cancel()
  } catch {
    // Without its cause, which may name the address: whoever knows it can pretend that the desk lives.
    throw new OutsideFault({ service, kind: 'unreachable', code: late.aborted ? 'timed-out' : 'no-answer' })
  }
  if (!response.ok) throw httpFault(service, response, now())
}
