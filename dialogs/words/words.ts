import { IntlMessageFormat } from 'intl-messageformat'
import { minorDigits, type Money } from '../../domain/shared/money.ts'
import { msOf, type Day, type Instant, type TimeZone } from '../../domain/shared/time.ts'
import type { Catalogue } from './catalogue.ts'
import type { MessageKey } from './message-key.ts'

export type Args = Readonly<Record<string, string | number>>

/** One language, spoken: sentences from its catalogue; money, days and lists by its own customs. */
export interface Words {
  readonly tag: string
  /** What the language calls itself. */
  readonly name: string
  readonly grammar: Catalogue['grammar']
  /** False where it is only begun, and says some things in English: customers are not written to in it. */
  readonly whole: boolean
  /** The sentence of a key, its ICU arguments filled in; throws where the catalogue lacks it. */
  say(key: MessageKey, args?: Args): string
  /** `CNY 48,200.00`: the code, since a ¥ can be two currencies. */
  money(amount: Money): string
  day(day: Day): string
  /** Date and time of day in the partner's zone. */
  moment(at: Instant): string
  /**
   * The last minute before a moment, with its zone: a request that ends with a day ends at 23:59 and not at midnight.
   */
  deadline(end: Instant): string
  number(value: number): string
  /** One after the other, as the language sets them: with a space between, or without. */
  sentences(each: readonly string[]): string
  /** `A, B, and C`. */
  list(items: readonly string[]): string
  /** `A, B, or C`. */
  either(items: readonly string[]): string
}

/** A Russian date ends with an abbreviation, “5 дек. 2026 г.”, whose full stop also ends the sentence. */
const doubledStop = /(?<=\d\sг)\.\.(?!\.)/gu

/** That abbreviation is of the year, and never begins a line without it. */
const looseYear = /(?<=\d) (?=г\.)/u

const spoken = new WeakMap<Catalogue, Map<TimeZone, Words>>()

/** Days and times are told in the partner's zone, whoever reads them. A language speaks once: its formats are large. */
export function speak(catalogue: Catalogue, zone: TimeZone): Words {
  let zones = spoken.get(catalogue)
  if (!zones) spoken.set(catalogue, (zones = new Map<TimeZone, Words>()))
  let words = zones.get(zone)
  if (!words) zones.set(zone, (words = speaking(catalogue, zone)))
  return words
}

function speaking({ tag, name, grammar, messages, borrowed }: Catalogue, zone: TimeZone): Words {
  const formats = new Map<string, IntlMessageFormat>()
  const moneyFormats = new Map<string, Intl.NumberFormat>()
  const once = <Format>(make: () => Format): (() => Format) => {
    let made: Format | null = null
    return () => (made ??= make())
  }
  // A desk speaks more languages than anybody hears in its first minute.
  const days = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }))
  const moments = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }))
  const zones = once(() => new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'short' }))
  const dated = (format: Intl.DateTimeFormat, ms: number) => format.format(ms).replace(looseYear, '\u00A0')
  const numbers = once(() => new Intl.NumberFormat(tag))
  const lists = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }))
  const choices = once(() => new Intl.ListFormat(tag, { type: 'disjunction' }))
  const say: Words['say'] = (key, args = {}) => {
    let format = formats.get(key)
    if (!format) {
      const message = messages[key]
      if (message === undefined) throw new Error(`no message ${key} in ${tag}`)
      formats.set(key, (format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })))
    }
    return String(format.format(args)).replace(doubledStop, '.')
  }
  const zoneAt = (ms: number) =>
    zones()
      .formatToParts(ms)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return {
    tag,
    name,
    grammar,
    whole: borrowed.length === 0,
    say,
    money({ minor, currency }) {
      let format = moneyFormats.get(currency)
      if (!format) {
        const digits = minorDigits(currency)
        format = new Intl.NumberFormat(tag, {
          style: 'currency',
          currency,
          currencyDisplay: 'code',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        moneyFormats.set(currency, format)
      }
      return format.format(minor / 10 ** minorDigits(currency))
    },
    day: (day) => dated(days(), msOf(`${day}T00:00:00Z`)),
    moment: (at) => dated(moments(), msOf(at)),
    deadline: (end) => say('moment.in-zone', { at: dated(moments(), msOf(end) - 1), zone: zoneAt(msOf(end) - 1) }),
    number: (value) => numbers().format(value),
    sentences: (each) => each.join(grammar.spaces ? ' ' : ''),
    list: (items) => lists().format(items),
    either: (items) => choices().format(items),
  }
}
