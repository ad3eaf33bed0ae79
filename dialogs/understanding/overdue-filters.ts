import type { Lane } from '../../domain/customers/lane.ts'
import type { Grammar } from '../words/catalogue.ts'
import type { OverdueFilters } from './intent.ts'
import { nameOfWord, pattern, type Caught } from './pattern.ts'
import { readAmount, type Unclear } from './read-amount.ts'

/** What the words beside "overdue" narrow the list to. */
export type ReadFilters =
  | { readonly kind: 'filters'; readonly filters: OverdueFilters; readonly page: number }
  | { readonly kind: 'unclear'; readonly said: string; readonly why: Unclear }
  /** `behind`: all that follows the amount. */
  | { readonly kind: 'no-currency'; readonly number: string; readonly behind: string }
  /** A second filter of a kind, and another one than the first. */
  | { readonly kind: 'twice'; readonly said: string }
  /** From `unread` on there is something that is no filter. */
  | { readonly kind: 'other'; readonly unread: string }

type Hit = Caught & { readonly name: string }

/** Reads `over 60 days in china and above 5000 EUR, page 2`. */
export function filterReader(grammar: Grammar, tag: string): (said: string) => ReadFilters {
  const known = Object.entries(grammar.filters).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ name, matches: pattern(phrase, grammar, 'start') })),
  )
  /** The filter that accounts for most of the words: "over 60 days", not "over 60". */
  const longestOf = (text: string) => {
    let longest: Hit | null = null
    for (const { name, matches } of known) {
      const caught = matches(text)
      if (caught && caught.whole.length > (longest?.whole.length ?? 0)) longest = { name, ...caught }
    }
    return longest
  }
  const laneOf = (word: string) => nameOfWord<Lane>(grammar.lanes, word)

  const read = (said: string): ReadFilters => {
    let rest = said
    let page = 1
    let filters = noFilters
    while (rest !== '') {
      const hit = longestOf(rest)
      if (!hit) return { kind: 'other', unread: rest }
      const next = rest.slice(hit.whole.length).replace(/^[\s,、]+/u, '')
      const { amount: written = '' } = hit.slots
      const amount = hit.name === 'above' ? readAmount(written, tag) : null
      if (amount?.kind === 'unclear') return amount
      if (amount?.kind === 'no-currency') {
        const others = read(next)
        // "over 2 months" is no amount of 2.
        return others.kind === 'other'
          ? { kind: 'other', unread: rest }
          : { ...amount, behind: rest.slice(rest.indexOf(written) + written.length) }
      }
      const found = amount ? { above: amount.money } : filterOf(hit, laneOf)
      if (contradicts(filters, found)) return { kind: 'twice', said: hit.whole }
      filters = { ...filters, ...found }
      page = pageOf(hit) ?? page
      rest = next
    }
    return { kind: 'filters', filters, page }
  }
  return read
}

const noFilters: OverdueFilters = { overDays: null, fromDays: null, lane: null, above: null, mine: false }

/** What a filter other than an amount narrows; nothing where it only joins others. */
function filterOf({ name, slots }: Hit, laneOf: (word: string) => Lane | null): Partial<OverdueFilters> {
  const number = Number(slots['number'])
  if (name === 'over') return { overDays: number }
  if (name === 'at-least') return { fromDays: number }
  if (name === 'mine') return { mine: true }
  return name === 'lane' ? { lane: laneOf(slots['lane'] ?? '') } : {}
}

/** `page 2`, or a page that is called by a word: `page-2`. */
function pageOf({ name, slots }: Hit): number | null {
  if (name === 'page') return Math.max(1, Number(slots['number']))
  const [, called] = /^page-(\d)$/u.exec(name) ?? []
  return called === undefined ? null : Number(called)
}

/** Of these no two go together: nobody is with two operators, and of two amounts or ages one would be lost silently. */
const exclusive = [['lane'], ['above'], ['overDays', 'fromDays']] as const

function contradicts(before: OverdueFilters, found: Partial<OverdueFilters>): boolean {
  const after = { ...before, ...found }
  const same = (kind: keyof OverdueFilters) => JSON.stringify(after[kind]) === JSON.stringify(before[kind])
  return exclusive.some((kinds) => kinds.some((kind) => before[kind] !== null) && !kinds.every(same))
}
