import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bucket, windows, type Limit } from './limits.ts'

// A chat in a process of its own: takes what it is told as long as its limits allow, and remembers when what came where.
// `node test/bench/fraud/chat-stand-in.ts teams|slack`; `GET /log` gives what came.

/** A message that was taken or refused. */
export interface Logged {
  readonly at: number
  readonly what: 'post' | 'line' | 'change'
  readonly channel: string
  /** The first that it names. */
  readonly case: string | null
  /** It names several cases. */
  readonly isDigest: boolean
  /** The number of the customer it speaks of. */
  readonly customer: number | null
  /** The number of their subscription. */
  readonly subscription: number | null
  /** What it begins with, for whoever looks into it. */
  readonly text: string
  readonly refused: boolean
}

interface Said {
  readonly what: Logged['what']
  readonly channel: string
  /** What the chat counts it under. */
  readonly counted: string
  readonly text: string
}

interface Chat {
  read(method: string, path: string, body: string): Said | object
  /** In the order in which they are asked. */
  readonly limits: readonly ((said: Said, at: number) => number | null)[]
  taken(said: Said): object
}

let ids = 0
const newId = () => String((ids += 1)).padStart(6, '0')

/** facts/chat-platforms 4.6: per thread, and per app in a tenant. */
function teams(): Chat {
  const thread = windows([1_000, 7], [2_000, 8], [30_000, 60], [3_600_000, 1_800])
  const app = windows([1_000, 50])
  return {
    read(method, path, body) {
      const [conversation = '', activity] = path
        .replace(/^\/v3\/conversations\/?/, '')
        .split('/activities')
        .map(decodeURIComponent)
      if (method === 'GET') return { members: [] }
      if (conversation === '') {
        const { channelData } = JSON.parse(body) as { channelData?: { channel?: { id: string } } }
        const channel = channelData?.channel?.id ?? ''
        return { what: 'post', channel, counted: channel, text: body }
      }
      const what = method === 'PUT' ? 'change' : 'line'
      return { what, channel: conversation.split(';')[0] ?? '', counted: conversation, text: body, activity }
    },
    limits: [
      ({ counted, what }, at) => thread(`${what === 'post' ? 'create' : 'send'} ${counted}`, at),
      (_, at) => app('', at),
    ],
    taken({ what, channel }) {
      const id = newId()
      return what === 'post' ? { id: `${channel};messageid=${id}`, activityId: id } : { id }
    },
  }
}

/** facts/chat-platforms 6.5: a message a second and channel, with a little room; fifty changes a minute (tier 3). */
function slack(): Chat {
  const posts: Limit = bucket(6, 1_000)
  const changes: Limit = bucket(22, 1_200)
  return {
    read(_, path, body) {
      const given = new URLSearchParams(body)
      const channel = given.get('channel') ?? ''
      const text = `${given.get('text')} ${given.get('blocks')}`
      const method = path.split('/').at(-1)
      if (method === 'chat.postMessage')
        return { what: given.has('thread_ts') ? 'line' : 'post', channel, counted: channel, text }
      if (method === 'chat.update') return { what: 'change', channel, counted: channel, text }
      if (method === 'conversations.info') return { ok: true, channel: { id: channel, name: channel.toLowerCase() } }
      const user = { id: given.get('user'), team_id: 'partner', real_name: given.get('user') }
      return { ok: true, team_id: 'partner', team: 'Nimbus', user_id: 'UDESK', bot_id: 'BDESK', user }
    },
    limits: [({ what, counted }, at) => (what === 'change' ? changes('', at) : posts(counted, at))],
    taken: ({ channel }) => ({ ok: true, channel, ts: `1700000000.${newId()}` }),
  }
}

const chat = process.argv[2] === 'slack' ? slack() : teams()
const log: Logged[] = []

const server = createServer((req, res) => {
  let body = ''
  req.on('data', (chunk: Buffer) => (body += chunk.toString()))
  req.on('end', () => {
    res.setHeader('Content-Type', 'application/json')
    if (req.url === '/log') return res.end(JSON.stringify(log))
    const read = chat.read(req.method ?? '', new URL(req.url ?? '/', 'http://chat').pathname, body)
    if (!('what' in read)) return res.end(JSON.stringify(read))
    const at = Date.now()
    const wait = chat.limits.map((limit) => limit(read, at)).find((ms) => ms !== null) ?? null
    const { what, channel, text } = read
    const numberIn = (pattern: RegExp) => {
      const found = pattern.exec(text)?.[1]
      return found === undefined ? null : Number(found)
    }
    log.push({
      at,
      what,
      channel,
      case: /F-\d+/.exec(text)?.[0] ?? null,
      isDigest: new Set(text.match(/F-\d+/g)).size > 1,
      customer: numberIn(/Bench (\d{4})/),
      subscription: numberIn(/6f2f6c7d(\d{4})/),
      text: text.slice(0, 1_500),
      refused: wait !== null,
    })
    if (wait !== null) {
      res.statusCode = 429
      res.setHeader('Retry-After', String(Math.ceil(wait / 1_000)))
      return res.end('{}')
    }
    return res.end(JSON.stringify(chat.taken(read)))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Chat    http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit())
