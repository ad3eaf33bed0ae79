import fc from 'fast-check'
import type { Credit, OpenItem, Receivable } from '../../domain/receivables/open-item.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'
import { anInvoice, aPayment } from './builders.ts'

const currency = fc.constantFrom('CNY', 'EUR', 'JPY')
const account = fc.constantFrom('K-1001', 'K-1002')
const amount = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 10_000_000 }))

export function aDayBetween(from: Day, days: number): fc.Arbitrary<Day> {
  return fc.integer({ min: 0, max: days }).map((past) => addDays(from, past))
}

const invoiceFacts = fc.record({ account, currency, amount, due: aDayBetween('2024-12-01', 150) })
const creditFacts = fc.record({
  account,
  currency,
  amount,
  kind: fc.constantFrom('credit' as const, 'payment' as const),
})

/** Some invoices of one customer, each with a number of its own. */
export const someInvoices: fc.Arbitrary<readonly Receivable[]> = fc
  .array(invoiceFacts, { maxLength: 8 })
  .map((all) =>
    all.map(({ account, currency, amount, due }, at) =>
      anInvoice({ account, number: `INV-${at}`, open: { minor: amount, currency }, due }),
    ),
  )

export const someCredits: fc.Arbitrary<readonly Credit[]> = fc
  .array(creditFacts, { maxLength: 4 })
  .map((all) =>
    all.map(({ account, currency, amount, kind }, at) =>
      aPayment(amount, { account, number: `PAY-${at}`, open: { minor: amount, currency }, kind }),
    ),
  )

/** Some open items of one customer: invoices, credits and payments of two accounts in three currencies. */
export const someItems: fc.Arbitrary<readonly OpenItem[]> = fc
  .tuple(someInvoices, someCredits)
  .map(([invoices, credits]) => [...invoices, ...credits])

/** The same things in another order. */
export function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}
