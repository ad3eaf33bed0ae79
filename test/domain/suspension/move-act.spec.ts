import assert from 'node:assert/strict'
import type { ActResult, SkipReason } from '../../../domain/acts/subscription-act.ts'
import { moveAct } from '../../../domain/suspension/move-act.ts'
import { anAct, anApprovedSuspension, aPendingSuspension, minute, phones, seats } from '../../kit/builders.ts'

const done: ActResult = { state: 'done', at: minute(2), confirmed: true }
const skipped = (why: SkipReason): ActResult => ({ state: 'skipped', at: minute(2), why })
const failed: ActResult = {
  state: 'failed',
  at: minute(2),
  trouble: { kind: 'refused', code: null, description: null, correlationId: null },
}
/** Two acts; the first ended like this. */
const withFirst = (result: ActResult) =>
  anApprovedSuspension({ acts: [anAct({ result }), anAct({ subscription: phones, intent: 'intent-2' })] })

describe('a request whose acts move on', () => {
  it('stays approved while any of them is not settled', () => {
    const request = withFirst({ state: 'waiting' })
    assert.deepEqual(moveAct(request, seats, { result: done }, minute(2)), withFirst(done))
    const last = moveAct(withFirst(done), phones, { result: { state: 'accepted', at: minute(2) } }, minute(2))
    assert.equal(last.status, 'approved')
  })

  for (const [what, first, second] of [
    ['both done', done, done],
    ['one was so already', done, { state: 'already', at: minute(2) }],
    ['one failed', failed, done],
    ['both failed', failed, failed],
    ['one was left out', skipped('paid'), done],
    ['one was left out, one failed', skipped('paid'), failed],
    ['both were left out, one because it was held again', skipped('held-again'), skipped('paid')],
    ['one was left out for another hold', skipped('other-holds'), skipped('paid')],
  ] as const)
    it(`is carried out with its last act: ${what}`, () => {
      const next = moveAct(withFirst(first), phones, { result: second }, minute(3))
      assert.equal(next.status, 'carried-out')
      assert.equal(next.status === 'carried-out' && next.endedAt, minute(3))
      assert.deepEqual(next.status === 'carried-out' && next.acts.map(({ result }) => result), [first, second])
    })

  for (const why of ['paid', 'no-longer-due', 'ledger-too-old', 'customer-rematched'] as const)
    it(`is void when every act was left out: ${why}`, () => {
      const next = moveAct(withFirst(skipped(why)), phones, { result: skipped('paid') }, minute(3))
      const { acts, ...asked } = withFirst(done)
      assert.equal(acts.length, 2)
      assert.deepEqual(next, { ...asked, status: 'void', endedAt: minute(3), why })
    })

  it('with a single act left out is void, as if it had never been approved', () => {
    const next = moveAct(anApprovedSuspension(), seats, { result: skipped('paid') }, minute(3))
    assert.deepEqual(next, {
      ...aPendingSuspension(),
      approvals: [{ by: 'wang', at: minute(1) }],
      status: 'void',
      endedAt: minute(3),
      why: 'paid',
    })
  })
})
