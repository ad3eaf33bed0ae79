import assert from 'node:assert/strict'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { SimulatedTicket } from '../../../adapters/simulators/partner-center/simulated-ticket.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'
import { startOperators } from '../../../bot/demo/operators.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { OperatorLane } from '../../../domain/ports/operator-lane.ts'
import { dayAt, instantOf } from '../../../domain/shared/time.ts'
import { countedIds } from '../../adapters/simulators/a-seed.ts'
import { customerCalled } from '../../kit/demo-desk.ts'

describe('what the operators of the demo know', () => {
  let operators: Awaited<ReturnType<typeof startOperators>>
  let now: () => ReturnType<typeof instantOf>
  before(async () => {
    now = () => instantOf(Date.now())
    operators = await startOperators({}, demoCustomers(), dayAt(now(), 'UTC'))
  })
  after(() => operators.close())

  function laneOf(lane: Lane): OperatorLane {
    const settings = operators.lanes[lane]
    assert.ok(settings)
    const deps = { fetch, now, newId: countedIds(), timings: { retryWaitsMs: [] } }
    return openPartnerCenterLane({ lane, ...settings, allow: isLoopback }, deps)
  }
  async function sold(name: string) {
    const { lane, tenantId } = customerCalled(name)
    const operator = laneOf(lane)
    return { operator, tenantId, subscriptions: await operator.subscriptions(tenantId) }
  }

  for (const name of ['Adventure Works', 'Wide World Importers'])
    it(`${name} has Azure subscriptions under a plan`, async () => {
      const { operator, tenantId, subscriptions } = await sold(name)
      const plan = subscriptions.find(({ model }) => model === 'azure-plan')
      assert.ok(plan)
      const azure = await operator.azureSubscriptions(tenantId, plan.id)
      assert.ok(azure.length > 0)
      assert.ok(azure.every(({ status }) => status === 'active'))
    })

  it('some seats become fewer with the next term, which a suspension would drop', async () => {
    for (const name of ['Northwind Traders', 'Adventure Works']) {
      const { subscriptions } = await sold(name)
      const [seats] = subscriptions
      assert.ok(seats?.scheduledChange?.quantity)
      assert.ok(seats.scheduledChange.quantity < seats.quantity)
      assert.equal(seats.model, 'new-commerce')
    }
  })

  it('Tailspin Toys has bought something that can still be cancelled', async () => {
    const { operator, tenantId, subscriptions } = await sold('Tailspin Toys')
    const fresh = subscriptions.find(({ cancellableUntil }) => cancellableUntil !== null && cancellableUntil > now())
    assert.ok(fresh)
    await operator.cancel(tenantId, fresh.id, countedIds(50)())
    assert.equal((await operator.subscription(tenantId, fresh.id)).status, 'deleted')
  })

  it('licences are told outside China, and charges everywhere', async () => {
    for (const [name, licences] of [
      ['Fabrikam Inc', true],
      ['Adventure Works', true],
      ['Contoso Ltd', false],
    ] as const) {
      const { operator, tenantId, subscriptions } = await sold(name)
      const told = await operator.licences(tenantId)
      assert.equal(told !== null, licences)
      for (const { assigned, total } of told ?? []) assert.ok(assigned > 0 && assigned <= total)
      const [seats] = subscriptions
      const charged = (await operator.costs(tenantId))?.find(({ subscription }) => subscription === seats?.id)
      assert.ok(charged && charged.amount.minor > 0)
      assert.equal(charged.amount.currency, customerCalled(name).currency)
      assert.equal(await operator.provisioned(tenantId, charged.subscription), 'success')
    }
  })

  it('some tickets were filed before, one of them closed and one answered, none with a number of the desk’s', async () => {
    const ticketsOf = async (lane: Lane) => {
      const { apiUrl } = operators.lanes[lane] ?? {}
      const { tickets } = (await (await fetch(`${apiUrl}/simulator/tickets`)).json()) as {
        readonly tickets: readonly SimulatedTicket[]
      }
      return tickets
    }
    const global = await ticketsOf('global')
    assert.deepEqual(
      global.map(({ status, customer, openedBy, notes }) => [status, customer, openedBy, notes.at(-1)?.by]),
      [
        ['closed', customerCalled('Northwind Traders').tenantId, 'desk', 'desk'],
        ['attention_needed', customerCalled('Harbor Lane Foods').tenantId, 'desk', 'operator'],
      ],
    )
    const government = await ticketsOf('us-government')
    assert.deepEqual(
      government.map(({ status, customer }) => [status, customer]),
      [['open', customerCalled('Adventure Works').tenantId]],
    )
    assert.deepEqual(await ticketsOf('china'), [])
    assert.ok([...global, ...government].every(({ title, modifiedAt }) => !/PD-/.test(title) && modifiedAt < now()))
  })

  it('nothing that is sold is unknown to the desk', async () => {
    for (const name of ['Adventure Works', 'Wide World Importers', 'Tailspin Toys', 'Contoso Ltd']) {
      const { subscriptions } = await sold(name)
      assert.ok(subscriptions.every(({ model }) => model !== 'unknown'))
    }
  })
})
