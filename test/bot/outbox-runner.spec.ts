import assert from 'node:assert/strict'
import type { SinonFakeTimers } from 'sinon'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aDoor, aMorning, aPromise, aRunner } from './a-runner.ts'

describe('the outbox runner', () => {
  let clock: SinonFakeTimers
  let store: DeskStore
  beforeEach(() => {
    clock = aMorning()
    store = memoryStore()
  })
  const promised = (...promises: readonly ReturnType<typeof aPromise>[]) => store.commit({ outbox: promises })
  const waiting = async () => (await store.backlog()).waiting

  it('keeps what is due once, earliest first, and nothing else', async () => {
    await promised(aPromise('c', 2), aPromise('a', -2000), aPromise('b', -1000), aPromise('tomorrow', 86_400_000))
    const { runner, tries, outcomes } = aRunner(clock, { store })
    runner.start()
    await clock.tickAsync(5_000)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0', 'b at 0', 'c at 500'])
    assert.deepEqual(outcomes, ['update-cards kept', 'update-cards kept', 'update-cards kept'])
    assert.equal(await waiting(), 1)
  })

  it('keeps a promise within half a second of its hour, without being woken', async () => {
    const { runner, tries } = aRunner(clock, { store })
    runner.start()
    await promised(aPromise('a', 60_300))
    await clock.tickAsync(60_299)
    assert.deepEqual(tries, [])
    await clock.tickAsync(500)
    assert.deepEqual(tries, ['a at 60500'])
    await runner.stop()
  })

  it('looks at once when it is woken', async () => {
    const { runner, tries } = aRunner(clock, { store })
    runner.start()
    await clock.tickAsync(100)
    await promised(aPromise('a'))
    runner.wake()
    await clock.tickAsync(0)
    assert.deepEqual(tries, ['a at 100'])
    await runner.stop()
  })

  it('looks again for what was promised while it looked', async () => {
    const { runner, tries } = aRunner(clock, { store })
    runner.start()
    runner.wake()
    await promised(aPromise('a'))
    runner.wake()
    await clock.tickAsync(0)
    assert.deepEqual(tries, ['a at 0'])
    await runner.stop()
  })

  it('works on eight at once, and on the next as soon as one is done', async () => {
    await promised(...Array.from({ length: 10 }, (_, at) => aPromise(`p${at}`, at - 10)))
    const doors = new Map(Array.from({ length: 10 }, (_, at) => [`p${at}`, aDoor()]))
    const { runner, tries } = aRunner(clock, { store, keep: ({ id }) => doors.get(id)?.passed ?? Promise.resolve() })
    runner.start()
    await clock.tickAsync(5_000)
    assert.equal(tries.length, 8)
    doors.get('p3')?.open()
    await clock.tickAsync(0)
    assert.deepEqual(tries.slice(8), ['p8 at 5000'])
    for (const door of doors.values()) door.open()
    await clock.tickAsync(0)
    await runner.stop()
    assert.equal(tries.length, 10)
    assert.equal(await waiting(), 0)
  })

  it('shares a store with another runner: each promise is kept by one of them', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `p${at}`)
    await promised(...ids.map((id) => aPromise(id, -1)))
    const [first, second] = [aRunner(clock, { store }), aRunner(clock, { store })]
    first.runner.start()
    second.runner.start()
    await clock.tickAsync(0)
    await Promise.all([first.runner.stop(), second.runner.stop()])
    const kept = [...first.tries, ...second.tries].map((line) => line.split(' ')[0])
    assert.deepEqual(kept.toSorted(), ids.toSorted())
    assert(first.tries.length > 0 && second.tries.length > 0)
    assert.equal(await waiting(), 0)
  })

  it('does nothing before it is started, and nothing after it was stopped', async () => {
    await promised(aPromise('a'))
    const { runner, tries } = aRunner(clock, { store })
    runner.wake()
    await clock.tickAsync(1_000)
    runner.start()
    await clock.tickAsync(0)
    await runner.stop()
    await promised(aPromise('b'))
    runner.wake()
    await clock.tickAsync(5_000)
    assert.deepEqual(tries, ['a at 1000'])
    assert.equal(clock.countTimers(), 0)
  })

  it('ends only when what is under way has ended, and begins nothing more', async () => {
    await promised(...Array.from({ length: 9 }, (_, at) => aPromise(`p${at}`, at - 10)))
    const door = aDoor()
    const { runner, tries } = aRunner(clock, { store, keep: () => door.passed })
    runner.start()
    await clock.tickAsync(0)
    let ended = false
    const end = runner.stop().then(() => (ended = true))
    await clock.tickAsync(60_000)
    assert.equal(ended, false)
    door.open()
    await end
    assert.equal(tries.length, 8)
    assert.equal(await waiting(), 1)
  })
})
