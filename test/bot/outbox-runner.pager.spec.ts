import assert from 'node:assert/strict'
import { memoryStore } from '../kit/memory-store.ts'
import { aPagerCall } from '../kit/paging.ts'
import { aDoor, aMorning, aPromise, aRunner } from './a-runner.ts'

describe('a mail server that does not answer', () => {
  it('keeps neither the webhook waiting nor what the desk does by itself', async () => {
    const clock = aMorning()
    try {
      const store = memoryStore()
      const call = aPagerCall()
      await store.commit({
        outbox: [
          ...Array.from({ length: 30 }, (_, at) => ({
            ...aPromise(`mail ${at}`, -2),
            order: { kind: 'page-by', call, way: 'mail', alarmed: false } as const,
          })),
          { ...aPromise('webhook', -1), order: { kind: 'page-by', call, way: 'webhook', alarmed: false } },
          aPromise('own', 0),
        ],
      })
      const door = aDoor()
      const { runner, tries } = aRunner(clock, {
        store,
        keep: ({ id }) => (id.startsWith('mail') ? door.passed : Promise.resolve()),
      })
      runner.start()
      await clock.tickAsync(500)
      assert.deepEqual(tries.filter((each) => !each.startsWith('mail')).toSorted(), ['own at 0', 'webhook at 0'])
      assert.equal(tries.length, 10)
      door.open()
      await clock.tickAsync(500)
      await runner.stop()
      assert.equal((await store.backlog()).waiting, 0)
    } finally {
      clock.restore()
    }
  })
})
