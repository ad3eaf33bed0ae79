import type { OperatorSubscription } from '../ports/operator-lane.ts'
import { itemKey } from '../receivables/open-item.ts'
import type { OverdueInvoice } from '../receivables/standing.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Scope } from './suspension-request.ts'

/** Which subscriptions the ledger's unpaid lines stand for. */
export interface UnpaidLines {
  /** Whether any unpaid line names a subscription; else the ledger does not tell which are unpaid. */
  readonly told: boolean
  has(id: SubscriptionId): boolean
}

/**
 * The one place that says which invoice lines call for a suspension: those of invoices that are overdue, by the
 * ledger's own subscription ids. A line without one stands for none, however much its text looks like a name. What is
 * disputed as a whole is not overdue, and what is exempt calls for nothing; of an invoice disputed in part nobody can
 * tell which lines are meant.
 */
export function behindUnpaidLines({ standing, agreements }: CustomerStanding): UnpaidLines {
  const unpaid = standing.currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  const exempt = agreements.flatMap((one) => (one.kind === 'exemption' ? [one.of] : []))
  const subscriptions = exempt.flatMap((of) => (of.what === 'subscription' ? [of.id.toLowerCase()] : []))
  const invoices = exempt.flatMap((of) => (of.what === 'invoice' ? [of.key] : []))
  const idsIn = (each: readonly OverdueInvoice[]) =>
    each.flatMap(({ invoice }) => invoice.lines.flatMap(({ subscription }) => subscription?.toLowerCase() ?? []))
  const ids = new Set(idsIn(unpaid.filter(({ invoice }) => !invoices.includes(itemKey(invoice)))))
  for (const id of subscriptions) ids.delete(id)
  return { told: idsIn(unpaid).length > 0, has: (id) => ids.has(id.toLowerCase()) }
}

/**
 * Whether the customer has paid for a whole term ahead: new commerce that is not billed by the month, and of which
 * nothing is unpaid. It is suspended for a debt only where somebody names it.
 */
export function isPrepaid({ id, model, billingCycle }: OperatorSubscription, unpaid: UnpaidLines): boolean {
  const cycle = (billingCycle ?? '').toLowerCase().replace(/[^a-z]/gu, '')
  return model === 'new-commerce' && ['annual', 'onetime', 'triennial'].includes(cycle) && !unpaid.has(id)
}

/** How a choice for a debt lies to the ledger: what falls with its base anyway makes it no wider. */
export function scopeOf(chosen: readonly Pick<OperatorSubscription, 'id' | 'parent'>[], of: CustomerStanding): Scope {
  const unpaid = behindUnpaidLines(of)
  const within = ({ id, parent }: (typeof chosen)[number]) =>
    unpaid.has(id) || (parent !== null && unpaid.has(parent) && chosen.some((base) => base.id === parent))
  const wider = unpaid.told ? chosen.filter((each) => !within(each)).map(({ id }) => id) : []
  return { ledgerTells: unpaid.told, wider }
}
