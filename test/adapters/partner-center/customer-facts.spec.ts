import assert from 'node:assert/strict'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from './a-lane.ts'
import { atTheOperator, day, noOf } from './at-the-operator.ts'

const licences = [
  { product: 'Microsoft 365 Business', assigned: 19, total: 25 },
  { product: 'Power BI Pro', assigned: 0, total: 3 },
]
const monthlyCharge = { amount: 12.5, currency: 'USD' }

function harborLane(over: { lane?: Lane; switches?: SwitchChange; appOnly?: boolean } = {}) {
  return atTheOperator({
    customer: { licences },
    subscription: { start: '2025-12-01T00:00:00Z', monthlyCharge },
    ...over,
  })
}

const page = (...items: readonly object[]) => json({ totalCount: items.length, items })

function scripted(answer: Scripted, lane: Lane = 'global') {
  const { fetch, said } = scriptedFetch(answer)
  return { said, lane: openPartnerCenterLane({ ...aConfig, lane }, instantDeps({ fetch }).deps) }
}

describe('what an operator tells of a customer', () => {
  afterEach(stopSimulators)

  it('licences by product, and how many people have one', async () => {
    const { lane } = await harborLane()
    assert.deepEqual(await lane.licences(harbor), licences)
  })

  it('what the partner is charged, in minor units, with the days it is charged for', async () => {
    const { lane } = await harborLane()
    assert.deepEqual(await lane.costs(harbor), [
      { subscription: seats, amount: { minor: 1250, currency: 'USD' }, from: '2026-02-01', to: '2026-02-28' },
    ])
  })

  it('how far an order has come', async () => {
    const at = await harborLane({ switches: { changes: 'later' } })
    const provisioned = () => at.lane.provisioned(harbor, seats)
    assert.equal(await provisioned(), 'success')
    await at.suspend()
    assert.equal(await provisioned(), 'pending')
    // Updated every 15 minutes: it says so after the change has arrived.
    at.simulator.advance(120_000)
    assert.deepEqual([await provisioned(), (await at.look()).status], ['pending', 'suspended'])
    at.simulator.advance(900_000)
    assert.equal(await provisioned(), 'success')
  })

  it('or that it failed', async () => {
    const at = await harborLane({ switches: { changes: 'fail-later' } })
    await at.suspend()
    at.simulator.advance(day)
    assert.deepEqual([await at.lane.provisioned(harbor, seats), (await at.look()).status], ['failed', 'active'])
  })

  for (const [why, over, told] of [
    ['to an app alone', { appOnly: true }, { licences: false, costs: false, provisioned: 'unknown' }],
    [
      'without a role in the customer’s tenant',
      { switches: { customerRole: 'missing' } },
      { licences: false, costs: true, provisioned: 'unknown' },
    ],
    [
      'where it is not offered',
      { switches: { serviceCosts: 'not-offered' } },
      { licences: true, costs: false, provisioned: 'success' },
    ],
    [
      'in China, where licences are the customer’s own matter',
      { lane: 'china' },
      { licences: false, costs: true, provisioned: 'success' },
    ],
  ] as const)
    it(`some of it not ${why}, which is no fault`, async () => {
      const { lane } = await harborLane(over)
      assert.deepEqual(
        {
          licences: (await lane.licences(harbor)) !== null,
          costs: (await lane.costs(harbor)) !== null,
          provisioned: await lane.provisioned(harbor, seats),
        },
        told,
      )
    })

  describe('is a fault', () => {
    for (const [what, answer, no] of [
      ['when our own programme is not active', json({ code: '800039' }, 403), ['unauthorised', '800039']],
      ['when a policy blocks us', json({ code: '900309' }, 403), ['unauthorised', '900309']],
      ['when a proxy answers', () => new Response('<html>', { status: 403 }), ['unreachable', 'unreadable']],
      ['when the customer is unknown', json({ code: '60003' }, 404), ['not-found', '60003']],
      ['when nobody answers', null, ['unreachable', 'no-answer']],
      ['when it is not what was asked for', json({ hello: 'world' }), ['unreachable', 'unreadable']],
    ] as const)
      it(what, async () => {
        for (const read of ['licences', 'costs'] as const)
          assert.deepEqual(await noOf(scripted(answer).lane[read](harbor)), no)
      })
  })

  it('is kept from us by any other 403, and by a route that is missing', async () => {
    for (const answer of [json({}, 403), json({ code: '900308' }, 403), () => new Response('', { status: 404 })]) {
      const { lane } = scripted(answer)
      assert.deepEqual([await lane.licences(harbor), await lane.costs(harbor)], [null, null])
      assert.equal(await lane.provisioned(harbor, seats), 'unknown')
    }
  })

  it('names a product by its name, else by its number', async () => {
    const sku = (productSku: object) => ({ productSku, consumedUnits: 1, totalUnits: 2 })
    const { lane } = scripted(page(sku({ id: 'a', skuPartNumber: 'EMS' }), sku({ id: 'b' })))
    assert.deepEqual(
      (await lane.licences(harbor))?.map(({ product }) => product),
      ['EMS', 'b'],
    )
  })

  describe('charges', () => {
    const line = {
      subscriptionId: '71B5BCDD-51C8-4BF2-B704-D3432EE33064',
      afterTaxTotal: 17.219999999999999,
      pretaxTotal: 15,
      currencyCode: 'usd',
      startDate: '2016-01-12T00:00:00',
      endDate: '2016-02-11T00:00:00',
    }
    const costs = (...lines: readonly object[]) => scripted(page(...lines)).lane.costs(harbor)

    it('as in the published sample: a subscription in capitals, a total that is a binary fraction', async () => {
      assert.deepEqual(await costs(line), [
        {
          subscription: '71b5bcdd-51c8-4bf2-b704-d3432ee33064',
          amount: { minor: 1722, currency: 'USD' },
          from: '2016-01-12',
          to: '2016-02-11',
        },
      ])
    })

    it('in a currency’s own minor unit, and as a credit', async () => {
      const amounts = await costs(
        { ...line, currencyCode: 'JPY', afterTaxTotal: 1200 },
        { ...line, afterTaxTotal: -0.5 },
      )
      assert.deepEqual(
        amounts?.map(({ amount }) => amount),
        [
          { minor: 1200, currency: 'JPY' },
          { minor: -50, currency: 'USD' },
        ],
      )
    })

    it('without what belongs to no subscription', async () => {
      assert.deepEqual(await costs({ ...line, subscriptionId: null }), [])
    })

    for (const broken of [{ currencyCode: '' }, { startDate: 'soon' }, { afterTaxTotal: '17' }])
      it(`not at all where one cannot be read: ${JSON.stringify(broken)}`, async () => {
        assert.deepEqual(await noOf(costs({ ...line, ...broken })), ['unreachable', 'unreadable'])
      })
  })

  for (const [said, meant] of [
    ['success', 'success'],
    ['Pending', 'pending'],
    ['failed', 'failed'],
    ['done', 'unknown'],
    [1, 'unknown'],
  ] as const)
    it(`takes ${JSON.stringify(said)} of an order for ${meant}, since nobody published its numbers`, async () => {
      assert.equal(await scripted(json({ status: said })).lane.provisioned(harbor, seats), meant)
    })

  for (const [said, meant] of [
    ['Inactive', 'inactive'],
    ['disabled', 'unknown'],
    [2, 'unknown'],
  ] as const)
    it(`takes ${JSON.stringify(said)} of an Azure subscription for ${meant}`, async () => {
      const { lane } = scripted(page({ id: 'a', friendlyName: null, status: said }))
      assert.deepEqual(await lane.azureSubscriptions(harbor, seats), [
        { id: 'a', name: 'a', plan: seats, status: meant },
      ])
    })
})
