import type { Currency } from '../shared/money.ts'
import type { Told } from '../receivables/ledger.ts'
import type { Day } from '../shared/time.ts'
import type { Agreement, DebtThen, MoneyAgreement, PaidMark, PaymentPlan } from './agreement.ts'

/** What the books say on the day on which an agreement is looked at. */
export interface LookedAt extends Told {
  readonly day: Day
  /** What is left of each open invoice after credits, disputed or not, by its key; minor units. */
  readonly left: ReadonlyMap<string, number>
  /** Keys of all invoices that the books still show, those that credits cover among them. */
  readonly listed: ReadonlySet<string>
  /** So much less than was agreed, in minor units by currency, is as good as all of it. */
  readonly tolerance: Readonly<Record<Currency, number>>
}

/**
 * Whether an agreement counts on a day. A promise counts until its day is over, also once it was kept, or a payment
 * could call for more than was called for before; while the ledger does not know that day whole nobody can tell, so it
 * goes on.
 */
export function isInForce(agreement: Agreement, looked: LookedAt): boolean {
  const { day } = looked
  const { status } = agreement.state
  switch (agreement.kind) {
    case 'dispute':
      return status === 'open'
    case 'exemption':
      return status === 'open' && day <= agreement.until
    case 'promise':
      if (status === 'kept') return day <= agreement.day
      return status === 'open' && (day <= agreement.day || !tellsOf(looked, agreement.day))
    case 'plan':
      if (status === 'kept') return day <= lastDay(agreement)
      return status === 'open' && missedBy(agreement, looked) === null && !isOver(agreement, looked)
    case 'paid-mark':
      return status === 'open' && day <= agreement.until && !newerThan(agreement, looked)
  }
}

/** Whether an agreement could be in force on some day from one on; what is over by then moves nothing any more. */
export function mayCountSince(agreement: Agreement, day: Day): boolean {
  const { status } = agreement.state
  return status === 'open' || (status === 'kept' && agreement.kind !== 'dispute' && endOf(agreement) >= day)
}

/** Whether data can tell what was paid by the end of a day. */
export function tellsOf({ toldUntil }: Pick<Told, 'toldUntil'>, day: Day): boolean {
  return toldUntil !== null && toldUntil >= day
}

/** Minor units paid since, of all that was owed when it was agreed: what is left less of those invoices. */
export function paidSince({ debt }: Pick<MoneyAgreement, 'debt'>, { left }: Pick<LookedAt, 'left'>): number {
  const then = debt.reduce((sum, one) => sum + one.left, 0)
  const now = debt.reduce((sum, { key }) => sum + (left.get(key) ?? 0), 0)
  return Math.max(0, then - now)
}

/** Whether so much was paid that nothing worth speaking of is missing. */
export function isEnough(
  paid: number,
  wanted: number,
  currency: Currency,
  { tolerance }: Pick<LookedAt, 'tolerance'>,
): boolean {
  return paid > 0 && paid >= wanted - (tolerance[currency] ?? 0)
}

/** What was to be paid by the end of a day, in minor units. */
function dueBy({ instalments }: PaymentPlan, day: Day): number {
  return instalments.filter((one) => one.day <= day).reduce((sum, { minor }) => sum + minor, 0)
}

/** The day of the first instalment that was missed; null where none was, as far as the ledger can tell. */
export function missedBy(plan: PaymentPlan, looked: LookedAt): Day | null {
  const paid = paidSince(plan, looked)
  const over = plan.instalments.filter(({ day }) => day < looked.day && tellsOf(looked, day))
  return over.find(({ day }) => !isEnough(paid, dueBy(plan, day), plan.currency, looked))?.day ?? null
}

/** The last day on which an agreement with an end counts. */
export function endOf(agreement: Exclude<Agreement, { kind: 'dispute' }>): Day {
  switch (agreement.kind) {
    case 'promise':
      return agreement.day
    case 'plan':
      return lastDay(agreement)
    case 'exemption':
    case 'paid-mark':
      return agreement.until
  }
}

/** The day of a plan's last instalment. */
export function lastDay({ instalments }: PaymentPlan): Day {
  return instalments.at(-1)?.day ?? '0000-01-01'
}

function isOver(plan: PaymentPlan, looked: LookedAt): boolean {
  return looked.day > lastDay(plan) && tellsOf(looked, lastDay(plan))
}

/** Whether an import came that would show what a mark says was paid: one that knows the whole day on which it was said. */
export function newerThan(mark: PaidMark, { asOf, toldUntil }: Told): boolean {
  return asOf !== null && asOf > mark.asOf && tellsOf({ toldUntil }, mark.said)
}

/** How much of each invoice an amount would pay, oldest first; nobody promises what they dispute. */
export function coverOf(debt: readonly DebtThen[], minor: number): ReadonlyMap<string, number> {
  const covers = new Map<string, number>()
  let rest = minor
  for (const { key, left, disputed = 0 } of debt) {
    const cover = Math.min(rest, Math.max(0, left - disputed))
    if (cover > 0) covers.set(key, cover)
    rest -= cover
  }
  return covers
}
