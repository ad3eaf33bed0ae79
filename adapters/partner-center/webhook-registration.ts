import { z } from 'zod'
import type { OperatorWebhooks, TestResult } from '../../domain/ports/operator-webhooks.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { openClient, type Access, type PartnerCenterClient } from './client.ts'
import type { PartnerCenterConfig, PartnerCenterDeps } from './settings.ts'
import { camel } from './wire.ts'

const base = 'webhooks/v1/registration'

const registrationWire = z.preprocess(
  camel,
  z.object({ webhookUrl: z.string().nullish(), webhookEvents: z.array(z.string()).nullish() }),
)
const eventsWire = z.array(z.string())
const askedWire = z.preprocess(camel, z.object({ correlationId: z.string().min(1) }))
const resultWire = z.preprocess(
  camel,
  z.object({
    status: z.string().nullish(),
    results: z
      .array(
        z.preprocess(
          camel,
          z.object({
            responseCode: z.union([z.string(), z.number()]).nullish(),
            systemError: z.boolean().nullish().catch(null),
          }),
        ),
      )
      .nullish(),
  }),
)

/** The registration of a partner account's one webhook (facts/partner-center 10.1). Throws an ordinary error for addresses that cannot be used. */
export function openWebhookRegistration(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  access: Access,
): OperatorWebhooks {
  const client = openClient(config, deps, access, 'chore')
  return {
    lane: config.lane,
    events: async () => client.read(eventsWire, await client.call({ method: 'GET', path: `${base}/events` })),
    async registered() {
      const answer = await unlessMissing(client.call({ method: 'GET', path: base }))
      // What an account without a webhook is answered is not published: missing, nothing, or an empty one.
      if (answer === null || answer.text.trim() === '' || answer.text.trim() === 'null') return null
      const { webhookUrl, webhookEvents } = client.read(registrationWire, answer)
      return webhookUrl ? { url: webhookUrl, events: webhookEvents ?? [] } : null
    },
    async register({ url, events }) {
      const body = { WebhookUrl: url, WebhookEvents: events }
      try {
        await client.call({ method: 'POST', path: base, body })
      } catch (cause) {
        // One per account: where there is one already it is replaced.
        if (!(cause instanceof OutsideFault) || cause.facts.status !== 409) throw cause
        await client.call({ method: 'PUT', path: base, body })
      }
    },
    async test() {
      const answer = await client.call({ method: 'POST', path: `${base}/validationEvents` })
      return client.read(askedWire, answer).correlationId
    },
    result: (correlation) => resultOf(client, correlation),
  }
}

async function resultOf(client: PartnerCenterClient, correlation: string): Promise<TestResult | null> {
  const path = `${base}/validationEvents/${encodeURIComponent(correlation)}`
  const answer = await unlessMissing(client.call({ method: 'GET', path }))
  if (answer === null) return null
  const { status, results } = client.read(resultWire, answer)
  const codes = (results ?? []).map(({ responseCode }) => String(responseCode ?? ''))
  if (codes.some(isSuccess)) return { state: 'delivered', code: null }
  const code = codes.findLast((each) => each !== '') ?? null
  return { state: status?.toLowerCase() === 'completed' ? 'refused' : 'under-way', code }
}

/** The published sample shows a word, `OK`; a number would be as plausible. */
function isSuccess(code: string): boolean {
  return /^(ok|accepted|nocontent|created|2\d\d)$/i.test(code)
}

async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof OutsideFault && cause.facts.status === 404) return null
    throw cause
  }
}
