import type { Handler } from 'restify'
import type { Logger } from 'pino'
import { microsoftSources, standInSources } from '../adapters/partner-center/webhooks/certificate-sources.ts'
import { openSigningKeys, type SigningKeys } from '../adapters/partner-center/webhooks/signing-keys.ts'
import { webhookDoor, type WebhookOutcome } from '../adapters/partner-center/webhooks/webhook-door.ts'
import { simulatedRoot } from '../adapters/simulators/partner-center/signing-identity.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Desk } from '../domain/desk.ts'
import { msOf } from '../domain/shared/time.ts'
import type { Metrics } from './metrics.ts'
import type { OpenDesk } from './open-desk.ts'

/** Strangers may knock as often as they like; the log tells of each kind of refusal so often. */
const logEveryMs = 60_000

/** Read with the first event: an import would read all of them into memory at every start. */
const publicRoots = () => process.getBuiltinModule('node:tls').rootCertificates

/**
 * The door for the events of the operators. In a demo they come from the simulators on this machine, whose root counts
 * for nothing anywhere else; in live mode they go back to the roots that every browser trusts.
 */
export function openWebhooks(
  open: Pick<OpenDesk, 'config' | 'accessOf' | 'now'> & { readonly desk: Pick<Desk, 'webhooks'> },
  { metrics, log }: { readonly metrics: Pick<Metrics, 'webhook'>; readonly log: Pick<Logger, 'info' | 'warn'> },
): Handler {
  const { config, desk, accessOf, now } = open
  const keys = new Map<Lane, SigningKeys>()
  for (const lane of lanes) {
    const access = accessOf(lane)
    if (access === null) continue
    const sources = config.mode === 'demo' ? standInSources(access.api, simulatedRoot()) : microsoftSources(publicRoots)
    keys.set(lane, openSigningKeys(sources, { fetch, now }))
  }
  const logged = new Map<string, number>()
  return webhookDoor({
    keysOf: (lane) => keys.get(lane) ?? null,
    receive: (lane, key, notice) => desk.webhooks.receive(lane, key, notice),
    now,
    onAnswered(lane, outcome) {
      metrics.webhook(lane, outcome)
      tell(lane, outcome)
    },
  })

  function tell(lane: Lane | null, outcome: WebhookOutcome): void {
    if (outcome === 'kept' || outcome === 'copy') return log.info({ lane, outcome }, 'event taken')
    const key = `${lane} ${outcome}`
    const at = msOf(now())
    if ((logged.get(key) ?? 0) + logEveryMs > at) return
    logged.set(key, at)
    log.warn({ lane, outcome }, 'event turned away')
  }
}
