import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import type { Words } from '../words/words.ts'

/** Why the card of an alert comes once more. */
export function alertReminder({ escalated, pagedUndelivered, openedAt, waitsSince }: FraudAlert, words: Words): string {
  if (escalated) return words.say('alert.reminder.escalated', { since: words.moment(waitsSince), step: escalated.step })
  if (waitsSince !== openedAt) return words.say('alert.reminder.woke')
  return words.say(pagedUndelivered ? 'alert.reminder.undelivered' : 'alert.reminder')
}
