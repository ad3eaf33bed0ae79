import assert from 'node:assert/strict'
import type { SinonFakeTimers } from 'sinon'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aMorning, aPromise, aRunner } from './a-runner.ts'

describe('a promise that somebody else kept while it was tried', () => {
  let clock: SinonFakeTimers
  beforeEach(() => {
    clock = aMorning()
  })

  it('is nothing to give back', async () => {
    const released: string[] = []
    const kept = memoryStore()
    const store: DeskStore = {
      ...kept,
      async release(id) {
        released.push(id)
        await kept.release(id)
      },
    }
    await store.commit({ outbox: [aPromise('a')] })
    const { runner } = aRunner(clock, {
      store,
      async keep({ id }) {
        await store.commit({ settle: [id] })
        throw new Error('too late')
      },
    })
    runner.start()
    await clock.tickAsync(60_000)
    await runner.stop()
    assert.deepEqual(released, [])
  })
})
