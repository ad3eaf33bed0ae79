import type { Instant } from '../../../domain/shared/time.ts'
import type { HttpServer } from '../../shared/http-server.ts'
import { admitted } from './admission.ts'
import { bodyOf } from './json-body.ts'
import { served, type ApiCall, type Handle } from './serve.ts'
import { simulatedCertificate } from './signing-identity.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import { certificatePath, isWithin, type SimulatedRegistration, type WebhookSender } from './webhook-sender.ts'

/** facts/partner-center 10.3 */
const offered = [
  'test-created',
  'subscription-updated',
  'usagerecords-thresholdExceeded',
  'azure-fraud-event-detected',
  'invoice-ready',
  'referral-created',
  'referral-updated',
  'dap-admin-relationship-approved',
  'dap-admin-relationship-terminated',
  'granular-admin-relationship-approved',
]

const minute = 60_000
/** 10.1: two a minute, and what came of them for seven days. */
const mostTests = 2
const resultsForMs = 7 * 24 * 60 * minute

/** The registration of the account's one webhook, and tests of it (facts/partner-center 10.1). */
export function addWebhookRoutes(
  { get, post, put }: HttpServer['routes'],
  simulation: Simulation,
  sender: WebhookSender,
): void {
  get(certificatePath, async (_req, res) => {
    res.setHeader('Content-Type', 'application/pkix-cert')
    res.end(simulatedCertificate())
  })
  // 15 (?): nobody names an address for 21Vianet.
  if (simulation.lane === 'china') return
  const tests: { readonly at: Instant; readonly correlation: string }[] = []
  const route = (handle: Handle) =>
    served(
      simulation,
      admitted(simulation, () => true, handle),
    )
  get(
    '/webhooks/v1/registration/events',
    route(() => ({ status: 200, body: offered })),
  )
  get(
    '/webhooks/v1/registration',
    route(() => {
      if (sender.registration !== null) return { status: 200, body: shown(sender.registration) }
      if (simulation.switches.noRegistration === 'empty') return { status: 200, body: {} }
      throw new OperatorRefusal(404, 600009, 'There is no registration.')
    }),
  )
  post(
    '/webhooks/v1/registration',
    route((call) => {
      if (sender.registration !== null) throw new OperatorRefusal(409, 600010, 'A registration exists already.')
      return registered(call)
    }),
  )
  put(
    '/webhooks/v1/registration',
    route((call) => {
      if (sender.registration === null) throw new OperatorRefusal(404, 600009, 'There is no registration.')
      return registered(call)
    }),
  )
  post('/webhooks/v1/registration/validationEvents', route(test))
  get('/webhooks/v1/registration/validationEvents/:correlation', route(result))

  function registered(call: ApiCall): WireAnswer {
    const { webhookUrl, webhookEvents, signatureTokenToMsSignatureHeader } = bodyOf(call)
    const events = Array.isArray(webhookEvents) ? webhookEvents.map(String) : []
    const known = events.every((event) => offered.some((each) => each.toLowerCase() === event.toLowerCase()))
    if (typeof webhookUrl !== 'string' || !URL.canParse(webhookUrl) || !known)
      throw new OperatorRefusal(400, 800002, 'The registration is malformed.')
    const inOwnHeader = signatureTokenToMsSignatureHeader === true
    sender.registration = { url: webhookUrl, events, inOwnHeader, modifiedAt: simulation.now() }
    return { status: 200, body: { SubscriberId: simulation.newId(), ...shown(sender.registration) } }
  }

  function test(): WireAnswer {
    const now = simulation.now()
    if (tests.filter(({ at }) => isWithin(at, minute, now)).length >= mostTests)
      return { status: 429, headers: { 'Retry-After': '60' }, body: { statusCode: 429, message: 'Two a minute.' } }
    const correlation = sender.deliver({ event: 'test-created', unasked: true })
    if (correlation === null) throw new OperatorRefusal(404, 600009, 'There is no registration.')
    tests.push({ at: now, correlation })
    return { status: 200, body: { correlationId: correlation } }
  }

  function result({ params }: ApiCall): WireAnswer {
    const correlation = params['correlation']
    const asked = tests.find((each) => each.correlation === correlation)
    const delivery = sender.deliveries().find((each) => each.correlation === correlation)
    if (!asked || !delivery || !isWithin(asked.at, resultsForMs, simulation.now()))
      throw new OperatorRefusal(404, 600011, 'There is no such validation event.')
    return {
      status: 200,
      body: {
        correlationId: correlation,
        partnerId: simulation.lane,
        status: delivery.state === 'under-way' ? 'pending' : 'completed',
        callbackUrl: sender.registration?.url ?? '',
        results: delivery.attempts.map(({ at, status }) => ({
          responseCode: status === null ? '' : (words[status] ?? String(status)),
          responseMessage: '',
          systemError: status === null,
          dateTimeUtc: at,
        })),
      },
    }
  }
}

function shown({ url, events, inOwnHeader, modifiedAt }: SimulatedRegistration): object {
  return {
    WebhookUrl: url,
    WebhookEvents: events,
    signatureTokenToMsSignatureHeader: inOwnHeader,
    lastModifiedTimestamp: modifiedAt,
  }
}

const words: Readonly<Record<number, string>> = {
  200: 'OK',
  401: 'Unauthorized',
  404: 'NotFound',
  413: 'RequestEntityTooLarge',
  500: 'InternalServerError',
}
