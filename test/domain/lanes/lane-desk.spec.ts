import assert from 'node:assert/strict'
import { lanes } from '../../../domain/customers/lane.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, ines, lin, mei, morning, otto, rosa, sam, seats, uma, wang } from '../../kit/builders.ts'
import { actsOf, approved, promise, suspend } from '../acts/an-approval.ts'
import { here, refusal, restart, stop } from './a-lane.ts'

const hour = 3_600_000

describe('a lane', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const state = (lane: 'china' | 'global' = 'china') => office.desk.lanes.stateOf(lane)

  describe('that is new here', () => {
    const opened = async (account = 'other') => {
      await office.desk.lanes.open({ china: account }, false)
      return office.get('lane', 'china')
    }

    it('starts watch-only, and administrators are told', async () => {
      office = await aDesk()
      await opened()
      assert.equal((await state()).status, 'watch-only')
      assert.equal((await office.get('lane-switch', 'W-1'))?.status, 'offered')
      const posted = (await office.due()).map(({ order }) => order)
      assert.deepEqual(posted[0], { kind: 'post-case', case: 'W-1', askedIn: null })
    })

    it('is the lane of another account too, and of none else', async () => {
      await office.desk.lanes.open({ china: 'partner' }, false)
      assert.equal((await state()).status, 'acting')
      await opened('another partner account')
      assert.equal((await state()).status, 'watch-only')
      await opened('another partner account')
      assert.equal(await office.get('lane-switch', 'W-2'), null, 'told once')
    })

    it('acts from the start in the demo', async () => {
      await office.desk.lanes.open({ china: 'demo' }, true)
      assert.equal((await state()).status, 'acting')
      assert.equal(await office.get('lane-switch', 'W-1'), null)
    })

    it('keeps its stop when its account changes', async () => {
      await stop(office, wang)
      await opened()
      assert.equal((await state()).status, 'stopped')
      await restart(office, wang, lin)
      assert.equal((await state()).status, 'watch-only')
    })

    it('ends what is approved as not done, and holds nothing', async () => {
      await opened()
      await approved(office)
      await suspend(office, await promise(office))
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'void')
      assert.equal(request.why, 'watch-only')
      assert.deepEqual(office.operator.calls, [])
      assert.deepEqual(await office.desk.resumptions.heldOf(request.customer), [])
    })

    it('holds again what it does not bring back', async () => {
      await approved(office)
      await office.run(1)
      await opened()
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.run(1)
      assert.equal((await office.operator.subscription(contoso, seats)).status, 'suspended')
      assert.equal((await office.desk.resumptions.heldOf(contoso)).length, 1)
    })

    it('does not act on what was approved before two administrators switched it on', async () => {
      await opened()
      await approved(office)
      await office.run(1)
      assert((await office.desk.lanes.askActing('china', ines, here)).ok)
      assert((await office.desk.lanes.confirm({ case: 'W-2', version: 1 }, otto)).ok)
      await office.run(47)
      assert.deepEqual(office.operator.transitions, [])
    })
  })

  describe('is let act', () => {
    beforeEach(() => office.desk.lanes.open({ china: 'new' }, false))
    const ask = () => office.desk.lanes.askActing('china', ines, here)
    const confirm = (by: typeof ines) => office.desk.lanes.confirm({ case: 'W-2', version: 1 }, by)

    it('by two different administrators', async () => {
      assert((await ask()).ok)
      assert.equal(refusal(await confirm(ines)), 'own-request')
      assert.equal(refusal(await confirm(wang)), 'not-allowed')
      assert.equal((await state()).status, 'watch-only')
      assert((await confirm(otto)).ok)
      assert.deepEqual(await state(), { lane: 'china', status: 'acting', since: morning, by: ['ines', 'otto'] })
      assert.equal((await office.get('lane-switch', 'W-1'))?.status, 'taken', 'the offer is over')
      assert.equal(refusal(await ask()), 'acts-already')
    })

    it('by administrators only', async () => {
      for (const by of [mei, wang, rosa, sam])
        assert.equal(refusal(await office.desk.lanes.askActing('china', by, here)), 'not-allowed')
    })

    it('not by an ask that is a week old', async () => {
      assert((await ask()).ok)
      office.world.now = later(morning, 7 * 24 * hour)
      assert.equal(refusal(await confirm(otto)), 'expired')
      await office.desk.lanes.expire('W-2')
      assert.equal((await office.get('lane-switch', 'W-2'))?.status, 'expired')
    })

    it('not by an ask from before its account changed', async () => {
      assert((await ask()).ok)
      office.world.now = later(morning, hour)
      await office.desk.lanes.open({ china: 'newer' }, false)
      assert.equal(refusal(await confirm(otto)), 'overtaken')
    })

    it('once: a second ask finds the first', async () => {
      assert((await ask()).ok)
      assert.equal(refusal(await office.desk.lanes.askActing('china', uma, here)), 'asked-before')
    })

    it('not where none is configured', async () => {
      assert.equal(refusal(await office.desk.lanes.askActing('global', ines, here)), 'not-configured')
      office.world.configured = false
      assert.equal((await state()).status, 'not-configured')
    })

    it('no more, by one administrator alone', async () => {
      assert((await ask()).ok)
      assert((await confirm(otto)).ok)
      assert.equal(refusal(await office.desk.lanes.watchOnly('china', wang)), 'not-allowed')
      assert((await office.desk.lanes.watchOnly('china', uma)).ok)
      assert.equal((await state()).status, 'watch-only')
      assert.equal(refusal(await office.desk.lanes.watchOnly('china', uma)), 'watches-already')
      await approved(office)
      await office.run(1)
      assert.deepEqual(office.operator.transitions, [])
    })
  })

  describe('is stopped', () => {
    it('by any approver, fraud lead or administrator alone, and by nobody else', async () => {
      for (const by of [wang, rosa, otto]) {
        office = await aDesk()
        await stop(office, by)
        assert.equal((await state()).status, 'stopped')
      }
      for (const by of [mei, sam]) assert.equal(refusal(await office.desk.lanes.stop(null, by, here)), 'not-allowed')
    })

    it('and restarted by two', async () => {
      await stop(office, wang)
      const asked = await office.desk.lanes.askRestart(null, wang, here)
      assert(asked.ok)
      const at = { case: asked.value.id, version: 1 }
      assert.equal(refusal(await office.desk.lanes.confirm(at, wang)), 'own-request')
      assert.equal(refusal(await office.desk.lanes.confirm(at, mei)), 'not-allowed')
      assert.equal((await state()).status, 'stopped')
      assert((await office.desk.lanes.confirm(at, ines)).ok)
      assert.equal((await state()).status, 'acting')
      assert.equal((await office.get('lane-switch', 'W-1'))?.status, 'lifted')
    })

    it('although it is stopped: the restart that somebody asked for is rejected', async () => {
      const first = await stop(office, wang)
      assert((await office.desk.lanes.askRestart(null, wang, here)).ok)
      const again = await stop(office, rosa)
      assert.deepEqual([first.lanes, again.lanes, again.case, again.rejected], [lanes, [], null, ['W-2']])
      assert.equal(again.before[0]?.by, 'wang')
      assert.equal((await office.get('lane-switch', 'W-2'))?.status, 'rejected')
      assert.equal((await state()).status, 'stopped')
    })

    it('whoever writes its record at the same moment', async () => {
      let interfered = 0
      const busy = office.reopened({
        store: (store) => ({
          ...store,
          async commit(commit) {
            const stopping = commit.audit?.some(({ what }) => what === 'lane-switch.stopped')
            if (stopping && interfered < 3) {
              interfered += 1
              const lane = await store.get('lane', 'china')
              assert(lane)
              await store.commit({ save: [{ kind: 'lane', id: 'china', value: lane.value, basedOn: lane.version }] })
            }
            await store.commit(commit)
          },
        }),
      })
      await stop(busy, wang)
      assert.deepEqual([interfered, (await state()).status], [3, 'stopped'])
    })

    it('also where it is not configured: people may be asked to act there', async () => {
      assert.equal(refusal(await office.desk.lanes.askRestart('global', wang, here)), 'not-stopped')
      assert.deepEqual((await stop(office, wang, 'global')).lanes, ['global'])
      assert.deepEqual(
        (await office.desk.lanes.all()).map(({ status }) => status),
        ['stopped', 'not-configured', 'acting'],
      )
      await restart(office, wang, ines)
      assert.equal((await office.desk.lanes.stateOf('global')).status, 'not-configured')
    })

    it('and what each of its open cards shows is of before', async () => {
      await approved(office)
      const before = await office.store.get('suspension', 'S-1')
      await stop(office, wang)
      const [entry] = (await office.due()).filter(({ order }) => order.kind === 'refresh-lane')
      assert(entry)
      await office.desk.lanes.refresh(entry, 'china')
      const after = await office.store.get('suspension', 'S-1')
      assert.deepEqual([after?.version, after?.value], [(before?.version ?? 0) + 1, before?.value])
      assert((await office.due()).some(({ order }) => order.kind === 'update-cards' && order.case === 'S-1'))
    })
  })

  it('of a store that knows nothing of lanes sends nothing', async () => {
    const found = await office.store.get('lane', 'china')
    await office.store.commit({ remove: [{ kind: 'lane', id: 'china', basedOn: found?.version ?? 0 }] })
    assert.equal((await state()).status, 'watch-only')
    await approved(office)
    await suspend(office, await promise(office))
    assert.deepEqual([await actsOf(office), office.operator.transitions], [[], []])
    await stop(office, wang)
    assert.equal((await state()).status, 'stopped')
  })
})
