import type { Day } from '../../domain/shared/time.ts'
import { dateReadings } from './date-cell.ts'
import { languages } from './ledger-words.ts'
import type { DateOrder } from '../../domain/receivables/understanding.ts'

const dateText =
  /\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[.\s-]+\p{L}{3,}[.,\s-]+\d{2,4}|\p{L}{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?[.,\s]+\d{4}/iu

const said = languages.map(({ asOf, notAsOf }) => ({
  before: new RegExp(`(?<!\\p{L})(?:${asOf.join('|')})(?!\\p{L})\\s*[:：]?\\s*(?:dem\\s+|the\\s+)?`, 'giu'),
  unless: notAsOf.length > 0 ? new RegExp(notAsOf.join('|'), 'iu') : null,
}))

/** The dates that title lines give as the day of the books, as text. */
export function asOfTexts(titles: readonly string[]): readonly string[] {
  const found = titles.flatMap((title) =>
    said.flatMap(({ before, unless }) =>
      unless?.test(title)
        ? []
        : [...title.matchAll(before)].flatMap((match) => {
            const rest = title.slice(match.index + match[0].length)
            const date = dateText.exec(rest)
            return date?.index === 0 ? [date[0]] : []
          }),
    ),
  )
  return [...new Set(found)]
}

/** Any dates in title lines: what may be offered where none of them is called the as-of date. */
export function datesIn(titles: readonly string[], order: DateOrder): readonly Day[] {
  const found = titles.flatMap((title) => {
    const text = dateText.exec(title)?.[0]
    const day = text === undefined ? null : dateReadings(text)[order]
    return day === null ? [] : [day]
  })
  return [...new Set(found)]
}
