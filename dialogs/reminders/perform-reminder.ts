import { never } from '../../domain/shared/outcome.ts'
import { warning, type Performed } from '../after-press.ts'
import type { Talk } from '../talk.ts'
import type { Action } from '../vocabulary/action.ts'
import { addressRefusalLine, addressReply } from './show-address.ts'
import { reminderOutcome } from './reminder-outcome.ts'
import { reminderRefusalLine } from './reminder-refusals.ts'
import { letterReply } from './show-reminder.ts'

type LetterAction = Extract<Action, { act: 'reminder.mail' | 'reminder.given' | 'address.confirm' }>

/** A press about a letter to a customer, or about where letters go. */
export async function performReminder(action: LetterAction, talk: Talk): Promise<Performed> {
  const { desk, by, speaker } = talk
  const of = (await desk.book.today()).of(action.customer)
  switch (action.act) {
    case 'reminder.mail':
    case 'reminder.given': {
      const outcome =
        action.act === 'reminder.mail'
          ? await desk.reminders.mail(action, by, speaker.place)
          : await desk.reminders.given(action, by)
      if (outcome.ok) {
        const name = of?.customer.name ?? action.customer
        return { card: reminderOutcome(outcome.value, name, talk), said: null }
      }
      const why = warning(reminderRefusalLine(outcome.refusal, talk))
      // What is shown now is what a press sends next.
      const changed = outcome.refusal.code === 'changed-since' && of !== null && !talk.shared
      return { card: changed ? await letterReply(of.customer, action.kind, talk) : null, said: why }
    }
    case 'address.confirm': {
      const outcome = await desk.reminders.confirmAddress(action, by)
      if (!outcome.ok) return { card: null, said: warning(addressRefusalLine(outcome.refusal, action.address, talk)) }
      return { card: of && (await addressReply(of.customer, talk)), said: null }
    }
    default:
      return never(action)
  }
}
