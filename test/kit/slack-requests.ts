import { createHmac } from 'node:crypto'

/** Requests as Slack makes them: signed over the raw body (facts/chat-platforms 6.2). */
export interface SlackRequests {
  /** An Events API delivery. */
  event(event: object, envelope?: object): Promise<Response>
  command(fields: Readonly<Record<string, string>>): Promise<Response>
  /** block_actions, view_submission and their like. */
  interaction(payload: object): Promise<Response>
  /** Anything, with any headers on top. */
  send(body: string, headers: Readonly<Record<string, string>>): Promise<Response>
}

let events = 0

export function slackRequests(url: string, secret: string, now: () => number = Date.now): SlackRequests {
  const send = (body: string, headers: Readonly<Record<string, string>>) =>
    fetch(url, { method: 'POST', headers: { ...signatureOf(body, secret, now()), ...headers }, body })
  const form = (fields: Readonly<Record<string, string>>) =>
    send(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' })
  return {
    send,
    event: (event, envelope = {}) =>
      send(
        JSON.stringify({
          type: 'event_callback',
          team_id: 'partner',
          api_app_id: 'ADESK',
          event_id: `Ev${(events += 1)}`,
          authorizations: [{ team_id: 'partner', user_id: 'UDESK', is_bot: true }],
          event,
          ...envelope,
        }),
        { 'content-type': 'application/json' },
      ),
    command: (fields) => form({ team_id: 'partner', api_app_id: 'ADESK', ...fields }),
    interaction: (payload) => form({ payload: JSON.stringify({ team: { id: 'partner' }, ...payload }) }),
  }
}

/** The headers that say a body is Slack's. */
export function signatureOf(body: string, secret: string, nowMs: number): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1_000))
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` }
}
