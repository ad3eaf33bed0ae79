import type { Customer } from '../../domain/customers/customer.ts'
import type { Desk } from '../../domain/desk.ts'
import { itemKey, type Receivable } from '../../domain/receivables/open-item.ts'
import { normalise } from '../understanding/normalise.ts'

const mostFound = 5

/** Open invoices of that number, or of that key; the books of two companies may use one number. */
export async function invoicesCalled(
  said: string,
  desk: Pick<Desk, 'book' | 'ledger'>,
): Promise<readonly { readonly customer: Customer; readonly invoice: Receivable }[]> {
  const { directory } = await desk.book.today()
  const wanted = normalise(said).trim()
  const found: { customer: Customer; invoice: Receivable }[] = []
  for (const [account, items] of desk.ledger.current().items) {
    for (const { item } of items) {
      if (item.kind !== 'invoice') continue
      if (normalise(item.number) !== wanted && normalise(itemKey(item)) !== wanted) continue
      const customer = directory.ofAccount(account)
      if (customer && found.length < mostFound) found.push({ customer, invoice: item })
    }
  }
  return found
}
