import { openCustomerMailbox, type OpenCustomerMailbox } from '../adapters/customer-mail/open-customer-mailbox.ts'
import type { CustomerMailConfig } from './config/customer-mail-config.ts'

/** Where letters to customers are handed over; null where people send them. */
export function openCustomerMail(config: CustomerMailConfig | null): OpenCustomerMailbox | null {
  return config && openCustomerMailbox(config)
}
