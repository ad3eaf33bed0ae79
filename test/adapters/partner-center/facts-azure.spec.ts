import assert from 'node:assert/strict'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { guidOf, harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { atTheOperator, minute, noOf } from './at-the-operator.ts'

const shop = guidOf(61)
const lab = guidOf(62)

async function plan(switches: SwitchChange = {}, appOnly = false) {
  const at = await atTheOperator({
    subscription: { soldAs: 'azure-plan', azure: [{ id: shop, name: 'shop' }, { id: lab }] },
    switches: { azureReactivation: 'works', ...switches },
    appOnly,
  })
  return {
    ...at,
    stop: (id = shop, intent = at.newIntent()) => at.lane.stopAzure(harbor, seats, id, intent),
    start: (id = shop, intent = at.newIntent()) => at.lane.startAzure(harbor, seats, id, intent),
    shown: async (id = shop) => (await at.lane.azureSubscription(harbor, seats, id)).status,
    really: (id = shop) => at.simulator.azure().find((each) => each.id === id)?.status,
  }
}

describe('single Azure subscriptions, by facts/partner-center 7', () => {
  afterEach(stopSimulators)

  it('are listed with their names, their plan and their status', async () => {
    const { lane } = await plan()
    assert.deepEqual(await lane.azureSubscriptions(harbor, seats), [
      { id: shop, name: 'shop', plan: seats, status: 'active' },
      { id: lab, name: lab, plan: seats, status: 'active' },
    ])
  })

  for (const oneEntitlement of ['GET', 'POST'] as const)
    it(`one is read whichever method its page means: ${oneEntitlement} (!)`, async () => {
      const { shown, lane } = await plan({ oneEntitlement })
      assert.equal(await shown(), 'active')
      assert.deepEqual(await noOf(lane.azureSubscription(harbor, seats, guidOf(9))), ['not-found', '800111'])
    })

  it('are stopped for compromise, one at a time, and read active for ten minutes more', async () => {
    const { stop, shown, really, simulator } = await plan()
    await stop()
    assert.deepEqual([really(shop), really(lab)], ['inactive', 'active'])
    simulator.advance(10 * minute - 1000)
    assert.equal(await shown(), 'active')
    simulator.advance(1000)
    assert.deepEqual([await shown(shop), await shown(lab)], ['inactive', 'active'])
  })

  it('one that is stopped is left alone', async () => {
    const { stop, simulator, changes } = await plan()
    await stop()
    simulator.advance(10 * minute)
    await stop()
    assert.equal(changes().length, 1)
  })

  it('are brought back by API, and it takes a while (!)', async () => {
    const { stop, start, shown, simulator } = await plan({ azureReactivation: 'works' })
    await stop()
    simulator.advance(10 * minute)
    await start()
    assert.equal(await shown(), 'inactive')
    simulator.advance(10 * minute)
    assert.equal(await shown(), 'active')
  })

  for (const [azureReactivation, code] of [
    ['portal-only', '900337'],
    ['not-permitted', '900335'],
  ] as const)
    it(`or not by API: ${azureReactivation} (!)`, async () => {
      const { stop, start, really, simulator } = await plan({ azureReactivation })
      await stop()
      simulator.advance(10 * minute)
      assert.deepEqual(await noOf(start()), ['refused', code])
      assert.equal(really(), 'inactive')
    })

  it('keep their plan from being suspended until the last of them reads inactive', async () => {
    const { stop, suspend, look, simulator } = await plan()
    assert.deepEqual(await noOf(suspend()), ['refused', '900115'])
    await stop(shop)
    await stop(lab)
    assert.deepEqual(await noOf(suspend()), ['refused', '900115'])
    simulator.advance(10 * minute)
    await suspend()
    assert.equal((await look()).status, 'suspended')
  })

  it('come back when the customer wants it while the plan is active, and not once it is suspended', async () => {
    const { stop, suspend, reactivate, really, simulator } = await plan()
    await stop(shop)
    await stop(lab)
    simulator.flipAzure({ id: shop, status: 'active' })
    assert.equal(really(), 'active')
    simulator.advance(10 * minute)
    assert.deepEqual(await noOf(suspend()), ['refused', '900115'])
    await stop(shop)
    simulator.advance(10 * minute)
    await suspend()
    assert.throws(() => simulator.flipAzure({ id: shop, status: 'active' }), /not active/)
    // The plan's return brings none of them back.
    await reactivate()
    assert.equal(really(), 'inactive')
  })

  it('cannot be brought back under a suspended plan', async () => {
    const { stop, start, suspend, reactivate, simulator, really } = await plan()
    await stop(shop)
    await stop(lab)
    simulator.advance(10 * minute)
    await suspend()
    assert.deepEqual(await noOf(start()), ['refused', '900337'])
    await reactivate()
    await start()
    simulator.advance(10 * minute)
    assert.equal(really(), 'active')
  })

  it('may be for people only (3.3)', async () => {
    const { stop } = await plan({ appOnlyMayChange: false }, true)
    assert.deepEqual(await noOf(stop()), ['unauthorised', '900329'])
  })

  it('are not asked for in China at all', async () => {
    const at = await atTheOperator({ lane: 'china', subscription: { soldAs: '21vianet' } })
    assert.deepEqual(await at.lane.azureSubscriptions(harbor, seats), [])
    assert.deepEqual(await noOf(at.lane.stopAzure(harbor, seats, shop, at.newIntent())), ['not-found', '800111'])
    assert.deepEqual(at.simulator.log(), [])
  })
})
