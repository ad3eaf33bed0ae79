import assert from 'node:assert/strict'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { guidOf, harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { intent, laneAt } from './a-lane.ts'
import { atTheOperator, faultOf, minute, noOf, type AtTheOperator } from './at-the-operator.ts'

const shop = guidOf(61)
const fewer = { quantity: 9, product: null, term: null, billingCycle: null, instructions: '{"quantity":9}' }
const renewal = { autoRenew: true, scheduledChange: fewer }

interface Kind {
  readonly what: string
  readonly world: Parameters<typeof atTheOperator>[0]
  act(at: AtTheOperator): Promise<void>
  /** Whether it was carried out, by the operator's own books. */
  holds(at: AtTheOperator): boolean
}

const kinds: readonly Kind[] = [
  {
    what: 'a cancellation',
    world: { subscription: { start: '2026-03-30T06:00:00.000Z' } },
    act: (at) => at.cancel(seats, intent),
    holds: (at) => at.raw().status === 'deleted',
  },
  {
    what: 'a renewal',
    world: { subscription: { soldAs: 'legacy' } },
    act: (at) => at.lane.setRenewal(harbor, seats, renewal, intent),
    holds: (at) => JSON.stringify(at.raw().scheduledNextTermInstructions) === '{"quantity":9}',
  },
  {
    what: 'a stop of an Azure subscription',
    world: { subscription: { soldAs: 'azure-plan', azure: [{ id: shop }] } },
    act: (at) => at.lane.stopAzure(harbor, seats, shop, intent),
    holds: (at) => at.simulator.azure()[0]?.status === 'inactive',
  },
  {
    what: 'a start of an Azure subscription',
    world: {
      subscription: { soldAs: 'azure-plan', azure: [{ id: shop, status: 'inactive' }] },
      switches: { azureReactivation: 'works' },
    },
    act: (at) => at.lane.startAzure(harbor, seats, shop, intent),
    holds(at) {
      at.simulator.advance(10 * minute)
      return at.simulator.azure()[0]?.status === 'active'
    },
  },
]

describe('an answer that is lost', () => {
  afterEach(stopSimulators)

  const lose = (at: AtTheOperator, times: number) => {
    for (const method of ['PATCH', 'POST'])
      at.simulator.fault({ method, path: '/v1/', times, when: 'after', then: { kind: 'drop' } })
  }
  const open = ({ world }: Kind, switches: SwitchChange = {}) =>
    atTheOperator({ ...world, switches: { ...world?.switches, ...switches } })

  for (const kind of kinds)
    describe(kind.what, () => {
      for (const requestMemory of ['every-answer', 'successes'] as const)
        it(`is asked for again under the same id, and done once (memory: ${requestMemory})`, async () => {
          const at = await open(kind, { requestMemory })
          lose(at, 1)
          await kind.act(at)
          assert.deepEqual(
            at.changes().map(({ requestId, answered }) => [requestId, answered !== null]),
            [
              [intent, false],
              [intent, true],
            ],
          )
          assert.ok(kind.holds(at))
          assert.ok(at.simulator.transitions().length <= 1)
        })

      it('is looked at before a later try, which keeps the id', async () => {
        const at = await open(kind)
        lose(at, 4)
        assert.deepEqual(await noOf(kind.act(at)), ['unreachable', 'no-answer'])
        await kind.act(at)
        assert.deepEqual([...new Set(at.changes().map(({ requestId }) => requestId))], [intent])
        assert.ok(kind.holds(at))
        assert.ok(at.simulator.transitions().length <= 1)
      })

      it('was not carried out, where the call itself was lost', async () => {
        const at = await open(kind)
        for (const method of ['PATCH', 'POST'])
          at.simulator.fault({ method, path: '/v1/', times: 4, then: { kind: 'drop' } })
        assert.deepEqual(await noOf(kind.act(at)), ['unreachable', 'no-answer'])
        assert.ok(!kind.holds(at))
        await kind.act(at)
        assert.ok(kind.holds(at))
      })
    })

  describe('at an operator that remembers no ids', () => {
    const forgetful = { requestMemory: 'none' } as const

    it('a cancellation is seen to have been carried out', async () => {
      const [cancellation] = kinds
      assert.ok(cancellation)
      const at = await open(cancellation, forgetful)
      lose(at, 1)
      await cancellation.act(at)
      assert.deepEqual(
        at.changes().map(({ answered }) => answered),
        [null, 400],
      )
    })

    it('a stop that still reads active is left open by its refusal: it was asked for before', async () => {
      const stop = kinds[2]
      assert.ok(stop)
      const at = await open(stop, forgetful)
      lose(at, 1)
      const { facts } = await faultOf(stop.act(at))
      assert.deepEqual([facts.kind, facts.code, facts.afterSilence], ['refused', '800040', true])
      // The first call may be carried out yet, so that nothing else may be asked for in its place.
      await faultOf(stop.act(at))
      assert.deepEqual(
        at.changes().map(({ requestId }) => requestId),
        [intent, intent, intent],
      )
      at.simulator.advance(10 * minute)
      await stop.act(at)
      assert.equal(at.changes().length, 3)
      assert.equal(at.simulator.transitions().length, 1)
    })
  })
})

describe('trouble in the middle of an act', () => {
  afterEach(stopSimulators)

  it('a tag that was stale once is read again, a renewal like a status', async () => {
    let late = 1
    const at = await atTheOperator({
      subscription: { soldAs: 'legacy' },
      before(method, simulator) {
        if (method === 'PATCH' && late-- > 0) simulator.advance(60_001)
      },
    })
    await at.lane.setRenewal(harbor, seats, renewal, intent)
    assert.deepEqual(
      at.changes().map(({ answered, requestId }) => [answered, requestId === intent]),
      [
        [400, true],
        [200, false],
      ],
    )
    assert.deepEqual((await at.look()).scheduledChange, fewer)
  })

  it('a token that is taken back is fetched anew, for the same intent', async () => {
    let left = 1
    const at = await atTheOperator({
      subscription: { start: '2026-03-30T06:00:00.000Z' },
      before(method, simulator) {
        if (method === 'PATCH' && left-- > 0) simulator.revokeTokens()
      },
    })
    await at.cancel(seats, intent)
    assert.deepEqual(
      at.changes().map(({ answered, requestId }) => [answered, requestId]),
      [
        [401, intent],
        [200, intent],
      ],
    )
    assert.equal(at.raw().status, 'deleted')
  })

  for (const [what, wrong] of [
    ['secret', { clientSecret: 'wrong' }],
    ['app', { clientId: 'wrong' }],
    ['tenant', { tenantId: 'wrong' }],
    ['refresh token', { refreshToken: 'wrong' }],
  ] as const)
    it(`a wrong ${what} is our own trouble, and nothing is asked`, async () => {
      const { simulator } = await atTheOperator()
      const lane = laneAt(simulator, {}, wrong)
      const [kind] = await noOf(lane.cancel(harbor, seats, intent))
      assert.equal(kind, 'unauthorised')
      assert.ok(simulator.log().every((entry) => entry.kind === 'call' && entry.path.includes('/oauth2/token')))
    })
})
