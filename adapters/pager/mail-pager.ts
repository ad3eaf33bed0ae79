import type { SendMailOptions } from 'nodemailer'
import type { PagerCall } from '../../domain/paging/pager-call.ts'
import type { Pager } from '../../domain/ports/pager.ts'
import { mailFault } from '../shared/mail-faults.ts'
import { askMailServer, type MailServer, type MailTransport } from '../shared/mail-server.ts'

export interface MailPagerSettings {
  readonly server: MailServer
  readonly from: string
  readonly to: readonly string[]
}

/** How a call reads; the same on each try. */
export type TextOf = (call: PagerCall) => { readonly subject: string; readonly lines: readonly string[] }

const waitMs = 10_000

/** Calls by mail. */
export function mailPager({ server, from, to }: MailPagerSettings, textOf: TextOf): Pager {
  const faultOf = (cause: unknown) => mailFault('pager:mail', cause)
  const sending = <Result>(work: (transport: MailTransport) => Promise<Result>) =>
    askMailServer(server, { greetsWithinMs: waitMs, silentForMs: waitMs, faultOf }, work)

  return {
    way: 'mail',
    page: (call) =>
      sending(async (transport) => {
        const { accepted = to, rejected = [] } = await transport.sendMail(mail(call, from, to, textOf))
        return { taken: accepted.length, refused: rejected.length }
      }),
    looks: () =>
      sending(async (transport) => {
        await transport.verify()
        return 'answers' as const
      }),
  }
}

function mail(call: PagerCall, from: string, to: readonly string[], textOf: TextOf): SendMailOptions {
  const { subject, lines } = textOf(call)
  return {
    from,
    to: [...to],
    subject,
    text: `${lines.join('\n')}\n`,
    // The same on every try: a mailbox that got it already knows it again (RFC 5322 3.6.4).
    messageId: `<${call.id}@${from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '')}>`,
    date: new Date(call.at),
    priority: 'high',
    headers: {
      // No out-of-office answers (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Partner-Desk-Call': call.id,
    },
  }
}
