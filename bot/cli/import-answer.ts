import type { Asked } from '../../dialogs/ledger/ask-about.ts'
import type { ImportAnswers } from '../../dialogs/ledger/import-answers.ts'
import { asDay } from '../../domain/shared/time.ts'

/** What a typed answer means for a question: the number of a choice, or the thing itself where any will do. */
export function answerFrom(said: string, { choices, free }: Asked): ImportAnswers | null {
  const chosen = /^\s*\d+\s*$/.test(said) ? choices[Number(said) - 1] : undefined
  if (chosen) return chosen.answer
  const text = said.trim()
  if (free === 'day') {
    const asOf = asDay(text)
    return asOf && { asOf }
  }
  if (free === 'currency') return /^[a-z]{3}$/i.test(text) ? { currency: text.toUpperCase() } : null
  return null
}
