import { createHash } from 'node:crypto'
import type { SendMailOptions } from 'nodemailer'
import type { MailAttachment, TicketMail } from '../../domain/ports/ticket-mailbox.ts'
import { cut, harmless, oneLine } from '../shared/plain-text.ts'
import { messageIdOf, threadOf } from './message-id.ts'

/** Who writes, and to whom. */
export interface Correspondents {
  readonly from: { readonly name: string | null; readonly address: string }
  readonly to: string
  /** Where answers go; null for the sender's own mailbox. */
  readonly replyTo: string | null
}

type Attached = NonNullable<SendMailOptions['attachments']>[number]

/** Outlook shows no more of a subject than 255. */
const longestSubject = 250
const longestName = 120

/**
 * The mail as it is sent: the same bytes on every retry. Plain text only. It is not marked as sent by a machine (RFC
 * 3834): a person wrote it and pressed the button, many ticket systems throw away what is marked so, and the automatic
 * answer, which brings the operator's number, is welcome.
 */
export function messageOf(mail: TicketMail, { from, to, replyTo }: Correspondents): SendMailOptions {
  const { ticket, part, writtenAt } = mail
  const messageId = messageIdOf(ticket, part, from.address)
  const thread = threadOf(mail, from.address)
  const inReplyTo = thread.at(-1)
  const subject = cut(oneLine(part === 1 ? mail.subject : `Re: ${mail.subject}`), longestSubject)
  const text = `${harmless(mail.text.toWellFormed()).trimEnd()}\n`
  const attachments = mail.attachments.map(attached)
  return {
    from: { name: oneLine(from.name ?? ''), address: from.address },
    to,
    ...(replyTo !== null && { replyTo }),
    subject,
    text,
    messageId,
    ...(inReplyTo !== undefined && { inReplyTo, references: [...thread] }),
    date: new Date(writtenAt),
    attachments,
    xMailer: false,
    // Not by chance, so that a retry is the same to the byte; and nobody who has words in it can foresee it.
    baseBoundary: createHash('sha256')
      .update(JSON.stringify([messageId, subject, text, mail.attachments]))
      .digest('hex')
      .slice(0, 32),
  }
}

function attached({ name, mediaType, content }: MailAttachment): Attached {
  // Anything else would be taken apart on the way, or could not be encoded (RFC 2046 5).
  const known = /^(?:text|application|image)\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream'
  return {
    filename: cut(oneLine(name).replaceAll(/[/\\]/g, '-'), longestName),
    contentType: known.startsWith('text/') ? `${known}; charset=utf-8` : known,
    contentDisposition: 'attachment',
    contentTransferEncoding: 'base64',
    content: Buffer.from(content, 'utf8'),
  }
}
