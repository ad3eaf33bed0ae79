import assert from 'node:assert/strict'
import { ownStanding, warningDue } from '../../../domain/own-invoices/own-standing.ts'
import type { OwnInvoice } from '../../../domain/ports/own-invoices.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'

const invoice = (issuedOn: Day, minor = 100, id = 'G-1', currency = 'EUR'): OwnInvoice => ({
  id,
  issuedOn,
  total: { minor: 500, currency },
  open: { minor, currency },
})
const on = (lane: Lane, day: Day, invoices: readonly OwnInvoice[]) =>
  ownStanding(lane, day, { invoices, balances: null })

describe('how the partner stands with an operator', () => {
  it('counts from the published days of payment: 60 at Microsoft, 30 at 21Vianet', () => {
    for (const [lane, due] of [
      ['global', '2025-03-02'],
      ['us-government', '2025-03-02'],
      ['china', '2025-01-31'],
    ] as const) {
      const open = [invoice('2025-01-01')]
      assert.deepEqual([on(lane, due, open).daysOverdue, on(lane, due, open).overdue], [0, []], lane)
      const next = on(lane, addDays(due, 1), open)
      assert.deepEqual(
        [next.open[0]?.dueOn, next.daysOverdue, next.overdue],
        [due, 1, [{ minor: 100, currency: 'EUR' }]],
      )
    }
  })

  it('adds nothing across currencies, leaves out what is paid, and names the oldest first', () => {
    const found = on('china', '2025-03-31', [
      invoice('2025-02-01', 40, 'G-2'),
      invoice('2025-01-01', 0, 'G-1'),
      invoice('2025-02-10', 2, 'G-3'),
      invoice('2025-02-05', 7, 'Y-1', 'JPY'),
      invoice('2025-03-30', 900, 'G-4'),
    ])
    assert.deepEqual(
      found.open.map(({ id }) => id),
      ['G-2', 'Y-1', 'G-3', 'G-4'],
    )
    assert.deepEqual(found.overdue, [
      { minor: 42, currency: 'EUR' },
      { minor: 7, currency: 'JPY' },
    ])
    assert.equal(found.daysOverdue, 28)
  })

  it('is in order in a currency in which the operator says that nothing is owed', () => {
    const invoices = [invoice('2025-01-01'), invoice('2025-01-01', 5, 'Y-1', 'JPY')]
    const balances = [{ balance: { minor: 0, currency: 'EUR' }, asOf: null }]
    assert.deepEqual(ownStanding('china', '2025-03-31', { invoices, balances }).overdue, [
      { minor: 5, currency: 'JPY' },
    ])
  })

  for (const [lane, steps] of [
    ['global', { 0: null, 1: 1, 29: 1, 30: 30, 53: 30, 54: 54, 55: 55, 60: 60, 61: 61 }],
    ['china', { 0: null, 1: 1, 14: 1, 15: 15, 23: 15, 24: 24, 30: 30, 31: 31 }],
  ] as const)
    it(`is warned about at one day, at half of what ${lane} bears, and daily in the last week and after it`, () => {
      for (const [days, step] of Object.entries(steps))
        assert.equal(warningDue({ ...on(lane, '2025-03-31', []), daysOverdue: Number(days) }), step, days)
    })
})
