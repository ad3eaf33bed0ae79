import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder-core'
import { putHeard, type Heard } from '../../dialogs/vocabulary/heard.ts'
import { fileOf, replacesPressedCard, replyOf } from '../../dialogs/vocabulary/reply-activity.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { Answers } from './answers.ts'
import type { GivesFile } from './give-file.ts'
import { conversationOf, type Origin } from './origin.ts'

const answersKey = Symbol('answers')
const givesKey = Symbol('gives')
const addressesKey = 'slackAddresses'

/**
 * What was decided could not be told. It is none of the faults a dialog knows what to say about: whoever heard "nothing
 * was done" after it was would do it again.
 */
export class NotAnswered extends Error {
  constructor(cause: unknown) {
    super('an answer did not reach Slack', { cause })
  }
}

/** Lets the dialogs speak Slack: what was heard becomes an Activity, what they say goes to the answers of its turn. */
export class SlackBotAdapter extends BotAdapter {
  /** One turn; throws what the turn throws. */
  async hear(
    heard: Heard,
    from: {
      readonly origin: Origin
      readonly addresses: readonly Address[]
      readonly answers: Answers
      readonly give: GivesFile
    },
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const { origin, addresses, answers, give } = from
    const activity: Partial<Activity> = {
      type: 'message',
      channelId: 'slack',
      conversation: { id: conversationOf(origin) } as Activity['conversation'],
      from: { id: `${origin.team}:${origin.user}`, name: heard.by.name },
      recipient: { id: 'desk', name: 'Partner Desk' },
      channelData: { [addressesKey]: addresses },
    }
    putHeard(activity, heard)
    const context = new TurnContext(this, activity)
    context.turnState.set(answersKey, answers)
    context.turnState.set(givesKey, give)
    await this.runMiddleware(context, turn)
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const answers = context.turnState.get<Answers>(answersKey)
    const sent: ResourceResponse[] = []
    for (const activity of activities) {
      const file = fileOf(activity)
      // What does not arrive is said by whoever gave it.
      const aside = file && (await context.turnState.get<GivesFile>(givesKey)(await file.make()))
      if (file && aside) await answers.say(file.elsewhere('in-your-chat'))
      if (file) {
        sent.push({ id: '' })
        continue
      }
      const reply = replyOf(activity)
      const way = replacesPressedCard(activity) ? 'replace' : 'say'
      const token =
        reply && (await answers[way](reply).catch((cause: unknown) => Promise.reject(new NotAnswered(cause))))
      sent.push({ id: token ?? '' })
    }
    return sent
  }

  override async updateActivity(): Promise<void> {
    throw new Error('cards are changed by the messenger')
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('nothing is deleted')
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the messenger speaks first')
  }
}

/** Where answers can be sent later, as the door put it into the Activity. */
export function slackAddressesOf({ channelData }: Activity): readonly Address[] {
  return (channelData as { [addressesKey]?: readonly Address[] } | undefined)?.[addressesKey] ?? []
}
