import type { RouteOnly } from '../../domain/routes/route.ts'
import type { Grammar } from '../words/catalogue.ts'
import { pattern } from './pattern.ts'

/** A customer as they were called, and what else narrows the channel. */
export interface NamedCustomer {
  readonly who: string
  readonly only: RouteOnly | null
}

/** What a text narrows a channel to when it names nobody. */
type Read = (said: string) => { readonly only: RouteOnly | null } | { readonly unread: string }

/** Nobody is called by a longer name; it bounds what taking a sentence apart can cost. */
const longest = 200

/**
 * Reads `high for contoso in china`: each way to tell the name from the rest, the longest name first, since only the
 * directory knows whether “in China” belongs to one.
 */
export function namedCustomerReader(grammar: Grammar, read: Read): (said: string) => readonly NamedCustomer[] {
  const phrases = (grammar.narrowing['customer'] ?? []).map((phrase) => pattern(phrase, grammar, 'whole'))
  const isRead = (text: string) => 'only' in read(text)
  const namesIn = (text: string) => phrases.flatMap((matches) => matches(text.trim())?.slots['customer'] ?? [])

  return (said) => {
    const text = said.trim()
    if (text.length > longest) return []
    const edges = edgesOf(text, grammar.spaces)
    const ends = edges.filter((at) => isRead(text.slice(at)))
    const named = edges
      .filter((at) => isRead(text.slice(0, at)))
      .flatMap((begin) =>
        ends.flatMap((end) => {
          // Read as one: nothing may be said both before the name and behind it.
          const rest = read(`${text.slice(0, begin)} ${text.slice(end)}`)
          if ('unread' in rest || begin >= end) return []
          return namesIn(text.slice(begin, end)).map((who) => ({ who, only: rest.only }))
        }),
      )
    const each = new Map(named.map((read) => [JSON.stringify(read), read]))
    return [...each.values()].sort((a, b) => b.who.length - a.who.length)
  }
}

/** Where a name may begin or end: between words; between letters where words are written without spaces. */
function edgesOf(text: string, spaces: boolean): readonly number[] {
  const between = [...text.matchAll(spaces ? /\s+/gu : /./gsu)].map(({ index }) => index)
  return [...new Set([0, ...between, text.length])]
}
