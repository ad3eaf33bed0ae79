import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isSettled, type ActResult, type SubscriptionAct } from '../../../domain/acts/subscription-act.ts'
import { takeStep, troubleOf } from '../../../domain/acts/take-step.ts'
import type { SubscriptionStatus } from '../../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { anAct, anOperatorCustomer, aSubscription, contoso, minute, morning, seats } from '../../kit/builders.ts'
import { fakeOperator, type FakeOperator, type Weather } from '../../kit/fake-operator.ts'
import { runs } from '../../kit/runs.ts'

/** The process dies. */
class Crash extends Error {}

describe('one step of an act', () => {
  let operator: FakeOperator
  let now: Instant
  let marks: number
  beforeEach(() => {
    operator = fakeOperator('china', [[anOperatorCustomer(), [aSubscription()]]])
    now = minute(5)
    marks = 0
  })

  /** Takes a step and says what was marked and called meanwhile. */
  async function step(
    changes: Partial<SubscriptionAct> = {},
    { wanted = 'suspended', ended = null }: { wanted?: 'suspended' | 'active'; ended?: ActResult | null } = {},
  ) {
    return takeStep(anAct(changes), {
      lane: operator,
      customer: contoso,
      wanted,
      now: () => now,
      stillWanted: async () => ended,
      begin: async () => {
        if (ended) return ended
        marks += 1
        assert(
          operator.calls.every((call) => call.startsWith('look')),
          'marked before the call leaves',
        )
        return null
      },
    })
  }
  const isFault = (kind: OutsideFault['facts']['kind']) => (thrown: unknown) =>
    thrown instanceof OutsideFault && thrown.facts.kind === kind
  const sent = { result: { state: 'sent', at: minute(1) } } as const
  const accepted = { result: { state: 'accepted', at: minute(1) } } as const

  it('looks, marks, calls, and looks again', async () => {
    assert.deepEqual(await step(), { state: 'done', at: minute(5), confirmed: true })
    assert.deepEqual(operator.calls, [`look ${seats}`, `suspend ${seats} intent-1`, `look ${seats}`])
    assert.equal(marks, 1)
    assert.deepEqual(operator.transitions, [{ subscription: seats, to: 'suspended', intent: 'intent-1' }])
  })

  it('brings service back the same way', async () => {
    operator.change(seats, { status: 'suspended' })
    assert.deepEqual(await step({}, { wanted: 'active' }), { state: 'done', at: minute(5), confirmed: true })
    assert.deepEqual(operator.transitions, [{ subscription: seats, to: 'active', intent: 'intent-1' }])
  })

  it('calls nobody when it was in that state before we did anything', async () => {
    operator.change(seats, { status: 'suspended' })
    assert.deepEqual(await step(), { state: 'already', at: minute(5) })
    assert.deepEqual(operator.calls, [`look ${seats}`])
    assert.equal(marks, 0)
  })

  it('calls nobody when it is no longer wanted', async () => {
    const ended = { state: 'skipped', at: minute(5), why: 'paid' } as const
    assert.deepEqual(await step({}, { ended }), ended)
    assert.deepEqual(operator.calls, [`look ${seats}`])
    assert.equal(marks, 0)
  })

  for (const status of ['deleted', 'expired', 'pending', 'disabled', 'unknown'] as const)
    for (const wanted of ['suspended', 'active'] as const)
      it(`calls nobody about a subscription that is ${status}, ${wanted} or not`, async () => {
        operator.change(seats, { status })
        assert.deepEqual(await step({}, { wanted }), {
          state: 'failed',
          at: minute(5),
          trouble: { kind: 'refused', code: `status-${status}`, description: null, correlationId: null },
        })
        assert.deepEqual(operator.calls, [`look ${seats}`])
      })

  describe('after a crash', () => {
    it('the call had arrived: it is seen, and is ours', async () => {
      operator.change(seats, { status: 'suspended' })
      assert.deepEqual(await step(sent), { state: 'done', at: minute(5), confirmed: true })
      assert.deepEqual(operator.calls, [`look ${seats}`])
    })

    it('the call had not left: it leaves, with the same intent, and is not marked twice', async () => {
      assert.deepEqual(await step(sent), { state: 'done', at: minute(5), confirmed: true })
      assert.deepEqual(operator.calls.at(1), `suspend ${seats} intent-1`)
      assert.equal(marks, 0)
    })

    it('the call may still arrive though it is no longer wanted: for an hour nobody says that nothing was done', async () => {
      const ended = { state: 'skipped', at: minute(5), why: 'paid' } as const
      now = minute(61)
      await assert.rejects(step(sent, { ended }), isFault('unreachable'))
      now = later(now, 1)
      assert.deepEqual(await step(sent, { ended }), ended)
      operator.change(seats, { status: 'suspended' })
      now = minute(5)
      assert.deepEqual(await step(sent, { ended }), { state: 'done', at: minute(5), confirmed: true })
      assert(operator.calls.every((call) => call.startsWith('look')))
    })

    it('the call is still on its way: asked again with the same intent it arrives once', async () => {
      operator.weather('changes', 'later')
      assert.deepEqual(await step(), { state: 'accepted', at: minute(5) })
      assert.deepEqual(await step(sent), { state: 'accepted', at: minute(5) })
      operator.letArrive()
      assert.equal(operator.transitions.length, 1)
    })
  })

  describe('accepted, but not seen yet', () => {
    it('is accepted, and only looked at from then on', async () => {
      operator.weather('changes', 'later')
      assert.deepEqual(await step(), { state: 'accepted', at: minute(5) })
      const before = operator.calls.length
      assert.deepEqual(await step(accepted), { state: 'accepted', at: minute(1) })
      assert.deepEqual(operator.calls.slice(before), [`look ${seats}`])
    })

    it('is done when it is seen', async () => {
      operator.change(seats, { status: 'suspended' })
      assert.deepEqual(await step(accepted), { state: 'done', at: minute(5), confirmed: true })
    })

    it('is not called off any more when the debt is paid: the call has left', async () => {
      const ended = { state: 'skipped', at: minute(5), why: 'paid' } as const
      assert.deepEqual(await step(accepted, { ended }), { state: 'accepted', at: minute(1) })
    })

    for (const [status, when] of [
      ['active', 'as it was'],
      ['pending', 'in between'],
      ['unknown', 'as something new'],
    ] as const satisfies readonly (readonly [SubscriptionStatus, string])[])
      it(`is told as not confirmed after a day of being seen ${when}`, async () => {
        operator.change(seats, { status })
        now = later(minute(1), 24 * 3_600_000)
        assert.deepEqual(await step(accepted), { state: 'accepted', at: minute(1) })
        now = later(now, 1)
        assert.deepEqual(await step(accepted), { state: 'done', at: now, confirmed: false })
      })

    for (const kind of ['unreachable', 'throttled', 'unauthorised', 'refused', 'not-found'] as const)
      it(`is never told as failed because nobody could look (${kind})`, async () => {
        operator.weather('looks', { kind })
        assert.deepEqual(await step(accepted), { state: 'accepted', at: minute(1) })
        operator.weather('looks', { kind })
        now = later(minute(1), 24 * 3_600_000 + 1)
        assert.deepEqual(await step(accepted), { state: 'done', at: now, confirmed: false })
      })
  })

  describe('a failing read after the call', () => {
    for (const kind of ['unreachable', 'throttled', 'unauthorised', 'not-found'] as const)
      it(`delays the confirmation and nothing else (${kind})`, async () => {
        operator.weather('looks', 'ok', { kind })
        assert.deepEqual(await step(), { state: 'accepted', at: minute(5) })
        assert.equal(operator.transitions.length, 1)
      })
  })

  describe('faults that pass', () => {
    for (const kind of ['unreachable', 'throttled', 'busy'] as const) {
      it(`are handed on, so that the step is taken again: looking (${kind})`, async () => {
        operator.weather('looks', { kind })
        await assert.rejects(step(), isFault(kind))
        assert.deepEqual(operator.transitions, [])
        assert.equal(marks, 0)
      })
      it(`are handed on, so that the step is taken again: calling (${kind})`, async () => {
        operator.weather('changes', { kind })
        await assert.rejects(step(), isFault(kind))
        assert.equal(marks, 1)
        assert.deepEqual(await step(sent), { state: 'done', at: minute(5), confirmed: true })
        assert.equal(operator.transitions.length, 1)
      })
    }

    it('an answer that was lost is made up for by looking', async () => {
      operator.weather('changes', 'lost')
      await assert.rejects(step(), isFault('unreachable'))
      assert.deepEqual(await step(sent), { state: 'done', at: minute(5), confirmed: true })
      assert.equal(operator.transitions.length, 1)
    })
  })

  describe('faults that stay', () => {
    it('but a no to us says nothing of the act while nothing was called: people can do it by hand', async () => {
      operator.weather('looks', { kind: 'unauthorised', code: '900329' })
      await assert.rejects(step(), isFault('unauthorised'))
      assert.equal(marks, 0)
    })

    for (const kind of ['refused', 'unauthorised', 'not-found'] as const)
      for (const where of kind === 'unauthorised' ? (['changes'] as const) : (['looks', 'changes'] as const))
        it(`end the act, in the operator’s own words (${kind}, ${where})`, async () => {
          operator.weather(where, { kind, code: '900329', description: 'No.', correlationId: 'c-1' })
          assert.deepEqual(await step(), {
            state: 'failed',
            at: minute(5),
            trouble: { kind, code: '900329', description: 'No.', correlationId: 'c-1' },
          })
          assert.deepEqual(operator.transitions, [])
        })
  })

  it('whatever breaks in whatever order: one transition at most, and a settled act once the faults stop', async () => {
    const sky = fc.constantFrom<Weather>(
      'ok',
      'lost',
      'later',
      { kind: 'unreachable' },
      { kind: 'throttled' },
      { kind: 'busy' },
    )
    const anAttempt = fc.record({
      looks: fc.array(sky, { maxLength: 2 }),
      changes: fc.array(sky, { maxLength: 1 }),
      crash: fc.constantFrom('no', 'no', 'before the mark', 'after the mark', 'before the result'),
      arrives: fc.boolean(),
      passes: fc.integer({ min: 0, max: 180 }),
    })
    let transitions = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anAttempt, { maxLength: 8 }), async (attempts) => {
        operator = fakeOperator('china', [[anOperatorCustomer(), [aSubscription()]]])
        now = morning
        let act = anAct()
        const attempt = async (crash: string) => {
          const fall = (where: string) => {
            if (crash === where) throw new Crash()
          }
          const result = await takeStep(act, {
            lane: operator,
            customer: contoso,
            wanted: 'suspended',
            now: () => now,
            stillWanted: async () => null,
            begin: async () => {
              fall('before the mark')
              act = { ...act, result: { state: 'sent', at: now } }
              fall('after the mark')
              return null
            },
          })
          fall('before the result')
          act = { ...act, result }
        }
        for (const { looks, changes, crash, arrives, passes } of attempts) {
          if (isSettled(act)) break
          operator.weather('looks', ...looks)
          operator.weather('changes', ...changes)
          now = later(now, passes * 1000)
          await attempt(crash).catch((thrown: unknown) => {
            if (!(thrown instanceof Crash || thrown instanceof OutsideFault)) throw thrown
          })
          if (arrives) operator.letArrive()
        }
        operator.clearUp()
        for (let tries = 0; tries < 3 && !isSettled(act); tries += 1) {
          await attempt('no')
          operator.letArrive()
        }
        assert.equal(act.result.state === 'done' && act.result.confirmed, true)
        assert.equal(operator.transitions.length, 1)
        transitions += operator.transitions.length
      }),
      { ...runs, numRuns: 1000 },
    )
    assert.equal(transitions, 1000)
  })

  it('a no after a try that was not answered ends nothing: that try may be carried out yet', async () => {
    operator.weather('changes', { kind: 'refused', code: '900309', afterSilence: true })
    await assert.rejects(step(), isFault('refused'))
    assert.equal(marks, 1)
  })

  it('our own mistakes are not the outside’s: they are thrown', async () => {
    const broken = { ...operator, subscription: () => Promise.reject(new TypeError('undefined is not a function')) }
    const parts = { customer: contoso, wanted: 'suspended', now: () => now } as const
    const quiet = { stillWanted: async () => null, begin: async () => null }
    for (const act of [anAct(), anAct(accepted)])
      await assert.rejects(takeStep(act, { ...parts, ...quiet, lane: broken }), TypeError)
  })

  it('trouble keeps what staff need and nothing of the cause', () => {
    assert.deepEqual(troubleOf(new OutsideFault({ service: 'x', kind: 'busy', status: 409, cause: new Error('y') })), {
      kind: 'busy',
      code: null,
      description: null,
      correlationId: null,
    })
  })
})
