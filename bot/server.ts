import type { Handler } from 'restify'
import type { Registry } from 'prom-client'
import { webhookPath } from '../adapters/partner-center/webhooks/webhook-door.ts'
import { loopbackGuard } from '../adapters/shared/host-guard.ts'
import { answer, createHttpServer, type HttpServer, type OnFailure } from '../adapters/shared/http-server.ts'

export interface DeskServerParts {
  readonly newReference: () => string
  readonly onFailure: OnFailure
  /** Null: the desk is not there. */
  readonly teams: Handler | null
  readonly slack: Handler | null
  /** Takes the events of the operators. */
  readonly webhooks: Handler
  /** Able to serve? Names what is not. */
  readonly ready: () => Promise<{ readonly ready: boolean; readonly [part: string]: unknown }>
  readonly metrics: Registry
  /** Answers only to this machine's own names. */
  readonly loopbackOnly: boolean
}

/** The one HTTP door of the desk. */
export function createDeskServer(parts: DeskServerParts): HttpServer {
  const { newReference, onFailure, teams, slack, webhooks, ready, metrics, loopbackOnly } = parts
  const guard = loopbackOnly ? loopbackGuard : undefined
  const server = createHttpServer('partner-desk', newReference, onFailure, { guard })
  if (teams) server.routes.post('/api/messages', teams)
  if (slack) server.routes.post('/slack/events', slack)
  server.routes.post(webhookPath, webhooks)
  // The Playground knocks once before its first message and waits for any answer (facts/local-clients).
  server.routes.head('/api/messages', async (_req, res) => answer(res, 200))
  server.routes.get('/healthz', async (_req, res) => answer(res, 200, { alive: true }))
  server.routes.get('/readyz', async (_req, res) => {
    const state = await ready()
    answer(res, state.ready ? 200 : 503, state)
  })
  server.routes.get('/metrics', async (_req, res) => {
    res.setHeader('Content-Type', metrics.contentType)
    res.end(await metrics.metrics())
  })
  return server
}
