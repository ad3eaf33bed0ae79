import type { Lane } from '../customers/lane.ts'
import type { OwnBalance, OwnInvoice } from '../ports/own-invoices.ts'
import type { Currency, Money } from '../shared/money.ts'
import { addDays, daysBetween, type Day } from '../shared/time.ts'

/**
 * Within how many days an operator wants to be paid, and how many days overdue it bears before it takes no new orders
 * (facts/partner-center 11): Microsoft net 60, and suspended when more than 60 days overdue; that page names US Government
 * too, though nobody publishes its days of payment (?). 21Vianet net 30, and barred while delinquent: 30 days at the latest.
 */
export const operatorTerms: Readonly<Record<Lane, { readonly payWithin: number; readonly bearsOverdue: number }>> = {
  global: { payWithin: 60, bearsOverdue: 60 },
  'us-government': { payWithin: 60, bearsOverdue: 60 },
  china: { payWithin: 30, bearsOverdue: 30 },
}

/** An invoice of ours that is not paid, and the day it was due by the published terms. */
export interface OwnOpenInvoice {
  readonly id: string
  readonly issuedOn: Day
  readonly dueOn: Day
  /** Negative while it is not due. */
  readonly daysOverdue: number
  readonly open: Money
}

/** How the partner stands with one operator on one day; sums of each currency apart. */
export interface OwnStanding {
  readonly lane: Lane
  readonly day: Day
  /** Not paid, oldest due day first. */
  readonly open: readonly OwnOpenInvoice[]
  readonly overdue: readonly Money[]
  /** Of the oldest that is overdue; 0 where none is. */
  readonly daysOverdue: number
  /** Null where the operator does not say. */
  readonly balances: readonly OwnBalance[] | null
}

/** Where the operator itself says that nothing is owed in a currency, no invoice in it is open. */
export function ownStanding(
  lane: Lane,
  day: Day,
  { invoices, balances }: { readonly invoices: readonly OwnInvoice[]; readonly balances: readonly OwnBalance[] | null },
): OwnStanding {
  const { payWithin } = operatorTerms[lane]
  const settled = new Set<Currency>(
    balances?.flatMap(({ balance }) => (balance.minor <= 0 ? [balance.currency] : [])) ?? [],
  )
  const open = invoices
    .filter(({ open: left }) => left.minor > 0 && !settled.has(left.currency))
    .map(({ id, issuedOn, open: left }): OwnOpenInvoice => {
      const dueOn = addDays(issuedOn, payWithin)
      return { id, issuedOn, dueOn, daysOverdue: daysBetween(dueOn, day), open: left }
    })
    .sort((one, other) => (one.dueOn === other.dueOn ? (one.id < other.id ? -1 : 1) : one.dueOn < other.dueOn ? -1 : 1))
  const late = open.filter(({ daysOverdue }) => daysOverdue > 0)
  const sums = new Map<Currency, number>()
  for (const { open: left } of late) sums.set(left.currency, (sums.get(left.currency) ?? 0) + left.minor)
  return {
    lane,
    day,
    open,
    overdue: [...sums].map(([currency, minor]) => ({ currency, minor })),
    daysOverdue: late[0]?.daysOverdue ?? 0,
    balances,
  }
}

/**
 * Which warning is due: at one day overdue, at half of what the operator bears, and each day from a week before the end of
 * it. The number is the day it stands for: one that was missed is made up for by the next. Null: none.
 */
export function warningDue({ lane, daysOverdue }: OwnStanding): number | null {
  const { bearsOverdue } = operatorTerms[lane]
  if (daysOverdue > bearsOverdue - 7) return daysOverdue
  const half = Math.ceil(bearsOverdue / 2)
  if (daysOverdue >= half) return half
  return daysOverdue >= 1 ? 1 : null
}
