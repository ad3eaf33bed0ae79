import { limitIn, type CreditLine } from '../../domain/credit/credit-line.ts'
import { exposedIn, type CurrencyExposure, type Exposure, type UnknownPart } from '../../domain/credit/exposure.ts'
import type { Currency } from '../../domain/shared/money.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/**
 * What is at stake, currency by currency, with each part and its source on a line of its own, and what is unknown called
 * unknown. `credit`: what it is compared with; null where only what is at stake is told.
 */
export function exposureParts(exposure: Exposure, credit: Compared, words: Words): readonly Part[] {
  const currencies = new Set([
    ...exposure.currencies.map(({ currency }) => currency),
    ...(credit?.limits ?? []).map(({ currency }) => currency),
  ])
  return [
    ...[...currencies].sort().flatMap((currency) => ofCurrency(currency, exposure, credit, words)),
    ...nothingKnown(exposure, words),
    ...exposure.unknown.map((each) => unknownLine(each, words)),
  ]
}

type Compared = Pick<CreditLine, 'limits'> | null

function ofCurrency(currency: Currency, exposure: Exposure, credit: Compared, words: Words): readonly Part[] {
  const own = exposure.currencies.find((each) => each.currency === currency)
  const over = isOver(currency, exposure, credit)
  return [
    line(headLine(currency, exposure, credit, words), { weight: 'strong', ...(over && { tone: 'danger' }) }),
    ...(own ? [{ kind: 'facts', facts: factsOf(own, words) } as const] : []),
  ]
}

function isOver(currency: Currency, exposure: Exposure, credit: Compared): boolean {
  const limit = credit && limitIn(credit, currency)
  return limit !== null && exposedIn(exposure, currency).sum > limit
}

/** `EUR 4,200.00 at stake of EUR 5,000.00; EUR 800.00 left`. */
function headLine(currency: Currency, exposure: Exposure, credit: Compared, words: Words): string {
  const { sum, atLeast } = exposedIn(exposure, currency)
  const limit = credit && limitIn(credit, currency)
  const known = atLeast ? 'at-least' : 'all'
  const exposed = words.money({ minor: sum, currency })
  if (credit === null) return words.say(`credit.exposed.alone.${known}`, { exposure: exposed })
  if (limit === null) return words.say(`credit.exposed.no-limit.${known}`, { exposure: exposed })
  const room = words.money({ minor: Math.abs(limit - sum), currency })
  const args = { exposure: exposed, limit: words.money({ minor: limit, currency }), room }
  return words.say(`credit.exposed.${sum > limit ? 'over' : 'within'}.${known}`, args)
}

function factsOf({ currency, lines }: CurrencyExposure, words: Words) {
  return lines.map(({ part, minor, source, subscriptions = 0 }) => {
    const amount = words.money({ minor, currency })
    const from = words.say(`credit.source.${source}`)
    const value =
      subscriptions === 0
        ? words.say('credit.part-value', { amount, source: from })
        : words.say('credit.part-counted', { amount, source: from, count: subscriptions })
    return [words.say(`credit.part.${part}`), value] as const
  })
}

function nothingKnown({ currencies, unknown }: Exposure, words: Words): readonly Part[] {
  return currencies.length === 0 && unknown.length === 0 ? [line(words.say('credit.nothing-at-stake'))] : []
}

function unknownLine({ part, why, subscriptions }: UnknownPart, words: Words): Part {
  const named = words.say(`credit.unknown-part.${part}`)
  const reason = words.say(`credit.why.${why}`)
  const text =
    subscriptions === null
      ? words.say('credit.unknown', { part: named, why: reason })
      : words.say('credit.unknown-counted', { part: named, why: reason, count: subscriptions })
  return line(text, { tone: 'warning' })
}
