import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import { later, type Day } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aCustomer, contoso, mei, morning, sam, today } from '../../kit/builders.ts'

describe('who is left out of the day’s work', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const skip = (until: Day | null = null, because = 'on holiday', by = mei) =>
    office.desk.skips.skip(aCustomer(), { until, because }, by)
  const skipped = async (day: Day) => [...(await office.desk.skips.on(day)).values()].map(({ until }) => until)

  it('is left out until the next working day, or until the day that was said', async () => {
    // 4 April is a Friday.
    office.world.now = later(morning, 4 * 86_400_000)
    assert.equal((await skip()).ok, true)
    assert.deepEqual(await skipped('2025-04-06'), ['2025-04-07'])
    assert.deepEqual(await skipped('2025-04-07'), [])
    await skip('2025-04-10')
    assert.deepEqual(await skipped('2025-04-09'), ['2025-04-10'])
    assert.deepEqual(await skipped('2025-04-10'), [])
  })

  it('comes back earlier where the last word says so', async () => {
    await skip('2025-04-10')
    await skip('2025-04-02')
    assert.deepEqual(await skipped('2025-04-02'), [])
  })

  it('is told in the audit, with the reason', async () => {
    await skip('2025-04-02')
    assert.deepEqual(office.commits[0]?.audit, [
      {
        at: morning,
        by: 'mei',
        what: 'skip.decided',
        about: 'id-1',
        customer: contoso,
        details: { until: '2025-04-02', because: 'on holiday' },
      },
    ])
  })

  it('takes a reason, a day ahead that is not too far, and somebody who collects', async () => {
    assert.deepEqual(await skip(null, ' '), refused({ code: 'words-needed' }))
    assert.deepEqual(await skip(today), refused({ code: 'day-not-ahead', until: today }))
    assert.equal((await skip('2025-05-01')).ok, true)
    assert.deepEqual(
      await skip('2025-05-02'),
      refused({ code: 'day-too-far', until: '2025-05-02', latest: '2025-05-01' }),
    )
    assert.deepEqual(await skip(null, 'why not', sam), refused({ code: 'not-allowed' }))
  })

  it('is left out once, however often the button is pressed; what is over is kept no longer', async () => {
    await skip('2025-04-02')
    const again = await skip('2025-04-02')
    assert.equal(!again.ok && again.refusal.code, 'skipped-already')
    office.world.now = later(morning, 10 * 86_400_000)
    await skip()
    assert.equal((await office.store.list('skip')).length, 1)
  })
})
