import type { TurnContext } from 'botbuilder-core'
import type { Staff } from '../domain/staff/staff.ts'
import { giveFiles } from './give-files.ts'
import type { TalkWith } from './talk.ts'
import { replacingActivity, replyActivity } from './vocabulary/reply-activity.ts'
import type { Reply } from './vocabulary/reply.ts'

type SayTalk = TalkWith<Staff | null>

/** Answers in this turn. The card of a case is remembered, so that it stays true after the turn. */
export async function say(context: TurnContext, reply: Reply, talk: SayTalk): Promise<void> {
  const sent = await context.sendActivity(replyActivity(reply))
  await remember(reply, sent?.id, talk)
  await give(context, reply, talk)
}

/** Puts a reply where the card was whose button was pressed; says it anew where there was none. */
export async function replacePressed(context: TurnContext, reply: Reply, talk: SayTalk): Promise<void> {
  const sent = await context.sendActivity(replacingActivity(reply))
  await remember(reply, sent?.id, talk)
  await give(context, reply, talk)
}

async function remember({ shows }: Reply, message: string | undefined, { desk, speaker }: SayTalk): Promise<void> {
  if (!shows || message === undefined || message === '') return
  await desk.cards.posted(null, { case: shows.case, place: speaker.place, message, shown: shows.version })
}

/** Nothing is made for an account tied to nobody. */
async function give(context: TurnContext, { files }: Reply, talk: SayTalk): Promise<void> {
  const { by } = talk
  if (files !== undefined && by !== null) await giveFiles(context, files, { ...talk, by })
}
