import { z } from 'zod'

const phrases = z.array(z.string().min(1)).min(1)

/** How people say things in one language. `{slots}` stand for names, days and the like. */
const grammar = z.object({
  /** False where words are written without spaces between them. */
  spaces: z.boolean(),
  /** What stands between things told one after the other, where it is not the usual: see `joint`. */
  joints: z.record(z.string(), z.string().min(1)).default({}),
  /** Words that carry no meaning at the start of a sentence: "please", "show me"; with dots before them, at its end. */
  polite: z.array(z.string()),
  /**
   * Words that turn a sentence round, or tell of somebody else's: "don't", "he said". Beside the words of an act they keep
   * it from being taken for one; with dots before them, behind those words.
   */
  negations: z.array(z.string().min(1)).default([]),
  /** Words that ask for something to be done, with a question mark or without: "could you", "please". */
  requests: z.array(z.string().min(1)).default([]),
  /** What ends a question besides its mark: "嗎". */
  questions: z.array(z.string().min(1)).default([]),
  /** Small words that stand before a name, an invoice or a day and are no part of it: "o cliente", "da", "a fatura". */
  articles: z.array(z.string().min(1)).default([]),
  verbs: z.record(z.string(), phrases),
  /** What a slash command puts before whatever is typed behind it. */
  commands: z.record(z.string(), z.string().min(1)),
  filters: z.record(z.string(), phrases),
  reasons: z.record(z.string(), phrases),
  lanes: z.record(z.string(), phrases),
  topics: z.record(z.string(), phrases),
  severities: z.record(z.string(), phrases),
  /** What people call the fields of a ticket, before a colon. */
  ticketFields: z.record(z.string(), phrases),
  roles: z.record(z.string(), phrases),
  /** People who are not called by a name: oneself, and nobody. */
  persons: z.record(z.string(), phrases),
  routes: z.record(z.string(), phrases),
  /** What a channel can be chosen for by customer, operator, severity and hours. */
  alerts: z.record(z.string(), phrases),
  /** How grave an alert is, as its source says it. */
  levels: z.record(z.string(), phrases),
  /** How a customer was given something. */
  ways: z.record(z.string(), phrases),
  /** What narrows a channel for fraud alerts: an operator, how grave, hours, a customer. */
  narrowing: z.record(z.string(), phrases),
  days: z.record(z.string(), phrases),
  /** So many `days` or `weeks` from today: "in {number} days". */
  later: z.record(z.string(), phrases).default({}),
  /** How a day of this month or the next is called by its number alone: "dia {number}". */
  dayOfMonth: z.array(z.string().min(1)).default([]),
  /** Units of time behind a number: `2h`. */
  durations: z.record(z.string(), phrases),
  /** What stands before the day on which a credit is looked at again. */
  crediting: z.record(z.string(), phrases),
  /** What joins an instalment's amount to its day: `by` before the day, `until` behind it; `and` joins two instalments. */
  paying: z.record(z.string(), phrases).default({}),
  /** Answers to what is asked about a list that was sent. */
  importing: z.record(z.string(), phrases),
  /** What a person types to send a filled form, or to pick everything. */
  answers: z.record(z.string(), phrases),
})

/** One language's folder: how people say things, and how the desk does. */
export const catalogue = z.object({
  /** BCP 47 tag. */
  tag: z.string(),
  /** What the language calls itself. */
  name: z.string(),
  grammar,
  messages: z.record(z.string(), z.string()),
  /** Messages that a language which is only begun does not have yet, and says in English. */
  borrowed: z.array(z.string()).default([]),
})

export type Grammar = z.infer<typeof grammar>
export type Catalogue = z.infer<typeof catalogue>

/** Whether it says everything itself, and borrows nothing. */
export function isWhole({ borrowed }: Catalogue): boolean {
  return borrowed.length === 0
}
