import type { Instant } from '../shared/time.ts'

/** One mail to a customer: the same to the letter on every retry. */
export interface CustomerMail {
  /** What the Message-ID is made of; no other mail has it. */
  readonly id: string
  /** The mail's date. Exchange knows a mail again by its Message-ID and this together (decision 0022). */
  readonly writtenAt: Instant
  readonly to: string
  readonly subject: string
  readonly text: string
  /** No person pressed for it: it is marked as such (RFC 3834), and no out-of-office comes back. */
  readonly bySelf: boolean
}

/** Mail to customers in the partner's name. */
export interface CustomerMailbox {
  /**
   * Resolves once the mail server has taken responsibility for it, with its Message-ID: ours, or the server's where that
   * puts its own in its place. Throws `OutsideFault`: `refused` where the server will not take it however often asked.
   */
  send(mail: CustomerMail): Promise<{ readonly messageId: string }>
}
