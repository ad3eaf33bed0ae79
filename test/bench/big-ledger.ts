import type { SimulatorSeed } from '../../adapters/simulators/partner-center/seed.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'

export const customerCount = 20_000
const invoicesEach = 10

const tenantOf = (at: number) => `${at.toString(16).padStart(8, '0')}-3a0e-4f7e-9a51-6f2f6c7d0a11`
const domainOf = (at: number) => `customer-${at}.onmicrosoft.example`
const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY']

/** What the operator knows of twenty thousand customers. */
export function bigSeed(): SimulatorSeed {
  return {
    customers: Array.from({ length: customerCount }, (_, at) => ({
      id: tenantOf(at),
      name: `Customer ${at} Ltd`,
      domain: domainOf(at),
      subscriptions: [],
    })),
  }
}

const header = 'Customer No,Customer,Domain,Document No,Due Date,Currency,Open Amount'

/** Two hundred thousand open invoices of theirs, of every age up to half a year, a third of them not due yet. */
export function bigLedgerCsv(today: Day): string {
  const rows = [header]
  for (let at = 0; at < customerCount; at += 1)
    for (let each = 0; each < invoicesEach; each += 1) rows.push(invoiceRow(today, at, each))
  return rows.join('\n')
}

/** A part of the books: one invoice each of a few customers, of which something was paid. */
export function fewChangesCsv(today: Day, round: number): string {
  const some = Array.from({ length: 20 }, (_, at) => (at * 997 + round * 31) % customerCount)
  return [header, ...some.map((at) => invoiceRow(today, at, round % invoicesEach, 90 - (round % 80)))].join('\n')
}

function invoiceRow(today: Day, at: number, each: number, amount = 100 + ((at * 13 + each * 7) % 900)): string {
  const due = addDays(today, 60 - ((at * 31 + each * 17) % 180))
  return `${10_000 + at},Customer ${at} Ltd,${domainOf(at)},INV-${at}-${each},${due},${currencies[at % 5]},${amount}`
}
