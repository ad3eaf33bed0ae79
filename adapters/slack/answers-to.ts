import type { Heard } from '../../dialogs/vocabulary/heard.ts'
import { messageAnswers, privateAnswers, sharedAnswers, type Answers } from './answers.ts'
import type { Delivery } from './delivery.ts'
import { filling, sentForm, withForms, type EndingAnswers, type FormParts } from './form-answers.ts'
import { shareButton } from './heard-from.ts'
import { homeAnswers } from './home-answers.ts'
import type { SentWindow } from './sent-window.ts'
import { fillAction } from './slack-form.ts'

type Spoken = Exclude<Delivery, { kind: 'removed' }>

/** Where a turn's answers go, forms aside. */
export function usualAnswers(delivery: Spoken, heard: Heard, { origin, api, words }: FormParts): Answers {
  const { privately, at } = origin
  if (delivery.kind === 'opened-home') return homeAnswers(origin.user, api, words)
  if (privately === null) return messageAnswers(origin, api, words)
  if (isShared(delivery)) return sharedAnswers(privately, api, words)
  // In a channel, what comes of a decision is on its card for all; the rest concerns the one who pressed.
  const aside = at === null || heard.kind === 'acted' || heard.kind === 'unknown-button'
  return aside ? privateAnswers(origin, privately, api, words) : messageAnswers(origin, api, words)
}

/** The same, with forms as windows; `window` is the one of a form that was sent. */
export async function answersTo(
  delivery: Spoken,
  usual: Answers,
  window: SentWindow | null,
  parts: FormParts,
): Promise<EndingAnswers> {
  if (window) return sentForm(usual, window, parts)
  switch (delivery.kind) {
    case 'pressed':
      return delivery.button === fillAction
        ? filling(usual, delivery.trigger, parts)
        : withForms(usual, isShared(delivery) ? null : delivery.trigger, parts)
    case 'typed':
      return withForms(usual, delivery.trigger, parts)
    case 'filled-in':
    case 'file':
    case 'closed':
    case 'opened-home':
      return withForms(usual, null, parts)
  }
}

export function isShared(delivery: Spoken): boolean {
  return delivery.kind === 'pressed' && delivery.button === shareButton
}
