import type { Lane } from '../../domain/customers/lane.ts'
import type { Grammar } from '../words/catalogue.ts'
import type { OverdueFilters } from './intent.ts'
import { nameOfWord, pattern, type Caught } from './pattern.ts'
import { readAmount, type ReadAmount } from './read-amount.ts'

/** What the words beside "overdue" narrow the list to. */
export type ReadFilters =
  | { readonly kind: 'filters'; readonly filters: OverdueFilters; readonly page: number }
  | Exclude<ReadAmount, { kind: 'amount' }>
  /** From `unread` on there is something that is no filter. */
  | { readonly kind: 'other'; readonly unread: string }

/** Reads `over 60 days in china above 5000 EUR, page 2`. */
export function filterReader(grammar: Grammar, tag: string): (said: string) => ReadFilters {
  const known = Object.entries(grammar.filters).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ name, matches: pattern(phrase, grammar, 'start') })),
  )
  /** The filter that accounts for most of the words: "over 60 days", not "over 60". */
  const longestOf = (text: string) => {
    let longest: ({ readonly name: string } & Caught) | null = null
    for (const { name, matches } of known) {
      const caught = matches(text)
      if (caught && caught.whole.length > (longest?.whole.length ?? 0)) longest = { name, ...caught }
    }
    return longest
  }

  return (said) => {
    let rest = said
    let page = 1
    let filters: OverdueFilters = { overDays: null, lane: null, above: null, mine: false }
    while (rest !== '') {
      const hit = longestOf(rest)
      if (!hit) return { kind: 'other', unread: rest }
      const { name, slots, whole } = hit
      const number = Number(slots['number'])
      if (name === 'over') filters = { ...filters, overDays: number }
      if (name === 'at-least') filters = { ...filters, overDays: Math.max(0, number - 1) }
      if (name === 'mine') filters = { ...filters, mine: true }
      if (name === 'page') page = Math.max(1, number)
      if (name === 'lane') filters = { ...filters, lane: nameOfWord<Lane>(grammar.lanes, slots['lane'] ?? '') }
      if (name === 'above') {
        const amount = readAmount(slots['amount'] ?? '', tag)
        if (amount.kind !== 'amount') return amount
        filters = { ...filters, above: amount.money }
      }
      rest = rest.slice(whole.length).replace(/^[\s,、]+/u, '')
    }
    return { kind: 'filters', filters, page }
  }
}
