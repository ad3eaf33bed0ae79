import type { types } from '@slack/bolt'
import { headline } from '../../dialogs/vocabulary/plain.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Answers } from './answers.ts'
import { sentMessage } from './message-token.ts'
import type { Origin } from './origin.ts'
import type { SlackApi } from './slack-api.ts'
import { busyView, formErrors, formView, isForm } from './slack-form.ts'
import type { SlackSays } from './slack-says.ts'

export interface FormParts {
  readonly api: SlackApi
  readonly words: SlackSays
  /** What the form brings back when it is sent. */
  readonly origin: Origin
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
    const stands = token === null ? origin.pressed : { ...sentMessage(token), ephemeral: false }
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
  return api.openView(trigger, busyView(words.desk, words.oneMoment)).catch(unlessOutside)
}

/** What becomes of a form that was sent, as Slack wants to be told: nothing closes its window. */
export type FormAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: types.ModalView }

export type Ack = (answer?: FormAnswer) => Promise<void>

/** Slack waits three seconds; the network takes its share of them. */
const ackMs = 2_000

/**
 * Answers to a form that was sent: complaints at their fields, the next question in the same window, or the window
 * closes and the answer stands where the form was asked for. Whatever takes long says "one moment" in it first.
 */
export function sentForm(usual: Answers, view: string, ack: Ack, { api, words, origin }: FormParts): EndingAnswers {
  let window: 'waits' | 'busy' | 'over' = 'waits'
  const timer = setTimeout(() => {
    window = 'busy'
    void ack({ response_action: 'update', view: busyView(words.desk, words.oneMoment) })
  }, ackMs)
  const answer = async (given?: FormAnswer): Promise<void> => {
    clearTimeout(timer)
    window = 'over'
    await ack(given)
  }

  const asksOn = async (reply: Reply): Promise<boolean> => {
    if (!isForm(reply) || window === 'over') return false
    const next = formView(reply, origin, words)
    if (window === 'busy') {
      window = 'over'
      return isDone(api.updateView(view, next))
    }
    const errors = formErrors(reply)
    await answer(errors ? { response_action: 'errors', errors } : { response_action: 'update', view: next })
    // Whoever closes the window now finds in the message what they put into it.
    if (origin.pressed !== null && !origin.pressed.ephemeral) await usual.replace(reply)
    return true
  }
  const closes = async (reply: Reply): Promise<void> => {
    if (window === 'waits') return answer()
    if (window === 'busy') await isDone(api.updateView(view, busyView(words.desk, headline(reply))))
    window = 'over'
  }
  const through = (way: keyof Answers) => async (reply: Reply) => {
    if (await asksOn(reply)) return null
    await closes(reply)
    return usual[way](reply)
  }
  return {
    say: through('say'),
    replace: through('replace'),
    async finish() {
      if (window === 'waits') await answer()
      if (window === 'busy') await isDone(api.updateView(view, busyView(words.desk, '…')))
    },
  }
}

/** Whether it worked; a window that is gone is no misfortune. */
async function isDone(call: Promise<unknown>): Promise<boolean> {
  return (await call.then(() => true).catch(unlessOutside)) === true
}

function unlessOutside(fault: unknown): null {
  if (fault instanceof OutsideFault) return null
  throw fault
}
