import assert from 'node:assert/strict'
import { documents, fixture, plainList, understood } from './a-ledger.ts'

describe('the open-invoice list of', () => {
  it('Xero: title lines, month names, thousands in quotes, a paid row, credits in brackets', () => {
    const list = understood(fixture('xero-invoices'))
    assert.equal(list.asOf, '2026-03-31')
    assert.deepEqual(documents(list), [
      'NIMBUS:C-1001 | invoice | INV-0101 | 2026-02-14 | GBP | 120000',
      'NIMBUS:C-1001 | invoice | INV-0107 | 2026-03-17 | GBP | 200000',
      'NIMBUS:C-1002 | credit | CN-0009 | 2026-03-01 | USD | 5050',
      'NIMBUS:C-1002 | invoice | INV-0102 | 2026-02-19 | USD | 35050',
    ])
    assert.deepEqual(list.totals, [
      { currency: 'GBP', minor: 320000, items: 2 },
      { currency: 'USD', minor: 30000, items: 2 },
    ])
    assert.equal(list.counts.zeroRows, 1)
    assert.equal(list.accounts.find(({ number }) => number === 'C-1003')?.name, 'Northwind Traders, "West"')
    assert.deepEqual(
      list.unusedColumns.map(({ header }) => header),
      ['Reference', 'Paid'],
    )
  })

  it('Xero by age: headings name the customer, amounts stand under their age, and a row of shares', () => {
    const list = understood(fixture('xero-detail'), { currency: 'GBP' })
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso ltd | invoice | INV-0101 | 2026-02-14 | GBP | 120000',
      'NIMBUS:contoso ltd | invoice | INV-0107 | 2026-03-17 | GBP | 200000',
      'NIMBUS:fabrikam | credit | CN-1 | 2026-03-01 | GBP | 5000',
    ])
    assert.deepEqual(list.notes.at(-1), { code: 'totals-agree', totals: 3 })
  })

  it('QuickBooks by age: sections, totals that agree, a payment without a number, a footer', () => {
    const list = understood(fixture('quickbooks-detail'), { currency: 'USD' })
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso ltd | invoice | 1001 | 2026-02-25 | USD | 150000',
      'NIMBUS:contoso ltd | payment | payment 2026-03-20 USD | 2026-03-20 | USD | 25000',
      'NIMBUS:fabrikam | invoice | 1002 | 2026-03-16 | USD | 200000',
      'NIMBUS:wingtip toys, inc. | invoice | 1003 | 2026-02-27 | USD | 48000',
    ])
    assert.deepEqual(list.notes, [
      { code: 'numbers-from-names', accounts: 3 },
      { code: 'totals-agree', totals: 3 },
    ])
  })

  it('QuickBooks by customer: headings name the customer, and one is called Total', () => {
    const list = understood(fixture('quickbooks-open-invoices'), { currency: 'USD' })
    assert.deepEqual(documents(list), [
      'NIMBUS:contoso ltd | invoice | 1001 | 2026-02-25 | USD | 150000',
      'NIMBUS:contoso ltd | payment | payment 2026-03-20 USD | 2026-03-20 | USD | 25000',
      'NIMBUS:total energies se | invoice | 1002 | 2026-03-16 | USD | 200000',
    ])
    assert.deepEqual(list.notes.at(-1), { code: 'totals-agree', totals: 3 })
  })

  it('DATEV: a byte order mark, semicolons, decimal commas, day first, S/H, a total per currency', () => {
    const list = understood(fixture('datev-op-liste'))
    assert.equal(list.asOf, '2026-03-31')
    assert.deepEqual(documents(list), [
      'NIMBUS:10001 | credit | GS-2026-0003 | 2026-02-20 | EUR | 19000',
      'NIMBUS:10001 | invoice | RE-2026-0017 | 2026-02-04 | EUR | 119000',
      'NIMBUS:10002 | invoice | RE-2026-0021 | 2026-03-14 | EUR | 1190025',
      'NIMBUS:10003 | invoice | RE-2026-0022 | 2026-03-14 | CHF | 95000',
    ])
    assert.equal(list.accounts[0]?.name, 'Müller & Söhne GmbH')
    assert.deepEqual(list.notes, [{ code: 'totals-agree', totals: 2 }])
  })

  it('Lexware in Windows-1252, which is said', () => {
    const list = understood(fixture('lexware-windows-1252'))
    assert.deepEqual(
      list.accounts.map(({ name }) => name),
      ['Bäckerei Groß', 'Gärtnerei Öder'],
    )
    assert.deepEqual(list.totals, [{ currency: 'EUR', minor: 211899, items: 2 }])
    assert.deepEqual(list.notes, [{ code: 'windows-1252' }])
  })

  it('a Japanese house: whole yen, dates by year, a header that somebody names', () => {
    const list = understood(fixture('yen'), { asOf: '2026-03-31', columns: { customerNumber: '得意先コード' } })
    assert.deepEqual(documents(list), [
      'NIMBUS:T-01 | invoice | JP-001 | 2026-03-31 | JPY | 1234',
      'NIMBUS:T-02 | invoice | JP-002 | 2026-04-30 | JPY | 12500',
    ])
  })

  it('Business Central: several currencies, each with its own decimals, payments of a day as one', () => {
    const list = understood(fixture('multi-currency-credits'), { asOf: '2026-03-31' })
    assert.deepEqual(documents(list), [
      'NIMBUS:C10 | credit | SC-1 | 2026-02-01 | EUR | 23456',
      'NIMBUS:C10 | invoice | SI-1 | 2026-02-09 | EUR | 123456',
      'NIMBUS:C10 | invoice | SI-2 | 2026-03-12 | USD | 9910',
      'NIMBUS:C11 | payment | payment 2026-03-02 EUR | 2026-03-02 | EUR | 52050',
      'NIMBUS:C12 | invoice | SI-3 | 2026-03-12 | KWD | 12345',
    ])
  })

  it('one row per line, each with its own open amount', () => {
    const list = understood(fixture('lines-own'))
    const [invoice] = list.items
    assert(invoice?.kind === 'invoice')
    assert.equal(invoice.open.minor, 30000)
    assert.deepEqual(invoice.lines, [
      {
        text: 'Azure plan',
        amount: { minor: 25000, currency: 'EUR' },
        subscription: '11111111-0000-4000-8000-000000000002',
      },
      {
        text: 'Microsoft 365 E3',
        amount: { minor: 10000, currency: 'EUR' },
        subscription: '11111111-0000-4000-8000-000000000001',
      },
    ])
    assert.equal(list.accounts[0]?.tenantId, 'aaaaaaaa-0000-4000-8000-000000000001')
    assert.equal(list.totals[0]?.minor, 37500)
  })

  it('one row per line, the invoice’s open amount repeated on each', () => {
    const list = understood(fixture('lines-whole'))
    assert.deepEqual(documents(list), [
      'NIMBUS:1001 | invoice | INV-1 | 2026-03-03 | EUR | 30000',
      'NIMBUS:1002 | invoice | INV-2 | 2026-03-17 | EUR | 7500',
    ])
  })

  it('a large house: twenty thousand invoices, each read', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `K${at % 4000},R${at},2026-03-03,${at + 1}.00`)
    const list = understood(plainList(...rows))
    assert.deepEqual([list.counts.invoices, list.accounts.length, list.badRows.length], [20_000, 4000, 0])
    assert.deepEqual(list.totals, [{ currency: 'EUR', minor: 20_001_000_000, items: 20_000 }])
  })
})
