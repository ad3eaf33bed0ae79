import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { SlackRequests } from './slack-requests.ts'

type Json = Record<string, unknown>

/** The other end of Socket Mode on loopback: it greets whoever connects, sends envelopes, and waits for each to be acknowledged. */
export interface FakeSlackSocket {
  /** An address that may be connected to once. */
  newUrl(): string
  /** How many have ever been greeted. */
  readonly greeted: number
  /** How many are connected now. */
  readonly open: number
  /** Deliveries as over HTTP: what is answered is the payload of the acknowledgement. */
  readonly requests: SlackRequests
  /** Whether whoever connects is greeted; without, they wait. */
  greets: boolean
  /** Sends anything to whoever is connected. */
  send(message: object): void
  /** Ends every connection: as Slack does when it moves one elsewhere, or as a broken wire does. */
  drop(how: 'politely' | 'at once'): void
  close(): Promise<void>
}

const ackWithinMs = 3_000

export async function openFakeSlackSocket(): Promise<FakeSlackSocket> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const tickets = new Set<string>()
  const acks = new Map<string, (payload: Json) => void>()
  let ids = 0
  let greeted = 0

  server.on('connection', (socket: WebSocket, { url = '' }) => {
    if (!tickets.delete(url)) return socket.close(1008)
    socket.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload: Json }
      acks.get(id)?.(payload)
      acks.delete(id)
    })
    if (!fake.greets) return
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: server.clients.size, connection_info: { app_id: 'ADESK' } }),
    )
    greeted += 1
  })

  const deliver = (type: string, payload: Json): Promise<Response> => {
    const id = `envelope-${(ids += 1)}`
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no acknowledgement of ${type}`)), ackWithinMs)
      acks.set(id, (answer) => {
        clearTimeout(timer)
        resolve(Response.json(answer))
      })
      fake.send({ type, envelope_id: id, payload, accepts_response_payload: type !== 'events_api' })
    })
  }

  const fake: FakeSlackSocket = {
    newUrl() {
      const ticket = `/link/?ticket=${(ids += 1)}`
      tickets.add(ticket)
      return `ws://127.0.0.1:${port}${ticket}`
    },
    get greeted() {
      return greeted
    },
    get open() {
      return server.clients.size
    },
    greets: true,
    requests: {
      event: (event, envelope = {}) =>
        deliver('events_api', {
          type: 'event_callback',
          team_id: 'partner',
          api_app_id: 'ADESK',
          event_id: `Ev-socket-${(ids += 1)}`,
          authorizations: [{ team_id: 'partner', user_id: 'UDESK', is_bot: true }],
          event,
          ...envelope,
        }),
      command: (fields) => deliver('slash_commands', { team_id: 'partner', api_app_id: 'ADESK', ...fields }),
      interaction: (payload) => deliver('interactive', { team: { id: 'partner' }, ...payload }),
      send: () => Promise.reject(new Error('there is no request to send over a socket')),
    },
    send(message) {
      for (const socket of server.clients) socket.send(JSON.stringify(message))
    },
    drop(how) {
      if (how === 'politely') fake.send({ type: 'disconnect', reason: 'refresh_requested' })
      else for (const socket of server.clients) socket.terminate()
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => resolve())
      }),
  }
  return fake
}
