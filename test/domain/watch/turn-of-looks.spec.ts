import assert from 'node:assert/strict'
import { later, msOf } from '../../../domain/shared/time.ts'
import { minutesPerTurn } from '../../../domain/watch/turn-of-looks.ts'
import { aDesk } from '../../kit/a-desk.ts'

describe('how soon a change is seen', () => {
  for (const [customers, watched, minutes] of [
    [0, 0, 15],
    [500, 0, 15],
    [3750, 0, 15],
    [3751, 0, 16],
    [5000, 0, 20],
    [5000, 300, 21],
    [10_000, 0, 40],
    [10_000, 3750, null],
  ] as const) {
    it(`among ${customers} customers, ${watched} of them watched: ${minutes ?? 'nobody knows'}`, () =>
      assert.equal(minutesPerTurn({ customers, watched }), minutes))
  }

  it('is as long as the watch takes for one turn', async () => {
    const its = await aDesk({ customers: Array.from({ length: 48 }, (_, at) => `customer-${at}`) })
    let longest = 0
    for (let minute = 0; minute < 120; minute += 1) {
      // Whoever is looked at now was seen so long ago at the most.
      const oldest = (await its.desk.watch.lane('china'))?.oldestAt ?? its.world.now
      if (minute >= 25) longest = Math.max(longest, msOf(its.world.now) - msOf(oldest))
      await its.desk.watch.pass('china', 2)
      its.world.now = later(its.world.now, 60_000)
    }
    assert.equal(longest / 60_000, minutesPerTurn({ customers: 50, watched: 0, perMinute: 2 }))
  })
})
