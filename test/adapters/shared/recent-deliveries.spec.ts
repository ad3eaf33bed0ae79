import assert from 'node:assert/strict'
import { recentDeliveries } from '../../../adapters/shared/recent-deliveries.ts'
import { TooBusy } from '../../../adapters/shared/turn-lock.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'

describe('recent deliveries', () => {
  let at: Instant
  let runs: number
  const count = () => Promise.resolve((runs += 1))
  beforeEach(() => {
    at = '2026-03-31T02:00:00.000Z'
    runs = 0
  })
  const open = () => recentDeliveries<number>(() => at)

  it('runs a delivery once and gives a copy what it came to', async () => {
    const once = open()
    assert.deepEqual(await once('a', count), { result: 1, copy: false })
    assert.deepEqual(await once('a', count), { result: 1, copy: true })
    assert.deepEqual(await once('b', count), { result: 2, copy: false })
  })

  it('lets a copy wait for the one that is still running', async () => {
    const once = open()
    const { promise, resolve } = Promise.withResolvers<number>()
    const both = Promise.all([once('a', () => promise), once('a', count)])
    resolve(7)
    assert.deepEqual(await both, [
      { result: 7, copy: false },
      { result: 7, copy: true },
    ])
    assert.equal(runs, 0)
  })

  it('does not run again what failed', async () => {
    const once = open()
    await assert.rejects(
      once('a', () => Promise.reject(new Error('broken'))),
      /broken/,
    )
    assert.deepEqual(await once('a', count), { result: null, copy: true })
  })

  it('runs again what was turned away', async () => {
    const once = open()
    await assert.rejects(
      once('a', () => Promise.reject(new TooBusy())),
      TooBusy,
    )
    assert.deepEqual(await once('a', count), { result: 1, copy: false })
  })

  it('forgets after some minutes', async () => {
    const once = open()
    await once('a', count)
    at = later(at, 10 * 60_000)
    assert.equal((await once('a', count)).copy, true)
    at = later(at, 1)
    assert.equal((await once('a', count)).copy, false)
  })

  it('forgets the oldest when there are too many', async () => {
    const once = open()
    for (let nth = 0; nth < 500; nth += 1) await once(`d-${nth}`, count)
    assert.equal((await once('d-499', count)).copy, true)
    assert.equal((await once('new', count)).copy, false)
    assert.equal((await once('d-0', count)).copy, false)
  })
})
