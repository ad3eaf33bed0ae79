import assert from 'node:assert/strict'
import type { PartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import type { SeedSubscription } from '../../adapters/simulators/partner-center/seed.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import type { SubscriptionId } from '../../domain/shared/ids.ts'
import { later } from '../../domain/shared/time.ts'
import { laneAt } from '../adapters/partner-center/a-lane.ts'
import { aSimulator, guidOf, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { aDesk, type ADesk } from '../kit/a-desk.ts'
import { contoso, fabrikam, mei, phones, seats, wang } from '../kit/builders.ts'

const quarter = 15 * 60_000
const voicemail = 'c0ffee00-0000-4000-8000-000000000003'

describe('the watch over a simulated operator, through the real client', () => {
  let its: ADesk
  let simulator: PartnerCenterSimulator
  beforeEach(async () => {
    const sold = { offer: 'Example 365', soldAs: '21vianet', quantity: 5 } as const
    const subscriptions: readonly SeedSubscription[] = [
      { ...sold, id: seats },
      { ...sold, id: phones },
      { ...sold, id: voicemail, parent: seats },
    ]
    its = await aDesk()
    simulator = await aSimulator({
      lane: 'china',
      now: () => its.world.now,
      seed: {
        customers: [
          { id: contoso, name: 'Contoso 中国', domain: 'contoso.cn', subscriptions: [...subscriptions] },
          { id: fabrikam, name: 'Fabrikam 中国', domain: 'fabrikam.cn', subscriptions: [] },
        ],
      },
      switches: { changes: 'later', provisioningMs: 10 * 60_000 },
    })
    const client = laneAt(simulator, { now: () => its.world.now })
    // The operator takes GUIDs only; this desk counts.
    const guid = (intent: string) => guidOf(Number(intent.slice('id-'.length)))
    const operator: OperatorLane = {
      ...client,
      suspend: (customer, subscription, intent) => client.suspend(customer, subscription, guid(intent)),
      reactivate: (customer, subscription, intent) => client.reactivate(customer, subscription, guid(intent)),
    }
    its = its.reopened({ lane: () => operator })
    await its.desk.watch.pass('china', 100)
  })
  afterEach(stopSimulators)

  const found = async () =>
    (await its.store.list('sighting')).flatMap(({ value }) =>
      value.subscriptions.map(({ id, difference }) => `${value.id} ${nameOf(id)} ${difference}`),
    )
  const look = async (ms = quarter) => {
    its.world.now = later(its.world.now, ms)
    await its.desk.watch.pass('china', 100)
  }
  const flip = (subscription: SubscriptionId, status: 'active' | 'suspended', by: 'operator' | 'portal' | 'customer') =>
    simulator.flip({ customer: contoso, subscription, status, by, suspensionReasons: ['AcceptableUse'] })

  it('never reports our own suspensions and resumptions, at any moment on their way', async () => {
    const shown = await its.desk.laneOf('china')?.subscriptions(contoso)
    assert(shown)
    const ask = { reason: 'non-payment', subscriptions: [seats, phones], note: null, override: null } as const
    assert((await its.desk.suspensions.request(contoso, ask, shown, mei, 'place')).ok)
    assert((await its.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
    // Approved; accepted; arrived while nobody has read it back; read back.
    await look()
    await its.carryOutDue()
    await look()
    assert.equal(simulator.transitions().length, 3, 'seats with their add-on, and phones')
    await look(60_000)
    await its.run(1)
    await look()
    assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
    await look()
    await its.carryOutDue()
    await look()
    await its.run(1)
    await look()
    await look()
    const now = await its.desk.laneOf('china')?.subscriptions(contoso)
    assert.deepEqual(
      now?.map(({ id, status }) => `${nameOf(id)} ${status}`),
      ['seats active', 'phones active', 'voicemail active'],
      'the resume put its add-on back',
    )
    assert.deepEqual(await found(), [])
  })

  for (const by of ['operator', 'portal'] as const)
    it(`finds within one look what was suspended by the ${by}`, async () => {
      flip(seats, 'suspended', by)
      await look()
      assert.deepEqual(await found(), ['O-1 seats suspended-elsewhere'])
      const [sighting] = await its.store.list('sighting')
      assert.deepEqual(sighting?.value.subscriptions[0]?.suspensionReasons, ['AcceptableUse'])
      assert.equal((await its.store.list('held')).length, 1)
    })

  it('finds within one look what the customer brought back though we hold it', async () => {
    const shown = await its.desk.laneOf('china')?.subscriptions(contoso)
    assert(shown)
    const ask = { reason: 'non-payment', subscriptions: [phones], note: null, override: null } as const
    assert((await its.desk.suspensions.request(contoso, ask, shown, mei, 'place')).ok)
    assert((await its.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
    await its.run(1)
    flip(phones, 'active', 'customer')
    await look()
    assert.deepEqual(await found(), ['O-1 phones active-though-held'])
  })

  it('asks nothing but to read', async () => {
    flip(seats, 'suspended', 'operator')
    await look()
    const calls = simulator.log().flatMap((entry) => (entry.kind === 'call' ? [entry.method] : []))
    assert.deepEqual(new Set(calls.filter((method) => method !== 'POST')), new Set(['GET']))
  })
})

function nameOf(id: SubscriptionId): string {
  return id === seats ? 'seats' : id === phones ? 'phones' : 'voicemail'
}
