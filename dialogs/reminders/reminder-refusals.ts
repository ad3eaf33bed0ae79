import type { ReminderRefusal } from '../../domain/reminders/reminder-desk.ts'
import type { Talk } from '../talk.ts'

/** Why nothing was written, or sent, and what to do. */
export function reminderRefusalLine(refusal: ReminderRefusal, { words, by }: Pick<Talk, 'words' | 'by'>): string {
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not', { name: by.name })
    case 'unknown-customer':
      return words.say('refusal.unknown-customer')
    case 'no-account':
    case 'nothing-overdue':
      return words.say('refusal.nothing-overdue')
    case 'no-invoices':
      return words.say('remind.no-invoices')
    case 'spared':
      return words.say(`remind.spared.${refusal.why}`)
    case 'no-mailbox':
      return words.say('remind.no-mail')
    case 'no-recipient':
    case 'address-unconfirmed':
    case 'under-way':
      return words.say(`remind.${refusal.code}`)
    case 'not-found':
    case 'changed-since':
      return words.say('remind.changed-since')
  }
}
