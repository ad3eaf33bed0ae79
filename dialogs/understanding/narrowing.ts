import type { Lane } from '../../domain/customers/lane.ts'
import type { RouteHours, RouteOnly } from '../../domain/routes/route.ts'
import type { Grammar } from '../words/catalogue.ts'
import { namedCustomerReader, type NamedCustomer } from './named-customer.ts'
import { nameOfWord, pattern, type Caught } from './pattern.ts'

/**
 * What a sentence narrows a channel for fraud alerts to; `named` where it is for a customer, however the name may be told
 * from the rest. From `unread` on there is something that is no narrowing.
 */
export type ReadNarrowing =
  { readonly only: RouteOnly | null } | { readonly named: readonly NamedCustomer[] } | { readonly unread: string }

const wide: RouteOnly = { lane: null, severity: null, hours: null }

/** Reads `high in china from 22:00 to 06:00` and `high for contoso`, each at most once. */
export function narrowingReader(grammar: Grammar): (said: string) => ReadNarrowing {
  const { customer: _, ...narrowings } = grammar.narrowing
  const known = Object.entries(narrowings).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ name, matches: pattern(phrase, grammar, 'start') })),
  )
  /** What accounts for most of the words: “high and above”, not “high”. */
  const longestOf = (text: string) => {
    let longest: (Caught & { readonly name: string }) | null = null
    for (const { name, matches } of known) {
      const caught = matches(text)
      if (caught && caught.whole.length > (longest?.whole.length ?? 0)) longest = { name, ...caught }
    }
    return longest
  }

  const read = (said: string) => {
    let rest = said.trim()
    let only = wide
    while (rest !== '') {
      const hit = longestOf(rest)
      const found = hit && narrowed(hit, grammar)
      if (!hit || !found || Object.entries(found).some(([key]) => only[key as keyof RouteOnly] !== null))
        return { unread: rest }
      only = { ...only, ...found }
      rest = rest.slice(hit.whole.length).replace(/^[\s,、]+/u, '')
    }
    return { only: only.lane === null && only.severity === null && only.hours === null ? null : only }
  }
  const readNamed = namedCustomerReader(grammar, read)

  return (said) => {
    const whole = read(said)
    const named = 'unread' in whole ? readNamed(said) : []
    return named.length > 0 ? { named } : whole
  }
}

/** Null where it looks like a narrowing and is none: 25:00. */
function narrowed({ name, slots }: Caught & { readonly name: string }, grammar: Grammar): Partial<RouteOnly> | null {
  if (name === 'lane') return { lane: nameOfWord<Lane>(grammar.lanes, slots['lane'] ?? '') }
  if (name === 'at-least')
    return { severity: nameOfWord<NonNullable<RouteOnly['severity']>>(grammar.levels, slots['level'] ?? '') }
  if (name !== 'hours') return {}
  const hours = hoursOf(slots['from'] ?? '', slots['until'] ?? '')
  return hours && { hours }
}

function hoursOf(from: string, until: string): RouteHours | null {
  const [begins, ends] = [minuteOf(from), minuteOf(until)]
  return begins === null || ends === null || begins === 1440 ? null : { from: begins, to: ends % 1440 }
}

/** `22:00`, `10 pm` as minutes after midnight; null for what no clock shows. */
export function minuteOf(said: string): number | null {
  const [, hour = '', minute = '0', half = ''] = /^(\d{1,2})(?:[:.h](\d{2})|[h點点時])?\s?([ap])?/iu.exec(said) ?? []
  const [hours, minutes] = [Number(hour), Number(minute)]
  if (half !== '' && (hours < 1 || hours > 12)) return null
  const late = half.toLowerCase() === 'p'
  const at = (half === '' ? hours : (hours % 12) + (late ? 12 : 0)) * 60 + minutes
  return hour === '' || minutes > 59 || at > 1440 ? null : at
}
