import assert from 'node:assert/strict'
import { isBegun, isSettled, newAct, withAct, type ActResult } from '../../../domain/acts/subscription-act.ts'
import { anAct, minute, phones, seats } from '../../kit/builders.ts'

const trouble = { kind: 'refused', code: '900329', description: null, correlationId: null } as const
const results: { readonly [S in ActResult['state']]: Extract<ActResult, { readonly state: S }> } = {
  waiting: { state: 'waiting' },
  sent: { state: 'sent', at: minute(1) },
  accepted: { state: 'accepted', at: minute(1) },
  done: { state: 'done', at: minute(1), confirmed: true },
  already: { state: 'already', at: minute(1) },
  failed: { state: 'failed', at: minute(1), trouble },
  skipped: { state: 'skipped', at: minute(1), why: 'paid' },
}

describe('an act', () => {
  it('begins by waiting, with nothing in its way', () => {
    assert.deepEqual(newAct(seats, 'Seats', 'intent-1'), {
      subscription: seats,
      name: 'Seats',
      intent: 'intent-1',
      result: { state: 'waiting' },
      delay: null,
    })
  })

  for (const [state, settled, begun] of [
    ['waiting', false, false],
    ['sent', false, true],
    ['accepted', false, true],
    ['done', true, true],
    ['already', true, true],
    ['failed', true, true],
    ['skipped', true, true],
  ] as const)
    it(`${state} is ${settled ? 'settled' : 'not settled'} and ${begun ? 'begun' : 'not begun'}`, () => {
      const act = anAct({ result: results[state] })
      assert.equal(isSettled(act), settled)
      assert.equal(isBegun(act), begun)
    })

  const delay = { trouble, since: minute(1) }
  const acts = [anAct({ delay }), anAct({ subscription: phones })]

  it('moves alone, and a result ends its delay', () => {
    assert.deepEqual(withAct(acts, seats, { result: results.done }), [anAct({ result: results.done }), acts[1]])
  })
  it('may be delayed, and keeps its result', () => {
    assert.deepEqual(withAct(acts, phones, { delay }), [acts[0], anAct({ subscription: phones, delay })])
  })
  it('that is not there moves nothing', () => assert.deepEqual(withAct(acts, 'third', { result: results.done }), acts))

  for (const state of ['done', 'already', 'failed', 'skipped'] as const)
    it(`keeps its result once it is settled (${state}): nothing happens twice`, () => {
      const settled = [anAct({ result: results[state] })]
      for (const result of Object.values(results)) assert.deepEqual(withAct(settled, seats, { result }), settled)
      assert.deepEqual(withAct(settled, seats, { delay }), settled)
    })
})
