import assert from 'node:assert/strict'
import { oneByOne } from '../../dialogs/one-by-one.ts'

describe('what is done one by one', () => {
  it('goes in the order in which it was asked for, whatever becomes of what went before', async () => {
    const inTurn = oneByOne()
    const done: string[] = []
    const gate = Promise.withResolvers<void>()
    const first = inTurn('a', async () => {
      await gate.promise
      done.push('first')
      throw new Error('refused')
    })
    const second = inTurn('a', async () => done.push('second'))
    const third = inTurn('a', async () => done.push('third'))
    await inTurn('b', async () => done.push('elsewhere'))
    gate.resolve()
    await assert.rejects(first, /refused/)
    assert.deepEqual([await second, await third], [3, 4])
    assert.deepEqual(done, ['elsewhere', 'first', 'second', 'third'])
  })

  it('forgets what is over', async () => {
    const inTurn = oneByOne()
    await inTurn('a', async () => undefined)
    assert.equal(await inTurn('a', async () => 'again'), 'again')
  })
})
