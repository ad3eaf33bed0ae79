import assert from 'node:assert/strict'
import type { SinonFakeTimers } from 'sinon'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { OutsideFault, type FaultFacts } from '../../domain/shared/outside-fault.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aMorning, aPromise, aRunner } from './a-runner.ts'

const second = 1_000
const hour = 3_600 * second

describe('a promise that cannot be kept', () => {
  let clock: SinonFakeTimers
  let store: DeskStore
  beforeEach(async () => {
    clock = aMorning()
    store = memoryStore()
    await store.commit({ outbox: [aPromise('a')] })
  })

  /** Fails with each of these in turn, then succeeds. */
  const failing = (...faults: readonly unknown[]) => {
    const left = [...faults]
    return async () => {
      if (left.length > 0) throw left.shift()
    }
  }
  const outside = (facts: Partial<FaultFacts> = {}) =>
    new OutsideFault({ service: 'partner-center:china', kind: 'unreachable', ...facts })

  it('is tried again after five seconds, then ten, then twenty, and kept once', async () => {
    const { runner, tries, outcomes } = aRunner(clock, { store, keep: failing(outside(), outside(), outside()) })
    runner.start()
    await clock.tickAsync(120 * second)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0', 'a at 5000', 'a at 15000', 'a at 35000'])
    assert.deepEqual(outcomes, [...Array<string>(3).fill('update-cards postponed'), 'update-cards kept'])
    assert.equal((await store.backlog()).waiting, 0)
  })

  it('waits as long as the outside asks, and an hour for what is busy', async () => {
    const asked = outside({ kind: 'throttled', retryAfterMs: 90 * second })
    const { runner, tries } = aRunner(clock, { store, keep: failing(asked, outside({ kind: 'busy' })) })
    runner.start()
    await clock.tickAsync(2 * hour)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0', `a at ${90 * second}`, `a at ${90 * second + hour}`])
  })

  it('is not dropped for a fault of ours either', async () => {
    const { runner, tries } = aRunner(clock, { store, keep: failing(new Error('a bug')) })
    runner.start()
    await clock.tickAsync(5 * second)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0', 'a at 5000'])
  })

  it('does not keep the others waiting', async () => {
    await store.commit({ outbox: [aPromise('b', 1), aPromise('c', 2)] })
    const { runner, tries } = aRunner(clock, {
      store,
      async keep({ id }) {
        if (id === 'a') throw new Error('always')
      },
    })
    runner.start()
    await clock.tickAsync(second)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0', 'b at 500', 'c at 500'])
    assert.equal((await store.backlog()).waiting, 1)
  })

  it('is remembered with its next hour, over a restart', async () => {
    const { runner } = aRunner(clock, { store, keep: failing(outside()) })
    runner.start()
    await clock.tickAsync(0)
    await runner.stop()
    const { dueAt } = aPromise('a', 5 * second)
    assert.deepEqual(await store.takeDue(dueAt, 10), [aPromise('a', 5 * second, 1)])
  })

  it('is logged with the number to quote, and without the words of the outside', async () => {
    const fault = outside({ status: 500, correlationId: 'c-1', description: 'Contoso owes too much' })
    const { runner, logged } = aRunner(clock, { store, keep: failing(fault) })
    runner.start()
    await clock.tickAsync(0)
    await runner.stop()
    const { entry, order, status, correlationId, msg } = JSON.parse(logged[0] ?? '') as Record<string, unknown>
    assert.deepEqual([entry, order, status, correlationId], ['a', 'update-cards', 500, 'c-1'])
    assert.equal(msg, 'promise postponed')
    assert.doesNotMatch(logged.join('\n'), /Contoso/)
  })

  it('is left alone when it was kept by somebody else meanwhile', async () => {
    const { runner, tries } = aRunner(clock, {
      store,
      async keep({ id }) {
        await store.commit({ settle: [id] })
        throw new Error('too late')
      },
    })
    runner.start()
    await clock.tickAsync(60 * second)
    await runner.stop()
    assert.deepEqual(tries, ['a at 0'])
    assert.equal((await store.backlog()).waiting, 0)
  })

  describe('while the store cannot write', () => {
    let broken: boolean
    const brittle = (): DeskStore => ({
      ...store,
      async commit(commit) {
        if (broken) throw new Error('the disk is full')
        await store.commit(commit)
      },
    })
    beforeEach(() => {
      broken = true
    })

    it('is tried again no sooner than if it had been put off', async () => {
      const { runner, tries } = aRunner(clock, { store: brittle() })
      runner.start()
      await clock.tickAsync(12 * second)
      broken = false
      await clock.tickAsync(60 * second)
      await runner.stop()
      assert.deepEqual(tries, ['a at 0', 'a at 5000', 'a at 10000', 'a at 15000'])
      assert.equal((await store.backlog()).waiting, 0)
    })

    it('is given back when the runner stops, and no timer is left', async () => {
      const { runner } = aRunner(clock, { store: brittle() })
      runner.start()
      await clock.tickAsync(0)
      await runner.stop()
      assert.equal(clock.countTimers(), 0)
      assert.deepEqual(await store.takeDue(aPromise('a').dueAt, 10), [aPromise('a')])
    })
  })

  it('waits for a store that cannot be read', async () => {
    let unreadable = true
    const shy: DeskStore = {
      ...store,
      async takeDue(now, limit) {
        if (unreadable) throw new Error('no answer')
        return store.takeDue(now, limit)
      },
    }
    const { runner, tries, logged } = aRunner(clock, { store: shy })
    runner.start()
    await clock.tickAsync(2 * second)
    unreadable = false
    await clock.tickAsync(500)
    await runner.stop()
    assert.deepEqual(tries, ['a at 2500'])
    assert.match(logged[0] ?? '', /outbox could not be read/)
  })
})
