import type { CustomerMailbox } from '../../domain/ports/customer-mailbox.ts'
import { mailFault } from '../shared/mail-faults.ts'
import { askMailServer, type MailServer, type MailTransport } from '../shared/mail-server.ts'
import { quoting } from '../shared/server-words.ts'
import { messageOf, type Sender } from './message-of.ts'

export interface CustomerMailSettings extends Sender {
  readonly server: MailServer
}

/** A mailbox whose server can be looked at. */
export interface OpenCustomerMailbox extends CustomerMailbox {
  /** Resolves where the mail server answers and lets us in. Throws `OutsideFault`. */
  looks(): Promise<void>
}

/** In ms. */
interface Waits {
  readonly greetsWithinMs: number
  /** Whoever hangs up too early sends twice: a server may work on what it has read before it says so (RFC 5321 4.5.3.2.6). */
  readonly silentForMs: number
  /** For all of it: words that come in drops are silence too. */
  readonly wholeMs: number
}

const usualWaits: Waits = { greetsWithinMs: 10_000, silentForMs: 60_000, wholeMs: 120_000 }

/** Letters to customers by SMTP. What goes wrong is told with the server's own sentence, and no secret. */
export function openCustomerMailbox(
  { server, ...sender }: CustomerMailSettings,
  { wholeMs, ...waits }: Waits = usualWaits,
): OpenCustomerMailbox {
  const faultOf = (cause: unknown) => quoting(mailFault('customer-mail', cause), cause, server)
  const asking = <Answer>(ask: (transport: MailTransport) => Promise<Answer>) =>
    askMailServer(server, { ...waits, faultOf }, ask)

  return {
    send: (mail) =>
      asking(async (transport) => {
        const { messageId, serverMessageId } = await transport.sendMail({
          ...messageOf(mail, sender),
          signal: AbortSignal.timeout(wholeMs),
        })
        return { messageId: serverMessageId ?? messageId }
      }),
    looks: () =>
      asking(async (transport) => {
        await transport.verify()
      }),
  }
}
