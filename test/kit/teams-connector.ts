import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as the people in its conversation have seen it: every version, the newest last. */
export interface Shown {
  readonly id: string
  readonly conversation: string
  readonly versions: Record<string, unknown>[]
  deleted: boolean
}

export interface Failure {
  readonly status: number
  /** Teams' own code: `MessageWritesBlocked`, `ConversationNotFound`, `MessageSizeTooBig`. */
  readonly code?: string
  readonly retryAfter?: string
  /** How many requests it meets; all of them when left out. */
  readonly times?: number
}

/** What Teams says of a member of a conversation. */
export interface Member {
  readonly userRole?: string
  readonly tenantId?: string
}

/** A Teams connector service on loopback: it keeps what it is told and fails when it is told to. */
export interface TeamsConnector {
  readonly serviceUrl: string
  readonly shown: readonly Shown[]
  /** Everything that was posted or changed, in order. */
  readonly history: readonly { readonly shown: Shown; readonly version: number }[]
  /** Conversations that were asked for, as they were asked for. */
  readonly asked: readonly Record<string, unknown>[]
  readonly requests: readonly { readonly method: string; readonly path: string; readonly authorization: string }[]
  /** Conversations the desk was removed from. */
  readonly left: Set<string>
  /** Who Teams says somebody is, or (null) that they are in no conversation; unless told, everybody is one of our people. */
  setMember(objectId: string, member: Member | null): void
  fail(failure: Failure | null): void
  close(): Promise<void>
}

export async function openTeamsConnector(): Promise<TeamsConnector> {
  const shown: Shown[] = []
  const history: { readonly shown: Shown; readonly version: number }[] = []
  const asked: Record<string, unknown>[] = []
  const requests: { method: string; path: string; authorization: string }[] = []
  const left = new Set<string>()
  let failure: (Failure & { left: number }) | null = null
  let ids = 1_700_000_000_000

  const members = new Map<string, Member | null>()
  const memberOf = (objectId: string) => {
    const found = members.has(objectId) ? members.get(objectId) : { userRole: 'user' }
    return found && { id: `29:${objectId}`, name: objectId, objectId, aadObjectId: objectId, ...found }
  }
  /** Two of those whose standing was set at a time, as Teams gives long rosters in pages. */
  const pageOf = (query: URLSearchParams) => {
    const from = Number(query.get('continuationToken') ?? 0)
    const present = [...members.keys()].flatMap((objectId) => memberOf(objectId) ?? [])
    const more = from + 2 < present.length ? { continuationToken: String(from + 2) } : {}
    return { status: 200, body: { members: present.slice(from, from + 2), ...more } }
  }

  const show = (conversation: string, activity: Record<string, unknown>, id = String((ids += 1))) => {
    const made = { id, conversation, versions: [activity], deleted: false }
    shown.push(made)
    history.push({ shown: made, version: 0 })
    return id
  }

  /** Answers as the connector's REST API does; null for an address it does not have. */
  const act = (method: string, address: string, body: Record<string, unknown>) => {
    const { pathname: path, searchParams } = new URL(address, 'http://teams')
    const [, asked] = /\/members\/([^/]+)$/.exec(path) ?? []
    if (method === 'GET' && asked !== undefined) {
      const found = memberOf(decodeURIComponent(asked))
      return found ? { status: 200, body: found } : failed({ status: 404, code: 'MemberNotFoundInConversation' })
    }
    if (method === 'GET' && path.endsWith('/pagedmembers')) return pageOf(searchParams)
    const [conversation, id] = path
      .replace(/^\/v3\/conversations\/?/, '')
      .split('/activities/')
      .map((part) => decodeURIComponent(part.replace(/\/activities$/, '')))
    if (method === 'POST' && conversation === '') {
      const { channelData } = body as { channelData?: { channel?: { id: string } } }
      if (left.has(channelData?.channel?.id ?? '')) return failed({ status: 403, code: 'BotNotInConversationRoster' })
      return { status: 201, body: begin(body) }
    }
    if (conversation === undefined) return null
    if (left.has(conversation.split(';')[0] ?? '')) return failed({ status: 403, code: 'BotNotInConversationRoster' })
    if (method === 'POST') return { status: 201, body: { id: show(conversation, body) } }
    const found = shown.find((each) => each.id === id && each.conversation === conversation && !each.deleted)
    if (!found) return failed({ status: 404, code: 'ActivityNotFoundInConversation' })
    if (method === 'PUT') {
      found.versions.push(body)
      history.push({ shown: found, version: found.versions.length - 1 })
    } else found.deleted = true
    return { status: 200, body: { id: found.id } }
  }

  const begin = (body: Record<string, unknown>) => {
    asked.push(body)
    const { isGroup, members, channelData, activity } = body as {
      isGroup?: boolean
      members?: { id: string }[]
      channelData?: { channel?: { id: string } }
      activity?: Record<string, unknown>
    }
    if (!isGroup) return { id: `a:${members?.[0]?.id}` }
    const root = String((ids += 1))
    const conversation = `${channelData?.channel?.id};messageid=${root}`
    if (activity) show(conversation, activity, root)
    return { id: conversation, activityId: root }
  }

  const server = createServer((req, res) => {
    void readAll(req).then((text) => {
      const { method = '', url: path = '' } = req
      requests.push({ method, path, authorization: req.headers.authorization ?? '' })
      const failing = failure !== null && failure.left > 0
      if (failing && failure) failure.left -= 1
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      const answer = failing && failure ? failed(failure) : (act(method, path, body) ?? { status: 405, body: {} })
      if ('retryAfter' in answer && answer.retryAfter !== undefined) res.setHeader('Retry-After', answer.retryAfter)
      // restify, once loaded, replaces every response's writeHead by one that gives nothing back: no chaining.
      res.writeHead(answer.status, { 'Content-Type': 'application/json' })
      res.end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown,
    history,
    asked,
    requests,
    left,
    setMember: (objectId, member) => void members.set(objectId, member),
    fail: (next) => {
      failure = next && { ...next, left: next.times ?? Infinity }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function failed({ status, code = 'ServiceError', retryAfter }: Failure) {
  return { status, retryAfter, body: { error: { code, message: `said with ${status}` } } }
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
