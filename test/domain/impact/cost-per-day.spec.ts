import assert from 'node:assert/strict'
import { costPerDay } from '../../../domain/impact/cost-per-day.ts'
import type { OperatorCost } from '../../../domain/ports/operator-lane.ts'
import { seats } from '../../kit/builders.ts'

const cost = (minor: number, changes: Partial<OperatorCost> = {}): OperatorCost => ({
  subscription: seats,
  amount: { minor, currency: 'EUR' },
  from: '2025-03-01',
  to: '2025-03-31',
  ...changes,
})
const march = { from: '2025-03-01', to: '2025-03-31' } as const
const february = { from: '2025-02-01', to: '2025-02-28' } as const

describe('what a subscription costs the partner a day', () => {
  it('is its newest period, over the days of it', () => {
    assert.deepEqual(costPerDay(seats, [cost(31_000)]), [{ minor: 1000, currency: 'EUR' }])
    assert.deepEqual(costPerDay(seats, [cost(99_999, february), cost(31_000, march)]), [
      { minor: 1000, currency: 'EUR' },
    ])
  })

  it('is rounded to whole minor units, once', () =>
    assert.deepEqual(costPerDay(seats, [cost(20), cost(20)]), [{ minor: 1, currency: 'EUR' }]))

  it('is never added across currencies', () =>
    assert.deepEqual(costPerDay(seats, [cost(31_000), cost(62_000, { amount: { minor: 62_000, currency: 'USD' } })]), [
      { minor: 1000, currency: 'EUR' },
      { minor: 2000, currency: 'USD' },
    ]))

  it('takes credits of the same days off', () =>
    assert.deepEqual(costPerDay(seats, [cost(62_000), cost(-31_000)]), [{ minor: 1000, currency: 'EUR' }]))

  it('is unknown where costs cannot be read, name only others, or are none', () => {
    assert.equal(costPerDay(seats, null), null)
    assert.equal(costPerDay(seats, [cost(31_000, { subscription: 'another' })]), null)
    assert.equal(costPerDay(seats, [cost(-5)]), null)
    assert.equal(costPerDay(seats, [cost(5, { from: '2025-03-31', to: '2025-03-01' })]), null)
  })

  it('is found whichever case its id is written in', () =>
    assert.deepEqual(costPerDay('C0FFEE', [cost(31_000, { subscription: 'c0ffee' })]), [
      { minor: 1000, currency: 'EUR' },
    ]))
})
