import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { FinalNotice } from '../../../domain/policy/final-notice.ts'
import type { Ledger } from '../../../domain/receivables/ledger.ts'
import { createStandingBook, openBooks } from '../../../domain/receivables/standing-book.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import { addDays, startOfDay, type Instant } from '../../../domain/shared/time.ts'
import { someInvoices } from '../../kit/arbitraries.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  aNotice,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aPolicy,
  contoso,
  fabrikam,
  morning,
  today,
} from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { runs } from '../../kit/runs.ts'

const fabrikamCn = anOperatorCustomer({ tenantId: fabrikam, name: 'Fabrikam 中国', domain: 'fabrikam.cn' })
const customers = [anOperatorCustomer(), fabrikamCn]

function open(
  ledger: Ledger,
  notices: readonly FinalNotice[] = [],
  operators: readonly OperatorCustomer[] = customers,
) {
  return openBooks({ day: today, ledger, operators, confirmed: [], notices, agreements: [], policy: aPolicy() })
}

describe('the books of a day', () => {
  it('tell of each customer what they owe, what the policy calls for, and how old the data is', () => {
    const of = open(aLedger(), [aNotice()]).of(contoso)
    assert.equal(of?.customer.name, 'Contoso 中国')
    assert.equal(of.standing.currencies[0]?.overdue, 4_820_000)
    assert.equal(of.finding.stage, 'suspend')
    assert.deepEqual(of.notices, [aNotice()])
    assert.equal(of.ledgerAsOf, '2025-03-30')
  })

  it('know a customer without items, and nobody else', () => {
    const books = open(aLedger())
    assert.deepEqual(books.of(fabrikam)?.standing, { day: today, currencies: [] })
    assert.equal(books.of('nobody'), null)
    assert.deepEqual(
      books.withItems.map(({ customer }) => customer.id),
      [contoso],
    )
  })

  it('add up the accounts of one customer, and leave another’s alone', () => {
    const ledger = aLedger({
      accounts: [anAccount(), anAccount({ key: 'K-2' }), anAccount({ key: 'K-3' })],
      items: [anInvoice(), anInvoice({ account: 'K-2' }), anInvoice({ account: 'K-3' })],
      matches: [aMatch(), aMatch({ account: 'K-2' }), aMatch({ account: 'K-3', tenantId: fabrikam })],
    })
    const books = open(ledger)
    assert.equal(books.of(contoso)?.standing.currencies[0]?.overdue, 9_640_000)
    assert.equal(books.of(fabrikam)?.standing.currencies[0]?.overdue, 4_820_000)
  })

  it('a payment in one account counts against the customer’s oldest debt in another', () => {
    const ledger = aLedger({
      accounts: [anAccount(), anAccount({ key: 'K-2' })],
      items: [anInvoice(), aPayment(4_820_000, { account: 'K-2' })],
      matches: [aMatch(), aMatch({ account: 'K-2' })],
    })
    assert.equal(open(ledger, [aNotice()]).of(contoso)?.finding.stage, 'clear')
  })

  it('a notice given to one customer is not given to another', () => {
    const ledger = aLedger({ matches: [aMatch({ tenantId: fabrikam })] })
    const of = open(ledger, [aNotice()]).of(fabrikam)
    assert.deepEqual([of?.finding.stage, of?.notices], ['final-notice', []])
  })

  it('the data is as old as its oldest part, whichever comes first', () => {
    const items = new Map([
      ['K-1001', [{ item: anInvoice(), asOf: '2025-03-20' } as const]],
      [
        'K-2',
        [
          { item: anInvoice({ account: 'K-2' }), asOf: '2025-03-10' } as const,
          { item: anInvoice({ account: 'K-2', number: 'INV-2' }), asOf: '2025-03-30' } as const,
        ],
      ],
    ])
    const accounts = [anAccount(), anAccount({ key: 'K-2' })]
    const ledger = { ...aLedger({ accounts, matches: [aMatch(), aMatch({ account: 'K-2' })] }), items }
    assert.equal(open(ledger).of(contoso)?.ledgerAsOf, '2025-03-10')
  })

  it('a known account without items is as old as the newest list; without an account the ledger says nothing', () => {
    const books = open(aLedger({ items: [] }))
    assert.equal(books.of(contoso)?.ledgerAsOf, '2025-03-30')
    assert.equal(books.of(fabrikam)?.ledgerAsOf, null)
  })
})

describe('the standing book', () => {
  let store: DeskStore
  let now: Instant
  let ledger: Ledger
  let operators: { revision: number; customers: () => readonly OperatorCustomer[]; readAt: () => Instant }
  beforeEach(() => {
    store = memoryStore()
    now = morning
    ledger = aLedger()
    operators = { revision: 1, customers: () => customers, readAt: () => morning }
  })
  const book = (from = store) =>
    createStandingBook({ ledger: () => ledger, operators, store: from, policy: aPolicy(), now: () => now })

  it('gives the same value until something changes', async () => {
    const mine = book()
    assert.equal(await mine.today(), await mine.today())
  })

  const changes: Readonly<Record<string, () => Promise<void> | void>> = {
    'the ledger': () => void (ledger = aLedger({ items: [] })),
    'the operators’ customers': () =>
      void (operators = Object.assign(operators, { revision: 2, customers: () => customers.slice(1) })),
    'a confirmed match': () =>
      store.commit({ save: [{ kind: 'match', id: 'K-1001', value: aMatch({ how: 'confirmed' }), basedOn: null }] }),
    'a final notice': () =>
      store.commit({ save: [{ kind: 'final-notice', id: 'n-1', value: aNotice(), basedOn: null }] }),
    'the day': () => void (now = '2025-03-31T16:00:00.000Z'),
  }
  for (const [what, change] of Object.entries(changes))
    it(`gives another value when it changes: ${what}`, async () => {
      const mine = book()
      const before = await mine.today()
      await change()
      assert.notEqual(await mine.today(), before)
    })

  it('hears of a changed match, not only of a new one', async () => {
    const mine = book()
    await store.commit({ save: [{ kind: 'match', id: 'K-1001', value: aMatch(), basedOn: null }] })
    assert.equal((await mine.today()).directory.ofAccount('K-1001')?.id, contoso)
    const value = aMatch({ tenantId: fabrikam, how: 'confirmed' })
    await store.commit({ save: [{ kind: 'match', id: 'K-1001', value, basedOn: 1 }] })
    assert.equal((await mine.today()).directory.ofAccount('K-1001')?.id, fabrikam)
  })

  it('turns the page at midnight where the partner is', async () => {
    const mine = book()
    now = '2025-03-31T15:59:59.999Z'
    assert.equal((await mine.today()).day, '2025-03-31')
    now = '2025-03-31T16:00:00.000Z'
    assert.equal((await mine.today()).day, '2025-04-01')
  })

  it('that looked ahead says tomorrow what one that did not says, whatever came in between', async () => {
    const mine = book()
    await mine.today()
    let pauses = 0
    await mine.lookAhead(async () => void (pauses += 1))
    assert.equal((await mine.today()).day, '2025-03-31', 'tomorrow is not today')
    await store.commit({ save: [{ kind: 'final-notice', id: 'n-1', value: aNotice(), basedOn: null }] })
    now = '2025-03-31T16:00:00.000Z'
    const [ahead, fresh] = [await mine.today(), await book().today()]
    assert.deepEqual([ahead.day, ahead.withItems], ['2025-04-01', fresh.withItems])
    assert.equal(ahead.of(contoso)?.notices.length, 1)
    assert.equal(pauses, 1)
  })

  it('misses no day: who was away reads the same last page as who read each one', async () => {
    const history = fc.record({
      invoices: someInvoices,
      noticedOn: fc.integer({ min: 0, max: 100 }),
      away: fc.integer({ min: 1, max: 90 }),
    })
    await fc.assert(
      fc.asyncProperty(history, async ({ invoices, noticedOn, away }) => {
        ledger = aLedger({
          accounts: [anAccount(), anAccount({ key: 'K-1002' })],
          items: invoices,
          matches: [aMatch(), aMatch({ account: 'K-1002' })],
        })
        const first = addDays('2025-01-01', noticedOn)
        const own = memoryStore()
        const value = aNotice({
          givenOn: first,
          deadline: addDays(first, 10),
          invoices: invoices.map(({ account, number }) => `${account}|invoice|${number}`),
        })
        await own.commit({ save: [{ kind: 'final-notice', id: 'n-1', value, basedOn: null }] })
        const daily = book(own)
        for (let past = 0; past <= away; past += 1) {
          now = startOfDay(addDays(first, past), 'Asia/Shanghai')
          await daily.today()
        }
        const [read, fresh] = [(await daily.today()).of(contoso), (await book(own).today()).of(contoso)]
        assert.deepEqual(read, fresh)
        assert.equal(read?.standing.day, addDays(first, away))
      }),
      { ...runs, numRuns: 50 },
    )
  })
})
