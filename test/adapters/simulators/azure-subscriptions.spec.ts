import assert from 'node:assert/strict'
import type { SeedSubscription } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { aSeed, aSimulator, aSubscription, guidOf, harbor, seats, standingClock, stopSimulators } from './a-seed.ts'
import { caller, seatsPath, type DirectAnswer } from './direct.ts'

const shop = guidOf(61)
const lab = guidOf(62)
const all = `${seatsPath}/azureEntitlements`
const compromise = { cancellationReason: 'compromise' }
const minute = 60_000

async function plan(switches: SwitchChange = {}, seed: Partial<SeedSubscription> = {}, lane: Lane = 'global') {
  const clock = standingClock()
  const azure = [{ id: shop, name: 'shop' }, { id: lab }]
  const simulator = await aSimulator({
    lane,
    seed: aSeed([aSubscription({ soldAs: 'azure-plan', azure, ...seed })]),
    switches: { tokenLifetimeSeconds: 1_000_000, ifMatch: 'optional', ...switches },
    now: clock.now,
  })
  const call = await caller(simulator)
  const order = (id: string, verb: 'cancel' | 'reactivate', body: unknown = compromise) =>
    call(`${all}/${id}/${verb}`, { method: 'POST', body })
  const suspend = () => call(seatsPath, { method: 'PATCH', body: { status: 'suspended' } })
  const shown = async () => {
    const { body } = await call(all)
    return (body['items'] as { status: string }[]).map(({ status }) => status)
  }
  return { simulator, call, order, suspend, shown, clock }
}

const refusal = ({ status, body }: DirectAnswer) => [status, body['code']]

describe('simulated Azure subscriptions (7)', () => {
  afterEach(stopSimulators)

  it('are listed with the plan as their subscription, in both spellings of the path', async () => {
    const { call } = await plan()
    for (const path of [all, all.toLowerCase()]) {
      const { body } = await call(path)
      assert.deepEqual(
        (body['items'] as Record<string, unknown>[]).map(({ id, friendlyName, status, subscriptionId }) => {
          return [id, friendlyName, status, subscriptionId]
        }),
        [
          [shop, 'shop', 'active', seats],
          [lab, lab, 'active', seats],
        ],
      )
    }
  })

  it('can be only counted in the seed', async () => {
    const { simulator } = await plan({}, { azure: undefined, activeAzureSubscriptions: 2 })
    const ids = simulator.azure().map(({ id }) => id)
    assert.equal(new Set(ids).size, 2)
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  for (const [method, other] of [
    ['GET', 'POST'],
    ['POST', 'GET'],
  ] as const)
    it(`are read one by one by ${method} (!)`, async () => {
      const { call } = await plan({ oneEntitlement: method })
      assert.equal((await call(`${all}/${shop}`, { method })).body['friendlyName'], 'shop')
      assert.equal((await call(`${all}/${shop}`, { method: other })).status, 405)
    })

  it('stop at once and are shown ten minutes late', async () => {
    const { order, shown, simulator, clock } = await plan()
    const answer = await order(shop, 'cancel')
    assert.deepEqual([answer.status, answer.body['status']], [200, 'active'])
    assert.equal(simulator.azure()[0]?.status, 'inactive')
    clock.move(10 * minute - 1)
    assert.deepEqual(await shown(), ['active', 'active'])
    clock.move(1)
    assert.deepEqual(await shown(), ['inactive', 'active'])
  })

  it('take no other reason, and none at all', async () => {
    const { order, simulator } = await plan()
    assert.deepEqual(refusal(await order(shop, 'cancel', { cancellationReason: 'abuse' })), [400, '900307'])
    assert.deepEqual(refusal(await order(shop, 'cancel', '')), [400, '800002'])
    assert.deepEqual(simulator.transitions(), [])
  })

  for (const [stoppedAgain, answer] of [
    ['refused', [400, '800040']],
    ['taken', [200, undefined]],
  ] as const)
    it(`are ${stoppedAgain === 'taken' ? 'stopped' : 'not stopped'} twice (?)`, async () => {
      const { order, simulator } = await plan({ stoppedAgain })
      await order(shop, 'cancel')
      assert.deepEqual(refusal(await order(shop, 'cancel')), answer)
      assert.equal(simulator.transitions().length, 1)
    })

  for (const [azureReactivation, answer] of [
    ['works', [202, undefined]],
    ['portal-only', [400, '900337']],
    ['not-permitted', [403, '900335']],
  ] as const)
    it(`return by API or not: ${azureReactivation} (!)`, async () => {
      const { order, shown, clock } = await plan({ azureReactivation })
      await order(shop, 'cancel')
      clock.move(10 * minute)
      assert.deepEqual(refusal(await order(shop, 'reactivate')), answer)
      assert.deepEqual(await shown(), ['inactive', 'active'])
      clock.move(10 * minute)
      assert.deepEqual(await shown(), [azureReactivation === 'works' ? 'active' : 'inactive', 'active'])
    })

  it('are not stopped while they return', async () => {
    const { order, clock } = await plan({ azureReactivation: 'works' })
    await order(shop, 'cancel')
    await order(shop, 'reactivate')
    assert.deepEqual(refusal(await order(shop, 'cancel')), [409, '800060'])
    clock.move(10 * minute)
    assert.equal((await order(shop, 'cancel')).status, 200)
  })

  it('cannot return under a plan that is not active, nor arrive there', async () => {
    const { order, simulator, clock } = await plan({ azureReactivation: 'works' })
    await order(shop, 'cancel')
    await order(shop, 'reactivate')
    simulator.flip({ customer: harbor, subscription: seats, status: 'suspended' })
    clock.move(10 * minute)
    assert.deepEqual(refusal(await order(shop, 'reactivate')), [400, '900337'])
    assert.equal(simulator.azure()[0]?.status, 'inactive')
  })

  it('keep their plan from being suspended or ended while one of them reads active', async () => {
    const { order, suspend, clock, simulator, call } = await plan()
    const end = () => call(seatsPath, { method: 'PATCH', body: { status: 'deleted' } })
    await order(shop, 'cancel')
    await order(lab, 'cancel')
    assert.deepEqual(refusal(await suspend()), [403, '900115'])
    assert.deepEqual(refusal(await end()), [403, '900115'])
    clock.move(10 * minute)
    assert.equal((await suspend()).status, 200)
    assert.equal((await end()).status, 200)
    assert.equal(simulator.subscriptions()[0]?.status, 'deleted')
  })

  it('are brought back by the customer while the plan is active, and not afterwards', async () => {
    const { order, suspend, simulator, clock } = await plan()
    await order(shop, 'cancel')
    await order(lab, 'cancel')
    simulator.flipAzure({ id: shop, status: 'active' })
    assert.deepEqual(
      simulator.transitions().map(({ subscription, to, by }) => [subscription, to, by]),
      [
        [shop, 'inactive', 'partner'],
        [lab, 'inactive', 'partner'],
        [shop, 'active', 'customer'],
      ],
    )
    clock.move(10 * minute)
    await order(shop, 'cancel')
    clock.move(10 * minute)
    await suspend()
    assert.throws(() => simulator.flipAzure({ id: shop, status: 'active' }), /not active/)
  })

  it('are refused like any change for a customer in trouble', async () => {
    for (const [condition, answer] of [
      ['no-relationship', [403, '900159']],
      ['locked', [403, '900416']],
      ['under-review', [403, '800073']],
      ['not-approved', [403, '800075']],
    ] as const) {
      const { order, simulator } = await plan()
      simulator.condition(harbor, condition)
      assert.deepEqual(refusal(await order(shop, 'cancel')), answer)
    }
  })

  it('are not found under another id, plan or in China', async () => {
    const { call, order } = await plan()
    assert.deepEqual(refusal(await order(guidOf(9), 'cancel')), [404, '800111'])
    assert.deepEqual(refusal(await order('x', 'cancel')), [400, '800002'])
    assert.deepEqual(refusal(await call(all.replace(seats, guidOf(9)))), [404, '20003'])
    const china = await plan({}, {}, 'china')
    assert.equal((await china.call(all)).status, 404)
    assert.equal((await china.order(shop, 'cancel')).status, 404)
  })

  it('are carried out once for one MS-RequestId', async () => {
    const { call, simulator } = await plan()
    const order = { method: 'POST', body: compromise, requestId: guidOf(77) }
    for (let time = 0; time < 2; time += 1) assert.equal((await call(`${all}/${shop}/cancel`, order)).status, 200)
    assert.equal(simulator.transitions().length, 1)
  })
})
