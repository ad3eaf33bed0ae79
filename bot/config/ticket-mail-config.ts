import { lanes, type Lane } from '../../domain/customers/lane.ts'
import type { MailServer } from '../../adapters/shared/mail-server.ts'
import type { Correspondents } from '../../adapters/ticket-mail/message-of.ts'
import { ticketsTo, type Environment } from './environment.ts'
import { isAddress, isMailbox, senderOf } from './mail-config.ts'

/** The mailboxes of operators or distributors that take tickets, at most one for a lane; others file by hand. */
export interface TicketMailConfig extends Pick<Correspondents, 'from' | 'replyTo'> {
  readonly server: MailServer
  readonly to: Readonly<Partial<Record<Lane, string>>>
}

/** Lanes whose tickets are to go by mail, faulty or not. */
export function mailedLanes(env: Environment): readonly Lane[] {
  return lanes.filter((lane) => env[ticketsTo(lane)] !== undefined)
}

/** The settings of tickets by mail; null where there is no mailbox. Adds to `faults` what cannot be used. */
export function ticketMailOf(env: Environment, server: MailServer | null, faults: string[]): TicketMailConfig | null {
  const { SMTP_URL, TICKETS_FROM: from, TICKETS_REPLY_TO: replyTo } = env
  const mailed = mailedLanes(env)
  const named = mailed.map(ticketsTo).join(', ')
  const to = Object.fromEntries(mailed.map((lane) => [lane, String(env[ticketsTo(lane)])] as const))
  for (const lane of mailed)
    if (!isAddress(to[lane] ?? '')) faults.push(`${ticketsTo(lane)} must be one address, such as support@example.com`)
  faults.push(...shared(mailed, to))
  if (from !== undefined && !isMailbox(from))
    faults.push('TICKETS_FROM must be an address, such as tickets@example.com or Partner Desk <tickets@example.com>')
  if (replyTo !== undefined && !isAddress(replyTo))
    faults.push('TICKETS_REPLY_TO must be one address, such as team@example.com')
  if (mailed.length === 0) return null
  if (SMTP_URL === undefined) faults.push(`SMTP_URL is missing: ${named} says that tickets go out by mail`)
  if (from === undefined) faults.push(`TICKETS_FROM is missing: ${named} needs a sender`)
  if (server === null || from === undefined) return null
  return { server, from: senderOf(from), replyTo: replyTo ?? null, to }
}

/** What two lanes shared would let one operator's people read what belongs to the other's. */
function shared(mailed: readonly Lane[], to: Readonly<Partial<Record<Lane, string>>>): readonly string[] {
  return mailed.flatMap((lane, at) => {
    const same = mailed.slice(0, at).find((other) => to[other]?.toLowerCase() === to[lane]?.toLowerCase())
    return same === undefined
      ? []
      : [`${ticketsTo(lane)} is the mailbox of ${ticketsTo(same)}: tickets of two operators never go to one`]
  })
}
