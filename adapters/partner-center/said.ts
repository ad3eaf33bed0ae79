import { instantOf, type Instant } from '../../domain/shared/time.ts'

/**
 * What an item of a feed or a ticket says, read liberally: names in any case, words and numbers in either form, and nothing
 * that cannot be read ever keeps the rest from being read (facts/partner-center 4.2, 9.1, 9.2). Names are given in order of trust.
 */
export interface Said {
  /** Null where it is missing, empty, or no text. */
  text(...names: readonly string[]): string | null
  /** The same for what people wrote, which may be as long as a letter. */
  letter(...names: readonly string[]): string | null
  /** A whole number that is not negative, also when written as text: `"1,204"`. */
  count(...names: readonly string[]): number | null
  /** Without a zone it is UTC; the sentinel years 0001 and 9999 are none (4.2). */
  instant(...names: readonly string[]): Instant | null
  /** `true` also as text; all else is no. */
  flag(...names: readonly string[]): boolean
  /** Also where it comes as JSON in a text. */
  list(...names: readonly string[]): readonly unknown[]
  /** Every field of an object, as text; also where the object comes as JSON in a text. */
  details(...names: readonly string[]): Readonly<Record<string, string>>
}

/** Null for what is no object at all. */
export function saidIn(raw: unknown): Said | null {
  if (!isObject(raw)) return null
  const fields = new Map(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]))
  function first<Value>(names: readonly string[], read: (value: unknown) => Value | null): Value | null {
    for (const name of names) {
      const value = read(fields.get(name.toLowerCase()))
      if (value !== null) return value
    }
    return null
  }
  return {
    text: (...names) => first(names, (value) => textOf(value)),
    letter: (...names) => first(names, (value) => textOf(value, longestLetter)),
    count: (...names) => first(names, countOf),
    instant: (...names) => first(names, asInstant),
    flag: (...names) => first(names, (value) => textOf(value))?.toLowerCase() === 'true',
    list: (...names) => first(names, (value) => listOf(parsed(value))) ?? [],
    details: (...names) => first(names, (value) => detailsOf(parsed(value))) ?? {},
  }
}

/** Partner Center is younger; what is earlier stands for none, as 0001, 1900 or 1970 do where programs meet. */
const firstDay = '2010-01-01'
const lastDay = '9000'

/** A moment as the feeds write it, else null. */
export function asInstant(value: unknown): Instant | null {
  const [, day, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      typeof value === 'string' ? value.trim() : '',
    ) ?? []
  if (day === undefined || day < firstDay || day > lastDay) return null
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  const ms = Date.parse(`${day}T${time}${offset}`)
  return Number.isNaN(ms) ? null : instantOf(ms)
}

/** One of these words in any case; else `unknown`. */
export function wordAmong<const Word extends string>(words: readonly Word[], said: string | null): Word | 'unknown' {
  return words.find((word) => word === said?.toLowerCase()) ?? 'unknown'
}

/** As JSON; empty for what is nested deeper than can be written. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** Longer ones are clipped: a record keeps what a person can read. */
const longest = 2000
const longestLetter = 32_000
const longestName = 100
const mostDetails = 50

/** Whether a text says all it said: what was clipped is no id any more, and may be another's beginning. */
export function isWhole(text: string): boolean {
  return text.length < longest
}

function textOf(value: unknown, most = longest): string | null {
  const said = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof said !== 'string') return null
  const text = said.trim().slice(0, most)
  return text === '' ? null : text
}

function countOf(value: unknown): number | null {
  const text = textOf(value)?.replace(/(?<=\d),(?=\d{3})/g, '')
  const count = text !== undefined && /^\d{1,15}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null
  return count !== null && Number.isSafeInteger(count) ? count : null
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null
}

function detailsOf(value: unknown): Readonly<Record<string, string>> | null {
  if (!isObject(value)) return null
  const told = Object.entries(value).flatMap(([name, held]): (readonly [string, string])[] => {
    const text = textOf(typeof held === 'object' && held !== null ? jsonOf(held) : held)
    return text === null ? [] : [[name.slice(0, longestName), text]]
  })
  return Object.fromEntries(told.slice(0, mostDetails))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
