import assert from 'node:assert/strict'
import type { Instant } from '../../../domain/shared/time.ts'
import { afterWorkingDays, afterWorkingTime, isWorkingTime } from '../../../domain/shared/working-hours.ts'
import { aCalendar } from '../../kit/builders.ts'

const hour = 3_600_000
/** Nine to five in Berlin, where clocks go forward on Sunday, 30 March 2025; Good Friday, 18 April is a holiday. */
const berlin = {
  calendar: aCalendar({ timeZone: 'Europe/Berlin', holidays: ['2025-04-18', '2025-04-21'] }),
  from: 540,
  to: 1020,
}
const winter = (day: string, at: string) => new Date(`${day}T${at}+01:00`).toISOString() as Instant
const summer = (day: string, at: string) => new Date(`${day}T${at}+02:00`).toISOString() as Instant

describe('working hours', () => {
  for (const [about, since, hours, until] of [
    ['within a day', winter('2025-03-27', '10:00'), 4, winter('2025-03-27', '14:00')],
    ['to the last minute of a day', winter('2025-03-27', '13:00'), 4, winter('2025-03-27', '17:00')],
    ['over night', winter('2025-03-27', '16:00'), 4, winter('2025-03-28', '12:00')],
    ['from before work begins', winter('2025-03-27', '03:00'), 2, winter('2025-03-27', '11:00')],
    ['from after it ended', winter('2025-03-27', '18:00'), 2, winter('2025-03-28', '11:00')],
    ['over the weekend on which the clocks change', winter('2025-03-28', '16:00'), 4, summer('2025-03-31', '12:00')],
    ['from the weekend itself', summer('2025-03-30', '12:00'), 8, summer('2025-03-31', '17:00')],
    ['over Easter', summer('2025-04-17', '16:00'), 2, summer('2025-04-22', '10:00')],
    ['over several days', summer('2025-04-01', '09:00'), 20, summer('2025-04-03', '13:00')],
  ] as const)
    it(`pass ${about}`, () => assert.equal(afterWorkingTime(since, hours * hour, berlin), until))

  it('are over on Sunday in autumn, too', () =>
    assert.equal(afterWorkingTime(summer('2025-10-24', '16:00'), 4 * hour, berlin), winter('2025-10-27', '12:00')))

  it('pass as time does where nobody ever works', () => {
    const never = { ...berlin, calendar: aCalendar({ workingDays: [] }) }
    assert.equal(afterWorkingTime(winter('2025-03-27', '10:00'), hour, never), winter('2025-03-27', '11:00'))
  })

  for (const [at, is] of [
    [winter('2025-03-28', '08:59'), false],
    [winter('2025-03-28', '09:00'), true],
    [winter('2025-03-28', '16:59'), true],
    [winter('2025-03-28', '17:00'), false],
    [summer('2025-03-30', '12:00'), false],
    [summer('2025-03-31', '09:00'), true],
    [summer('2025-04-18', '12:00'), false],
  ] as const)
    it(`${is ? 'are' : 'are not'} on ${at}`, () => assert.equal(isWorkingTime(at, berlin), is))

  for (const [since, days, until] of [
    [winter('2025-03-27', '23:00'), 1, winter('2025-03-28', '09:00')],
    [winter('2025-03-28', '10:00'), 1, summer('2025-03-31', '09:00')],
    [summer('2025-03-30', '10:00'), 1, summer('2025-03-31', '09:00')],
    [summer('2025-04-17', '10:00'), 2, summer('2025-04-23', '09:00')],
  ] as const)
    it(`${days} working days after ${since} begin at ${until}`, () =>
      assert.equal(afterWorkingDays(since, days, berlin), until))
})
