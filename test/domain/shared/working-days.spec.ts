import assert from 'node:assert/strict'
import {
  endOfDay,
  isWorkingDay,
  nextWorkingDay,
  weekdayOf,
  workingDaysBetween,
} from '../../../domain/shared/working-days.ts'
import { aCalendar } from '../../kit/builders.ts'

describe('working days', () => {
  for (const [day, weekday] of [
    ['2025-03-31', 1],
    ['2025-04-01', 2],
    ['2024-02-29', 4],
    ['2025-04-05', 6],
    ['2025-04-06', 7],
    ['2000-01-01', 6],
  ] as const)
    it(`${day} is weekday ${weekday}`, () => assert.equal(weekdayOf(day), weekday))

  it('are the days of the week the partner works, without its holidays', () => {
    const calendar = aCalendar({ holidays: ['2025-04-04'] })
    assert.equal(isWorkingDay('2025-04-03', calendar), true)
    assert.equal(isWorkingDay('2025-04-04', calendar), false)
    assert.equal(isWorkingDay('2025-04-05', calendar), false)
    assert.equal(isWorkingDay('2025-04-05', aCalendar({ workingDays: [6] })), true)
  })

  for (const [what, after, next, calendar] of [
    ['the day after', '2025-03-31', '2025-04-01', aCalendar()],
    ['over the weekend', '2025-03-28', '2025-03-31', aCalendar()],
    ['from a Saturday', '2025-03-29', '2025-03-31', aCalendar()],
    ['over a holiday and the weekend behind it', '2025-04-03', '2025-04-07', aCalendar({ holidays: ['2025-04-04'] })],
    ['where the week starts on Sunday', '2025-04-03', '2025-04-06', aCalendar({ workingDays: [7, 1, 2, 3, 4] })],
    ['over the year’s end', '2025-12-31', '2026-01-02', aCalendar({ holidays: ['2026-01-01'] })],
    ['once a week', '2025-03-31', '2025-04-07', aCalendar({ workingDays: [1] })],
    ['where nobody ever works, any day', '2025-03-28', '2025-03-29', aCalendar({ workingDays: [] })],
  ] as const)
    it(`come next: ${what}`, () => assert.equal(nextWorkingDay(after, calendar), next))

  for (const [what, from, to, days, calendar] of [
    ['data of today is not old', '2025-03-31', '2025-03-31', 0, aCalendar()],
    ['data of Friday is one day old on Monday', '2025-03-28', '2025-03-31', 1, aCalendar()],
    ['data of Saturday is one day old on Monday', '2025-03-29', '2025-03-31', 1, aCalendar()],
    ['data of Friday is not old on Sunday', '2025-03-28', '2025-03-30', 0, aCalendar()],
    ['a whole week', '2025-03-24', '2025-03-31', 5, aCalendar()],
    ['a holiday does not count', '2025-03-31', '2025-04-07', 4, aCalendar({ holidays: ['2025-04-04'] })],
    ['data of tomorrow is not old', '2025-04-01', '2025-03-31', 0, aCalendar()],
    ['over a leap day', '2024-02-28', '2024-03-01', 2, aCalendar()],
    ['over the year’s end', '2024-12-31', '2025-01-02', 2, aCalendar()],
  ] as const)
    it(`between two days: ${what}`, () => assert.equal(workingDaysBetween(from, to, calendar), days))

  it('end when the next day begins where the partner works, however long they were', () => {
    assert.equal(endOfDay('2025-03-31', aCalendar()), '2025-03-31T16:00:00.000Z')
    const berlin = aCalendar({ timeZone: 'Europe/Berlin' })
    assert.equal(endOfDay('2025-03-29', berlin), '2025-03-29T23:00:00.000Z')
    assert.equal(endOfDay('2025-03-30', berlin), '2025-03-30T22:00:00.000Z')
    assert.equal(endOfDay('2025-10-26', berlin), '2025-10-26T23:00:00.000Z')
    assert.equal(endOfDay('2025-04-24', aCalendar({ timeZone: 'Africa/Cairo' })), '2025-04-24T22:00:00.000Z')
  })
})
