import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { LedgerReading } from '../../domain/ports/ledger-source.ts'
import { foldImports } from '../../domain/receivables/apply-import.ts'
import { inScope } from '../../domain/receivables/import-scope.ts'
import type { LedgerImport } from '../../domain/receivables/ledger-import.ts'
import { itemKey, type OpenItem } from '../../domain/receivables/open-item.ts'
import { minorDigits } from '../../domain/shared/money.ts'
import type { Day } from '../../domain/shared/time.ts'

/** An invoice as it stands in the books; `open` as a person would write it. */
export interface BookedInvoice {
  readonly number: string
  readonly customer: string
  readonly issued: Day
  readonly due: Day
  readonly currency: string
  readonly open: string
  readonly text?: string
}

/** Money that was received and tied to no invoice, in local currency. */
export interface BookedPayment {
  readonly number: string
  readonly customer: string
  readonly date: Day
  readonly open: string
}

export interface SomeBooks {
  readonly customers: readonly { readonly number: string; readonly name: string; readonly country: string }[]
  readonly invoices: readonly BookedInvoice[]
  readonly payments: readonly BookedPayment[]
}

/** The books of Nimbus, in euros, as one source gives them on 31 March 2026. */
export interface OpenedBooks {
  read(): Promise<LedgerReading>
  /** An invoice is paid in full. */
  settle(number: string): void
  /** Part of an invoice is paid. */
  payOff(number: string, amount: string): void
  close(): Promise<void>
}

const subscription = '5d000000-0000-4000-8000-000000000007'
const anInvoice = (changes: Partial<BookedInvoice> = {}): BookedInvoice => ({
  number: 'R-1',
  customer: '10000',
  issued: '2026-01-15',
  due: '2026-02-14',
  currency: 'EUR',
  open: '100.00',
  ...changes,
})

const books: SomeBooks = {
  customers: [
    { number: '10000', name: 'Contoso GmbH', country: 'DE' },
    { number: '20000', name: 'Fabrikam, Inc.', country: 'US' },
    { number: '30000', name: '山田商事 "Tokyo"', country: 'JP' },
    { number: '40000', name: 'Paid Up Ltd', country: 'GB' },
  ],
  invoices: [
    anInvoice({ number: 'R-1', open: '1.15', text: `Seats, ${subscription.toUpperCase()}` }),
    anInvoice({ number: 'R-2', open: '999999999.99', due: '2026-04-30' }),
    anInvoice({ number: 'R-3', customer: '20000', currency: 'USD', open: '0.07', text: 'Microsoft 365 E3' }),
    anInvoice({ number: 'R-4', customer: '20000', currency: 'KWD', open: '12.345' }),
    anInvoice({ number: 'R-5', customer: '30000', currency: 'JPY', open: '1234567' }),
    anInvoice({ number: 'R-6', customer: '40000', open: '80.00' }),
  ],
  payments: [{ number: 'P-1', customer: '10000', date: '2026-03-02', open: '50.01' }],
}

/** What every source of the ledger promises, whether the desk reads it or a person brings it. */
export function ledgerSourceContract(name: string, open: (books: SomeBooks) => Promise<OpenedBooks>): void {
  describe(`ledger source ${name}`, () => {
    let opened: OpenedBooks
    const reading = async (changes: Partial<SomeBooks> = {}): Promise<LedgerReading> => {
      opened = await open({ ...books, ...changes })
      return opened.read()
    }
    afterEach(() => opened.close())

    it('gives each open invoice once, with what is left of it in its own currency and whole minor units', async () => {
      const { items } = await reading()
      assert.deepEqual(items.flatMap(asInvoice), [
        '10000 R-1 2026-01-15 2026-02-14 EUR 115',
        '10000 R-2 2026-01-15 2026-04-30 EUR 99999999999',
        '20000 R-3 2026-01-15 2026-02-14 USD 7',
        '20000 R-4 2026-01-15 2026-02-14 KWD 12345',
        '30000 R-5 2026-01-15 2026-02-14 JPY 1234567',
        '40000 R-6 2026-01-15 2026-02-14 EUR 8000',
      ])
      assert.equal(new Set(items.map(itemKey)).size, items.length)
      assert.deepEqual(
        items.filter(({ open: { minor } }) => !(Number.isSafeInteger(minor) && minor > 0)),
        [],
      )
    })

    it('takes off what was paid in part, and leaves out what was paid in full', async () => {
      await reading()
      opened.settle('R-6')
      opened.payOff('R-2', '999999999.98')
      const { items, accounts } = await opened.read()
      assert.deepEqual(
        items.flatMap(asInvoice).filter((each) => /R-[26]/.test(each)),
        ['10000 R-2 2026-01-15 2026-04-30 EUR 1'],
      )
      // Whether the number of somebody who owes nothing any more is still told is the source's own affair.
      assert(accounts.every(({ number }) => number !== '' && books.customers.some((one) => one.number === number)))
    })

    it('gives what was received and tied to no invoice as credit of that customer alone', async () => {
      const { items } = await reading()
      const credits = items.filter(({ kind }) => kind !== 'invoice')
      assert.deepEqual(
        credits.map(({ account, open: { minor, currency } }) => [account, minor, currency]),
        [['NIMBUS:10000', 50_01, 'EUR']],
      )
    })

    it('speaks for one company, wholly, and every item says so', async () => {
      const { scope, complete, items, kept } = await reading()
      assert.deepEqual([scope, complete, kept], [{ kind: 'company', value: 'NIMBUS' }, true, []])
      assert.deepEqual(
        items.filter((item) => !inScope(item, scope)),
        [],
      )
    })

    it('calls accounts by the company and the books’ own number, and tells whose they are', async () => {
      const { accounts, items } = await reading()
      const told = new Map(accounts.map(({ key, number, name, country }) => [key, [number, name, country]]))
      assert.equal(told.size, accounts.length)
      assert.deepEqual([...told].sort(), [
        ['NIMBUS:10000', ['10000', 'Contoso GmbH', 'DE']],
        ['NIMBUS:20000', ['20000', 'Fabrikam, Inc.', 'US']],
        ['NIMBUS:30000', ['30000', '山田商事 "Tokyo"', 'JP']],
        ['NIMBUS:40000', ['40000', 'Paid Up Ltd', 'GB']],
      ])
      assert.deepEqual(
        items.filter(({ account }) => !told.has(account)),
        [],
      )
    })

    it('names a subscription only where its own id stands there', async () => {
      const { items } = await reading()
      const named = items.flatMap((item) =>
        item.kind === 'invoice' ? item.lines.map((line) => [item.number, line.subscription]) : [],
      )
      assert.deepEqual(named, [
        ['R-1', subscription],
        ['R-3', null],
      ])
    })

    it('is of a day that has come, and says the same when it is read again', async () => {
      const first = await reading()
      assert.equal(first.asOf, '2026-03-31')
      assert.deepEqual(await opened.read(), first)
    })

    it('does not depend on the order in which the books keep their documents', async () => {
      const first = await reading()
      await opened.close()
      const other = await reading({ invoices: books.invoices.toReversed(), customers: books.customers.toReversed() })
      assert.deepEqual(sorted(other), sorted(first))
    })

    it('closes in the ledger what was paid since, and nothing else', async () => {
      const first = await reading()
      opened.settle('R-3')
      const second = await opened.read()
      const ledger = foldImports([asImport(first, 'L-1'), asImport(second, 'L-2')])
      const before = first.items.map(itemKey).sort()
      const after = [...ledger.items.values()].flat().map(({ item }) => itemKey(item))
      assert.deepEqual(
        before.filter((key) => !after.includes(key)),
        ['NIMBUS:20000|invoice|R-3'],
      )
      assert.equal(after.length, before.length - 1)
    })

    it('loses no cent of whatever is open', async () => {
      const currencies = ['EUR', 'USD', 'JPY', 'KWD']
      const amounts = fc.array(fc.tuple(fc.constantFrom(...currencies), fc.integer({ min: 1, max: 10 ** 12 })), {
        minLength: 1,
        maxLength: 40,
      })
      await fc.assert(
        fc.asyncProperty(amounts, async (all) => {
          const invoices = all.map(([currency, minor], at) => {
            const number = `R-${String(at).padStart(3, '0')}`
            return anInvoice({ number, customer: '20000', currency, open: written(minor, currency) })
          })
          const { items } = await reading({ invoices, payments: [] })
          const found = items.flatMap((item) => (item.kind === 'invoice' ? [item.open] : []))
          await opened.close()
          assert.deepEqual(
            found.map(({ currency, minor }) => [currency, minor]),
            all,
          )
        }),
        { numRuns: 12 },
      )
    })
  })
}

/** A whole number of minor units as a decimal: 115 euro cents are `1.15`. */
function written(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function asInvoice(item: OpenItem): readonly string[] {
  if (item.kind !== 'invoice') return []
  const { account, number, issued, due, open } = item
  return [[account.replace(/^NIMBUS:/, ''), number, issued, due, open.currency, open.minor].join(' ')]
}

function sorted({ items, accounts, ...rest }: LedgerReading) {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return { ...rest, items: items.toSorted(byText), accounts: accounts.toSorted(byText) }
}

function asImport(reading: LedgerReading, id: string): LedgerImport {
  const { scope, complete, asOf, accounts, items, kept, closed } = reading
  return { id, scope, complete, asOf, accounts, items, kept, closed, matches: [] }
}
