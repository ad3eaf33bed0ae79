import { countedWith } from '../agreements/standing-under.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { SendingReminder } from './reminder.ts'

/** Why a customer is not written to although invoices are past their day. */
export type Spared = 'promised' | 'disputed' | 'exempt'

/** What agreements leave nothing of; null where something is overdue that none of them covers, or nothing at all is. */
export function sparedBy({ standing, agreements }: CustomerStanding): Spared | null {
  const counted = countedWith(agreements)
  const overdue = standing.currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  if (overdue.some((one) => counted(one) > 0)) return null
  if (overdue.length === 0) return standing.currencies.some(({ disputed }) => disputed > 0) ? 'disputed' : null
  return agreements.some(({ kind }) => kind === 'exemption') ? 'exempt' : 'promised'
}

/** Whether somebody noted that the customer says to have paid: nobody is written to by the desk itself then. */
export function saysPaid({ agreements }: CustomerStanding): boolean {
  return agreements.some(({ kind }) => kind === 'paid-mark')
}

/** Whether that is news to a letter on its way: whoever pressed knew what was noted before, and the desk waits for all. */
export function saidPaidSince(
  { agreements }: CustomerStanding,
  { by, at }: Pick<SendingReminder, 'by' | 'at'>,
): boolean {
  return agreements.some(({ kind, recordedAt }) => kind === 'paid-mark' && (by === 'desk' || recordedAt > at))
}
