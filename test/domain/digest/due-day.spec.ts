import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dueDay, type DigestRoute } from '../../../domain/digest/digest-route.ts'
import {
  addDays,
  dayAt,
  instantOf,
  later,
  minutesInto,
  msOf,
  type Day,
  type Instant,
} from '../../../domain/shared/time.ts'
import { morning } from '../../kit/builders.ts'

function aRoute(changes: Partial<DigestRoute> = {}): DigestRoute {
  return {
    ...{ place: 'teams:partner/#collections', placeName: '#collections', minute: 510, zone: 'Europe/Berlin' },
    ...{ setBy: 'otto', setAt: morning, told: null },
    ...changes,
  }
}
const told = (route: DigestRoute, day: Day, at: Instant): DigestRoute => ({
  ...route,
  told: { day, at, stages: {}, broken: [] },
})

/** Each minute from one moment to another: the moments at which it was told, and the clock there. */
function tellings(route: DigestRoute, from: Instant, to: Instant): readonly string[] {
  const all: string[] = []
  let now = route
  for (let at = from; at < to; at = later(at, 60_000)) {
    const day = dueDay(now, at)
    if (day === null) continue
    const minute = minutesInto(at, route.zone)
    all.push(`${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
    now = told(now, day, at)
  }
  return all
}

describe('when a morning digest is due', () => {
  it('is once a day at its minute where its readers are', () => {
    assert.deepEqual(tellings(aRoute(), '2025-03-24T00:00:00.000Z', '2025-03-26T00:00:00.000Z'), [
      '2025-03-24 08:30',
      '2025-03-25 08:30',
    ])
    assert.deepEqual(
      tellings(aRoute({ zone: 'Asia/Taipei' }), '2025-03-24T00:00:00.000Z', '2025-03-25T00:30:00.000Z'),
      ['2025-03-24 08:30'],
    )
  })

  it('is at the same hour of the clock before, on and after the days on which clocks change', () => {
    assert.deepEqual(tellings(aRoute(), '2025-03-29T00:00:00.000Z', '2025-04-01T00:00:00.000Z'), [
      '2025-03-29 08:30',
      '2025-03-30 08:30',
      '2025-03-31 08:30',
    ])
    const newYork = aRoute({ zone: 'America/New_York' })
    assert.deepEqual(tellings(newYork, '2025-11-01T04:00:00.000Z', '2025-11-04T04:00:00.000Z'), [
      '2025-11-01 08:30',
      '2025-11-02 08:30',
      '2025-11-03 08:30',
    ])
  })

  it('is once where the clock shows its hour twice, and an hour beside where it never does', () => {
    // 2 November 2025: 01:30 comes twice in New York. 30 March 2025: 02:30 never comes in Berlin.
    const twice = aRoute({ zone: 'America/New_York', minute: 90 })
    assert.deepEqual(tellings(twice, '2025-11-02T04:00:00.000Z', '2025-11-03T05:00:00.000Z'), ['2025-11-02 01:30'])
    const never = tellings(aRoute({ minute: 150 }), '2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z')
    assert.equal(never.length, 1)
    assert.match(never[0] ?? '', /^2025-03-30 0[13]:30$/)
  })

  it('is at midnight, or just before it, on the day that it names', () => {
    const from = '2025-03-29T22:00:00.000Z'
    const to = '2025-03-31T22:00:00.000Z'
    assert.deepEqual(tellings(aRoute({ minute: 0 }), from, to), [
      '2025-03-29 23:00',
      '2025-03-30 00:00',
      '2025-03-31 00:00',
    ])
    assert.deepEqual(tellings(aRoute({ minute: 1439 }), from, to), [
      '2025-03-29 23:59',
      '2025-03-30 23:59',
      '2025-03-31 23:59',
    ])
  })

  it('is later that day where the desk was down, and not for days gone by', () => {
    const route = told(aRoute(), '2025-03-24', '2025-03-24T07:30:00.000Z')
    assert.equal(dueDay(route, '2025-03-27T20:00:00.000Z'), '2025-03-27')
    assert.equal(dueDay(route, '2025-03-27T05:00:00.000Z'), null)
  })

  it('never comes back to a day that was told, whichever way the zone or the clock is set', () => {
    const zones = ['Pacific/Kiritimati', 'Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'Pacific/Pago_Pago']
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            zone: fc.constantFrom(...zones),
            minute: fc.integer({ min: 0, max: 1439 }),
            ms: fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
          }),
          { maxLength: 40 },
        ),
        (steps) => {
          let route = aRoute()
          let at: Instant = morning
          const days: Day[] = []
          for (const { zone, minute, ms } of steps) {
            at = instantOf(msOf(at) + ms)
            route = { ...route, zone, minute }
            const day = dueDay(route, at)
            if (day === null) continue
            assert.equal(day, dayAt(at, zone))
            days.push(day)
            route = told(route, day, at)
          }
          assert.deepEqual(days, [...new Set(days)].sort())
          for (const day of days) assert.notEqual(day, addDays(day, 1))
        },
      ),
    )
  })
})
