import type { Currency } from '../shared/money.ts'
import type { OpenItem, Receivable } from './open-item.ts'

/** An invoice with what is left of it after credits and payments, in minor units. */
export interface OpenInvoice {
  readonly invoice: Receivable
  readonly left: number
}

/** One currency's items after every credit has been counted. */
interface Allocation {
  readonly currency: Currency
  /** Invoices with something left, oldest due day first. */
  readonly invoices: readonly OpenInvoice[]
  /** Credit beyond all debt, in minor units. */
  readonly creditLeft: number
}

/**
 * Counts unallocated credits and payments against the oldest debt first, each currency for itself. The order in
 * which items are given does not matter, and no money appears or vanishes.
 */
export function allocateCredits(items: readonly OpenItem[]): readonly Allocation[] {
  const byCurrency = new Map<Currency, { invoices: Receivable[]; credit: number }>()
  for (const item of items) {
    let of = byCurrency.get(item.open.currency)
    if (!of) byCurrency.set(item.open.currency, (of = { invoices: [], credit: 0 }))
    if (item.kind === 'invoice') of.invoices.push(item)
    else of.credit += item.open.minor
  }
  return [...byCurrency]
    .sort(([a], [b]) => compare(a, b))
    .map(([currency, { invoices, credit }]) => {
      let creditLeft = credit
      const open: OpenInvoice[] = []
      for (const invoice of invoices.sort(oldestFirst)) {
        const counted = Math.min(creditLeft, invoice.open.minor)
        creditLeft -= counted
        if (counted < invoice.open.minor) open.push({ invoice, left: invoice.open.minor - counted })
      }
      return { currency, invoices: open, creditLeft }
    })
}

function oldestFirst(a: Receivable, b: Receivable): number {
  return compare(a.due, b.due) || compare(a.account, b.account) || compare(a.number, b.number)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
