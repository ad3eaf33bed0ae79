import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { harmlessCell, overdueCsv } from '../../../dialogs/overdue/overdue-csv.ts'
import { aCustomer, anInvoice, anOperatorCustomer, aPayment, eur, owing, today } from '../../kit/builders.ts'

const named = (name: string) => aCustomer({ operator: anOperatorCustomer({ name }) })
const csv = (...args: Parameters<typeof owing>) => overdueCsv([owing(...args)], today, () => null)

const read = (text: string): readonly Record<string, string>[] => parse(text, { columns: true })

describe('who is overdue, as a file', () => {
  it('has a row for each customer and currency: ISO days, plain amounts, and no byte order mark', () => {
    const items = [
      anInvoice(),
      anInvoice({ number: 'INV-2', ...eur(5), due: '2025-03-30' }),
      anInvoice({ number: 'INV-3', open: { minor: 1_234_567, currency: 'JPY' }, due: '2025-01-20' }),
      aPayment(20_000),
    ]
    const text = overdueCsv([owing({ items })], today, () => 'Mei')
    assert.deepEqual(text.split('\r\n'), [
      'day,customer,customer_id,operator,domain,accounts,owner,currency,overdue,balance,oldest_days_past_due,' +
        'overdue_1_30,overdue_31_60,overdue_61_90,overdue_over_90,stage,ledger_as_of',
      '2025-03-31,"Contoso 中国","5f3c1d6e-0000-4000-8000-00000000c001",china,"contoso.cn","K-1001","Mei","CNY",' +
        '48000.00,48000.00,70,0.00,0.00,48000.00,0.00,suspend,2025-03-30',
      '2025-03-31,"Contoso 中国","5f3c1d6e-0000-4000-8000-00000000c001",china,"contoso.cn","K-1001","Mei","EUR",' +
        '0.05,0.05,1,0.05,0.00,0.00,0.00,suspend,2025-03-30',
      '2025-03-31,"Contoso 中国","5f3c1d6e-0000-4000-8000-00000000c001",china,"contoso.cn","K-1001","Mei","JPY",' +
        '1234567,1234567,70,0,0,1234567,0,suspend,2025-03-30',
      '',
    ])
  })

  for (const begins of ['=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '\t=', '\u00a0='])
    it(`puts an apostrophe before what begins with ${JSON.stringify(begins)}`, () => {
      const name = `${begins}HYPERLINK("https://evil.example","a")`
      const harmless = `'${name.replace('\t=', "\t'=")}`
      assert.equal(harmlessCell(name), harmless)
      assert.equal(read(csv({ customer: named(name) }))[0]?.['customer'], harmless)
    })

  for (const separator of [';', ';"', '; "', '\t', '\n'])
    it(`puts one before a formula that stands behind ${JSON.stringify(separator)} as well`, () => {
      const name = `Foo${separator}=HYPERLINK("https://evil.example","a")`
      assert.equal(harmlessCell(name), name.replace('=', "'="))
    })

  it('is no formula where a spreadsheet splits at semicolons and knows no quotes inside a cell', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@;" aé') }), (name) => {
        const [, row = ''] = csv({ customer: named(`a${name}`) }).split('\r\n')
        for (const cell of row.split(';').slice(1)) assert.doesNotMatch(cell, /^[\s"]*[=+\-@]/)
      }),
    ))

  it('leaves other names as they are', () => {
    for (const name of ['Contoso', "'t Hart", '3M', 'A=B', 'Müller & Söhne', 'A; B - C', '台灣大數據'])
      assert.equal(harmlessCell(name), name)
  })

  it('is read back cell by cell, whatever somebody is called, and no cell of text is a formula', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'=+-@\t\r\n",; aé中\'0') }), (name) => {
        const rows = read(csv({ customer: named(name) }))
        const cell = rows[0]?.['customer'] ?? ''
        assert.equal(rows.length, 1)
        assert.equal(cell.replaceAll("'", ''), name.replaceAll("'", ''))
        assert.doesNotMatch(cell, /^[\s\0]*[=+\-@]|^[\t\r\n]/u)
      }),
    ))
})
