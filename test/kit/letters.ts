import type { Partner } from '../../dialogs/reminders/write-letter.ts'
import type { WriteLetter } from '../../domain/reminders/letter.ts'

/** The partner whose desk it is. */
export const ourselves: Partner = { name: 'Northwind Cloud', contact: 'billing@northwind.example, +49 30 5550 1234' }

/** A letter without a language: its facts, one a line. */
export const plainLetters: WriteLetter = ({ kind, name, invoices, until, next }, [language = null]) => ({
  language: language ?? 'en',
  subject: `${kind} to ${name}`,
  text: [...invoices.map(({ number, left }) => `${number} ${left.minor} ${left.currency}`), until, next].join('\n'),
  signed: true,
})
