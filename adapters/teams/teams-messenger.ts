import type { Activity } from 'botbuilder-core'
import type { ConnectorClient } from 'botframework-connector'
import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import type { Messenger } from '../../dialogs/vocabulary/messenger.ts'
import { teamsReference, type TeamsReference } from './address-of.ts'
import { asFault } from './connector-faults.ts'
import type { DeskAuthentication } from './desk-authentication.ts'
import { wordlessCut, type CutWords } from '../shared/fitted.ts'
import { messageToken, threadOf, tokenIds } from './message-token.ts'
import { createPace } from '../shared/pace.ts'
import { cardActivity, teamsActivity } from './teams-activity.ts'

interface TeamsMessengerOptions {
  readonly authentication: DeskAuthentication
  readonly now: Clock
  readonly wait: (ms: number) => Promise<void>
  readonly words?: CutWords
}

/** Longer than this is not waited for; the outbox tries again by itself. */
const patienceMs = 5_000

/**
 * Speaks first in Teams. It goes to the connector directly: `continueConversationAsync` would hand every failure to
 * the turn's error handler, and nobody would learn that nothing arrived.
 */
export function teamsMessenger({ authentication, now, wait, words = wordlessCut }: TeamsMessengerOptions): Messenger {
  const pace = createPace(now)
  // Beside it the app is counted as a whole, 30 a second in a tenant (facts/chat-platforms 4.6); answers need some too.
  const inAll = createPace(now, 40, 20)

  const paced = async <Result>(
    to: Address,
    conversation: string,
    call: (via: ConnectorClient, reference: TeamsReference) => Promise<Result>,
  ) => {
    if (to.dead) throw new OutsideFault({ service: 'teams', kind: 'refused', code: 'dead-address' })
    const reference = teamsReference.parse(to.reference)
    const own = pace.take(conversation, patienceMs)
    if (own > patienceMs)
      throw new OutsideFault({ service: 'teams', kind: 'throttled', code: 'pace', retryAfterMs: own })
    const due = Math.max(own, inAll.take(reference.tenantId, Infinity))
    if (due > 0) await wait(due)
    try {
      return await call(await authentication.connect(reference.serviceUrl), reference)
    } catch (cause) {
      const fault = asFault(cause, msOf(now()))
      if (fault instanceof OutsideFault && fault.facts.retryAfterMs !== undefined)
        pace.rest(conversation, fault.facts.retryAfterMs)
      throw fault
    }
  }

  return {
    post: async (to, reply) => {
      const said = teamsActivity(reply, words)
      if (!said) throw new Error('a reply that says nothing cannot be posted')
      return paced(to, to.place, async (via, reference) => {
        const activity = addressed(said, reference)
        if (to.kind === 'channel') return newThread(via, reference, activity)
        const { id } = await via.conversations.sendToConversation(reference.conversation, activity)
        return { message: id }
      })
    },

    replace: async (at, token, reply) => {
      const shown = cardActivity(reply, words)
      await paced(at, pacedAs(at, token), async (via, reference) => {
        const { message } = tokenIds(token)
        const activity = { ...addressed(shown, reference), id: message }
        await via.conversations.updateActivity(conversationOf(at, reference, token), message, activity)
      })
    },

    reply: async (at, token, reply) => {
      const said = teamsActivity(reply, words)
      if (!said) throw new Error('a reply that says nothing cannot be posted')
      await paced(at, pacedAs(at, token), async (via, reference) => {
        await via.conversations.sendToConversation(conversationOf(at, reference, token), addressed(said, reference))
      })
    },
  }
}

/** Teams counts what is said in each thread of a channel by itself: fifty cases there do not wait for each other. */
function pacedAs({ kind, place }: Address, token: string): string {
  return kind === 'channel' ? `${place};${tokenIds(token).thread}` : place
}

/** A channel's conversations are its threads; any other place is one itself. */
function conversationOf({ kind }: Address, { conversation }: TeamsReference, token: string): string {
  return kind === 'channel' ? `${conversation};messageid=${tokenIds(token).thread}` : conversation
}

/** A post that begins a thread. The id of its message is in the answer, or else in the conversation's own. */
async function newThread(via: ConnectorClient, { conversation, tenantId, bot }: TeamsReference, activity: Activity) {
  const made = await via.conversations.createConversation({
    isGroup: true,
    bot: { id: bot, name: '' },
    tenantId,
    channelData: { channel: { id: conversation }, tenant: { id: tenantId } },
    activity,
  })
  return { message: messageToken(made.id, made.activityId || (threadOf(made.id) ?? '')) }
}

function addressed(activity: Partial<Activity>, { bot }: TeamsReference): Activity {
  return { ...activity, channelId: 'msteams', from: { id: bot, name: '' } } as Activity
}
