import assert from 'node:assert/strict'
import { StaleWrite } from '../../../domain/ports/desk-store.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { unlessStale, untilFresh } from '../../../domain/shared/versioned.ts'

describe('a commit of somebody who was slower', () => {
  it('is an answer, not an error', async () => {
    const outcome = await unlessStale(async () => {
      throw new StaleWrite('suspension', 'S-1')
    })
    assert.deepEqual(outcome, refused({ code: 'changed-since' }))
  })

  it('is as it was when nobody was faster', async () => {
    assert.deepEqual(await unlessStale(async () => granted('yes')), granted('yes'))
    await assert.rejects(
      unlessStale(async () => {
        throw new Error('disk full')
      }),
      /disk full/,
    )
  })

  it('is tried again by the desk itself until it is fresh, but not for ever', async () => {
    let tries = 0
    const attempt = (stale: number) => async () => {
      if ((tries += 1) <= stale) throw new StaleWrite('held', 'x')
      return tries
    }
    assert.equal(await untilFresh(attempt(9)), 10)
    tries = 0
    await assert.rejects(untilFresh(attempt(10)), StaleWrite)
    assert.equal(tries, 10)
  })

  it('other errors are not tried again', async () => {
    let tries = 0
    await assert.rejects(
      untilFresh(async () => {
        tries += 1
        throw new Error('disk full')
      }),
      /disk full/,
    )
    assert.equal(tries, 1)
  })
})
