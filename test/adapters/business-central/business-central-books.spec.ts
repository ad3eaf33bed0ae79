import assert from 'node:assert/strict'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { BooksSeed } from '../../../adapters/simulators/business-central/seed.ts'
import { company, someBooks, stopBooks } from './some-books.ts'

const customers = [
  { number: '10000', displayName: 'Contoso GmbH', country: 'DE' },
  { number: '20000', displayName: 'Fabrikam', country: 'us' },
]
const anInvoice = (number: string, total: number, changes: object = {}) => ({
  number,
  customer: '10000',
  date: '2026-01-15',
  due: '2026-02-14',
  total,
  ...changes,
})
const document = ({ account, kind, number, open }: OpenItem) =>
  `${account.slice('NIMBUS:'.length)} ${kind} ${number} ${open.currency} ${open.minor}`

async function pulled(seed: Partial<BooksSeed>, switches: object = {}) {
  const { source, simulator } = await someBooks({ customers, ...seed }, switches)
  const { items, notes, accounts } = await source.pull()
  return { documents: items.map(document), notes, accounts, items, source, simulator }
}

describe('the books of a company in Business Central', () => {
  afterEach(stopBooks)

  it('leave out drafts, cancelled and paid invoices, and keep a corrective one that is open', async () => {
    const { documents } = await pulled({
      invoices: [
        anInvoice('R-1', 10, { status: 'Draft' }),
        anInvoice('R-2', 20, { status: 'Canceled' }),
        anInvoice('R-3', 30, { status: 'Corrective' }),
        anInvoice('R-4', 40),
      ],
    })
    assert.deepEqual(documents, ['10000 invoice R-3 EUR 3000', '10000 invoice R-4 EUR 4000'])
  })

  it('charge whoever pays, not whom was sold to, and say so', async () => {
    const { documents, notes } = await pulled({ invoices: [anInvoice('R-1', 10, { billTo: '20000' })] })
    assert.deepEqual(documents, ['20000 invoice R-1 EUR 1000'])
    assert.deepEqual(notes, [
      { code: 'sums-agree', accounts: 1 },
      { code: 'billed-to-another', documents: 1 },
    ])
  })

  it('leave no document out in silence', async () => {
    const { documents, notes } = await pulled({
      invoices: [
        anInvoice('R-1', 10, { due: '0001-01-01' }),
        anInvoice('R-2', 20),
        anInvoice('R-3', 1.005, { currency: 'KWD' }),
        anInvoice('R-4', 1, { customer: '' }),
      ],
    })
    assert.deepEqual(documents, ['10000 invoice R-2 EUR 2000', '10000 invoice R-3 KWD 1005'])
    assert.deepEqual(
      notes.filter(({ code }) => code === 'left-out'),
      [
        { code: 'left-out', reason: 'no-due-date', documents: 1, numbers: ['R-1'] },
        { code: 'left-out', reason: 'no-customer', documents: 1, numbers: ['R-4'] },
      ],
    )
  })

  for (const localCurrency of ['empty', 'code'] as const)
    it(`know local currency where its code is ${localCurrency}`, async () => {
      const { documents, notes } = await pulled({ invoices: [anInvoice('R-1', 10)], local: 'CHF' }, { localCurrency })
      assert.deepEqual(documents, ['10000 invoice R-1 CHF 1000'])
      assert.deepEqual(notes, [{ code: 'sums-agree', accounts: 1 }])
    })

  it('compare nobody with the row of totals', async () => {
    const { notes } = await pulled({ invoices: [anInvoice('R-1', 10), anInvoice('R-2', 5, { customer: '20000' })] })
    assert.deepEqual(notes, [{ code: 'sums-agree', accounts: 2 }])
  })

  it('count as paid what was received and is tied to no invoice yet', async () => {
    const { source, simulator } = await pulled({ invoices: [anInvoice('R-1', 100), anInvoice('R-2', 50)] })
    simulator.pay({ customer: '10000', amount: 120.5, date: '2026-03-30' })
    const { items, notes } = await source.pull()
    assert.deepEqual(items.map(document), [
      '10000 payment unapplied EUR EUR 12050',
      '10000 invoice R-1 EUR 10000',
      '10000 invoice R-2 EUR 5000',
    ])
    assert.deepEqual(notes, [{ code: 'credits-by-difference', accounts: 1 }])
  })

  it('show credit memos each for itself where they are all that is unapplied, and as one sum where they are not', async () => {
    const memo = { number: 'G-1', customer: '10000', date: '2026-02-20', total: 30 }
    const { documents } = await pulled({ invoices: [anInvoice('R-1', 100)], memos: [memo] })
    assert.deepEqual(documents, ['10000 credit G-1 EUR 3000', '10000 invoice R-1 EUR 10000'])
    await stopBooks()
    const part = await pulled({ invoices: [anInvoice('R-1', 100)], memos: [{ ...memo, applied: 12 }] })
    assert.deepEqual(part.documents, ['10000 credit unapplied EUR EUR 1800', '10000 invoice R-1 EUR 10000'])
  })

  it('that say more than their documents are told so, the largest first, and nothing is made up', async () => {
    const many = Array.from({ length: 7 }, (_, at) => ({ number: `3000${at}`, displayName: `Old ${at}` }))
    const journal = many.map(({ number }, at) => ({ customer: number, due: '2025-12-31', amount: at + 1 }))
    const { documents, notes } = await pulled({
      customers: [...customers, ...many],
      invoices: [anInvoice('R-1', 10)],
      journal: [...journal, { customer: '10000', due: '2025-12-31', amount: 0.4 }],
    })
    assert.deepEqual(documents, ['10000 invoice R-1 EUR 1000'])
    assert.deepEqual(
      notes.map((note) => (note.code === 'books-say-more' ? [note.name, note.stated, note.ours] : note)),
      [
        ['Old 6', 700, 0],
        ['Old 5', 600, 0],
        ['Old 4', 500, 0],
        ['Old 3', 400, 0],
        ['Old 2', 300, 0],
        { code: 'books-say-more-of', accounts: 3 },
      ],
    )
  })

  it('compare nothing across currencies: open credit memos count in full there', async () => {
    const { documents, notes } = await pulled({
      rates: { USD: 0.9 },
      invoices: [anInvoice('R-1', 100, { currency: 'USD' })],
      memos: [{ number: 'G-1', customer: '10000', date: '2026-02-20', total: 30, applied: 10, currency: 'USD' }],
    })
    assert.deepEqual(documents, ['10000 credit G-1 USD 3000', '10000 invoice R-1 USD 10000'])
    assert.deepEqual(notes, [
      { code: 'sums-not-compared', accounts: 1, why: 'currencies' },
      { code: 'credits-in-full', documents: 1 },
    ])
  })

  it('hold nobody for owing in another currency who by the books owes nothing', async () => {
    const { source, simulator } = await pulled({
      rates: { USD: 0.9 },
      invoices: [anInvoice('R-1', 100, { currency: 'USD' })],
    })
    simulator.pay({ customer: '10000', amount: 100, currency: 'USD', date: '2026-03-30' })
    assert.deepEqual((await source.pull()).items.map(document), [
      '10000 payment unapplied USD USD 10000',
      '10000 invoice R-1 USD 10000',
    ])
  })

  for (const forbiddenSaid of ['401', '403', '400'] as const)
    it(`are read without their list of balances where that is kept from us (${forbiddenSaid})`, async () => {
      const memos = [{ number: 'G-1', customer: '10000', date: '2026-02-20', total: 30 }]
      const switches = { forbidden: ['agedAccountsReceivables'], forbiddenSaid }
      const { documents, notes } = await pulled({ invoices: [anInvoice('R-1', 100)], memos }, switches)
      assert.deepEqual(documents, ['10000 credit G-1 EUR 3000', '10000 invoice R-1 EUR 10000'])
      assert.deepEqual(notes, [
        { code: 'sums-not-compared', accounts: 1, why: 'not-readable' },
        { code: 'credits-in-full', documents: 1 },
      ])
    })

  it('are not believed to be empty where invoices are only kept from us', async () => {
    const { source } = await someBooks(
      { customers, invoices: [anInvoice('R-1', 100)] },
      { forbidden: ['salesInvoices'] },
    )
    await assert.rejects(source.pull(), (fault) => {
      assert(fault instanceof OutsideFault)
      assert.deepEqual([fault.facts.kind, fault.facts.code], ['unauthorised', 'nothing-shown'])
      return true
    })
  })

  it('tie each line to the one subscription it names', async () => {
    const [one, two] = ['5d000000-0000-4000-8000-000000000001', '5d000000-0000-4000-8000-000000000002']
    const lines = [
      { description: 'Business Premium', description2: one.toUpperCase(), amount: 60 },
      { description: `${one} and ${two}`, amount: 40 },
      { description: `Period 03/2026, subscription ${two}`, amount: 0, lineType: 'Comment' },
      { description: 'Thank you', amount: 0, lineType: 'Comment' },
    ]
    const { items } = await pulled({ invoices: [anInvoice('R-1', 100, { lines })] })
    const told = items.flatMap((item) => (item.kind === 'invoice' ? item.lines : []))
    assert.deepEqual(
      told.map(({ subscription, amount }) => [subscription, amount.minor]),
      [
        [null, 4000],
        [one, 6000],
        [two, 0],
      ],
    )
  })

  it('say where letters to a customer go, where the field holds exactly one address', async () => {
    const { accounts, notes } = await pulled({
      customers: [
        { number: '10000', displayName: 'Contoso GmbH', email: 'Billing@Contoso.EXAMPLE' },
        { number: '20000', displayName: 'Fabrikam', email: 'a@fabrikam.example;b@fabrikam.example' },
        { number: '30000', displayName: 'Northwind' },
      ],
      invoices: ['10000', '20000', '30000'].map((customer) => anInvoice(`R-${customer}`, 1, { customer })),
    })
    assert.deepEqual(
      accounts.map(({ number, email }) => [number, email]),
      [
        ['10000', 'Billing@contoso.example'],
        ['20000', undefined],
        ['30000', undefined],
      ],
    )
    assert.deepEqual(
      notes.filter(({ code }) => code === 'addresses-left-out'),
      [{ code: 'addresses-left-out', accounts: 1, numbers: ['20000'] }],
    )
  })

  it('go on under the name that they are known by, also once the company is called otherwise', async () => {
    const { source } = await someBooks({ customers, invoices: [anInvoice('R-1', 1)] })
    const first = await source.pull()
    assert.deepEqual([first.scope.value, first.books], ['NIMBUS', company.id])
    const again = await source.pull((books) => (books === company.id ? 'NIMBUS GMBH' : null))
    assert.deepEqual(
      [again.scope.value, again.items[0]?.company, again.accounts[0]?.key.split(':')[0], again.accounts[0]?.number],
      ['NIMBUS GMBH', 'NIMBUS GMBH', 'NIMBUS GMBH', first.accounts[0]?.number],
    )
    assert.deepEqual(again.notes.at(-1), { code: 'renamed', was: 'NIMBUS GMBH', name: 'NIMBUS' })
  })

  describe('are found by the company', () => {
    const others = { otherCompanies: ['HARBOR'] }
    for (const name of [company.name, company.displayName, company.id, 'nimbus'])
      it(`called ${name}`, async () => {
        const { source } = await someBooks(
          { customers, invoices: [anInvoice('R-1', 1)], ...others },
          {},
          { company: name },
        )
        assert.deepEqual((await source.pull()).scope, { kind: 'company', value: 'NIMBUS' })
      })
    for (const [name, code] of [
      ['Nowhere', 'no-such-company'],
      [null, 'which-company'],
    ] as const)
      it(`or not: ${code}, with those there are`, async () => {
        const { source } = await someBooks({ customers, ...others }, {}, { company: name })
        await assert.rejects(source.pull(), (fault) => {
          assert(fault instanceof OutsideFault)
          assert.deepEqual([fault.facts.code, fault.facts.description], [code, 'NIMBUS, HARBOR'])
          return true
        })
      })
  })

  it('tell whoever looks what is kept from us', async () => {
    const { source } = await someBooks({ customers }, { forbidden: ['companyInformation', 'agedAccountsReceivables'] })
    assert.deepEqual(await source.look(), {
      company: 'NIMBUS',
      currency: null,
      keptFromUs: ['companyInformation', 'agedAccountsReceivables'],
    })
  })
})
