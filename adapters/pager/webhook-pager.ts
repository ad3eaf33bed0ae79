import { minutesWaited, type PagerCall } from '../../domain/paging/pager-call.ts'
import type { Pager } from '../../domain/ports/pager.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import { httpFault } from './http-faults.ts'
import type { TextOf } from './mail-pager.ts'
import { signatures } from './sign-webhook.ts'

export interface WebhookPagerSettings {
  readonly url: string
  /** Each signs; two while one is exchanged for another. */
  readonly secrets: readonly string[]
  /** Which desk calls, where it is known from outside. */
  readonly desk: string | null
}

export interface WebhookPagerDeps {
  readonly fetch: typeof fetch
  readonly now: Clock
  readonly textOf: TextOf
  readonly waitMs?: number
}

const service = 'pager:webhook'

/** Calls by one signed request (docs/pager-webhook.md). Whatever it answers beside its status is not read. */
export function webhookPager({ url, secrets, desk }: WebhookPagerSettings, deps: WebhookPagerDeps): Pager {
  const { fetch, now, textOf, waitMs = 10_000 } = deps
  return {
    way: 'webhook',
    async page(call) {
      const at = now()
      const body = JSON.stringify(payload(call, desk, textOf))
      const timestamp = Math.floor(msOf(at) / 1000)
      const signal = AbortSignal.timeout(waitMs)
      let response: Response
      try {
        response = await fetch(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'User-Agent': 'partner-desk',
            'Idempotency-Key': call.id,
            'webhook-id': call.id,
            'webhook-timestamp': String(timestamp),
            'webhook-signature': signatures({ id: call.id, timestamp, body }, secrets),
          },
          body,
          redirect: 'manual',
          signal,
        })
        await response.body?.cancel()
      } catch {
        // Without its cause, which may name the address: a paging service's address is as good as a password.
        throw new OutsideFault({ service, kind: 'unreachable', code: signal.aborted ? 'timed-out' : 'no-answer' })
      }
      if (!response.ok) throw httpFault(service, response, at)
      return { taken: 1, refused: 0 }
    },
    looks: () => Promise.resolve(null),
  }
}

function payload(call: PagerCall, desk: string | null, textOf: TextOf): object {
  const { id, kind, case: about, lane, severity, since, at } = call
  const { subject, lines } = textOf(call)
  return {
    type: `page.${kind}`,
    timestamp: at,
    data: {
      id,
      desk,
      case: about,
      operator: lane,
      severity,
      since,
      minutes: minutesWaited(call),
      title: subject,
      text: lines.join('\n'),
    },
  }
}
