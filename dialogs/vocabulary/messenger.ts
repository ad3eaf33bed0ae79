import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Reply } from './reply.ts'

/** Where a message landed. */
interface Sent {
  /** The channel's own id of the message. */
  readonly message: string
}

/** The port for speaking first. Throws `OutsideFault`; see {@link isLost}. */
export interface Messenger {
  /** Says something new. */
  post(to: Address, reply: Reply): Promise<Sent>
  /** Puts a Reply where an earlier message of ours stands. */
  replace(at: Address, message: string, reply: Reply): Promise<void>
  /** Says something in the thread of an earlier message of ours; below it where the chat has no threads. */
  reply(at: Address, message: string, reply: Reply): Promise<void>
}

/** Nothing will ever arrive there again: the desk was removed, or the message deleted. */
export function isLost(fault: unknown): fault is OutsideFault {
  return fault instanceof OutsideFault && (fault.facts.kind === 'not-found' || fault.facts.kind === 'refused')
}
