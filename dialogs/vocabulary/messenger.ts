import type { Address } from '../../domain/cases/placed-card.ts'
import type { Reply } from './reply.ts'

/** Where a message landed. */
interface Sent {
  /** The channel's own id of the message. */
  readonly message: string
}

/**
 * The port for speaking first. Throws `OutsideFault`; kind `not-found` or `refused` means that nothing will ever
 * arrive there again (the desk was removed, the message deleted).
 */
export interface Messenger {
  /** Says something new. */
  post(to: Address, reply: Reply): Promise<Sent>
  /** Puts a Reply where an earlier message of ours stands. */
  replace(at: Address, message: string, reply: Reply): Promise<void>
}
