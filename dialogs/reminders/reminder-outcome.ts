import { isWithCustomer, type Reminder } from '../../domain/reminders/reminder.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** What became of a letter, told to whoever asked for it. No sums: they stand in the letter. */
export function reminderOutcome(reminder: Reminder, name: string, { words }: Pick<CardTalk, 'words'>): Reply {
  const bad = reminder.status === 'withheld' || reminder.status === 'refused'
  const good = isWithCustomer(reminder)
  return {
    title: words.say(`remind.title.${reminder.kind}`, { name }),
    ...(bad ? { tone: 'warning' as const } : good ? { tone: 'good' as const } : {}),
    parts: [
      line(reminderLine(reminder, words)),
      ...(reminder.kind === 'final-notice' && good
        ? [line(words.say('remind.notice-recorded', { deadline: words.day(reminder.until) }))]
        : []),
    ],
  }
}

/** The same in a sentence. */
export function reminderLine(reminder: Reminder, words: Words): string {
  const { day } = reminder
  const doubt = 'mayHaveArrived' in reminder ? [words.say('remind.may-have-arrived')] : []
  switch (reminder.status) {
    case 'sending':
      return words.say('remind.sending', { to: reminder.to })
    case 'sent':
      return words.say('remind.sent', { to: reminder.to, at: words.moment(reminder.sentAt) })
    case 'given':
      return words.say('remind.given', { day: words.day(day) })
    case 'withheld':
      return words.sentences([words.say(`remind.withheld.${reminder.why}`, { to: reminder.to }), ...doubt])
    case 'refused': {
      const { to, code, words: sentence } = reminder
      const told =
        sentence === null
          ? words.say('remind.refused', { to, code })
          : words.say('remind.refused-saying', { to, sentence })
      return words.sentences([told, ...doubt])
    }
    default:
      return never(reminder)
  }
}
