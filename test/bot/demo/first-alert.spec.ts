import assert from 'node:assert/strict'
import { useFakeTimers, type SinonFakeTimers } from 'sinon'
import { createFirstAlert } from '../../../bot/demo/first-alert.ts'

describe('the first alert of the demo', () => {
  let clock: SinonFakeTimers
  let raised: number
  beforeEach(() => {
    clock = useFakeTimers()
    raised = 0
  })
  afterEach(() => clock.restore())
  const first = () => createFirstAlert(() => (raised += 1))

  it('waits for somebody, who has read the greeting by then', () => {
    const alert = first()
    clock.tick(600_000)
    assert.equal(raised, 0)
    alert.someoneIsThere()
    clock.tick(7_999)
    assert.equal(raised, 0)
    clock.tick(1)
    assert.equal(raised, 1)
  })

  it('comes once, whoever else comes in', () => {
    const alert = first()
    alert.someoneIsThere()
    alert.someoneIsThere()
    clock.tick(60_000)
    alert.someoneIsThere()
    clock.tick(60_000)
    assert.equal(raised, 1)
  })

  it('does not come once the demo has ended', () => {
    const alert = first()
    alert.someoneIsThere()
    alert.stop()
    clock.tick(60_000)
    assert.equal(raised, 0)
  })
})
