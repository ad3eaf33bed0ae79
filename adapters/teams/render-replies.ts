import { INVOKE_RESPONSE_KEY, type Activity, type Middleware, type ResourceResponse } from 'botbuilder-core'
import { headline } from '../../dialogs/vocabulary/plain.ts'
import { fileOf, replacesPressedCard, replyOf } from '../../dialogs/vocabulary/reply-activity.ts'
import { isCardInvoke, messageAnswer } from './answer-invoke.ts'
import { consentActivity } from './file-consent.ts'
import type { CutWords } from '../shared/fitted.ts'
import { messageToken, tokenIds } from './message-token.ts'
import { cut, harmless } from '../shared/plain-text.ts'
import { placeOf } from './place-of.ts'
import { replacePressed } from './replace-pressed.ts'
import { cardActivity, teamsActivity } from './teams-activity.ts'
import { withoutDeskKeys } from './wire-activity.ts'

interface FileParts {
  /** Whether Teams takes files from bots in this cloud. */
  readonly givesFiles: boolean
  /** Tells one offered file from every other. */
  readonly newId: () => string
}

type Step = { readonly done: ResourceResponse } | { readonly send: Partial<Activity> }

/** The last step before the wire: Replies become what Teams shows, and a pressed button always gets its answer. */
export function renderReplies(words: CutWords, { givesFiles, newId }: FileParts): Middleware {
  return {
    async onTurn(context, next) {
      let said = ''
      const step = async (activity: Partial<Activity>): Promise<Step> => {
        const file = fileOf(activity)
        if (file) {
          const personal = placeOf(context.activity, '').kind === 'personal'
          if (givesFiles && personal) return { send: dressed(activity, consentActivity(file.offered, newId())) }
          const instead = teamsActivity(file.elsewhere(givesFiles ? 'only-personal' : 'never'), words)
          return instead ? { send: dressed(activity, instead) } : { done: { id: '' } }
        }
        const reply = replyOf(activity)
        if (!reply) return { send: activity }
        // What was pressed is answered first; a draft that is asked for again comes after it.
        said ||= headline(reply)
        const replaced = replacesPressedCard(activity) ? await replacePressed(context, reply, words) : null
        if (replaced) return { done: replaced }
        const shown = teamsActivity(reply, words)
        return shown ? { send: dressed(activity, shown) } : { done: { id: '' } }
      }

      context.onSendActivities(async (_, outgoing, send) => {
        const steps: Step[] = []
        for (const activity of outgoing) steps.push(await step(activity))
        // This very array is what will be sent; an empty one may not be.
        outgoing.splice(0, outgoing.length, ...steps.flatMap((each) => ('send' in each ? [each.send] : [])))
        const sent = outgoing.length === 0 ? [] : await send()
        const thread = context.activity.conversation.id
        return steps.map((each) => ('done' in each ? each.done : { id: messageToken(thread, sent.shift()?.id ?? '') }))
      })

      context.onUpdateActivity(async (_, activity, update) => {
        const reply = replyOf(activity)
        const { message } = tokenIds(activity.id ?? '')
        // Changed in place, as what is handed on is this very object.
        if (reply) Object.assign(activity, { text: undefined }, dressed(activity, cardActivity(reply, words)))
        activity.id = message
        await update()
      })

      await next()
      // An invoke without an answer looks to the person as if the desk were out of reach.
      if (isCardInvoke(context.activity) && !context.turnState.has(INVOKE_RESPONSE_KEY))
        await context.sendActivity(messageAnswer(cut(harmless(said).replaceAll('\n', ' '), 150) || '…'))
    },
  }
}

function dressed(activity: Partial<Activity>, shown: Partial<Activity>): Partial<Activity> {
  const bare = { ...activity }
  delete bare.text
  return { ...bare, ...shown, channelData: withoutDeskKeys(activity.channelData) }
}
