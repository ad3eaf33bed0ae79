import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Agreement } from '../../../domain/agreements/agreement.ts'
import type { CollectionsPolicy } from '../../../domain/policy/collections-policy.ts'
import { openBooks, type BookFacts, type BooksOfDay } from '../../../domain/receivables/standing-book.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { aDispute, anExemption, aPaidMark, aPlan, aPromise } from '../../kit/agreements.ts'
import {
  aCalendar,
  aLedger,
  aMatch,
  anAccount,
  aNotice,
  anInvoice,
  anOperatorCustomer,
  aPayment,
  aPolicy,
  contoso,
  morning,
} from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const start: Day = '2025-03-31'
const rungs: CollectionsPolicy['rungs'] = [
  { stage: 'suspend', daysPastDue: 9, atLeast: null, ends: 'cancel' },
  { stage: 'suspend', daysPastDue: 6, atLeast: { CNY: 300 } },
  { stage: 'final-notice', daysPastDue: 4, atLeast: null, invoices: 2 },
  { stage: 'reminder', daysPastDue: 2, atLeast: null },
]
const usual = aPolicy({ rungs, tolerance: {} })
const calendar = aCalendar({ holidays: ['2025-04-04', '2025-04-07'] })
const segment = { name: 'ours', lanes: null, countries: null, groups: ['ours'] }
const milder = rungs.map((rung) => ({ ...rung, daysPastDue: rung.daysPastDue + 3 }))
const policies = {
  usual,
  working: { ...usual, countsWorkingDays: true, calendar },
  segmented: { ...usual, customerGroups: { ours: [contoso] }, segments: [{ ...segment, rungs: milder }] },
} as const satisfies Record<string, CollectionsPolicy>

const near = (min: number, max: number): fc.Arbitrary<Day> =>
  fc.integer({ min, max }).map((after) => addDays(start, after))
const numbers = ['1', '2', '3']
const invoice = fc.record({
  number: fc.constantFrom(...numbers),
  due: fc.oneof(near(-12, 12), near(-95, -25)),
  minor: fc.constantFrom(100, 200, 900),
  currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
})
const key = fc.constantFrom(...numbers).map((number) => `K-1001|invoice|${number}`)
const notice = fc.record({
  givenOn: near(-10, 4),
  deadline: near(-2, 12),
  invoices: fc.constantFrom(['1', '2', '3'], ['1']),
})

const state = fc.constantFrom('open' as const, 'kept' as const, 'broken' as const, 'ended' as const)
const agreement: fc.Arbitrary<Agreement> = fc
  .record({
    kind: fc.constantFrom('promise', 'plan', 'dispute', 'exempt', 'exempt-invoice', 'paid-mark'),
    key,
    minor: fc.constantFrom(100, 900),
    day: near(-3, 8),
    state,
  })
  .map(({ kind, key: of, minor, day, state: status }) => {
    const debt = [{ key: of, left: 900 }]
    const amount = { minor, currency: 'CNY' }
    const judged =
      status === 'open'
        ? { status }
        : status === 'ended'
          ? { status, by: 'mei', at: morning }
          : { status, at: morning, paid: 0, asOf: start }
    switch (kind) {
      case 'promise':
        return aPromise({ debt, amount, day, state: judged })
      case 'plan':
        return aPlan({
          debt,
          instalments: [
            { minor, day },
            { minor, day: addDays(day, 3) },
          ],
          state: judged,
        })
      case 'dispute':
        return aDispute({ invoice: of, amount: minor === 100 ? amount : null })
      case 'exempt':
        return anExemption({ until: day })
      case 'exempt-invoice':
        return anExemption({ until: day, of: { what: 'invoice', key: of, number: '1' } })
      default:
        return aPaidMark({ debt, amount, until: day })
    }
  })

/** Days that pass, one backwards now and then, and what rules after them; whether anybody asks. */
const passing = fc.record({
  days: fc.constantFrom(1, 1, 1, 2, 5, -1),
  policy: fc.constantFrom(null, null, null, 'usual' as const, 'working' as const, 'segmented' as const),
  isRead: fc.constantFrom(true, true, false),
})

describe('books kept from one day to the next', () => {
  it('say on each day what books worked out from scratch say', () => {
    const life = fc.record({
      invoices: fc.uniqueArray(invoice, { minLength: 1, maxLength: 3, selector: ({ number }) => number }),
      paid: fc.constantFrom(0, 0, 150),
      asOf: near(-1, 9),
      notices: fc.array(notice, { maxLength: 2 }),
      agreements: fc.array(agreement, { maxLength: 2 }),
      policy: fc.constantFrom('usual' as const, 'working' as const, 'segmented' as const),
      days: fc.array(passing, { minLength: 1, maxLength: 10 }),
    })
    fc.assert(
      fc.property(life, ({ invoices, paid, asOf, notices, agreements, policy, days }) => {
        const items = invoices.map(({ number, due, minor, currency }) =>
          anInvoice({ number, due, open: { minor, currency } }),
        )
        const payment = paid > 0 ? [aPayment(paid)] : []
        let facts: BookFacts = {
          day: start,
          ledger: aLedger({ accounts: [anAccount()], items: [...items, ...payment], matches: [aMatch()], asOf }),
          operators: [anOperatorCustomer()],
          confirmed: [],
          notices: notices.map(({ givenOn, deadline, invoices: named }, at) => ({
            ...aNotice(),
            ...{ id: `n-${at}`, givenOn, deadline, invoices: named.map((number) => `K-1001|invoice|${number}`) },
          })),
          agreements: agreements.map((one, at) => ({ ...one, id: `A-${at}` })),
          policy: policies[policy],
        }
        let kept: BooksOfDay = openBooks(facts)
        assert.equal(kept.withItems.length, 1)
        for (const { days: passed, policy: rules, isRead } of days) {
          facts = { ...facts, day: addDays(facts.day, passed), policy: rules ? policies[rules] : facts.policy }
          kept = openBooks(facts, kept)
          if (isRead) assert.deepEqual(kept.withItems, openBooks(facts).withItems)
        }
        assert.deepEqual(kept.withItems, openBooks(facts).withItems)
      }),
      { ...runs, numRuns: 1000 },
    )
  })
})
