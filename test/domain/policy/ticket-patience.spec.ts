import assert from 'node:assert/strict'
import { operatorHours } from '../../../domain/policy/ticket-patience.ts'
import { noHolidays } from '../../../domain/ports/holiday-calendar.ts'
import { isWorkingTime } from '../../../domain/shared/working-hours.ts'
import type { Instant } from '../../../domain/shared/time.ts'

describe('the hours of an operator', () => {
  const now = '2025-05-06T00:00:00.000Z'
  const labourDay = (day: string) => day >= '2025-05-01' && day <= '2025-05-05'
  const works = (lane: 'global' | 'us-government' | 'china', at: Instant) =>
    isWorkingTime(at, operatorHours(lane, 'Europe/Berlin', labourDay, now))

  it('at 21Vianet are nine to six in Beijing, but not on Chinese holidays', () => {
    assert.equal(works('china', '2025-04-30T00:59:59.000Z'), false)
    assert.equal(works('china', '2025-04-30T01:00:00.000Z'), true)
    assert.equal(works('china', '2025-04-30T09:59:59.000Z'), true)
    assert.equal(works('china', '2025-04-30T10:00:00.000Z'), false)
    assert.equal(works('china', '2025-05-05T03:00:00.000Z'), false)
    assert.equal(works('china', '2025-05-06T03:00:00.000Z'), true)
    assert.equal(works('china', '2025-05-10T03:00:00.000Z'), false)
  })

  it('at Microsoft are office hours where the partner is, whatever China celebrates', () => {
    for (const lane of ['global', 'us-government'] as const) {
      assert.equal(works(lane, '2025-05-05T06:59:59.000Z'), false)
      assert.equal(works(lane, '2025-05-05T07:00:00.000Z'), true)
      assert.equal(works(lane, '2025-05-05T15:00:00.000Z'), false)
    }
    assert.deepEqual(operatorHours('global', 'Europe/Berlin', noHolidays, now).calendar.holidays, [])
  })
})
