import type { types } from '@slack/bolt'
import { isDone } from './is-done.ts'
import type { SlackApi } from './slack-api.ts'
import { busyView } from './slack-form.ts'
import type { SlackSays } from './slack-says.ts'

/** What becomes of a form that was sent, as Slack wants to be told: nothing closes its window. */
export type FormAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: types.ModalView }

/** Tells Slack that a delivery arrived; only for a form it says more. Every call after the first does nothing. */
export type Ack = (answer?: FormAnswer) => Promise<void>

/** The window of a form that was sent: it waits to hear what becomes of it, and hears it once. */
export interface SentWindow {
  readonly id: string
  /** From now on it speaks the language of its reader. */
  readBy(words: SlackSays): void
  /** Asks on: complaints at its fields, else another view. False where no window is left to ask in. */
  asks(view: types.ModalView, errors: Record<string, string> | null): Promise<boolean>
  /** It closes; where it says "one moment" by now, it says this instead. */
  closes(text: string): Promise<void>
  /** It stays, and says this. */
  tells(text: string): Promise<void>
}

/** Slack waits three seconds (facts/chat-platforms 6.3); the network takes its share of them. */
const ackMs = 2_000

/** Counts from now: whatever takes long, Slack asking who somebody is included, says "one moment" in the window first. */
export function sentWindow(id: string, ack: Ack, api: SlackApi, toAnybody: SlackSays): SentWindow {
  let words = toAnybody
  let state: 'waits' | 'busy' | 'over' = 'waits'
  const note = (text: string) => busyView(words.desk, text)
  const timer = setTimeout(() => {
    state = 'busy'
    void ack({ response_action: 'update', view: note(words.oneMoment) })
  }, ackMs)
  const end = () => {
    clearTimeout(timer)
    const was = state
    state = 'over'
    return was
  }

  return {
    id,
    readBy(theirs) {
      words = theirs
    },
    async asks(view, errors) {
      const was = end()
      if (was === 'waits')
        await ack(errors ? { response_action: 'errors', errors } : { response_action: 'update', view })
      return was === 'waits' || (was === 'busy' && isDone(api.updateView(id, view)))
    },
    async closes(text) {
      const was = end()
      if (was === 'waits') await ack()
      if (was === 'busy') await isDone(api.updateView(id, note(text)))
    },
    async tells(text) {
      const was = end()
      if (was === 'waits') await ack({ response_action: 'update', view: note(text) })
      if (was === 'busy') await isDone(api.updateView(id, note(text)))
    },
  }
}
