import assert from 'node:assert/strict'
import sinon from 'sinon'
import { acknowledgedFirst } from '../../../adapters/slack/acknowledged-first.ts'

describe('turns of Slack', () => {
  it('begin one after the other, each after another look at the network', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout'] })
    const first = acknowledgedFirst()
    const begun: string[] = []
    for (const name of ['Mei', 'Wang', 'Lin']) void first().then(() => begun.push(name))
    await Promise.resolve()
    assert.equal(begun.length, 0)
    for (const expected of [['Mei'], ['Mei', 'Wang'], ['Mei', 'Wang', 'Lin']]) {
      await clock.tickAsync(1)
      assert.deepEqual([...begun], expected)
    }
    void first().then(() => begun.push('Ines'))
    await clock.tickAsync(1)
    assert.deepEqual([...begun], ['Mei', 'Wang', 'Lin', 'Ines'])
  })
})
