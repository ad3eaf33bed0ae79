import type { Credit, InvoiceLine, OpenItem, Receivable } from '../../domain/receivables/open-item.ts'
import { money, type Currency } from '../../domain/shared/money.ts'
import { accountKey, countryOf, currencyOf, type Books, type LeftOutDocuments } from './books.ts'
import { minorOf } from './minor-of.ts'
import type { CreditMemoWire, InvoiceWire, LineWire } from './wire.ts'

/** Posted and not settled. A corrective one may be open as well: it takes a credit memo back. */
export const openStatuses = ['Open', 'Corrective'] as const

/** Whoever pays a document owes it. */
export function debtorOf({ billToCustomerNumber, customerNumber }: InvoiceWire | CreditMemoWire): string {
  return billToCustomerNumber === '' ? customerNumber : billToCustomerNumber
}

/** What is open of the invoices; what cannot be read is told in `leftOut`. An invoice below zero is a credit. */
export function openInvoices(
  invoices: Iterable<InvoiceWire>,
  books: Books,
  leftOut: LeftOutDocuments,
): readonly OpenItem[] {
  const items: OpenItem[] = []
  for (const invoice of invoices) {
    const { number, dueDate, invoiceDate, remainingAmount } = invoice
    const read = commonOf(invoice, remainingAmount, books, leftOut)
    if (read === null || read.minor === 0) continue
    const { minor, currency, ...common } = read
    const open = money(Math.abs(minor), currency)
    if (minor < 0) items.push({ kind: 'credit', ...common, open, date: invoiceDate } satisfies Credit)
    else if (dueDate === null) leftOut.add('no-due-date', number)
    else {
      const lines = linesOf(invoice.salesInvoiceLines ?? [], currency)
      items.push({ kind: 'invoice', ...common, open, issued: invoiceDate, due: dueDate, lines } satisfies Receivable)
    }
  }
  return items
}

/** Credit memos that are not settled, each with all it was written for: v2.0 does not say what is left. */
export function creditMemos(
  memos: Iterable<CreditMemoWire>,
  books: Books,
  leftOut: LeftOutDocuments,
): readonly Credit[] {
  const credits: Credit[] = []
  for (const memo of memos) {
    const read = commonOf(memo, memo.totalAmountIncludingTax, books, leftOut)
    if (read === null || read.minor <= 0) continue
    const { minor, currency, ...common } = read
    credits.push({ kind: 'credit', ...common, open: money(minor, currency), date: memo.creditMemoDate })
  }
  return credits
}

function commonOf(document: InvoiceWire | CreditMemoWire, amount: number, books: Books, leftOut: LeftOutDocuments) {
  const { number, currencyCode } = document
  const debtor = debtorOf(document)
  const currency = currencyOf(books, currencyCode)
  const minor = currency === null ? null : minorOf(amount, currency)
  if (debtor === '') leftOut.add('no-customer', number)
  else if (currency === null) leftOut.add('unknown-currency', number)
  else if (minor === null) leftOut.add('unreadable-amount', number)
  else {
    const [account, country] = [accountKey(books, debtor), countryOf(books, debtor)]
    return { account, number, minor, currency, company: books.scope.value, lane: null, country }
  }
  return null
}

const guids = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi

/** In an order of their own, so that nothing seems changed where only their order is. */
function linesOf(lines: readonly LineWire[], currency: Currency): readonly InvoiceLine[] {
  return lines
    .flatMap(({ description, description2, netAmountIncludingTax }): readonly InvoiceLine[] => {
      const text = [description, description2].filter((part) => part !== '').join(' ')
      const minor = minorOf(netAmountIncludingTax ?? 0, currency)
      const named = new Set(text.toLowerCase().match(guids))
      // Two of them prove nothing: nobody could say what is charged for which.
      const subscription = named.size === 1 ? ([...named][0] ?? null) : null
      if (minor === null || (minor === 0 && subscription === null)) return []
      return [{ text, amount: money(minor, currency), subscription }]
    })
    .sort(
      (a, b) =>
        compare(a.text, b.text) ||
        compare(a.subscription ?? '', b.subscription ?? '') ||
        a.amount.minor - b.amount.minor,
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
