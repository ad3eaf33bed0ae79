import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays } from '../../../domain/shared/time.ts'
import { workedBack, workingDaysBetween, type Weekday } from '../../../domain/shared/working-days.ts'
import { aDayBetween } from '../../kit/arbitraries.ts'
import { aCalendar } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

describe('so many working days ago', () => {
  it('is the latest day from which so many have passed, whatever the week and its holidays', () => {
    const weeks = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    const holidays = fc.array(aDayBetween('2025-01-01', 120), { maxLength: 8 })
    fc.assert(
      fc.property(
        aDayBetween('2025-02-01', 90),
        fc.integer({ min: 1, max: 30 }),
        weeks,
        holidays,
        (by, n, week, off) => {
          const calendar = aCalendar({ workingDays: week, holidays: off })
          const day = workedBack(by, n, calendar)
          assert.equal(workingDaysBetween(day, by, calendar), n)
          assert.equal(workingDaysBetween(addDays(day, 1), by, calendar), n - 1)
        },
      ),
      runs,
    )
  })

  it('comes to an end where nobody ever works', () =>
    assert(workedBack('2025-03-31', 3, aCalendar({ workingDays: [] })) < '2025-03-31'))
})
