import type { IncomingMessage } from 'node:http'
import { HTTPModuleFunctions as http, HTTPResponseAck, verifySlackRequest, type App, type Receiver } from '@slack/bolt'
import type { Handler } from 'restify'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import { answer } from '../shared/http-server.ts'
import { readBody } from '../shared/request-body.ts'
import { quietLogger } from './quiet-logger.ts'

interface SlackReceiverOptions {
  readonly signingSecret: string
  readonly now: Clock
  /** Hears why a request was turned away; for the log. */
  readonly onTurnedAway: (why: string) => void
  readonly onFailure: (cause: unknown) => void
}

/** Slack's own messages stay well below. */
const largestBody = 512 * 1024
/** Bolt refuses what is older than this; what claims to come from the future is refused here (facts/chat-platforms 6.2). */
const windowMs = 5 * 60_000

/** `POST /slack/events` on the desk's own server: read, check the signature, hand to bolt, answer within three seconds. */
export function slackReceiver({ signingSecret, now, onTurnedAway, onFailure }: SlackReceiverOptions) {
  let app: App | null = null
  const receiver: Receiver = {
    init: (started) => void (app = started),
    start: async () => undefined,
    stop: async () => undefined,
  }

  const handle: Handler = async (req, res) => {
    const raw = await readBody(req, largestBody)
    // Slack's own check of our certificate is not signed, and says nothing.
    if (isForm(req) && new URLSearchParams(raw.toString('utf8')).get('ssl_check') === '1') return answer(res, 200)
    const why = whyForged(req, raw)
    if (why !== null) {
      onTurnedAway(why)
      return answer(res, 401)
    }
    const body = parsed(req, raw)
    if (body === null) return answer(res, 400)
    if (body['type'] === 'url_verification') return http.buildUrlVerificationResponse(res, body)
    if (!app) return answer(res, 503)
    const ack = new HTTPResponseAck({
      logger: quietLogger,
      processBeforeResponse: false,
      httpRequest: req,
      httpRequestBody: body,
      httpResponse: res,
    })
    const retryNum = http.extractRetryNumFromHTTPRequest(req)
    await app.processEvent({ body, ack: ack.bind(), ...(retryNum === undefined ? {} : { retryNum }) }).catch(onFailure)
    // Nobody listens for this kind: bolt's own answer would come after three seconds, from a timer of its own.
    if (!res.headersSent) {
      ack.ack()
      answer(res, 404)
    }
  }

  function whyForged(req: IncomingMessage, body: Buffer): string | null {
    const timestamp = Number(req.headers['x-slack-request-timestamp'])
    const signature = req.headers['x-slack-signature']
    if (!Number.isSafeInteger(timestamp) || typeof signature !== 'string') return 'unsigned'
    if (timestamp * 1_000 - msOf(now()) > windowMs) return 'signed in the future'
    try {
      verifySlackRequest({
        signingSecret,
        body: body.toString('utf8'),
        headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
        nowMilliseconds: msOf(now()),
      })
      return null
    } catch {
      return 'not signed by Slack, or too long ago'
    }
  }

  return { receiver, handle }
}

function isForm(req: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(req.headers['content-type'] ?? '')
}

/** Events come as JSON; commands as a form, and interactions as JSON in one field of a form. An event is an object: bolt takes that for granted. */
function parsed(req: IncomingMessage, raw: Buffer): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    const form = isForm(req) ? Object.fromEntries(new URLSearchParams(text)) : null
    const body: unknown = form && form['payload'] === undefined ? form : JSON.parse(form?.['payload'] ?? text)
    return isRecord(body) && (body['event'] === undefined || isRecord(body['event'])) ? body : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
