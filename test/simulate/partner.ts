import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { LedgerImport } from '../../domain/receivables/ledger-import.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'
import { anAccount, aMatch, anInvoice, anOperatorCustomer, aPayment } from '../kit/builders.ts'
import type { Chance } from './chance.ts'

/** What is really open at the partner's customers, whatever the desk knows of it. */
export interface Partner {
  readonly operators: readonly OperatorCustomer[]
  /** Bills, payments in any order, and credits of one day. Answers how many payments came. */
  live(day: Day): number
  /** The books as they were that evening: everything open. */
  export(day: Day): LedgerImport
}

const currencies = ['CNY', 'EUR', 'JPY']

/** Customers who pay at once, late, in part, or never, in one to three currencies. */
export function aPartner(count: number, chance: Chance): Partner {
  const customers = Array.from({ length: count }, (_, at) => ({
    account: anAccount({ key: `K-${at}`, number: `K-${at}`, name: `Customer ${at}` }),
    tenantId: `tenant-${at}`,
    currencies: currencies.slice(0, chance.happens(0.1) ? 3 : chance.happens(0.2) ? 2 : 1),
    /** Of each open invoice, each day. */
    pays: chance.oneOf([0.2, 0.05, 0.02, 0.005]),
    items: [] as OpenItem[],
  }))
  let numbers = 0

  function bill(customer: (typeof customers)[number], day: Day): OpenItem {
    const open = { minor: chance.between(1, 9_000_00), currency: chance.oneOf(customer.currencies) }
    const number = `INV-${(numbers += 1)}`
    const due = addDays(day, chance.between(0, 45))
    return anInvoice({ account: customer.account.key, number, open, issued: day, due, company: 'X' })
  }

  /** What is left after a payment: the invoice less of it, or the payment beside it, as books do it. */
  function pay(item: OpenItem, day: Day): readonly OpenItem[] {
    const minor = chance.happens(0.7) ? item.open.minor : chance.between(1, item.open.minor)
    const paid = { minor, currency: item.open.currency }
    if (chance.happens(0.15)) {
      const payment = { account: item.account, number: `PAY-${(numbers += 1)}`, open: paid, date: day, company: 'X' }
      return [item, aPayment(minor, payment)]
    }
    if (minor === item.open.minor) return []
    return [{ ...item, open: { ...paid, minor: item.open.minor - minor } }]
  }

  return {
    operators: customers.map(({ tenantId, account }) =>
      anOperatorCustomer({ tenantId, name: account.name, domain: `${tenantId}.cn` }),
    ),
    live(day) {
      let payments = 0
      for (const customer of customers) {
        customer.items = customer.items.flatMap((item) => {
          // Books allocate what was paid sooner or later.
          if (item.kind !== 'invoice') return chance.happens(0.1) ? [] : [item]
          if (!chance.happens(customer.pays)) return [item]
          payments += 1
          return pay(item, day)
        })
        if (chance.happens(1 / 25)) customer.items.push(bill(customer, day))
      }
      return payments
    },
    export: (day) => ({
      id: 'L-1',
      scope: { kind: 'company', value: 'X' },
      complete: true,
      asOf: day,
      kept: [],
      closed: [],
      accounts: customers.map(({ account }) => account),
      items: customers.flatMap(({ items }) => items),
      matches: customers.map(({ account, tenantId }) => aMatch({ account: account.key, tenantId, name: account.name })),
    }),
  }
}
