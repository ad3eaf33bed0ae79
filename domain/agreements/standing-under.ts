import { dunningStage, type StageFinding } from '../policy/dunning-stage.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { Ladder } from '../policy/rungs-for.ts'
import { allocateCredits } from '../receivables/allocate-credits.ts'
import type { Told } from '../receivables/ledger.ts'
import { itemKey, type OpenItem } from '../receivables/open-item.ts'
import { standingOn, type OverdueInvoice, type Standing, type TakenOut } from '../receivables/standing.ts'
import type { Day } from '../shared/time.ts'
import type { Agreement } from './agreement.ts'
import { coverOf, isInForce, type LookedAt } from './in-force.ts'

/** What a customer owes today and what the policy calls for, with the agreements that are in force. */
export interface UnderAgreements {
  readonly standing: Standing
  readonly finding: StageFinding
  readonly agreements: readonly Agreement[]
}

/**
 * The ladder under agreements: disputed money is in no sum and no rung; an exemption, and promised money until its day,
 * leave the sums as they are and count for no rung. Nothing is skipped: once they end, the ladder goes on from the notices
 * that stand.
 */
export function standingUnder(
  recorded: readonly Agreement[],
  books: Told & { readonly day: Day; readonly items: readonly OpenItem[] },
  notices: readonly FinalNotice[],
  ladder: Ladder,
): UnderAgreements {
  const { day, items } = books
  const looked = recorded.length === 0 ? null : lookAt(day, books, items, ladder)
  const agreements = looked ? recorded.filter((one) => isInForce(one, looked)) : []
  const out = takenOut(agreements)
  const standing = standingOn(day, items, out)
  const without = dunningStage(ladder, standing, notices)
  const lenient = agreements.filter(({ kind }) => kind !== 'dispute' && kind !== 'paid-mark')
  if (lenient.length === 0) return { standing, finding: without, agreements }
  const finding = dunningStage(ladder, standing, notices, countedUnder(lenient, out))
  const { stage, byDebt, gap } = without
  if (finding.stage === stage && finding.byDebt === byDebt) return { standing, finding, agreements }
  const paused = { agreements: lenient.map(({ id }) => id), stage, byDebt, gap }
  return { standing, finding: { ...finding, paused }, agreements }
}

/** The books as agreements are judged by them. */
export function lookAt(
  day: Day,
  { asOf, toldUntil }: Told,
  items: readonly OpenItem[],
  { tolerance }: Pick<Ladder, 'tolerance'>,
): LookedAt {
  const open = allocateCredits(items).flatMap(({ invoices }) => invoices)
  return {
    day,
    asOf,
    toldUntil,
    left: new Map(open.map(({ invoice, left }) => [itemKey(invoice), left])),
    listed: new Set(items.map(itemKey)),
    tolerance,
  }
}

/** What agreements in force take out of each invoice. */
export function takenOut(agreements: readonly Agreement[]): TakenOut {
  const disputed = new Map<string, number>()
  const promised = new Map<string, number>()
  const add = (to: Map<string, number>, key: string, minor: number) => to.set(key, (to.get(key) ?? 0) + minor)
  for (const agreement of agreements) {
    if (agreement.kind === 'dispute') add(disputed, agreement.invoice, agreement.amount?.minor ?? Infinity)
    const minor = promisedBy(agreement)
    if (minor === null || agreement.kind === 'dispute' || agreement.kind === 'exemption') continue
    for (const [key, cover] of coverOf(agreement.debt, minor)) add(promised, key, cover)
  }
  return { disputed, promised }
}

/** All that is promised, in minor units; null where nothing is. */
function promisedBy(agreement: Agreement): number | null {
  if (agreement.kind === 'promise') return agreement.amount.minor
  if (agreement.kind === 'plan') return agreement.instalments.reduce((sum, { minor }) => sum + minor, 0)
  return null
}

/** How much of an overdue invoice counts for the ladder. */
function countedUnder(agreements: readonly Agreement[], { promised }: TakenOut): (one: OverdueInvoice) => number {
  const exempt = agreements.flatMap((one) => (one.kind === 'exemption' ? [one.of] : []))
  if (exempt.some(({ what }) => what === 'customer')) return () => 0
  const invoices = new Set(exempt.flatMap((of) => (of.what === 'invoice' ? [of.key] : [])))
  const subscriptions = new Set(exempt.flatMap((of) => (of.what === 'subscription' ? [of.id.toLowerCase()] : [])))
  return ({ invoice, left }) => {
    const key = itemKey(invoice)
    if (invoices.has(key)) return 0
    const spared = invoice.lines
      .filter(({ subscription }) => subscription !== null && subscriptions.has(subscription.toLowerCase()))
      .reduce((sum, { amount }) => sum + Math.max(0, amount.minor), 0)
    return Math.max(0, left - spared - (promised.get(key) ?? 0))
  }
}

/** How much of an overdue invoice nothing in force leaves out: neither disputed, nor promised, nor exempt; minor units. */
export function countedWith(agreements: readonly Agreement[]): (one: OverdueInvoice) => number {
  const lenient = agreements.filter(({ kind }) => kind !== 'dispute' && kind !== 'paid-mark')
  return countedUnder(lenient, takenOut(agreements))
}
