import assert from 'node:assert/strict'
import { lastGiven, recordGiven, type PolicyGiven } from '../../../domain/policy/policy-given.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { contoso, mei, morning, sam } from '../../kit/builders.ts'

const versions = [
  { number: 1, since: '2025-01-10T02:00:00.000Z' },
  { number: 2, since: '2025-03-03T02:00:00.000Z' },
] as const

function given(on: Day | null, known: Parameters<typeof recordGiven>[1]['versions'] = versions, by = mei) {
  const facts = { id: 'g-1', by, versions: known, timeZone: 'Asia/Shanghai', now: morning } as const
  return recordGiven({ customer: contoso, on, how: null }, facts)
}
const versionOn = (on: Day | null) => {
  const outcome = given(on)
  return outcome.ok ? outcome.value.version : outcome.refusal.code
}

describe('giving the policy to a customer', () => {
  it('names the version that ruled on that day', () => {
    assert.equal(versionOn(null), 2)
    assert.equal(versionOn('2025-03-03'), 2)
    assert.equal(versionOn('2025-03-02'), 1)
    // Before the desk kept versions it can only have been the one it found.
    assert.equal(versionOn('2024-06-01'), 1)
    assert.equal(versionOn('2025-04-01'), 'given-in-future')
  })

  it('does not guess a version that nobody kept', () => {
    const outcome = given('2025-02-01', versions.slice(1))
    assert.deepEqual(outcome, { ok: false, refusal: { code: 'before-any', since: '2025-03-03' } })
  })

  it('is for whoever collects', () => assert.equal(given(null, versions, sam).ok, false))

  it('counts by the day it was given, not by when that was recorded', () => {
    const one = (on: Day, minute: number, version: number): PolicyGiven => ({
      ...{ id: `g-${minute}`, customer: contoso, version, on, how: null, by: 'mei' },
      at: `2025-03-31T02:0${minute}:00.000Z`,
    })
    assert.equal(lastGiven([one('2025-03-20', 1, 2), one('2025-01-20', 2, 1)])?.version, 2)
    assert.equal(lastGiven([one('2025-03-20', 2, 3), one('2025-03-20', 1, 2)])?.version, 3)
    assert.equal(lastGiven([]), null)
  })
})
