import assert from 'node:assert/strict'
import type { FinalNotice } from '../../../domain/policy/final-notice.ts'
import type { BooksOfDay } from '../../../domain/receivables/standing-book.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import { dueToday, type WorkdayFacts } from '../../../domain/workday/due.ts'
import {
  aCustomer,
  aNotice,
  anInvoice,
  anOperatorCustomer,
  aPolicy,
  cny,
  eur,
  owing,
  today,
} from '../../kit/builders.ts'

const nothing: WorkdayFacts = {
  underWay: new Set(),
  heldForDebt: new Set(),
  ending: new Set(),
  brokenToday: [],
}

/** Somebody called so who owes these. */
function owes(name: string, items: readonly OpenItem[], notices: readonly FinalNotice[] = []) {
  const customer = aCustomer({ operator: anOperatorCustomer({ tenantId: name, name }) })
  return owing({ customer, items, notices })
}

function due(rows: readonly ReturnType<typeof owes>[], facts: Partial<WorkdayFacts> = {}, policy = aPolicy()) {
  const books = { day: today, withItems: rows } as unknown as BooksOfDay
  return dueToday(books, policy, { ...nothing, ...facts }).map(
    ({ of, calls }) => `${of.customer.name}: ${calls.map(({ code }) => code).join(', ')}`,
  )
}

const recent = (open: ReturnType<typeof cny>) => anInvoice({ ...open, due: '2025-03-21' })

describe('what today’s work is', () => {
  it('is what the ladder calls for, the severest first; within a currency the largest sum; no two currencies compared', () =>
    assert.deepEqual(
      due([
        owes('small yuan', [recent(cny(100_000))]),
        owes('large euro', [recent(eur(9_000_000))]),
        owes('large yuan', [recent(cny(200_000))]),
        owes('both', [recent(eur(8_000_000)), recent(cny(150_000))]),
        owes('to suspend', [anInvoice(cny(100_000))], [aNotice()]),
        owes('owes nothing', [anInvoice({ due: '2025-12-01' })]),
      ]),
      ['to suspend: suspend', 'large yuan: reminder', 'both: reminder', 'small yuan: reminder', 'large euro: reminder'],
    ))

  it('is no final notice where one was given for the debt, and one where newer debt was not named', () => {
    const old = anInvoice({ number: 'OLD', due: '2025-02-01' })
    const newer = anInvoice({ number: 'NEW', due: '2025-02-15' })
    const given = aNotice({ givenOn: '2025-03-25', deadline: '2025-04-08', invoices: ['K-1001|invoice|OLD'] })
    assert.deepEqual(due([owes('asked', [old])]), ['asked: final-notice'])
    assert.deepEqual(due([owes('told', [old], [given])]), [])
    assert.deepEqual(due([owes('owes more', [old, newer], [given])]), ['owes more: final-notice'])
    // No notice covers a sum by age, and giving the same one every day would change nothing.
    assert.deepEqual(due([owes('a sum by age', [{ ...old, summary: true }], [given])]), [])
  })

  it('is nothing while the notice for the oldest debt runs', () => {
    const running = aNotice({ givenOn: '2025-03-25', deadline: '2025-04-08' })
    assert.deepEqual(due([owes('waits', [anInvoice()], [running])]), [])
  })

  it('is nothing while approvers have the next word, nor once it is suspended, unless it is to be ended', () => {
    const rows = [owes('x', [anInvoice()], [aNotice()])]
    assert.deepEqual(due(rows, { underWay: new Set(['x']) }), [])
    assert.deepEqual(due(rows, { heldForDebt: new Set(['x']) }), [])
    const ends = aPolicy({
      rungs: [
        { stage: 'suspend', daysPastDue: 65, atLeast: null, ends: 'at-term' },
        { stage: 'suspend', daysPastDue: 60, atLeast: null },
      ],
    })
    const due65 = owing({ customer: aCustomer({ id: 'x', name: 'x' }), policy: ends })
    assert.deepEqual(due([due65], { heldForDebt: new Set(['x']) }, ends), ['x: end'])
    assert.deepEqual(due([due65], { heldForDebt: new Set(['x']), ending: new Set(['x']) }, ends), [])
    assert.deepEqual(due([due65], {}, ends), ['x: suspend'])
  })
})
