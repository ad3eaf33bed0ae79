import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** One mail as it came over the wire. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly encrypted: boolean
  /** Header fields and text, as sent. */
  readonly raw: string
  /** Whether it came to say that it has it. */
  readonly answered: boolean
}

/**
 * What a server can do to whoever hands it a mail: say no, lastingly or for now, once it has read all of it; say nothing
 * from the beginning, or nothing more once it has read it; take it and hang up, or say nothing more, before it says so.
 */
export type MailTrouble =
  'refuses' | 'puts-off' | 'says-nothing' | 'hangs' | 'takes-it-and-hangs-up' | 'takes-it-and-hangs'

/** A real SMTP server on loopback. */
export interface MailHost {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** Mail for these is refused, lastingly or (`later`) for now. */
  refuse(address: string, how?: 'for-good' | 'later'): void
  accept(address: string): void
  /** How it meets mails from now on; null: well. */
  meets(trouble: MailTrouble | null): void
  /** How it meets the next mails, one each, before it meets any as it always does. */
  meetsInTurn(...troubles: readonly (Exclude<MailTrouble, 'says-nothing'> | null)[]): void
  /** How many of those are still to come. */
  readonly toMeet: number
  /** How many mails with this Message-ID it took, also where it did not come to say so. */
  copiesOf(messageId: string): number
  /** Hangs up on whoever is still there. */
  close(): Promise<void>
}

/** Takes the password `pa ss:word` of `desk` where it asks for one; says STARTTLS with a certificate nobody trusts. */
export async function openMailHost(options: SMTPServerOptions = {}): Promise<MailHost> {
  const received: ReceivedMail[] = []
  const refusing = new Map<string, 'for-good' | 'later'>()
  const sockets = new Set<Socket>()
  let always: MailTrouble | null = null
  const inTurn: (MailTrouble | null)[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, answer) {
      if (username === 'desk' && password === 'pa ss:word') return answer(null, { user: username })
      return answer(Object.assign(new Error('the password pa ss:word is wrong'), { responseCode: 535 }))
    },
    onConnect(_session, answer) {
      if (always !== 'says-nothing') answer()
    },
    onRcptTo({ address }, _session, answer) {
      const how = refusing.get(address)
      if (how === undefined) return answer()
      return answer(Object.assign(new Error(`nobody called ${address}`), { responseCode: how === 'later' ? 451 : 550 }))
    },
    onData(stream, { envelope, secure, remotePort }, answer) {
      void buffer(stream).then((bytes) => {
        const trouble = inTurn.length === 0 ? always : (inTurn.shift() ?? null)
        if (trouble === 'hangs') return
        if (trouble === 'refuses' || trouble === 'puts-off') return answer(noTo(trouble))
        const { mailFrom, rcptTo } = envelope
        const answers = trouble !== 'takes-it-and-hangs-up' && trouble !== 'takes-it-and-hangs'
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          encrypted: secure,
          raw: bytes.toString('utf8'),
          answered: answers,
        })
        if (answers) return answer()
        if (trouble === 'takes-it-and-hangs') return
        for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy()
      })
    },
    ...options,
  })
  // A client that hangs up at a certificate is what some specs want.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuse: (address, how = 'for-good') => void refusing.set(address, how),
    accept: (address) => void refusing.delete(address),
    meets: (how) => void (always = how),
    meetsInTurn: (...troubles) => void inTurn.push(...troubles),
    get toMeet() {
      return inTurn.length
    },
    copiesOf: (messageId) => received.filter(({ raw }) => messageIdOf(raw) === messageId).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** As RFC 3463 has it: a code with points in it before the words. */
function noTo(trouble: 'refuses' | 'puts-off'): Error {
  return trouble === 'refuses'
    ? Object.assign(new Error('5.7.1 This mailbox takes no mail\nfrom there'), { responseCode: 550 })
    : Object.assign(new Error('4.2.1 Come back in five minutes'), { responseCode: 451 })
}

/** A long one stands on the line after its name. Null where there is none. */
export function messageIdOf(raw: string): string | null {
  return /^Message-ID:\s*(<[^>]*>)/im.exec(raw)?.[1] ?? null
}
