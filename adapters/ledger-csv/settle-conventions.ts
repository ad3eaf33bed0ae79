import type { Day } from '../../domain/shared/time.ts'
import { asOfTexts, datesIn } from './as-of.ts'
import { dateReadings } from './date-cell.ts'
import { dateEvidence, type DateEvidence } from './date-order.ts'
import { decimalEvidence, type DecimalEvidence } from './decide-decimal.ts'
import { currencyEvidence, type CurrencyEvidence } from './row-currency.ts'
import type { DateOrder, DecimalSign, LedgerCsvOptions, Question } from '../../domain/receivables/understanding.ts'

/** What the rows of a file say about how the whole of it is written. */
export interface Evidence {
  readonly decimals: DecimalEvidence
  readonly dates: DateEvidence
  readonly currencies: CurrencyEvidence
}

export function newEvidence(): Evidence {
  return { decimals: decimalEvidence(), dates: dateEvidence(), currencies: currencyEvidence() }
}

/** What holds for the whole file, or the questions that stand in the way. */
type Settled =
  | {
      readonly kind: 'settled'
      readonly decimal: DecimalSign
      readonly dateOrder: DateOrder
      readonly asOf: Day
      /** The file's own as-of day, where it names exactly one. */
      readonly asOfInFile: Day | null
    }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }

/** Decides decimal sign, date order and as-of day by all the evidence of the file together, and asks for the rest. */
export function settleConventions(
  { decimals, dates, currencies }: Evidence,
  titles: readonly string[],
  options: LedgerCsvOptions,
): Settled {
  const questions: Question[] = []
  const currency = currencies.question()
  if (currency) questions.push(currency)
  const decimal = options.decimal ?? decimals.decided()
  if (typeof decimal === 'object') questions.push({ kind: 'which-decimal', samples: decimal.samples })

  const texts = asOfTexts(titles)
  if (options.asOf === undefined) for (const text of texts) dates.see(1, text, dateReadings(text))
  const order = options.dateOrder ?? dates.decided() ?? 'day-first'
  if (typeof order === 'object') questions.push({ kind: 'which-date-order', ...order })

  const known: DateOrder = typeof order === 'object' ? 'day-first' : order
  const inFile = [...new Set(texts.map((text) => dateReadings(text)[known]).filter((day) => day !== null))]
  const asOfInFile = inFile.length === 1 ? (inFile[0] ?? null) : null
  const asOf = options.asOf ?? asOfInFile
  // While the order is open, so is what the title's date says; the answer to one settles the other.
  if (asOf === null && (typeof order === 'string' || texts.length === 0)) {
    questions.push({ kind: 'which-as-of', candidates: inFile.length > 0 ? inFile : datesIn(titles, known) })
  }
  if (questions.length > 0 || typeof decimal === 'object' || typeof order === 'object' || asOf === null) {
    return { kind: 'questions', questions }
  }
  return { kind: 'settled', decimal, dateOrder: order, asOf, asOfInFile }
}
