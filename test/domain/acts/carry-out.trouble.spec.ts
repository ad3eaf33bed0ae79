import assert from 'node:assert/strict'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, morning, phones, seats } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { actsOf, approved, promise, suspend, waiting } from './an-approval.ts'

describe('carrying out what was approved', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  describe('trouble', () => {
    const delays = () =>
      office.commits.flatMap(({ save = [] }) => save.flatMap(({ value }) => ('acts' in value ? value.acts : [])))
    const refreshes = () =>
      office.commits.flatMap(({ outbox = [] }) => outbox).filter(({ order }) => order.kind === 'update-cards').length

    it('is shown once while it stays the same, and is gone when it passes', async () => {
      await approved(office)
      const before = refreshes()
      office.operator.weather('looks', { kind: 'throttled' }, { kind: 'throttled' }, { kind: 'throttled' })
      await office.carryOutDue()
      const [first] = await actsOf(office)
      assert.deepEqual(first?.result, { state: 'waiting' })
      assert.deepEqual(first?.delay, {
        trouble: { kind: 'throttled', code: null, description: null, correlationId: null },
        since: morning,
      })
      await office.run(20 / 3600)
      assert.equal(refreshes(), before + 1)
      assert.equal(delays().filter(({ delay }) => delay !== null).length, 1)
      await office.run(1)
      const [last] = await actsOf(office)
      assert.deepEqual([last?.result.state, last?.delay], ['done', null])
    })

    it('of another kind is shown anew', async () => {
      await approved(office)
      office.operator.weather('looks', { kind: 'throttled' }, { kind: 'unreachable' }, { kind: 'unreachable' })
      await office.carryOutDue()
      await office.run(20 / 3600)
      assert.equal((await actsOf(office))[0]?.delay?.trouble.kind, 'unreachable')
      assert.equal(refreshes(), 3)
    })

    it('waits as long as the operator asked for', async () => {
      await approved(office)
      office.operator.weather('looks', { kind: 'throttled', retryAfterMs: 90_000 })
      await office.carryOutDue()
      const { earliestDue } = await office.store.backlog()
      assert.equal(earliestDue, later(morning, 90_000))
      office.world.now = later(morning, 90_000)
      assert.equal((await promise(office)).attempts, 1)
    })

    it('that stays ends the act at once, without a hold', async () => {
      await approved(office)
      office.operator.weather('changes', { kind: 'refused', code: '800070', description: 'Not eligible.' })
      await office.carryOutDue()
      assert.deepEqual((await actsOf(office))[0]?.result, {
        state: 'failed',
        at: morning,
        trouble: { kind: 'refused', code: '800070', description: 'Not eligible.', correlationId: null },
      })
      assert.equal(await office.get('held', `china/${contoso}/${seats}`), null)
      assert.equal(await waiting(office), 0)
    })

    it('of the subscription is waited out for two days, then people are asked', async () => {
      await approved(office)
      office.operator.weather('looks', ...Array.from({ length: 2000 }, (): Weather => ({ kind: 'busy' })))
      await office.run(47)
      assert.equal((await actsOf(office))[0]?.result.state, 'waiting')
      await office.run(2.5)
      const [act] = await actsOf(office)
      assert.equal(act?.result.state === 'failed' && act.result.trouble.kind, 'busy')
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
      assert.deepEqual(office.operator.transitions, [])
    })

    for (const kind of ['unreachable', 'throttled', 'unauthorised'] as const)
      it(`of the lane is waited out as long as the approval holds, since people can act by hand (${kind})`, async () => {
        await approved(office)
        office.operator.weather('looks', ...Array.from({ length: 2000 }, (): Weather => ({ kind })))
        await office.run(47)
        assert.equal((await actsOf(office))[0]?.result.state, 'waiting')
        await office.run(2)
        const request = await office.get('suspension', 'S-1')
        assert.equal(request?.status === 'void' && request.why, 'too-late')
        assert.deepEqual(office.operator.transitions, [])
      })

    it('with a call that left is waited out for a day to the last moment, and not a moment longer', async () => {
      await approved(office)
      office.operator.weather('changes', { kind: 'unreachable' })
      const entry = await promise(office)
      await suspend(office, entry)
      const day = 24 * 3_600_000
      for (const [past, state] of [
        [day, 'sent'],
        [day + 1, 'failed'],
      ] as const) {
        office.world.now = later(morning, past)
        office.operator.weather('looks', { kind: 'unreachable' })
        await suspend(office, entry)
        assert.equal((await actsOf(office))[0]?.result.state, state)
      }
    })

    it('with one subscription does not keep another waiting', async () => {
      await approved(office, [seats, phones])
      office.operator.weather('looks', { kind: 'busy' })
      await office.carryOutDue()
      assert.deepEqual(
        (await actsOf(office)).map(({ result }) => result.state),
        ['waiting', 'done'],
      )
      await office.run(2)
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
    })
  })
})
