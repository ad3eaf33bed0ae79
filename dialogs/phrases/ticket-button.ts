import type { SubscriptionAct } from '../../domain/acts/subscription-act.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { phrase } from '../understanding/phrase.ts'
import type { Button } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** A ticket that is half written already, with what the case knows. */
export function ticketButton(id: CaseId, words: Words): Button {
  return { label: words.say('button.ticket'), says: phrase(words.grammar, 'ticket-from', { case: id }) }
}

/** The same where an operator said no: what a ticket is often about. What a person could not do is told by them. */
export function ticketForTrouble(
  of: { readonly id: CaseId; readonly acts?: readonly SubscriptionAct[] },
  words: Words,
): readonly Button[] {
  const troubled = (of.acts ?? []).some(({ result }) => result.state === 'failed' && !result.byHand)
  return troubled ? [ticketButton(of.id, words)] : []
}
