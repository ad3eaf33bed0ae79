import assert from 'node:assert/strict'
import { useFakeTimers, type SinonFakeTimers } from 'sinon'
import { tidyUploads } from '../../bot/tidy-uploads.ts'
import { instantOf } from '../../domain/shared/time.ts'
import { memoryShelf } from '../kit/memory-shelf.ts'

const hour = 3_600_000

describe('tidying uploads', () => {
  let clock: SinonFakeTimers
  beforeEach(() => {
    clock = useFakeTimers()
  })
  afterEach(() => clock.restore())

  it('lets go of a file within an hour of its day, until it is stopped', async () => {
    const shelf = memoryShelf(() => instantOf(clock.now))
    await shelf.put(new Uint8Array([1]))
    const tidying = tidyUploads(shelf, { error: () => assert.fail('nothing is wrong') })
    await clock.tickAsync(23 * hour)
    assert.equal(shelf.size, 1)
    await clock.tickAsync(hour)
    assert.equal(shelf.size, 0)
    await shelf.put(new Uint8Array([1]))
    tidying.stop()
    await clock.tickAsync(48 * hour)
    assert.equal(shelf.size, 1)
  })

  it('tells of a disk that fails, and tries again', async () => {
    const logged: string[] = []
    let tries = 0
    const tidy = () => Promise.reject(new Error(`try ${(tries += 1)}`))
    const tidying = tidyUploads({ tidy }, { error: (_facts: object, text?: string) => void logged.push(text ?? '') })
    await clock.tickAsync(2 * hour)
    tidying.stop()
    assert.deepEqual([tries, logged], [2, ['uploads could not be tidied', 'uploads could not be tidied']])
  })
})
