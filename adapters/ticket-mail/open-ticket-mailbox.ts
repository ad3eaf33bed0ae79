import type { Lane } from '../../domain/customers/lane.ts'
import type { TicketMailbox } from '../../domain/ports/ticket-mailbox.ts'
import { mailFault } from '../shared/mail-faults.ts'
import { askMailServer, type MailServer, type MailTransport } from '../shared/mail-server.ts'
import { quoting } from '../shared/server-words.ts'
import { messageOf, type Correspondents } from './message-of.ts'

export interface TicketMailboxSettings extends Correspondents {
  readonly lane: Lane
  readonly server: MailServer
}

/** A mailbox whose server can be looked at. */
export interface OpenTicketMailbox extends TicketMailbox {
  /**
   * Resolves where the mail server answers and lets us in; whether it takes mail for the mailbox shows only with one.
   * Throws `OutsideFault`.
   */
  looks(): Promise<void>
}

/** In ms. */
export interface Waits {
  readonly greetsWithinMs: number
  /**
   * Whoever hangs up too early sends twice: a server may work on what it has read before it says so (RFC 5321
   * 4.5.3.2.6).
   */
  readonly silentForMs: number
  /** For all of it: words that come in drops are silence too. */
  readonly wholeMs: number
}

const usualWaits: Waits = { greetsWithinMs: 10_000, silentForMs: 60_000, wholeMs: 120_000 }

/**
 * Tickets of one lane by mail to one address. What goes wrong is told with the server's own sentence, and no secret.
 */
export function openTicketMailbox(
  { lane, server, ...correspondents }: TicketMailboxSettings,
  { wholeMs, ...waits }: Waits = usualWaits,
): OpenTicketMailbox {
  const service = `ticket-mail:${lane}`
  const faultOf = (cause: unknown) => quoting(mailFault(service, cause), cause, server)
  const asking = <Answer>(ask: (transport: MailTransport) => Promise<Answer>) =>
    askMailServer(server, { ...waits, faultOf }, ask)

  return {
    lane,
    address: correspondents.to,
    async send(mail) {
      if (mail.ticket.lane !== lane)
        throw new Error(`${mail.ticket.id} is a ticket of ${mail.ticket.lane}, and not of ${lane}`)
      const message = messageOf(mail, correspondents)
      return asking(async (transport) => {
        const { messageId, serverMessageId } = await transport.sendMail({
          ...message,
          signal: AbortSignal.timeout(wholeMs),
        })
        return { messageId: serverMessageId ?? messageId }
      })
    },
    looks: () =>
      asking(async (transport) => {
        await transport.verify()
      }),
  }
}
