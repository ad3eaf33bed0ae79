import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  addDays,
  asDay,
  dayAt,
  daysBetween,
  instantOf,
  later,
  msOf,
  startOfDay,
  type Day,
  type Instant,
} from '../../../domain/shared/time.ts'
import { runs } from '../../kit/runs.ts'

describe('a day', () => {
  for (const [text, day] of [
    ['2025-03-31', '2025-03-31'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2025-02-29', null],
    ['1900-02-29', null],
    ['2025-02-30', null],
    ['2025-04-31', null],
    ['2025-13-01', null],
    ['2025-00-10', null],
    ['2025-01-00', null],
    ['2025-3-31', null],
    ['2025-03', null],
    ['2025', null],
    ['2025-03-31T00:00:00Z', null],
    [' 2025-03-31', null],
    ['31.03.2025', null],
    ['', null],
  ] as const)
    it(`${JSON.stringify(text)} is ${day === null ? 'none' : 'one'}`, () => assert.equal(asDay(text), day))

  for (const [from, days, to] of [
    ['2025-03-31', 1, '2025-04-01'],
    ['2025-03-31', -31, '2025-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2025-03-31', 0, '2025-03-31'],
  ] as const)
    it(`${days} days from ${from} is ${to}`, () => {
      assert.equal(addDays(from, days), to)
      assert.equal(daysBetween(from, to), days)
    })

  it('is whole days from another, also over a clock change', () => {
    assert.equal(daysBetween('2025-03-29', '2025-03-31'), 2)
    assert.equal(daysBetween('2025-10-25', '2025-10-27'), 2)
    assert.equal(daysBetween('2025-03-31', '2025-03-01'), -30)
  })

  it('counts there and back again', () => {
    const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days)
        assert.equal(daysBetween(from, to), days)
        assert.equal(addDays(to, -days), from)
        assert.equal(asDay(to), to)
        assert.equal(to < from, days < 0)
      }),
      runs,
    )
  })
})

describe('the day it is somewhere', () => {
  for (const [instant, zone, day] of [
    ['2025-03-31T15:59:59.999Z', 'Asia/Shanghai', '2025-03-31'],
    ['2025-03-31T16:00:00.000Z', 'Asia/Shanghai', '2025-04-01'],
    ['2025-03-31T03:59:59.999Z', 'America/New_York', '2025-03-30'],
    ['2025-12-31T10:00:00.000Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['2026-01-01T11:59:59.999Z', 'Pacific/Pago_Pago', '2026-01-01'],
    ['2026-01-01T10:59:59.999Z', 'Pacific/Pago_Pago', '2025-12-31'],
    ['2024-02-29T23:59:59.999Z', 'Europe/London', '2024-02-29'],
    ['2025-03-31T18:14:59.999Z', 'Asia/Kathmandu', '2025-03-31'],
    ['2025-03-31T18:15:00.000Z', 'Asia/Kathmandu', '2025-04-01'],
  ] as const)
    it(`is ${day} in ${zone} at ${instant}`, () => assert.equal(dayAt(instant, zone), day))
})

describe('the moment a day begins somewhere', () => {
  for (const [what, day, zone, instant] of [
    ['far east', '2025-03-31', 'Pacific/Kiritimati', '2025-03-30T10:00:00.000Z'],
    ['far west', '2025-03-31', 'Pacific/Pago_Pago', '2025-03-31T11:00:00.000Z'],
    ['in UTC', '2025-03-31', 'UTC', '2025-03-31T00:00:00.000Z'],
    ['at a quarter of an hour', '2025-03-31', 'Asia/Kathmandu', '2025-03-30T18:15:00.000Z'],
    ['before the clock goes forward', '2025-03-30', 'Europe/Berlin', '2025-03-29T23:00:00.000Z'],
    ['after the clock went forward', '2025-03-31', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
    ['before the clock goes back', '2025-10-26', 'Europe/Berlin', '2025-10-25T22:00:00.000Z'],
    ['after the clock went back', '2025-10-27', 'Europe/Berlin', '2025-10-26T23:00:00.000Z'],
    ['where midnight does not happen (Cairo)', '2025-04-25', 'Africa/Cairo', '2025-04-24T22:00:00.000Z'],
    ['where midnight does not happen (Beirut)', '2025-03-30', 'Asia/Beirut', '2025-03-29T22:00:00.000Z'],
    ['where midnight does not happen (Santiago)', '2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z'],
    ['where 23:00 happens twice (Santiago)', '2025-04-06', 'America/Santiago', '2025-04-06T04:00:00.000Z'],
    ['where midnight happens twice (Havana)', '2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'],
    ['where the day never happened (Apia)', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['on New Year', '2026-01-01', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
  ] as const)
    it(`${what}: ${day} in ${zone} at ${instant}`, () => assert.equal(startOfDay(day, zone), instant))

  it('is the first instant of that day, and the one before belongs to the day before', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'UTC']
    const aDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2020-01-01', days))
    fc.assert(
      fc.property(aDay, fc.constantFrom(...zones), (day: Day, zone) => {
        const begins = startOfDay(day, zone)
        assert.equal(dayAt(begins, zone), day)
        assert.equal(dayAt(later(begins, -1), zone), addDays(day, -1))
      }),
      runs,
    )
  })
})

describe('an instant', () => {
  it('moves by milliseconds and compares as text', () => {
    const at: Instant = '2025-12-31T23:59:59.999Z'
    assert.equal(later(at, 1), '2026-01-01T00:00:00.000Z')
    assert.equal(later(at, -999), '2025-12-31T23:59:59.000Z')
    assert(later(at, 1) > at && later(at, -1) < at)
    assert.equal(instantOf(msOf(at)), at)
  })
})
