import type { Lane } from '../customers/lane.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/**
 * One mail about a ticket. All of it stays the same on every retry but its attachments, which are made anew from what
 * is known then: a copy that arrived unheard may carry an older dossier, or none, and say so.
 */
export interface TicketMail {
  /**
   * Its number alone would not do for the Message-ID: a desk that is set up anew, or from a backup, counts it again.
   */
  readonly ticket: { readonly id: CaseId; readonly lane: Lane; readonly openedAt: Instant }
  /** Which of the ticket's mails it is, from 1: with the ticket it makes the Message-ID. */
  readonly part: number
  /** What `send` answered for the ticket's first mail; null for that one itself, and where nobody kept it. */
  readonly firstId: string | null
  /** The mail's date. Exchange knows a mail again by its Message-ID and this together. */
  readonly writtenAt: Instant
  /** Without any `Re:`. */
  readonly subject: string
  readonly text: string
  readonly attachments: readonly MailAttachment[]
}

/**
 * The mailbox of a lane's operator or distributor that takes tickets. A later mail of a ticket stands in the thread of
 * its first.
 */
export interface TicketMailbox {
  readonly lane: Lane
  /** Where the mails go, as people may read it. */
  readonly address: string
  /**
   * Resolves once the mail's server has taken responsibility for it, with its Message-ID: ours, the same on every
   * retry, or the server's where that puts its own in its place. Throws `OutsideFault`: `refused` where the server will
   * not take it however often it is asked. A mail of another lane's ticket is an error of ours, and goes nowhere.
   */
  send(mail: TicketMail): Promise<{ readonly messageId: string }>
}

/** Null where the lane's tickets are filed by hand. */
export type MailboxOf = (lane: Lane) => TicketMailbox | null
