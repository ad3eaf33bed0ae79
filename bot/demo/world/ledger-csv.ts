import { addDays, type Day } from '../../../domain/shared/time.ts'
import { subscriptionId } from './operator-seed.ts'
import type { DemoCustomer, Habit } from './customers.ts'

/** Due days of open invoices, counted back from today, oldest first. */
const dueDaysAgo: Readonly<Record<Habit, readonly number[]>> = {
  paid: [],
  punctual: [-12],
  late: [4, -20],
  reminded: [16, -14],
  final: [38, 8],
  suspendable: [75, 44, 13],
  unwarned: [61, 30],
  'part-paid': [82, 21],
}

/** Every fourth customer has none, as in most books. */
const accountManagers = ['Mei', 'Wang', 'Mei', '']

const header =
  'Customer No,Customer,Domain,Account Manager,Document No,Type,Date,Due Date,Currency,Open Amount,Description,Line Amount,Subscription ID'

/**
 * The open items of the demo's customers as an accounting system would export them yesterday evening: one row for
 * each invoice line, and unallocated payments of those who paid in part.
 */
export function demoLedgerCsv(customers: readonly DemoCustomer[], today: Day): string {
  const rows = customers.flatMap((customer) => [
    ...dueDaysAgo[customer.habit].flatMap((ago, at) =>
      invoice(customer, addDays(today, -ago - (at === 0 ? customer.behind : 0)), at),
    ),
    ...(customer.habit === 'part-paid' ? [payment(customer, addDays(today, -3))] : []),
  ])
  return [`Open items as of ${addDays(today, -1)}`, '', header, ...rows, ''].join('\n')
}

/** Two lines where there are two subscriptions, so that it shows which of them is unpaid. */
function invoice(customer: DemoCustomer, due: Day, at: number): readonly string[] {
  const { number, monthly, seats } = customer
  const document = `INV-${number}-${at + 1}`
  const second = seats > 40 && at === 0 ? Math.round(monthly / 5) : 0
  const line = (text: string, amount: number, which: 1 | 2) =>
    row(customer, [document, 'Invoice', addDays(due, -30), due], monthly, [
      text,
      amount.toFixed(2),
      subscriptionId(customer, which),
    ])
  return [line('Seats', monthly - second, 1), ...(second > 0 ? [line('Mailboxes', second, 2)] : [])]
}

function payment(customer: DemoCustomer, on: Day): string {
  return row(customer, [`PAY-${customer.number}`, 'Payment', on, on], -Math.round(customer.monthly * 0.9), [
    'Payment on account',
    '',
    '',
  ])
}

function row(
  { number, name, ledgerName, domain, currency }: DemoCustomer,
  document: readonly string[],
  open: number,
  line: readonly string[],
): string {
  const account = ledgerName === null ? [number, name, domain] : [number, ledgerName, '']
  const manager = accountManagers[Number(number) % accountManagers.length] ?? ''
  return [...account, manager, ...document, currency, open.toFixed(2), ...line].join(',')
}
