import { webApi, type types } from '@slack/bolt'
import { z } from 'zod'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import type { Clock } from '../../domain/shared/time.ts'
import { createPace } from '../shared/pace.ts'
import type { SlackHosts } from './slack-hosts.ts'
import { changePace, type ChangeOf } from './change-pace.ts'
import { asSlackFault, RefusedBlocks } from './slack-faults.ts'
import { quietLogger } from './quiet-logger.ts'
import { standingMessages } from './standing-messages.ts'
import type { TableStyle } from './render-table.ts'
import type { SlackMessage } from './slack-message.ts'

/** A message of ours: where it stands, for good. */
export interface SentMessage {
  readonly channel: string
  readonly ts: string
  /** The message that begins the thread it stands in; null where it begins one itself. */
  readonly thread: string | null
}

/** A reply as a message; rendered more simply where Slack does not take it as it is. */
export type Rendering = (tables: TableStyle) => SlackMessage

export interface RespondOptions {
  /** Takes the place of the message whose button was pressed. */
  readonly replaces?: boolean
  /** For everybody in the channel, not only for the one who asked. */
  readonly forAll?: boolean
  readonly thread?: string | null
}

/** What the desk asks of Slack's Web API. Every call ends in time; throws `OutsideFault`. */
export interface SlackApi {
  /** `channel` may be a user: then it arrives in their chat with the desk. */
  post(to: { readonly channel: string; readonly thread: string | null }, message: Rendering): Promise<SentMessage>
  update(at: SentMessage, message: Rendering, what?: ChangeOf): Promise<void>
  /** Answers by the address a payload brought: five times, within 30 minutes (facts/chat-platforms 6.3). */
  respond(url: string, message: Rendering, options: RespondOptions): Promise<void>
  openView(trigger: string, view: types.ModalView): Promise<string>
  updateView(id: string, view: types.ModalView): Promise<void>
  publishHome(user: string, view: types.HomeView): Promise<void>
  /** Any other method. */
  call<Answer>(method: string, given: Record<string, unknown>, answer: z.ZodType<Answer>): Promise<Answer>
}

interface SlackApiOptions {
  readonly token: string
  readonly hosts: SlackHosts
  readonly now: Clock
  readonly wait: (ms: number) => Promise<void>
  readonly fetch?: typeof fetch
}

/** Facts/chat-platforms 6.1: without these the client waits for ever, or for half an hour. */
const timeLimitMs = 8_000
/** Longer than this is not waited for; whoever asked tries again later. */
const patienceMs = 5_000

/** From the best to the one that every client shows. */
const tableStyles = ['data_table', 'table', 'sections'] as const satisfies readonly TableStyle[]

const sent = z.object({ channel: z.string(), ts: z.string() })
const opened = z.object({ view: z.object({ id: z.string() }) })
const anything = z.object({})

export function slackApi({ token, hosts, now, wait, fetch: fetched = fetch }: SlackApiOptions): SlackApi {
  const client = new webApi.WebClient(token, {
    slackApiUrl: hosts.api,
    timeout: timeLimitMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: whole(fetched),
    logger: quietLogger,
  })
  // One message a second and channel (facts/chat-platforms 6.5); changing one is counted apart.
  const posts = createPace(now)
  const changes = changePace(now)

  const standing = standingMessages()

  const call = async <Answer>(method: string, given: Record<string, unknown>, answer: z.ZodType<Answer>) => {
    if (!hosts.reachable) throw new OutsideFault({ service: 'slack', kind: 'refused', code: 'no-stand-in' })
    try {
      return answer.parse(await client.apiCall(method, given))
    } catch (cause) {
      if (cause instanceof z.ZodError)
        throw new OutsideFault({ service: 'slack', kind: 'unreachable', code: 'unreadable', cause })
      throw asSlackFault(cause)
    }
  }

  const paced = async <Result>(
    { due, patienceMs }: { readonly due: number; readonly patienceMs: number },
    rest: (ms: number) => void,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    if (due > patienceMs)
      throw new OutsideFault({ service: 'slack', kind: 'throttled', code: 'pace', retryAfterMs: due })
    if (due > 0) await wait(due)
    try {
      return await work()
    } catch (fault) {
      if (fault instanceof OutsideFault && fault.facts.retryAfterMs !== undefined) rest(fault.facts.retryAfterMs)
      throw fault
    }
  }
  const posting = <Result>(channel: string, work: () => Promise<Result>): Promise<Result> =>
    paced({ due: posts.take(channel, patienceMs), patienceMs }, (ms) => posts.rest(channel, ms), work)

  const respondOnce = async (url: string, body: object): Promise<void> => {
    if (!hosts.answers(url)) throw new OutsideFault({ service: 'slack', kind: 'refused', code: 'response-url' })
    const answer = await fetched(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimitMs),
    }).catch((cause: unknown) => {
      throw new OutsideFault({ service: 'slack', kind: 'unreachable', cause })
    })
    const said = await answer.text().catch(() => '')
    if (answer.ok && !/"ok":\s*false|^\s*</.test(said)) return
    if (said.includes('invalid_blocks')) throw new RefusedBlocks('Slack did not take the blocks')
    const retryAfter = Number(answer.headers.get('retry-after'))
    throw new OutsideFault({
      service: 'slack',
      kind: kindOf(answer.status, said),
      status: answer.status,
      ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1_000 } : {}),
    })
  }

  return {
    call,
    post: (to, message) =>
      posting(to.channel, () =>
        simpler(message, async (rendered) => {
          const thread = to.thread === null ? {} : { thread_ts: to.thread }
          const given = { channel: to.channel, ...thread, ...rendered, ...noGuessing }
          const posted = { ...(await call('chat.postMessage', given, sent)), thread: to.thread }
          standing.stands(posted, message(tableStyles[0]))
          return posted
        }),
      ),
    update: async ({ channel, ts }, message, what = 'answer') => {
      const wanted = message(tableStyles[0])
      if (standing.isStanding({ channel, ts }, wanted)) return
      await paced(
        changes.take(`${channel}:${ts}`, what),
        (ms) => changes.rest(what, ms),
        () =>
          simpler(message, async (rendered) => {
            standing.changes({ channel, ts })
            await call('chat.update', { channel, ts, ...rendered }, anything)
          }),
      )
      standing.stands({ channel, ts }, wanted)
    },
    respond: (url, message, { replaces = false, forAll = false, thread = null }) =>
      simpler(message, (rendered) =>
        respondOnce(url, {
          response_type: forAll ? 'in_channel' : 'ephemeral',
          replace_original: replaces,
          ...(thread === null ? {} : { thread_ts: thread }),
          ...rendered,
        }),
      ),
    openView: async (trigger, view) => (await call('views.open', { trigger_id: trigger, view }, opened)).view.id,
    async updateView(id, view) {
      await call('views.update', { view_id: id, view }, anything)
    },
    async publishHome(user, view) {
      await call('views.publish', { user_id: user, view }, anything)
    },
  }
}

/** Of an answer to a `response_url`. Slack says no to one that is used up or expired; no page of a proxy is its word. */
function kindOf(status: number, said: string): FaultKind {
  if (status === 429) return 'throttled'
  return status >= 500 || /^\s*</.test(said) ? 'unreachable' : 'not-found'
}

/**
 * Answers are read to their end before Slack's client has them, and "too many" is said in a fault where Slack does not
 * say for how long: the client would throw errors that look like slips of ours.
 */
function whole(fetched: typeof fetch): typeof fetch {
  return async (address, init) => {
    const answer = await fetched(address, init)
    const bytes = await answer.arrayBuffer()
    const { status, headers } = answer
    if (status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? ''))
      throw new OutsideFault({ service: 'slack', kind: 'throttled', status })
    return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers })
  }
}

/** Names and addresses in what we say are text: Slack is to make nothing of them. */
const noGuessing = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' }

/** Tries the best rendering, and simpler ones where Slack does not take its blocks. */
async function simpler<Result>(message: Rendering, send: (rendered: SlackMessage) => Promise<Result>): Promise<Result> {
  for (const style of tableStyles) {
    try {
      return await send(message(style))
    } catch (cause) {
      if (!(cause instanceof RefusedBlocks)) throw cause
    }
  }
  // The words are what counts.
  const { text } = message('sections')
  return send({ text, blocks: [] })
}
