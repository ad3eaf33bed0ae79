import type { Day } from '../../../domain/shared/time.ts'
import { agedList, idOf } from './aged-list.ts'
import type { BooksSwitches, Resource } from './switches.ts'
import { decimal, remainingOf, type BooksWorld, type Invoice } from './world.ts'

type Entities = readonly Readonly<Record<string, unknown>>[]

/** Everything of one kind that a company holds, with all its fields as far as 12.1 and the reference name them. */
export function entitiesOf(resource: Resource, world: BooksWorld, today: Day, switches: BooksSwitches): Entities {
  const { seed } = world
  // Who may not read posted documents is shown none of them (published source: a filter, no error).
  if (switches.forbidden.includes(resource) && (resource === 'salesInvoices' || resource === 'salesCreditMemos'))
    return []
  const codeOf = (currency: string) => (currency === seed.local && switches.localCurrency === 'empty' ? '' : currency)
  const nameOf = (number: string) => seed.customers.find((one) => one.number === number)?.displayName ?? ''
  switch (resource) {
    case 'companyInformation':
      return [{ id: seed.company.id, displayName: seed.company.displayName, currencyCode: seed.local }]
    case 'customers':
      return seed.customers.map(({ number, displayName, country, email, blocked, currency = seed.local }) => ({
        id: idOf(number),
        number,
        displayName,
        country,
        blocked,
        currencyCode: codeOf(currency),
        email,
        website: '',
      }))
    case 'salesInvoices':
      return world.invoices.map((invoice) => ({
        id: idOf(invoice.number),
        number: invoice.number,
        status: statusOf(invoice),
        invoiceDate: invoice.date,
        postingDate: invoice.date,
        dueDate: invoice.due,
        customerNumber: invoice.customer,
        customerName: nameOf(invoice.customer),
        billToCustomerNumber: invoice.billTo,
        billToName: nameOf(invoice.billTo),
        currencyCode: codeOf(invoice.currency),
        totalAmountIncludingTax: decimal(invoice.total, invoice.currency),
        // A draft's is its whole amount, a cancelled one's is nothing (published source).
        remainingAmount: invoice.status === 'Canceled' ? 0 : decimal(remainingOf(invoice), invoice.currency),
        salesInvoiceLines: invoice.lines.map(({ amount, ...line }, at) => ({
          sequence: (at + 1) * 10_000,
          ...line,
          amountIncludingTax: amount,
          netAmountIncludingTax: amount,
        })),
      }))
    case 'salesCreditMemos':
      return world.memos.map((memo) => ({
        id: idOf(memo.number),
        number: memo.number,
        status: remainingOf(memo) === 0 ? 'Paid' : 'Open',
        creditMemoDate: memo.date,
        customerNumber: memo.customer,
        billToCustomerNumber: memo.customer,
        billToName: nameOf(memo.customer),
        currencyCode: codeOf(memo.currency),
        // And no remaining amount: v2.0 has none here.
        totalAmountIncludingTax: decimal(memo.total, memo.currency),
      }))
    case 'agedAccountsReceivables':
      return agedList(world, today, switches) as Entities
  }
}

function statusOf(invoice: Invoice): string {
  if (invoice.status !== 'Posted') return invoice.status
  return remainingOf(invoice) === 0 ? 'Paid' : 'Open'
}
