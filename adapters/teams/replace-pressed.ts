import type { Activity, ResourceResponse, TurnContext } from 'botbuilder-core'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { cardAnswer, isCardInvoke } from './answer-invoke.ts'
import type { CutWords } from '../shared/fitted.ts'
import { messageToken } from './message-token.ts'
import { cardActivity, cardOf } from './teams-activity.ts'

/**
 * Puts a reply where the pressed card stands; null when no card was pressed, or a submit's card is gone. The answer
 * to an invoke changes the card of the one who pressed, at once; only an update changes it for everybody, for good.
 */
export async function replacePressed(
  context: TurnContext,
  reply: Reply,
  words: CutWords,
): Promise<ResourceResponse | null> {
  const pressed: Partial<Activity> = context.activity
  const { replyToId } = pressed
  if (replyToId == null || pressed.value == null) return null
  const updated = await context.updateActivity({ ...cardActivity(reply, words), id: replyToId }).then(
    () => true,
    // Where an invoke is answered, others' view is brought up to date with the case's other cards.
    () => false,
  )
  const invoked = isCardInvoke(context.activity)
  if (invoked) await context.sendActivity(cardAnswer(cardOf(reply, words)))
  return updated || invoked ? { id: messageToken(context.activity.conversation.id, replyToId) } : null
}
