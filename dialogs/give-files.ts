import type { TurnContext } from 'botbuilder-core'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { makeFile } from './make-file.ts'
import type { Talk } from './talk.ts'
import type { OfferedFile } from './vocabulary/file.ts'
import type { Heard } from './vocabulary/heard.ts'
import { fileActivity, replyActivity } from './vocabulary/reply-activity.ts'
import { said, type Reply } from './vocabulary/reply.ts'

/** Sends the files of a reply after it. What does not get through is said, and the others are sent all the same. */
export async function giveFiles(context: TurnContext, files: readonly OfferedFile[], talk: Talk): Promise<void> {
  for (const offered of files) {
    const { name, wanted } = offered
    const file = fileActivity({
      offered,
      async make() {
        const outcome = await makeFile(wanted, talk)
        // Who was offered it a moment ago may have it.
        if ('refused' in outcome) throw new OutsideFault({ service: 'desk', kind: 'refused', code: 'file' })
        return outcome.made
      },
      elsewhere: (where) => said(talk.words.say(`file.${where}`, { name })),
    })
    try {
      await context.sendActivity(file)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      await context.sendActivity(replyActivity(notGiven(name, talk)))
    }
  }
}

/** Gives a file to whoever takes it; null when there is nothing to say. */
export async function giveTaken(heard: Extract<Heard, { kind: 'file-taken' }>, talk: Talk): Promise<Reply | null> {
  const outcome = await makeFile(heard.wanted, talk)
  if ('refused' in outcome) return outcome.refused
  try {
    await heard.give(outcome.made)
    return null
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return notGiven(outcome.made.name, talk)
  }
}

function notGiven(name: string, { words }: Talk): Reply {
  return said(words.say('file.not-given', { name }), { tone: 'warning' })
}
