import assert from 'node:assert/strict'
import type { SeedCustomer, SoldAs } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { aCustomer, aSimulator, aSubscription, harbor, seats, standingClock, stopSimulators } from './a-seed.ts'
import { caller, seatsPath, type DirectAnswer } from './direct.ts'

const licences = `/v1/customers/${harbor}/subscribedskus`
const costs = `/v1/customers/${harbor}/servicecosts/MostRecent/lineitems`
const day = 86_400_000

/** It is 31 March 2026, and the newest billed month is February. */
async function read(seed: Partial<SeedCustomer>, switches: SwitchChange = {}, lane: Lane = 'global') {
  const clock = standingClock()
  const patient = { tokenLifetimeSeconds: 1_000_000_000, ifMatch: 'optional', ...switches } as const
  const customers = [aCustomer(seed)]
  const simulator = await aSimulator({ lane, seed: { customers }, switches: patient, now: clock.now })
  const grant = { grant_type: 'refresh_token', refresh_token: simulator.connection.refreshToken }
  return { simulator, clock, app: await caller(simulator), person: await caller(simulator, grant) }
}

const refusal = ({ status, body }: DirectAnswer) => [status, body['code']]
const lines = ({ body }: DirectAnswer) => body['items'] as Record<string, unknown>[]

describe('what the simulated operator tells of a customer', () => {
  afterEach(stopSimulators)

  describe('licences', () => {
    const seed = { licences: [{ product: 'Power BI Pro', assigned: 4, total: 5 }] }

    it('by product', async () => {
      const { person } = await read(seed)
      const [line] = lines(await person(licences))
      assert.deepEqual(
        [line?.['consumedUnits'], line?.['totalUnits'], (line?.['productSku'] as { name: string }).name],
        [4, 5, 'Power BI Pro'],
      )
    })

    it('to people with a role in the customer’s tenant, and not in China', async () => {
      const { person, app } = await read(seed, { customerRole: 'missing' })
      assert.deepEqual(refusal(await app(licences)), [403, '900329'])
      assert.deepEqual(refusal(await person(licences)), [403, '900308'])
      assert.deepEqual(refusal(await person(`${seatsPath}/provisioningstatus`)), [403, '900308'])
      const china = await read(seed, {}, 'china')
      assert.equal((await china.person(licences)).status, 404)
    })
  })

  describe('what the partner is charged', () => {
    const sold = (soldAs: SoldAs, start: Instant = '2026-01-05T00:00:00Z'): Partial<SeedCustomer> => {
      const monthlyCharge = { amount: 280, currency: 'EUR' }
      return { subscriptions: [aSubscription({ soldAs, start, monthlyCharge, autoRenew: true })] }
    }

    it('for the newest whole month, with the subscription in capitals, to people only', async () => {
      const { person, app } = await read(sold('new-commerce'))
      assert.deepEqual(refusal(await app(costs)), [403, '900329'])
      const [line] = lines(await person(costs))
      assert.deepEqual(
        ['subscriptionId', 'startDate', 'endDate', 'afterTaxTotal', 'currencyCode'].map((field) => line?.[field]),
        [seats.toUpperCase(), '2026-02-01T00:00:00', '2026-02-28T00:00:00', 280, 'EUR'],
      )
    })

    it('from the day of the purchase', async () => {
      const { person } = await read(sold('new-commerce', '2026-02-15T00:00:00Z'))
      assert.equal(lines(await person(costs))[0]?.['afterTaxTotal'], 140)
    })

    it('in no other period, and not for what has no price', async () => {
      const { person } = await read({})
      assert.deepEqual(lines(await person(costs)), [])
      assert.deepEqual(refusal(await person(costs.replace('MostRecent', 'current'))), [400, '800002'])
    })

    it('or is not offered (?)', async () => {
      const { person } = await read({}, { serviceCosts: 'not-offered' })
      const answer = await person(costs)
      assert.deepEqual([answer.status, answer.text], [404, ''])
    })

    for (const [soldAs, switches, charged] of [
      ['new-commerce', {}, 280],
      ['legacy', {}, 0],
      ['21vianet', { vianetChargesSuspended: true }, 280],
      ['21vianet', { vianetChargesSuspended: false }, 0],
    ] as const)
      it(`while it is suspended (6.3): ${soldAs} ${charged}`, async () => {
        const { person, simulator, clock } = await read(sold(soldAs), switches)
        simulator.flip({ customer: harbor, subscription: seats, status: 'suspended' })
        clock.move(40 * day)
        assert.deepEqual(
          lines(await person(costs)).map(({ startDate, afterTaxTotal }) => [startDate, afterTaxTotal]),
          [['2026-04-01T00:00:00', charged]],
        )
      })
  })
})
