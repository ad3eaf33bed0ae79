import type { Choice } from '../../adapters/ledger-csv/describe-question.ts'
import type { LedgerCsvOptions, Question } from '../../domain/receivables/understanding.ts'
import { asDay } from '../../domain/shared/time.ts'

/** What a typed answer means for a question: the number of a choice, or the thing itself where any will do. */
export function answerFrom(
  said: string,
  question: Question,
  choices: readonly Choice[],
): Partial<LedgerCsvOptions> | null {
  const chosen = /^\s*\d+\s*$/.test(said) ? choices[Number(said) - 1] : undefined
  if (chosen) return chosen.answer
  const text = said.trim()
  if (question.kind === 'which-as-of') {
    const asOf = asDay(text)
    return asOf && { asOf }
  }
  if (question.kind === 'which-currency') return /^[a-z]{3}$/i.test(text) ? { currency: text.toUpperCase() } : null
  return null
}
