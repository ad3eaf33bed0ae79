import { minorDigits } from '../../domain/shared/money.ts'
import type { OverdueFilters } from '../understanding/intent.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { joint } from '../words/joint.ts'
import type { Words } from '../words/words.ts'

/** The filters in words, so that a person sees what they are looking at; null without any. */
export function sentenceOf({ overDays, fromDays, lane, above, mine }: OverdueFilters, words: Words): string | null {
  const said = [
    ...(overDays === null ? [] : [words.say('filter.over', { days: overDays })]),
    ...(fromDays === null ? [] : [words.say('filter.at-least', { days: fromDays })]),
    ...(lane === null ? [] : [words.say('filter.lane', { lane: words.say(`lane.${lane}`) })]),
    ...(above === null ? [] : [words.say('filter.above', { amount: words.money(above) })]),
    ...(mine ? [words.say('filter.mine')] : []),
  ]
  return said.length === 0 ? null : words.list(said)
}

/** What a paging button says: the same question again, with another page. */
export function pageSentence(filters: OverdueFilters, page: number, words: Words): string {
  return filtersSentence('overdue', filters, page, words)
}

/** The same for every list that is narrowed as the overdue list is. */
export function filtersSentence(
  verb: 'overdue' | 'due',
  filters: OverdueFilters,
  page: number,
  { grammar, tag }: Words,
): string {
  const { overDays, fromDays, lane, above, mine } = filters
  const filled = (name: string, slot: string, value: string) =>
    (grammar.filters[name]?.[0] ?? '').replace(`{${slot}}`, value)
  const asked = [
    ...(overDays === null ? [] : [filled('over', 'number', String(overDays))]),
    ...(fromDays === null ? [] : [filled('at-least', 'number', String(fromDays))]),
    ...(lane === null ? [] : [filled('lane', 'lane', wordFor(grammar, 'lanes', lane))]),
    ...(above === null
      ? []
      : [filled('above', 'amount', `${plainNumber(above.minor, above.currency, tag)} ${above.currency}`)]),
    ...(mine ? [grammar.filters['mine']?.[0] ?? ''] : []),
    filled('page', 'number', String(page)),
  ]
  return phrase(grammar, verb, { filters: asked.join(joint(grammar, 'filters')) })
}

/** Written as the language reads it, without grouping. */
function plainNumber(minor: number, currency: string, tag: string): string {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: digits })
  return format.format(minor / 10 ** digits)
}
