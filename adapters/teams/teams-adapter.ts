import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder'
import type { OnFailure } from '../shared/http-server.ts'
import { replyActivity } from '../../dialogs/vocabulary/reply-activity.ts'
import { isCardInvoke, messageAnswer } from './answer-invoke.ts'
import type { DeskAuthentication } from './desk-authentication.ts'
import { wordlessCut, type CutWords } from '../shared/fitted.ts'
import { renderReplies } from './render-replies.ts'
import { localeOf } from './speaker-of.ts'
import { TooBusy } from '../shared/turn-lock.ts'

interface TeamsAdapterOptions {
  readonly authentication: DeskAuthentication
  readonly newReference: () => string
  /** Tells one offered file from every other. */
  readonly newId: () => string
  readonly onFailure: OnFailure
  /** What a person reads when a turn failed; the reference is all they learn. */
  readonly apology: (reference: string, locale: string | null) => string
  readonly words?: CutWords
}

/** botbuilder's adapter, speaking Replies; a failed turn ends in an apology and a line in the log. */
export class TeamsAdapter extends CloudAdapter {
  constructor({ authentication, newReference, newId, onFailure, apology, words = wordlessCut }: TeamsAdapterOptions) {
    super(authentication)
    this.use(renderReplies(words, { givesFiles: authentication.givesFiles, newId }))
    this.onTurnError = async (context, cause) => {
      if (cause instanceof TooBusy) throw cause
      const reference = newReference()
      const report = (what: unknown) => onFailure({ reference, path: '/api/messages', cause: what })
      report(cause)
      await apologise(context, apology(reference, localeOf(context.activity))).catch(report)
    }
  }

  /**
   * Runs one turn; what an invoke is answered with comes back. `process` does the same, but writes every stranger's
   * bad token to the console and our own errors' words into its answer.
   */
  receive(
    activity: Activity,
    authorization: string,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn)
  }
}

async function apologise(context: TurnContext, text: string): Promise<void> {
  if (isCardInvoke(context.activity)) await context.sendActivity(messageAnswer(text))
  else if (context.activity.type === 'message')
    await context.sendActivity(replyActivity({ parts: [{ kind: 'text', text }] }))
}
