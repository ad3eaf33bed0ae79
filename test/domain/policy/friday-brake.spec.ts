import assert from 'node:assert/strict'
import { brakedUntil } from '../../../domain/policy/friday-brake.ts'
import type { Day, Instant } from '../../../domain/shared/time.ts'
import { aCalendar, aPolicy } from '../../kit/builders.ts'

// Friday, 4 April 2025; work is from nine to five in Shanghai.
const policy = aPolicy()
const monday: Instant = '2025-04-07T01:00:00.000Z'
const at = (day: Day, time: string): Instant =>
  new Date(Date.parse(`${day}T${time}:00Z`) - 8 * 3_600_000).toISOString() as Instant

describe('the Friday brake', () => {
  const rows: readonly (readonly [what: string, at: Instant, until: Instant | null, holidays?: readonly Day[]])[] = [
    ['lets Friday morning pass', at('2025-04-04', '12:59'), null],
    ['holds from the fourth hour before the end of work', at('2025-04-04', '13:00'), monday],
    ['holds on Friday night', at('2025-04-04', '23:30'), monday],
    ['holds all weekend', at('2025-04-06', '11:00'), monday],
    ['lets Monday pass', at('2025-04-07', '00:30'), null],
    ['lets the evening before a working day pass', at('2025-04-02', '16:59'), null],
    [
      'holds before a holiday at the customer’s place',
      at('2025-04-02', '13:00'),
      at('2025-04-04', '09:00'),
      ['2025-04-03'],
    ],
    ['holds on the holiday itself', at('2025-04-03', '09:00'), at('2025-04-04', '09:00'), ['2025-04-03']],
    ['goes past a holiday after the weekend', at('2025-04-04', '15:00'), at('2025-04-08', '09:00'), ['2025-04-07']],
  ]
  for (const [what, moment, until, holidays = []] of rows)
    it(what, () =>
      assert.equal(
        brakedUntil(moment, policy, (day) => holidays.includes(day)),
        until,
      ),
    )

  it('knows the partner’s own holidays', () => {
    const calendar = aCalendar({ holidays: ['2025-04-03'] })
    const until = brakedUntil(at('2025-04-02', '16:00'), aPolicy({ calendar }), () => false)
    assert.equal(until, at('2025-04-04', '09:00'))
  })

  it('is off where the policy says so', () =>
    assert.equal(
      brakedUntil(at('2025-04-05', '16:00'), aPolicy({ fridayBrakeHours: 0 }), () => false),
      null,
    ))
})
