import { headline } from '../../dialogs/vocabulary/plain.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Answers } from './answers.ts'
import type { AskedInWindow } from './asked-in-window.ts'
import { isDone } from './is-done.ts'
import { sentMessage } from './message-token.ts'
import type { Origin } from './origin.ts'
import type { SentWindow } from './sent-window.ts'
import type { SlackApi } from './slack-api.ts'
import { busyView, formErrors, formView, isForm, questionOf } from './slack-form.ts'
import type { SlackSays } from './slack-says.ts'

export interface FormParts {
  readonly api: SlackApi
  readonly words: SlackSays
  /** What the form brings back when it is sent. */
  readonly origin: Origin
  readonly windows: AskedInWindow
}

/** The answers of a turn, with something to see to when it is over. */
export interface EndingAnswers extends Answers {
  /** However the turn ended, no window is left waiting. */
  finish(): Promise<void>
}

/** A trigger opens one window, within three seconds (facts/chat-platforms 6.3). */
const triggerMs = 2_500

/**
 * A form opens as a window while what was typed or pressed still allows one. Where messages stay, the form stands there
 * too: whoever closes the window finds it again.
 */
export function withForms(usual: Answers, trigger: string | null, { api, words, origin }: FormParts): EndingAnswers {
  const until = performance.now() + triggerMs
  let left = trigger
  const opens = async (reply: Reply, from: Origin): Promise<boolean> => {
    if (left === null || performance.now() > until) return false
    const once = left
    left = null
    return isDone(api.openView(once, formView(reply, from, words)))
  }
  const through = (way: keyof Answers) => async (reply: Reply) => {
    if (!isForm(reply)) return usual[way](reply)
    if (origin.privately !== null && origin.at === null) return (await opens(reply, origin)) ? null : usual[way](reply)
    const token = await usual[way](reply)
    const stands = token === null ? null : { ...sentMessage(token), ephemeral: false }
    await opens(reply, { ...origin, pressed: stands })
    return token
  }
  return { say: through('say'), replace: through('replace'), finish: async () => undefined }
}

/** “Fill in…” was pressed: the window opens at once, whatever has to be looked up first. */
export async function filling(usual: Answers, trigger: string | null, parts: FormParts): Promise<EndingAnswers> {
  const { api, words, origin } = parts
  const view = trigger === null ? null : await openBusy(trigger, parts)
  let shows: 'nothing' | 'form' = 'nothing'
  let heard = ''
  const through = (way: keyof Answers) => async (reply: Reply) => {
    if (isForm(reply) && view !== null && (await isDone(api.updateView(view, formView(reply, origin, words))))) {
      shows = 'form'
      return null
    }
    heard ||= headline(reply)
    return usual[way](reply)
  }
  return {
    say: through('say'),
    replace: through('replace'),
    async finish() {
      if (view !== null && shows === 'nothing') await isDone(api.updateView(view, busyView(words.desk, heard || '…')))
    },
  }
}

async function openBusy(trigger: string, { api, words }: FormParts): Promise<string | null> {
  return api.openView(trigger, busyView(words.desk, words.oneMoment)).catch((fault: unknown) => {
    if (fault instanceof OutsideFault) return null
    throw fault
  })
}

/**
 * Answers to a form that was sent: complaints at their fields, the next question in the same window, or the window
 * closes and the answer stands where the form was asked for.
 */
export function sentForm(usual: Answers, window: SentWindow, { words, origin, windows }: FormParts): EndingAnswers {
  const through = (way: keyof Answers) => async (reply: Reply) => {
    if (isForm(reply)) windows.asks(window.id, questionOf(reply))
    if (!isForm(reply) || !(await window.asks(formView(reply, origin, words), formErrors(reply)))) {
      await window.closes(headline(reply))
      return usual[way](reply)
    }
    // Whoever closes the window now finds in the message what they put into it.
    if (origin.pressed !== null && !origin.pressed.ephemeral) await usual.replace(reply)
    return null
  }
  return { say: through('say'), replace: through('replace'), finish: () => window.closes('…') }
}
