import { domainToASCII } from 'node:url'
import type { TicketMail } from '../../domain/ports/ticket-mailbox.ts'

/**
 * `<pd-142.20261122050631.1@partner.example>`: the ticket, when it was opened (UTC, to the second) and which of its
 * mails this is, under the sender's own domain. The same for the same mail, and for no other (RFC 5322 3.6.4).
 */
export function messageIdOf(ticket: TicketMail['ticket'], part: number, senderAddress: string): string {
  const opened = ticket.openedAt.slice(0, 19).replaceAll(/\D/g, '')
  const domain = domainToASCII(senderAddress.slice(senderAddress.lastIndexOf('@') + 1))
  return `<${ticket.id.toLowerCase()}.${opened}.${part}@${domain}>`
}

/** What a later mail answers: the first as it was sent, and as its server named it. Empty for the first itself. */
export function threadOf({ ticket, part, firstId }: TicketMail, senderAddress: string): readonly string[] {
  if (part === 1) return []
  const first = messageIdOf(ticket, 1, senderAddress)
  return firstId === null || firstId === first || !/^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(firstId)
    ? [first]
    : [first, firstId]
}
