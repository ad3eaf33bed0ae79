import { bare } from './bare.ts'
import { normalise } from './normalise.ts'

interface DateWords {
  /** Each month's names, January first: as it stands alone and as it stands in a date (декабрь, 5 декабря). */
  readonly months: readonly ReadonlySet<string>[]
  /** Small words a date is written with: "de", "年". */
  readonly fillers: ReadonlySet<string>
}

/** What nobody's calendar tells but everybody writes. */
const everywhere = ['年', '日', '号', '號', 'of', 'the', 'года', 'год', 'dia']

const known = new Map<string, DateWords>()

/** How a language writes days in words. */
export function dateWords(tag: string): DateWords {
  let words = known.get(tag)
  if (!words) known.set(tag, (words = wordsOf(tag)))
  return words
}

function wordsOf(tag: string): DateWords {
  const months = Array.from({ length: 12 }, () => new Set<string>())
  const fillers = new Set(everywhere)
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric', year: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
      for (const [at, names] of months.entries()) {
        for (const { type, value } of format.formatToParts(Date.UTC(2026, at, 1))) {
          const words = (normalise(value).match(/\p{L}+/gu) ?? []).map(bare)
          // A month written with a number (12月) is read as one.
          if (type === 'month' && /^\p{L}/u.test(value)) for (const word of words) names.add(word).add(bare(word))
          else for (const word of words) fillers.add(word)
        }
      }
    }
  }
  return { months, fillers }
}

/**
 * What stands first in a date of numbers; null where it depends on whom one asks: `en` alone is both sides of an ocean.
 */
export function firstInDates(tag: string): 'day' | 'month' | null {
  const { language, region } = new Intl.Locale(tag)
  if (language === 'en' && region === undefined) return null
  const parts = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'day' ? 'day' : 'month'
}
