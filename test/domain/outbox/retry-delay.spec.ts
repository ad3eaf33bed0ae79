import assert from 'node:assert/strict'
import { confirmDelay, patience, retryDelay } from '../../../domain/outbox/retry-delay.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'

const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes
const fault = (facts: Partial<FaultFacts>) => new OutsideFault({ service: 'x', kind: 'unreachable', ...facts })

describe('how long to wait', () => {
  for (const [attempts, wait] of [
    [0, 5 * seconds],
    [1, 10 * seconds],
    [2, 20 * seconds],
    [6, 320 * seconds],
    [7, 10 * minutes],
    [1000, 10 * minutes],
  ] as const)
    it(`silence backs off: after ${attempts} tries ${wait} ms`, () => {
      assert.equal(retryDelay(fault({}), attempts), wait)
      assert.equal(retryDelay(fault({ kind: 'throttled' }), attempts), wait)
    })

  it('the outside’s own word goes first, though never below a second', () => {
    for (const kind of ['throttled', 'busy', 'unreachable'] as const) {
      assert.equal(retryDelay(fault({ kind, retryAfterMs: 90 * seconds }), 9), 90 * seconds)
      assert.equal(retryDelay(fault({ kind, retryAfterMs: 0 }), 9), seconds)
    }
  })

  it('and never beyond an hour: one bad header must not outlast all patience', () => {
    for (const retryAfterMs of [2 * hours, 9_999_999 * seconds, Date.UTC(275_000, 0)])
      assert.equal(retryDelay(fault({ kind: 'throttled', retryAfterMs }), 0), hours)
  })

  it('a state that passes by itself is looked at hourly', () => {
    assert.equal(retryDelay(fault({ kind: 'busy' }), 0), hours)
    assert.equal(retryDelay(fault({ kind: 'busy' }), 40), hours)
  })

  for (const [attempts, wait] of [
    [0, 2 * seconds],
    [1, 4 * seconds],
    [8, 512 * seconds],
    [9, 15 * minutes],
    [1000, 15 * minutes],
  ] as const)
    it(`what was accepted is looked at again: after ${attempts} looks ${wait} ms`, () =>
      assert.equal(confirmDelay(attempts), wait))

  it('patience ends after a day, with a renewal after two', () => {
    assert.equal(patience(fault({})), 24 * hours)
    assert.equal(patience(fault({ kind: 'throttled' })), 24 * hours)
    assert.equal(patience(fault({ kind: 'busy' })), 48 * hours)
  })
})
