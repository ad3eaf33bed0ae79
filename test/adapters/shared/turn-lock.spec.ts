import assert from 'node:assert/strict'
import sinon from 'sinon'
import { TooBusy, TurnOverran, turnLock } from '../../../adapters/shared/turn-lock.ts'

const limits = { waiting: 2, waitMs: 1_000, turnMs: 5_000 }

/** A turn that ends when it is told to. */
function held(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const turn = async () => {
    log.push(`${name} begins`)
    await promise
    log.push(`${name} ends`)
    return name
  }
  return { turn, end: resolve, fail: reject }
}

describe('the turn lock', () => {
  let clock: sinon.SinonFakeTimers
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })

  it('runs the turns of one key one after the other, in order', async () => {
    const lock = turnLock(limits)
    const log: string[] = []
    const [first, second, third] = [held(log, '1'), held(log, '2'), held(log, '3')]
    const all = [lock('a', first.turn), lock('a', second.turn), lock('a', third.turn)]
    third.end()
    second.end()
    first.end()
    assert.deepEqual(await Promise.all(all), ['1', '2', '3'])
    assert.deepEqual(log, ['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
  })

  it('lets other keys go on', async () => {
    const lock = turnLock(limits)
    const log: string[] = []
    const [mine, yours] = [held(log, 'mine'), held(log, 'yours')]
    const waiting = lock('a', mine.turn)
    yours.end()
    assert.equal(await lock('b', yours.turn), 'yours')
    mine.end()
    await waiting
  })

  it('turns away what would wait behind too many', async () => {
    const lock = turnLock(limits)
    const turn = held([], '1')
    const all = [1, 2, 3].map(() => lock('a', turn.turn))
    await assert.rejects(lock('a', turn.turn), TooBusy)
    turn.end()
    await Promise.all(all)
  })

  it('turns away what waited too long, and forgets it', async () => {
    const lock = turnLock(limits)
    const log: string[] = []
    const [slow, late] = [held(log, 'slow'), held(log, 'late')]
    const running = lock('a', slow.turn)
    const waiting = lock('a', late.turn)
    await Promise.all([assert.rejects(waiting, TooBusy), clock.tickAsync(1_000)])
    slow.end()
    await running
    assert.equal(await lock('a', () => Promise.resolve('next')), 'next')
    assert.deepEqual(log, ['slow begins', 'slow ends'])
  })

  it('passes over what gave up waiting', async () => {
    const lock = turnLock(limits)
    const slow = held([], 'slow')
    const running = lock('a', slow.turn)
    const late = assert.rejects(
      lock('a', () => Promise.resolve('late')),
      TooBusy,
    )
    await clock.tickAsync(600)
    const behind = lock('a', () => Promise.resolve('behind'))
    await Promise.all([late, clock.tickAsync(600)])
    slow.end()
    await running
    assert.equal(await behind, 'behind')
  })

  it('goes on after a turn that fails', async () => {
    const lock = turnLock(limits)
    const broken = held([], 'broken')
    const failing = lock('a', broken.turn)
    const next = lock('a', () => Promise.resolve('next'))
    broken.fail(new Error('broken'))
    await assert.rejects(failing, /broken/)
    assert.equal(await next, 'next')
  })

  it('goes on after a turn that never ends, and says so', async () => {
    const lock = turnLock({ ...limits, waitMs: 60_000 })
    const endless = held([], 'endless')
    const overrun = lock('a', endless.turn)
    const next = lock('a', () => Promise.resolve('next'))
    await Promise.all([assert.rejects(overrun, TurnOverran), clock.tickAsync(5_000)])
    assert.equal(await next, 'next')
    assert.equal(clock.countTimers(), 0)
  })
})
