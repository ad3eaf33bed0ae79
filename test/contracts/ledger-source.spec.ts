import assert from 'node:assert/strict'
import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { someBooks, stopBooks } from '../adapters/business-central/some-books.ts'
import { ledgerSourceContract, type BookedInvoice } from './ledger-source.contract.ts'

ledgerSourceContract('csv', async ({ customers, invoices, payments }) => {
  const open = new Map<string, BookedInvoice>(invoices.map((invoice) => [invoice.number, invoice]))
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const whose = (number: string) => {
    const found = customers.find((one) => one.number === number)
    return [number, found?.name ?? '', found?.country ?? '']
  }
  const list = () =>
    [
      'As of 2026-03-31',
      'Customer No,Customer Name,Country,Document Type,Document No,Document Date,Due Date,Open Amount,Currency,Description,Subscription Id',
      ...[...open.values()].map(({ customer, number, issued, due, open: amount, currency, text = '' }) =>
        [...whose(customer), 'Invoice', number, issued, due, amount, currency, text, idIn(text)].map(cell).join(','),
      ),
      ...payments.map(({ customer, number, date, open: amount }) =>
        [...whose(customer), 'Payment', number, date, date, amount, 'EUR', '', ''].map(cell).join(','),
      ),
      '',
    ].join('\n')
  return {
    async read() {
      const scope = { kind: 'company', value: 'NIMBUS' } as const
      const read = understandLedgerCsv(new TextEncoder().encode(list()), { scope, complete: true, decimal: 'point' })
      assert(read.kind === 'understood', JSON.stringify(read))
      return read
    },
    settle: (number) => void open.delete(number),
    payOff(number, amount) {
      const invoice = open.get(number)
      assert(invoice)
      const left = Math.round((Number(invoice.open) - Number(amount)) * 100)
      open.set(number, { ...invoice, open: (left / 100).toFixed(2) })
    },
    close: async () => undefined,
  }
})

/** A list that people keep has a column of its own for it. */
function idIn(text: string): string {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0] ?? ''
}

ledgerSourceContract('business-central', async ({ customers, invoices, payments }) => {
  const { source, simulator } = await someBooks({
    customers: customers.map(({ number, name, country }) => ({ number, displayName: name, country })),
    rates: { USD: 0.9, KWD: 3, JPY: 0.006 },
    invoices: invoices.map(({ number, customer, issued, due, currency, open, text }) => ({
      number,
      customer,
      date: issued,
      due,
      ...(currency === 'EUR' ? {} : { currency }),
      total: Number(open),
      lines: text === undefined ? [] : [{ description: text, amount: Number(open) }],
    })),
  })
  for (const { customer, open, date } of payments) simulator.pay({ customer, amount: Number(open), date })
  const paid = (number: string, amount?: string) => {
    const { customer = '', currency = 'EUR', open = '0' } = invoices.find((one) => one.number === number) ?? {}
    simulator.pay({ customer, currency, amount: Number(amount ?? open), date: '2026-03-30', for: number })
  }
  return { read: () => source.pull(), settle: (number) => paid(number), payOff: paid, close: stopBooks }
})
