import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Json = Record<string, unknown>

/** A message as those who can see it have seen it: every version, the newest last. */
export interface SlackShown {
  readonly channel: string
  readonly ts: string
  readonly thread: string | null
  readonly versions: Json[]
  /** Only this person sees it; null: everybody in the channel. */
  readonly onlyTo: string | null
  /** By which address it was posted: the Web API, or a response_url. */
  readonly by: 'api' | 'response'
  deleted: boolean
}

export interface SlackUser {
  readonly name?: string
  readonly locale?: string
  readonly team?: string
  readonly deleted?: boolean
  readonly is_bot?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
}

export interface SlackTrouble {
  /** Which methods it meets, `response` for what is sent to a response_url, `upload` for a file; all when left out. */
  readonly method?: string
  /** Slack's own word for it, in an answer of 200: `channel_not_found`. */
  readonly error?: string
  /** Another status than 200. */
  readonly status?: number
  readonly retryAfter?: number
  /** How many requests it meets; all of them when left out. */
  readonly times?: number
  /** What is said instead of Slack's own JSON: the page of a proxy. */
  readonly body?: string
  /** Nothing is said before this; then whatever else the trouble says, or what would have been said anyway. */
  readonly until?: Promise<void>
}

/** A file that the desk put into a channel, or into somebody's own chat with it. */
export interface SlackGiven {
  readonly channel: string
  readonly thread: string | null
  readonly name: string
  readonly text: string
}

/** Slack's Web API on loopback: it keeps what it was given, and fails as it is told to. */
export interface FakeSlack {
  /** What `SLACK_API_URL` is set to. */
  readonly apiUrl: string
  readonly team: string
  readonly shown: readonly SlackShown[]
  /** Everything that was posted or changed, in order. */
  readonly history: readonly { readonly shown: SlackShown; readonly version: number }[]
  /** Every call of a method, whatever came of it. */
  readonly calls: readonly { readonly method: string; readonly given: Json; readonly token: string }[]
  /** Windows by their id, each as it is now. */
  readonly views: ReadonlyMap<string, Json>
  /** The home tab of each person. */
  readonly homes: ReadonlyMap<string, Json>
  readonly users: Map<string, SlackUser>
  readonly channels: Map<string, Json>
  /** What the token is granted, as a header of every answer; null: Slack says nothing of it. */
  scopes: readonly string[] | null
  /** Files the desk gave, each where it stands. */
  readonly given: readonly SlackGiven[]
  /** What a file's private address gives. */
  readonly files: Map<string, Buffer>
  /** A trigger that opens one window. */
  newTrigger(): string
  /** An address for answers to something this person did in this channel. */
  newResponseUrl(user: string, channel: string, message?: string): string
  fileUrl(name: string): string
  fail(trouble: SlackTrouble | null): void
  /** Nobody listens there any more. */
  goAway(): Promise<void>
  /** Listens again where it did. */
  comeBack(): Promise<void>
  /** Where Socket Mode is told to connect; null: it may not. */
  socket: { newUrl(): string } | null
  close(): Promise<void>
}

/** `checkBlocks` throws on what the real Slack would call invalid_blocks. */
export async function openFakeSlack(checkBlocks: (payload: Json) => void = () => undefined): Promise<FakeSlack> {
  const team = 'partner'
  const shown: SlackShown[] = []
  const history: { readonly shown: SlackShown; readonly version: number }[] = []
  const calls: { method: string; given: Json; token: string }[] = []
  const views = new Map<string, Json>()
  const homes = new Map<string, Json>()
  const users = new Map<string, SlackUser>()
  const channels = new Map<string, Json>()
  const files = new Map<string, Buffer>()
  const triggers = new Set<string>()
  const given: SlackGiven[] = []
  /** Addresses for one file each, and what was sent there. */
  const uploads = new Map<string, { readonly name: string; readonly length: number; text: string | null }>()
  const responses = new Map<
    string,
    { readonly user: string; readonly channel: string; readonly message?: string; left: number }
  >()
  let trouble: (SlackTrouble & { left: number }) | null = null
  let ids = 0
  const newId = (kind: string) => `${kind}${(ids += 1)}`
  const newTs = () => `1700000000.${String((ids += 1)).padStart(6, '0')}`

  const show = (channel: string, thread: string | null, message: Json, onlyTo: string | null, by: SlackShown['by']) => {
    const ts = newTs()
    const made: SlackShown = { channel, ts, thread, versions: [message], onlyTo, by, deleted: false }
    shown.push(made)
    history.push({ shown: made, version: 0 })
    return ts
  }
  const change = (standing: SlackShown, message: Json): void => {
    standing.versions.push(message)
    history.push({ shown: standing, version: standing.versions.length - 1 })
  }
  const checked = (message: Json): boolean => {
    try {
      checkBlocks(message)
      return true
    } catch {
      return false
    }
  }
  const opened = (view: Json, id = newId('V')) => {
    views.set(id, view)
    return { ok: true, view: { id, hash: newId('h'), ...view } }
  }

  /** Answers as Slack's methods do (facts/chat-platforms 6.3 to 6.6). */
  const call = (method: string, said: Json): Json => {
    const no = (error: string) => ({ ok: false, error })
    switch (method) {
      case 'auth.test':
        return { ok: true, team: 'Nimbus', team_id: team, user: 'partner_desk', user_id: 'UDESK', bot_id: 'BDESK' }
      case 'apps.connections.open':
        return slack.socket ? { ok: true, url: slack.socket.newUrl() } : no('access_denied')
      case 'users.info': {
        const user = users.get(String(said['user']))
        if (!user) return no('user_not_found')
        const { name = String(said['user']), team: home = team, ...flags } = user
        return { ok: true, user: { id: said['user'], team_id: home, real_name: name, ...flags } }
      }
      case 'conversations.info': {
        const channel = channels.get(String(said['channel']))
        return channel ? { ok: true, channel: { id: said['channel'], ...channel } } : no('channel_not_found')
      }
      case 'chat.postMessage': {
        const to = String(said['channel'])
        const channel = users.has(to) ? `D${to}` : to
        if (!users.has(to) && !to.startsWith('D') && !channels.has(to)) return no('channel_not_found')
        if (!checked(said)) return no('invalid_blocks')
        const thread = threadOf(said)
        // A thread is answered by the message that begins it (docs.slack.dev, chat.postMessage, thread_ts).
        if (shown.some((each) => each.channel === channel && each.ts === thread && each.thread !== null))
          return no('cannot_reply_to_message')
        return { ok: true, channel, ts: show(channel, thread, said, null, 'api') }
      }
      case 'chat.update': {
        const at = String(said['channel'])
        if (!at.startsWith('D') && !channels.has(at)) return no('channel_not_found')
        const found = shown.find((each) => each.channel === at && each.ts === said['ts'] && !each.deleted)
        // What only one person sees is no message to the API.
        if (!found || found.onlyTo !== null) return no('message_not_found')
        if (!checked(said)) return no('invalid_blocks')
        change(found, said)
        return { ok: true, channel: said['channel'], ts: said['ts'] }
      }
      case 'views.open':
        if (!triggers.delete(String(said['trigger_id']))) return no('expired_trigger_id')
        return checked(said['view'] as Json) ? opened(said['view'] as Json) : no('invalid_blocks')
      case 'views.update':
        if (!views.has(String(said['view_id']))) return no('not_found')
        return opened(said['view'] as Json, String(said['view_id']))
      case 'views.publish':
        if (!checked(said['view'] as Json)) return no('invalid_blocks')
        homes.set(String(said['user_id']), said['view'] as Json)
        return { ok: true }
      case 'conversations.open':
        return users.has(String(said['users']))
          ? { ok: true, channel: { id: `D${String(said['users'])}` } }
          : no('user_not_found')
      case 'files.getUploadURLExternal': {
        const id = newId('F')
        uploads.set(id, { name: String(said['filename']), length: Number(said['length']), text: null })
        return { ok: true, upload_url: `${base}/upload/${id}`, file_id: id }
      }
      case 'files.completeUploadExternal': {
        const [file] = JSON.parse(String(said['files'])) as { readonly id: string }[]
        const channel = String(said['channel_id'])
        const sent = uploads.get(file?.id ?? '')
        if (!sent || sent.text === null) return no('file_not_found')
        if (!channel.startsWith('D') && !channels.has(channel)) return no('channel_not_found')
        // Each address is good for one file.
        uploads.delete(file?.id ?? '')
        given.push({ channel, thread: threadOf(said), name: sent.name, text: sent.text })
        return { ok: true, files: [file] }
      }
      default:
        return no('unknown_method')
    }
  }

  /** A response_url works five times (facts/chat-platforms 6.3). */
  const respond = (id: string, given: Json): { status: number; body: string } => {
    const found = responses.get(id)
    if (!found || found.left === 0) return { status: 404, body: 'used_url' }
    if (!checked(given)) return { status: 200, body: JSON.stringify({ ok: false, error: 'invalid_blocks' }) }
    found.left -= 1
    const standing = shown.find((each) => each.ts === found.message && !each.deleted)
    if (given['replace_original'] === true && standing) change(standing, given)
    else {
      const thread = threadOf(given)
      const onlyTo = given['response_type'] === 'in_channel' ? null : found.user
      show(found.channel, thread, given, onlyTo, 'response')
    }
    return { status: 200, body: 'ok' }
  }

  /** What meets a request; counted. */
  const troubleOf = (path: string): SlackTrouble | null => {
    const method = /^\/(response|upload)\//.exec(path)?.[1] ?? methodIn(path)
    if (trouble === null || trouble.left === 0 || (trouble.method ?? method) !== method) return null
    trouble.left -= 1
    return trouble
  }

  const answer = (
    path: string,
    token: string,
    text: string,
    failing: SlackTrouble | null,
  ): { status: number; body: string | Buffer; retryAfter?: number } => {
    const { status, error, body, retryAfter, until } = failing ?? {}
    if (failing && (until === undefined || error !== undefined || status !== undefined || body !== undefined)) {
      const said = status === undefined ? JSON.stringify({ ok: false, error: error ?? 'fatal_error' }) : 'trouble'
      return { status: status ?? 200, body: body ?? said, ...(retryAfter === undefined ? {} : { retryAfter }) }
    }
    const method = methodIn(path)
    if (method !== undefined) return { status: 200, body: JSON.stringify(call(method, formOf(text))) }
    const upload = uploads.get(/^\/upload\/(\w+)$/.exec(path)?.[1] ?? '')
    if (upload) {
      if (Buffer.byteLength(text) !== upload.length) return { status: 400, body: 'length' }
      upload.text = text
      return { status: 200, body: `OK - ${upload.length}` }
    }
    const response = /^\/response\/(\w+)$/.exec(path)?.[1]
    if (response !== undefined) return respond(response, JSON.parse(text) as Json)
    const file = files.get(decodeURIComponent(path.replace('/files/', '')))
    // Slack sends whoever has no token to a page for signing in.
    return file && token !== '' ? { status: 200, body: file } : { status: 404, body: 'not_found' }
  }

  const server = createServer((req, res) => {
    void readAll(req).then(async (text) => {
      const { url: path = '', headers } = req
      const token = (headers.authorization ?? '').replace(/^Bearer /, '')
      const method = methodIn(path)
      if (method !== undefined) calls.push({ method, given: formOf(text), token })
      const failing = troubleOf(path)
      await failing?.until
      // Whoever gave up waiting never asked.
      if (res.destroyed) return
      const { status, body, retryAfter } = answer(path, token, text, failing)
      if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
      if (slack.scopes) res.setHeader('x-oauth-scopes', slack.scopes.join(','))
      res.statusCode = status
      res.setHeader('Content-Type', 'application/json')
      res.end(body)
    })
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const goAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`

  const slack: FakeSlack = {
    socket: null,
    scopes: null,
    apiUrl: `${base}/api/`,
    team,
    shown,
    history,
    calls,
    views,
    homes,
    users,
    channels,
    files,
    given,
    newTrigger() {
      const trigger = newId('T')
      triggers.add(trigger)
      return trigger
    },
    newResponseUrl(user, channel, message) {
      const id = newId('R')
      responses.set(id, { user, channel, left: 5, ...(message === undefined ? {} : { message }) })
      return `${base}/response/${id}`
    },
    fileUrl: (name) => `${base}/files/${encodeURIComponent(name)}`,
    fail: (next) => {
      trouble = next && { ...next, left: next.times ?? Infinity }
    },
    goAway,
    comeBack: () => listen(port),
    close: goAway,
  }
  return slack
}

function methodIn(path: string): string | undefined {
  return /^\/api\/([\w.]+)$/.exec(path)?.[1]
}

function threadOf({ thread_ts: thread }: Json): string | null {
  return typeof thread === 'string' ? thread : null
}

/** Slack's client sends a form; what is no text in it is JSON. */
function formOf(text: string): Json {
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, parsed(key, value)]))
}

function parsed(key: string, value: string): unknown {
  if (!['blocks', 'view'].includes(key) && !/^(?:true|false)$/.test(value)) return value
  return JSON.parse(value)
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
