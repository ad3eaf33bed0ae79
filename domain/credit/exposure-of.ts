import type { SpendingBudget } from '../ports/spending.ts'
import type { OperatorCost, OperatorSubscription } from '../ports/operator-lane.ts'
import type { Receivable } from '../receivables/open-item.ts'
import type { Standing } from '../receivables/standing.ts'
import type { Day, TimeZone } from '../shared/time.ts'
import { money } from '../shared/money.ts'
import { perCurrency, type Exposure, type KnownPart, type UnknownPart, type WhyUnknown } from './exposure.ts'
import { subscriptionParts } from './subscription-parts.ts'

/** What was read of a customer; a reason stands where something could not be read. */
export interface ExposureFacts {
  readonly standing: Standing
  readonly zone: TimeZone
  /** Null: the ledger speaks of this customer. */
  readonly ledgerSilent: 'no-account' | 'no-ledger' | null
  readonly ledgerAsOf: Day | null
  /** The customer's open invoices, whose lines may tell prices. */
  readonly invoices: readonly Receivable[]
  readonly subscriptions: readonly OperatorSubscription[] | WhyUnknown
  /** What the operator billed the partner last; null where it cannot be read. */
  readonly costs: readonly OperatorCost[] | null
  /** Null where no Azure is sold in the lane. */
  readonly azure: SpendingBudget | WhyUnknown | null
}

/**
 * What the partner stands to lose: what is open, what is not billed yet, and what it must keep paying. Currencies are
 * never added together, and what is unknown stands as unknown.
 */
export function exposureOf(facts: ExposureFacts): Exposure {
  const { standing, zone, subscriptions, costs, invoices, ledgerAsOf } = facts
  const { day } = standing
  const sold =
    typeof subscriptions === 'string'
      ? { known: [], unknown: bothUnknown(subscriptions) }
      : subscriptionParts(subscriptions, { day, zone, costs, invoices })
  const used = azureParts(facts)
  const open = openParts(facts)
  return {
    day,
    ledgerAsOf,
    currencies: perCurrency([...open.known, ...used.known, ...sold.known]),
    unknown: [...open.unknown, ...used.unknown, ...sold.unknown],
  }
}

interface Parts {
  readonly known: readonly KnownPart[]
  readonly unknown: readonly UnknownPart[]
}

function openParts({ standing, ledgerSilent }: ExposureFacts): Parts {
  if (ledgerSilent !== null) return { known: [], unknown: [{ part: 'open', why: ledgerSilent, subscriptions: null }] }
  const known = standing.currencies.flatMap(({ currency, balance, overdue, disputed, buckets }) => {
    const undisputed = Object.values(buckets).reduce((sum, minor) => sum + minor, 0)
    const parts = [
      ['overdue', overdue],
      ['not-due', undisputed - overdue],
      ['disputed', disputed],
      ['in-credit', balance - undisputed - disputed],
    ] as const
    return parts.flatMap(([part, minor]): readonly KnownPart[] =>
      minor === 0 ? [] : [{ part, amount: money(minor, currency), source: 'ledger' }],
    )
  })
  return { known, unknown: [] }
}

/** Where subscriptions can be read, somebody without an Azure plan uses no Azure. */
function azureParts({ subscriptions, azure }: ExposureFacts): Parts {
  const hasPlan = typeof subscriptions === 'string' || subscriptions.some(({ model }) => model === 'azure-plan')
  if (azure === null || !hasPlan) return { known: [], unknown: [] }
  if (typeof azure === 'string') return unknownUse(azure)
  if (azure.used === null) return unknownUse('not-said')
  return { known: [{ part: 'azure-use', amount: azure.used, source: 'operator-estimate' }], unknown: [] }
}

function unknownUse(why: WhyUnknown): Parts {
  return { known: [], unknown: [{ part: 'azure-use', why, subscriptions: null }] }
}

function bothUnknown(why: WhyUnknown): readonly UnknownPart[] {
  return [
    { part: 'licences', why, subscriptions: null },
    { part: 'committed', why, subscriptions: null },
  ]
}
