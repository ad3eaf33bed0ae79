import type { Currency, Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** What an exposure is made of. */
export type ExposurePart =
  /** Owed by the ledger: past due, not due yet, disputed either way, and what stands to the customer's credit (negative). */
  | 'overdue'
  | 'not-due'
  | 'disputed'
  | 'in-credit'
  /** Azure used this month, by the operator's estimate. */
  | 'azure-use'
  /** Licences since the operator's last bill. */
  | 'licences'
  /** What the partner must keep paying until the terms end. */
  | 'committed'

/** Where a sum comes from: the ledger, the operator's estimate or its bills to the partner, or lines of the ledger's invoices. */
export type ExposureSource = 'ledger' | 'operator-estimate' | 'operator-bills' | 'ledger-lines'

/** One part in one currency; `subscriptions`: how many stand behind it, where it is counted by subscription. */
export interface ExposureLine {
  readonly part: ExposurePart
  readonly minor: number
  readonly source: ExposureSource
  readonly subscriptions?: number
}

/** Why a part is not known. */
export type WhyUnknown =
  /** No ledger account is matched to the customer, or there is no ledger yet. */
  | 'no-account'
  | 'no-ledger'
  /** The desk has no access to the operator, the operator does not say, or gave no answer just now. */
  | 'no-access'
  | 'not-said'
  | 'no-answer'
  /** What a licence costs, or until when its term runs, stands nowhere. */
  | 'no-price'
  | 'no-term'
  /** Nobody says how this way of selling is billed: 21Vianet, and what the desk does not know (facts/partner-center 15). */
  | 'model-unknown'

/** A part of which nothing is known, or nothing of some subscriptions: never to be counted as zero. */
export interface UnknownPart {
  readonly part: 'open' | 'azure-use' | 'licences' | 'committed'
  readonly why: WhyUnknown
  /** How many subscriptions it concerns; null where even that is not known. */
  readonly subscriptions: number | null
}

/** Everything known in one currency; `sum` is at least what it says wherever a part is unknown. */
export interface CurrencyExposure {
  readonly currency: Currency
  readonly lines: readonly ExposureLine[]
  readonly sum: number
}

/** What the partner stands to lose with one customer on one day: per currency, never added across currencies. */
export interface Exposure {
  readonly day: Day
  /** The oldest as-of day behind what is open; null where the ledger says nothing. */
  readonly ledgerAsOf: Day | null
  readonly currencies: readonly CurrencyExposure[]
  readonly unknown: readonly UnknownPart[]
}

/** One part of an exposure with its currency, before it is put together. */
export interface KnownPart extends Omit<ExposureLine, 'minor'> {
  readonly amount: Money
}

/** Puts known parts together: a line for each part, source and currency. */
export function perCurrency(parts: readonly KnownPart[]): readonly CurrencyExposure[] {
  const currencies = [...new Set(parts.map(({ amount }) => amount.currency))].sort()
  return currencies.map((currency) => {
    const own = parts.filter(({ amount }) => amount.currency === currency)
    const groups = [...Map.groupBy(own, ({ part, source }) => `${part}|${source}`).values()]
    const lines = groups.flatMap((group): readonly ExposureLine[] => {
      const [first] = group
      if (!first) return []
      const minor = group.reduce((sum, { amount }) => sum + amount.minor, 0)
      const counted = group.reduce((sum, { subscriptions = 0 }) => sum + subscriptions, 0)
      const { part, source } = first
      return [{ part, minor, source, ...(counted > 0 && { subscriptions: counted }) }]
    })
    return { currency, lines, sum: lines.reduce((sum, { minor }) => sum + minor, 0) }
  })
}

/** The sum in a currency, and whether there may be more: a part that is unknown is of an unknown currency too. */
export function exposedIn({ currencies, unknown }: Exposure, currency: Currency) {
  const sum = currencies.find((each) => each.currency === currency)?.sum ?? 0
  return { sum, atLeast: unknown.length > 0 }
}
