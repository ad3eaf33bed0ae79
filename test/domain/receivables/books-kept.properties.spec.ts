import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Match, OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { FinalNotice } from '../../../domain/policy/final-notice.ts'
import { applyImport } from '../../../domain/receivables/apply-import.ts'
import { keptFrom, knownAlready } from '../../../domain/receivables/known-already.ts'
import { emptyLedger, type Ledger } from '../../../domain/receivables/ledger.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { openBooks, type BookFacts, type BooksOfDay } from '../../../domain/receivables/standing-book.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import {
  aLedger,
  aMatch,
  anAccount,
  aNotice,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aPolicy,
} from '../../kit/builders.ts'
import { aDispute, aPromise, debtOf } from '../../kit/agreements.ts'
import { runs } from '../../kit/runs.ts'

const start: Day = '2025-03-31'
const accounts = ['K-1', 'K-2', 'K-3', 'K-4']
const tenants = ['t-1', 't-2', 't-3']
const strict = aPolicy({ rungs: aPolicy().rungs.map((rung) => ({ ...rung, daysPastDue: 1 })) })

const account = fc.constantFrom(...accounts)
const tenant = fc.constantFrom(...tenants)
const amount = fc.constantFrom(100, 100_000, 9_000_000)
const item = fc.record({
  account,
  number: fc.constantFrom('1', '2', '3'),
  amount,
  currency: fc.constantFrom('CNY', 'EUR'),
  due: fc.integer({ min: -40, max: 120 }).map((past) => addDays(start, -past)),
  paid: fc.boolean(),
})

/** Anything that may happen between two questions, and who asks afterwards: for all of it, for one customer, or nobody. */
const step = fc.record({
  happens: fc.oneof(
    fc.record({
      kind: fc.constant('import' as const),
      items: fc.uniqueArray(item, { maxLength: 6, selector: (one) => `${one.account}|${one.paid}|${one.number}` }),
      complete: fc.boolean(),
      old: fc.constantFrom(0, 0, 1),
      renamed: fc.option(account),
      matched: fc.array(fc.tuple(account, tenant), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('notice' as const), customer: tenant, after: fc.integer({ min: 0, max: 20 }) }),
    fc.record({
      kind: fc.constant('dispute' as const),
      customer: tenant,
      account,
      until: fc.option(fc.integer({ min: -2, max: 30 })),
    }),
    fc.record({ kind: fc.constant('taken-back' as const), what: fc.constantFrom('notices', 'agreements') }),
    fc.record({ kind: fc.constant('match' as const), account, tenant }),
    fc.record({
      kind: fc.constant('operators' as const),
      known: fc.subarray(tenants),
      suffix: fc.constantFrom('', ' Ltd'),
    }),
    fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 1, 30, -1) }),
    fc.record({ kind: fc.constant('policy' as const), strict: fc.boolean() }),
  ),
  asks: fc.constantFrom('everything', 'everything', ...tenants, 'nobody'),
})
type Happens = typeof step extends fc.Arbitrary<infer Step extends { happens: unknown }> ? Step['happens'] : never

const operatorsOf = (known: readonly string[], suffix = ''): readonly OperatorCustomer[] =>
  known.map((tenantId) => anOperatorCustomer({ tenantId, name: `${tenantId}${suffix}`, domain: `${tenantId}.cn` }))

function importOf(
  { items, complete, renamed, matched }: Extract<Happens, { kind: 'import' }>,
  asOf: Day,
): LedgerImport {
  return {
    id: 'I-1',
    scope: { kind: 'company', value: 'X' },
    complete,
    asOf,
    kept: [],
    closed: [],
    accounts: accounts.map((key) => anAccount({ key, number: key, name: renamed === key ? 'Renamed' : key })),
    items: items.map(({ account, number, amount: minor, currency, due, paid }) =>
      paid
        ? aPayment(minor, { account, number, open: { minor, currency }, company: 'X' })
        : anInvoice({ account, number, open: { minor, currency }, due, company: 'X' }),
    ),
    matches: [...new Map(matched)].map(([of, tenantId]) => aMatch({ account: of, tenantId })),
  }
}

/** As the desk does it. */
function imported(ledger: Ledger, incoming: LedgerImport): Ledger {
  return keptFrom(ledger, applyImport(ledger, knownAlready(incoming, ledger)))
}

function after(facts: BookFacts, happens: Happens, at: number): BookFacts {
  const { day, ledger, confirmed, notices, agreements } = facts
  switch (happens.kind) {
    case 'import':
      return { ...facts, ledger: imported(ledger, importOf(happens, addDays(day, -happens.old))) }
    case 'notice': {
      const invoices = accounts.flatMap((of) => ['1', '2', '3'].map((number) => `${of}|invoice|${number}`))
      const { customer } = happens
      const given: FinalNotice = { ...aNotice(), id: `n-${at}`, customer, givenOn: day, deadline: day, invoices }
      return { ...facts, notices: [...notices, { ...given, deadline: addDays(day, happens.after) }] }
    }
    case 'dispute': {
      const { customer, account: of, until } = happens
      const dispute = aDispute({ id: `A-${at}`, customer, invoice: `${of}|invoice|1`, number: '1', amount: null })
      const debt = [{ key: `${of}|invoice|1`, left: 100_000 }]
      const promise = aPromise({ id: `A-${at}`, customer, debt, day: addDays(day, until ?? 0), asOf: day })
      return { ...facts, agreements: [...agreements, until === null ? dispute : promise] }
    }
    case 'taken-back':
      return { ...facts, [happens.what]: facts[happens.what].slice(1) }
    case 'match': {
      const match: Match = aMatch({ account: happens.account, tenantId: happens.tenant, how: 'confirmed' })
      return { ...facts, confirmed: [...confirmed.filter((one) => one.account !== match.account), match] }
    }
    case 'operators':
      return { ...facts, operators: operatorsOf(happens.known, happens.suffix) }
    case 'days':
      return { ...facts, day: addDays(day, happens.days) }
    case 'policy':
      return { ...facts, policy: happens.strict ? strict : aPolicy() }
  }
}

/** All that can be asked of books, in any order. */
function told(books: BooksOfDay): object {
  const { day, directory, ledgerAsOf, withItems } = books
  return {
    day,
    ledgerAsOf,
    withItems,
    all: directory.all,
    each: directory.all.map(({ id }) => books.of(id)),
    owners: accounts.map((key) => directory.ofAccount(key)),
    unknown: [...tenants, 'nobody'].map((id) => books.of(id)),
  }
}

describe('books kept from one question to the next', () => {
  it('say after any history what books worked out from scratch say', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (history) => {
        let facts: BookFacts = {
          day: start,
          ledger: emptyLedger,
          operators: operatorsOf(tenants),
          confirmed: [],
          notices: [],
          agreements: [],
          policy: aPolicy(),
        }
        let kept: BooksOfDay | null = null
        for (const [at, { happens, asks }] of history.entries()) {
          facts = after(facts, happens, at)
          kept = openBooks(facts, kept)
          if (asks === 'everything') assert.deepEqual(told(kept), told(openBooks(facts)))
          else assert.deepEqual(kept.of(asks), openBooks(facts).of(asks))
        }
        assert.deepEqual(kept && told(kept), told(openBooks(facts)))
      }),
      { ...runs, numRuns: 400 },
    )
  })

  it('work out again only whose own facts changed', () => {
    const listed = (amounts: Readonly<Record<string, number>>, asOf: Day) => ({
      ...importOf({ kind: 'import', items: [], complete: true, renamed: null, matched: [], old: 0 }, asOf),
      items: accounts.map((key) =>
        anInvoice({ account: key, company: 'X', open: { minor: amounts[key] ?? 100, currency: 'CNY' } }),
      ),
    })
    const ledger = applyImport(emptyLedger, listed({}, '2025-03-30'))
    const facts = {
      day: start,
      ledger,
      operators: operatorsOf(tenants),
      confirmed: [],
      notices: [],
      agreements: [],
      policy: aPolicy(),
    }
    const before = openBooks(facts)
    const was = before.withItems
    // The whole list comes anew, as it does each day; one sum in it is another.
    const next = imported(ledger, structuredClone(listed({ 'K-2': 200 }, '2025-03-30')))
    const now = openBooks({ ...facts, ledger: next }, before)
    assert.equal(now.directory, before.directory)
    assert.deepEqual(
      now.withItems.map((of, at) => of === was[at]),
      [true, false, true, true],
    )
    const later = imported(next, structuredClone(listed({ 'K-2': 200 }, '2025-03-31')))
    const dated = openBooks({ ...facts, ledger: later }, now)
    assert.deepEqual(
      dated.withItems.map(({ standing, ledgerAsOf }, at) => [standing === now.withItems[at]?.standing, ledgerAsOf]),
      accounts.map(() => [true, '2025-03-31']),
    )
  })

  it('on a new day look again only at those to whom it brings something', () => {
    const due = { 'K-1': '2025-03-20', 'K-2': '2025-03-31', 'K-3': '2025-03-02', 'K-4': '2025-04-20' } as const
    const items = accounts.map((key) => anInvoice({ account: key, due: due[key as keyof typeof due] }))
    const facts = {
      day: start,
      ledger: aLedger({ accounts: accounts.map((key) => anAccount({ key })), items, matches: [] }),
      ...{ operators: [], confirmed: [], notices: [], agreements: [], policy: aPolicy() },
    }
    const before = openBooks(facts)
    const was = before.withItems
    const now = openBooks({ ...facts, day: '2025-04-01' }, before)
    assert.deepEqual(
      now.withItems.map(({ finding }, at) => [finding === was[at]?.finding, finding.stage]),
      // The second falls due, the third comes to the rung of a final notice.
      [
        [true, 'reminder'],
        [false, 'reminder'],
        [false, 'final-notice'],
        [true, 'clear'],
      ],
    )
    assert.deepEqual(
      now.withItems.map(({ standing }) => standing.day),
      accounts.map(() => '2025-04-01'),
    )
  })

  it('judge agreements anew once the data is of another day', () => {
    const item = anInvoice({ account: 'K-1' })
    const account = anAccount({ key: 'K-1' })
    const listed = (asOf: Day) => aLedger({ accounts: [account], items: [item], asOf, matches: [] })
    // Broken, as soon as anybody can tell.
    const promised = aPromise({ customer: 'account:K-1', day: '2025-03-30', debt: debtOf([item]) })
    const recorded = { confirmed: [], notices: [], agreements: [promised] }
    const facts = { day: start, ledger: listed('2025-03-29'), operators: [], ...recorded, policy: aPolicy() }
    const before = openBooks(facts)
    assert.equal(before.withItems[0]?.agreements.length, 1)
    assert.deepEqual(openBooks({ ...facts, ledger: listed('2025-03-31') }, before).withItems[0]?.agreements, [])
  })
})
