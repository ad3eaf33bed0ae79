import type { SimulatorSeed } from '../../adapters/simulators/partner-center/seed.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'

const customerCount = 10_000
const invoicesEach = 10

const tenantOf = (at: number) => `${at.toString(16).padStart(8, '0')}-3a0e-4f7e-9a51-6f2f6c7d0a11`
const domainOf = (at: number) => `customer-${at}.onmicrosoft.example`
const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY']

/** What the operator knows of ten thousand customers. */
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

/** A hundred thousand open invoices of theirs, of every age up to half a year, a third of them not due yet. */
export function bigLedgerCsv(today: Day): string {
  const rows = ['Customer No,Customer,Domain,Document No,Due Date,Currency,Open Amount']
  for (let at = 0; at < customerCount; at += 1) {
    for (let each = 0; each < invoicesEach; each += 1) {
      const due = addDays(today, 60 - ((at * 31 + each * 17) % 180))
      const amount = 100 + ((at * 13 + each * 7) % 900)
      rows.push(
        `${10_000 + at},Customer ${at} Ltd,${domainOf(at)},INV-${at}-${each},${due},${currencies[at % 5]},${amount}`,
      )
    }
  }
  return rows.join('\n')
}
