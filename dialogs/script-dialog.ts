import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs'
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js'
import type { TurnContext } from 'botbuilder-core'
import { replacePressed, say } from './say.ts'
import type { Answer, Script } from './script.ts'
import type { Talk } from './talk.ts'
import type { NewId } from '../domain/shared/ids.ts'
import type { Reply } from './vocabulary/reply.ts'

const talkKey = Symbol('talk')
const answerKey = Symbol('answer')

/** Hands a turn what its scripts may use. */
export function equip(context: TurnContext, talk: Talk, answer: Answer): void {
  context.turnState.set(talkKey, talk)
  context.turnState.set(answerKey, answer)
}

/** What a script's dialog keeps: the draft, and which question is open. */
interface Kept {
  readonly draft?: unknown
  readonly question?: string
}

/** The question a dialog waits for an answer to; null where none does, or an older release asked. */
export function questionOf(dialog: DialogInstance | undefined): string | null {
  return (dialog?.state as Kept | undefined)?.question ?? null
}

/** Runs any {@link Script} inside botbuilder-dialogs. */
export class ScriptDialog<Draft, Complete> extends Dialog {
  readonly #script: Script<Draft, Complete>
  readonly #newId: NewId

  constructor(script: Script<Draft, Complete>, newId: NewId) {
    super(script.name)
    this.#script = script
    this.#newId = newId
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const draft = this.#script.draft.parse(options)
    // Kept before anything else: a draft that ends at once is let go of as well.
    if (dc.activeDialog) dc.activeDialog.state = { draft } satisfies Kept
    return this.#goOn(dc, draft, say)
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const draft = this.#drafted(dc.activeDialog)
    // A draft of an older release that no longer parses: the person repeats one sentence.
    if (draft === null) return dc.endDialog()
    const answer = dc.context.turnState.get<Answer>(answerKey)
    // A form that was sent is gone: what follows stands in its place, so that nobody sends it twice.
    const put = answer.pressed ? replacePressed : say
    return this.#goOn(dc, await this.#script.hear(draft, answer, talkOf(dc.context)), put)
  }

  /** Asks again, after an interruption was answered. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const draft = this.#drafted(instance)
    if (draft === null) return
    const next = await this.#script.next(draft, talkOf(context))
    // The same question: its earlier card and this one are as good as each other.
    if ('ask' in next) {
      const question = questionOf(instance)
      if (next.keep !== undefined)
        instance.state = { draft: next.keep, ...(question !== null && { question }) } satisfies Kept
      await say(context, answering(next.ask, question), talkOf(context))
    }
    if ('stop' in next) await say(context, next.stop, talkOf(context))
  }

  override async endDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const draft = this.#drafted(instance)
    if (draft !== null) await this.#script.ended?.(draft, talkOf(context))
  }

  async #goOn(dc: DialogContext, draft: Draft, put: typeof say): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context)
    const next = await this.#script.next(draft, talk)
    if ('ask' in next) {
      const question = this.#newId()
      if (dc.activeDialog) dc.activeDialog.state = { draft: next.keep ?? draft, question } satisfies Kept
      await put(dc.context, answering(next.ask, question), talk)
      return Dialog.EndOfTurn
    }
    await put(dc.context, 'stop' in next ? next.stop : await this.#script.finish(next.ready, talk), talk)
    return dc.endDialog()
  }

  #drafted(instance: DialogInstance | undefined): Draft | null {
    const parsed = this.#script.draft.safeParse((instance?.state as Kept | undefined)?.draft)
    return parsed.success ? parsed.data : null
  }
}

/** Binds the buttons of a question to it. */
function answering(ask: Reply, question: string | null): Reply {
  if (question === null || ask.buttons === undefined) return ask
  return {
    ...ask,
    buttons: ask.buttons.map((button) => ('says' in button ? { ...button, answers: question } : button)),
  }
}

function talkOf(context: TurnContext): Talk {
  return context.turnState.get<Talk>(talkKey)
}
