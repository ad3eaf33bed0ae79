import { languages } from './ledger-words.ts'
import { plainWord } from './plain-word.ts'
import { fields, type Field } from '../../domain/receivables/understanding.ts'

interface Meaning {
  readonly field: Field
  /** 0 says it best. */
  readonly tier: number
}

const meanings = new Map<string, Meaning[]>()
for (const { headers } of languages) {
  for (const field of fields) {
    for (const [tier, words] of (headers[field] ?? []).entries()) {
      for (const word of words) {
        const plain = plainWord(word)
        const known = meanings.get(plain) ?? []
        // The same word in two languages says one thing.
        if (!known.some((meaning) => meaning.field === field)) meanings.set(plain, [...known, { field, tier }])
      }
    }
  }
}

/** What a header can mean; a currency beside it, as in `Open balance (EUR)`, is no part of the word. */
export function headerMeanings(header: string): readonly Meaning[] {
  const whole = meanings.get(plainWord(header))
  if (whole) return whole
  return meanings.get(plainWord(withoutCurrency(header))) ?? []
}

/** `Open balance` of `Open balance (EUR)`. */
export function withoutCurrency(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/\b(in\s+)?[A-Z]{3}\s*$/, '')
    .replace(/(\bin\s*)?[€£$¥₩₹₽]/g, ' ')
}

/** `31 - 60`, `< 1 Month`, `über 90 Tage`: the amount column of an age, not of an invoice. */
export function isAgeBand(header: string): boolean {
  const text = header.trim().toLowerCase()
  return languages.some(({ ageBands }) => ageBands.some((band) => band.test(text)))
}
