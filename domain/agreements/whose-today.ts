import { idToday, type CustomerDirectory } from '../customers/customer-directory.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Agreement } from './agreement.ts'

/**
 * Whose an agreement is now. What is about one invoice belongs to the invoice, and goes with its account to whoever owes it;
 * money that somebody promised, and leave that a customer was given, stay with whom it was agreed with.
 */
export function whoseToday(agreement: Agreement, directory: Pick<CustomerDirectory, 'ofAccount'>): CustomerId {
  const invoice = invoiceOf(agreement)
  const owner = invoice === null ? null : directory.ofAccount(accountOf(invoice))
  return owner?.id ?? idToday(agreement.customer, directory)
}

/** Key of the ledger account that an invoice's key (`itemKey`) begins with. */
export function accountOf(invoice: string): string {
  return invoice.replace(/\|invoice\|.*$/su, '')
}

/** Key of the one invoice that it is about; null where it is about more. */
function invoiceOf(agreement: Agreement): string | null {
  if (agreement.kind === 'dispute') return agreement.invoice
  return agreement.kind === 'exemption' && agreement.of.what === 'invoice' ? agreement.of.key : null
}
