import assert from 'node:assert/strict'
import type { FinalNotice } from '../../../domain/policy/final-notice.ts'
import type { BooksOfDay } from '../../../domain/receivables/standing-book.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import type { GivenReminder, Reminder } from '../../../domain/reminders/reminder.ts'
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
  lettersTo: () => [],
}

/** Somebody called so who owes these. */
function owes(name: string, items: readonly OpenItem[], notices: readonly FinalNotice[] = []) {
  const customer = aCustomer({ operator: anOperatorCustomer({ tenantId: name, name }) })
  return owing({ customer, items, notices })
}

/** Noted by a person as sent. */
function aLetter(of: Pick<GivenReminder, 'kind' | 'day'> & { readonly keys: readonly string[] }): GivenReminder {
  const { kind, day, keys } = of
  const invoices = keys.map((key) => ({ key, number: key, due: day, left: { minor: 1, currency: 'CNY' } as const }))
  const at = `${day}T02:00:00.000Z` as const
  return {
    ...{ customer: 'x', lane: null, kind, day, until: day, invoices, language: 'en', mark: 'm', by: 'mei', at },
    status: 'given',
  }
}

const onItsWay = { status: 'sending', to: 'ap@x.example', askedIn: null, subject: 's', text: 't' } as const
const withheld = { status: 'withheld', why: 'paid', endedAt: '2025-03-20T03:00:00.000Z' } as const

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

  it('is no letter where one of its kind was written or is on its way, and one for newer debt and for a later rung', () => {
    const old = anInvoice({ number: 'OLD', due: '2025-03-10' })
    const newer = anInvoice({ number: 'NEW', due: '2025-03-26' })
    const letter = aLetter({ kind: 'reminder', day: '2025-03-20', keys: ['K-1001|invoice|OLD'] })
    const after = (letters: readonly Reminder[], ...items: readonly OpenItem[]) =>
      due([owes('x', items)], { lettersTo: () => letters })
    assert.deepEqual(after([], old), ['x: reminder'])
    assert.deepEqual(after([letter], old), [])
    assert.deepEqual(after([{ ...letter, ...onItsWay }], old), [])
    assert.deepEqual(after([{ ...letter, ...onItsWay, ...withheld }], old), ['x: reminder'])
    assert.deepEqual(after([{ ...letter, kind: 'final-notice' }], old), [])
    assert.deepEqual(after([letter], old, newer), ['x: reminder'])
    // Named before it was overdue: a number used again for a newer debt.
    assert.deepEqual(after([letter], { ...old, due: '2025-03-25' }), ['x: reminder'])
    assert.deepEqual(after([letter], { ...old, due: '2025-02-20' }), ['x: final-notice'])
    assert.deepEqual(after([{ ...letter, ...onItsWay, kind: 'final-notice' }], { ...old, due: '2025-02-20' }), [])
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
