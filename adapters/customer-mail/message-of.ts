import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import type { SendMailOptions } from 'nodemailer'
import type { CustomerMail } from '../../domain/ports/customer-mailbox.ts'
import { cut, harmless, oneLine } from '../shared/plain-text.ts'

/** Who writes, and where answers go; null for the sender's own mailbox. */
export interface Sender {
  readonly from: { readonly name: string | null; readonly address: string }
  readonly replyTo: string | null
}

/** Outlook shows no more of a subject than 255. */
const longestSubject = 250

/** The mail as it is sent: the same bytes on every retry (decision 0022). One recipient, plain text, nothing attached. */
export function messageOf(mail: CustomerMail, { from, replyTo }: Sender): SendMailOptions {
  const domain = domainToASCII(from.address.slice(from.address.lastIndexOf('@') + 1))
  return {
    from: { name: oneLine(from.name ?? ''), address: from.address },
    // As an object, so that nothing in it is read as a second recipient or a name.
    to: { name: '', address: mail.to },
    ...(replyTo !== null && { replyTo }),
    subject: cut(oneLine(mail.subject), longestSubject),
    text: `${harmless(mail.text.toWellFormed()).trimEnd()}\n`,
    // Hashed: it would name the customer's tenant to whoever relays it.
    messageId: `<letter.${createHash('sha256').update(mail.id).digest('hex').slice(0, 32)}@${domain}>`,
    date: new Date(mail.writtenAt),
    xMailer: false,
    // RFC 3834: what no person had a hand in. What somebody read and pressed for is theirs.
    ...(mail.bySelf && { headers: { 'Auto-Submitted': 'auto-generated' } }),
  }
}
