import { never } from '../../domain/shared/outcome.ts'
import { list, several } from '../shared/spoken.ts'
import { fieldNames } from './field-names.ts'
import type {
  AmountSample,
  DateOrder,
  DateSample,
  DecimalSign,
  LedgerCsvOptions,
  Question,
  Sample,
} from '../../domain/receivables/understanding.ts'

/** What a person may say to a question. No choices: anything of the kind asked for. */
export interface Choice {
  readonly label: string
  readonly answer: Partial<LedgerCsvOptions>
}

/** A question in words, with what can be answered; see {@link answered} for taking an answer in. */
export function describeQuestion(question: Question): { readonly text: string; readonly choices: readonly Choice[] } {
  switch (question.kind) {
    case 'which-column':
      return {
        text: `Which column is the ${fieldNames[question.field]}?`,
        choices: question.candidates.map(({ number, header }) => ({
          label: `${number} "${header}"`,
          answer: { columns: { [question.field]: `#${number}` } },
        })),
      }
    case 'which-date-order':
      return {
        text: `In which order are the dates written? ${examples(question.samples)}`,
        choices: question.orders.map((dateOrder) => ({
          label: `${dateOrder}: ${readDates(question.samples, dateOrder)}`,
          answer: { dateOrder },
        })),
      }
    case 'which-decimal':
      return {
        text: `What stands before the decimals? ${examples(question.samples)}`,
        choices: (['point', 'comma'] as const).map((decimal) => ({
          label: `${decimal}: ${readAmounts(question.samples, decimal)}`,
          answer: { decimal },
        })),
      }
    case 'which-currency':
      return {
        text: `In which currency is the open amount? Not told by ${several(question.rows, 'row')}, the first on line ${question.line}.`,
        choices: question.candidates.map((currency) => ({ label: currency, answer: { currency } })),
      }
    case 'which-as-of':
      return {
        text: 'On which day was this list read from the books?',
        choices: question.candidates.map((asOf) => ({ label: asOf, answer: { asOf } })),
      }
    case 'which-open-of-lines':
      return {
        text: `Is the open amount on a row the whole invoice's or the line's own? ${examples(question.samples)}`,
        choices: [
          { label: "the whole invoice's, repeated on each line", answer: { openOfLines: 'invoice' } },
          { label: "the line's own", answer: { openOfLines: 'line' } },
        ],
      }
    default:
      return never(question)
  }
}

/** The options with an answer taken in; columns answered before stay answered. */
export function answered(options: LedgerCsvOptions, answer: Partial<LedgerCsvOptions>): LedgerCsvOptions {
  return { ...options, ...answer, ...(answer.columns && { columns: { ...options.columns, ...answer.columns } }) }
}

function examples(samples: readonly Sample[]): string {
  return `For example ${list(samples.map(({ line, text }) => `"${text}" on line ${line}`))}.`
}

function readDates(samples: readonly DateSample[], order: DateOrder): string {
  return list(samples.map(({ text, readings }) => readings[order] ?? `"${text}" is no date`))
}

function readAmounts(samples: readonly AmountSample[], decimal: DecimalSign): string {
  return list(samples.map(({ text, readings }) => readings[decimal] ?? `"${text}" is no amount`))
}
