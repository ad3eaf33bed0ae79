import assert from 'node:assert/strict'
import { minutesInto, timeOn } from '../../../domain/shared/time.ts'

describe('a time of day', () => {
  it('is what the clock there shows', () => {
    assert.equal(timeOn('2025-04-03', 540, 'Asia/Shanghai'), '2025-04-03T01:00:00.000Z')
    assert.equal(minutesInto('2025-04-03T01:30:00.000Z', 'Asia/Shanghai'), 570)
    assert.equal(minutesInto('2025-04-02T16:00:00.000Z', 'Asia/Shanghai'), 0)
  })

  it('is right on days on which clocks change', () => {
    assert.equal(timeOn('2025-03-30', 540, 'Europe/Berlin'), '2025-03-30T07:00:00.000Z')
    assert.equal(timeOn('2025-10-26', 540, 'Europe/Berlin'), '2025-10-26T08:00:00.000Z')
    // In the last hour of such a day as well.
    assert.equal(timeOn('2025-03-30', 1439, 'Europe/Berlin'), '2025-03-30T21:59:00.000Z')
    assert.equal(timeOn('2025-10-26', 1439, 'Europe/Berlin'), '2025-10-26T22:59:00.000Z')
  })
})
