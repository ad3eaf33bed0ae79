import assert from 'node:assert/strict'
import type { SeedSubscription } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import {
  addOn,
  aSeed,
  aSimulator,
  aSubscription,
  guidOf,
  harbor,
  morning,
  seats,
  standingClock,
  stopSimulators,
} from './a-seed.ts'
import { caller, seatsPath, type DirectAnswer, type DirectCall } from './direct.ts'

async function operator(subscriptions: readonly SeedSubscription[], switches: SwitchChange = {}) {
  const clock = standingClock()
  const patient = { tokenLifetimeSeconds: 1_000_000_000, ...switches }
  const simulator = await aSimulator({ seed: aSeed(subscriptions), switches: patient, now: clock.now })
  const call = await caller(simulator)
  const pathOf = (id: string) => `/v1/customers/${harbor}/subscriptions/${id}`
  /** GET, change, PATCH the whole, with the tag where there is one. */
  async function change(fields: object, id = seats, over: DirectCall = {}): Promise<DirectAnswer> {
    const { body } = await call(pathOf(id))
    const { etag } = body['attributes'] as { etag?: string }
    const headers = { ...(etag !== undefined && { 'If-Match': `"${etag}"` }), ...over.headers }
    return call(pathOf(id), { ...over, method: 'PATCH', body: { ...body, ...fields }, headers })
  }
  const resource = (id = seats) => simulator.subscriptions().find((each) => each.id === id)
  const status = (id = seats) => resource(id)?.status
  return { simulator, call, change, resource, status, clock }
}

const refusal = ({ status, body }: DirectAnswer) => [status, body['code']]
const legacy = aSubscription({ soldAs: 'legacy' })
const suspended = { status: 'suspended' } as const
const active = { status: 'active' } as const
const instructions = { scheduledNextTermInstructions: { quantity: 9 }, nextChargeInstructions: { quantity: 8 } }

describe('a simulated change of status', () => {
  afterEach(stopSimulators)

  describe('resets what is left out (facts 6.1)', () => {
    const partial = async (fieldsLeftOut: 'reset' | 'kept') => {
      const seed = aSubscription({ soldAs: 'legacy', autoRenew: true, fields: instructions })
      const { call, resource } = await operator([seed], { fieldsLeftOut, entityTags: 'nowhere' })
      assert.equal((await call(seatsPath, { method: 'PATCH', body: suspended })).status, 200)
      const { status, autoRenewEnabled, friendlyName, scheduledNextTermInstructions } = resource() ?? {}
      return { status, autoRenewEnabled, friendlyName, scheduled: scheduledNextTermInstructions }
    }

    it('without a word', async () => {
      const friendlyName = 'Example 365 Business'
      const left = { status: 'suspended', autoRenewEnabled: false, friendlyName, scheduled: undefined }
      assert.deepEqual(await partial('reset'), left)
    })

    it('or keeps it, as one sample would have it (!)', async () => {
      const friendlyName = 'Harbor Lane office seats'
      const left = { status: 'suspended', autoRenewEnabled: true, friendlyName, scheduled: { quantity: 9 } }
      assert.deepEqual(await partial('kept'), left)
    })
  })

  it('takes PascalCase and numbers (4.2)', async () => {
    const { call, resource } = await operator([legacy], { entityTags: 'nowhere' })
    const body = { Status: 2, AutoRenewEnabled: true, FriendlyName: 'Seats' }
    assert.equal((await call(seatsPath, { method: 'PATCH', body })).status, 200)
    const { status, autoRenewEnabled, friendlyName } = resource() ?? {}
    assert.deepEqual([status, autoRenewEnabled, friendlyName], ['suspended', true, 'Seats'])
  })

  it('shows numbers for words where switched so (4.2)', async () => {
    const { call } = await operator([legacy], { enumsAsIntegers: true })
    assert.equal((await call(seatsPath)).body['status'], 1)
  })

  describe('entity tags (4.3)', () => {
    const wrong = async (
      ifMatch: (etag: string) => string | undefined,
      switches: SwitchChange = {},
      soldAs = 'legacy',
    ) => {
      const { call, clock } = await operator([aSubscription({ soldAs: soldAs as 'legacy' })], switches)
      const { body } = await call(seatsPath)
      const etag = (body['attributes'] as { etag?: string }).etag ?? 'none'
      const value = ifMatch(etag)
      if (value?.endsWith(' late"')) clock.move(60_001)
      const headers = value === undefined ? {} : { 'If-Match': value.replace(' late', '') }
      return refusal(await call(seatsPath, { method: 'PATCH', body: { ...body, ...suspended }, headers }))
    }

    it('must come back', async () => {
      assert.deepEqual(await wrong(() => undefined), [400, '2055'])
      assert.deepEqual(await wrong(() => undefined, { ifMatch: 'optional' }), [200, undefined])
    })
    it('in double quotes', async () => assert.deepEqual(await wrong((etag) => etag), [400, '800002']))
    it('soon', async () => assert.deepEqual(await wrong((etag) => `"${etag} late"`), [400, '2055']))
    it('and only where there is one', async () =>
      assert.deepEqual(await wrong(() => '"any"', {}, 'new-commerce'), [400, '2055']))
    it('of this very version', async () => {
      const { call, simulator } = await operator([legacy])
      const { body } = await call(seatsPath)
      const etag = String((body['attributes'] as { etag?: string }).etag)
      for (const status of ['suspended', 'active'] as const)
        simulator.flip({ customer: harbor, subscription: seats, status })
      const headers = { 'If-Match': `"${etag}"` }
      const answer = await call(seatsPath, { method: 'PATCH', body: { ...body, ...suspended }, headers })
      assert.deepEqual(refusal(answer), [400, '2055'])
    })
  })

  describe('what suspension does (6.3)', () => {
    it('to new commerce: renewal off and scheduled changes gone, next charge kept, and so after the return', async () => {
      const { change, resource } = await operator([aSubscription({ fields: instructions })])
      await change(suspended)
      await change(active)
      const { status, autoRenewEnabled, scheduledNextTermInstructions, nextChargeInstructions } = resource() ?? {}
      assert.deepEqual(
        { status, autoRenewEnabled, scheduledNextTermInstructions, nextChargeInstructions },
        {
          status: 'active',
          autoRenewEnabled: false,
          scheduledNextTermInstructions: undefined,
          nextChargeInstructions: { quantity: 8 },
        },
      )
    })

    for (const addOnsReturn of [true, false]) {
      it(`to add-ons: they fall with the base and ${addOnsReturn ? 'come back' : 'stay down'} (?)`, async () => {
        const seed = [aSubscription(), aSubscription({ id: addOn, parent: seats })]
        const { change, status, simulator } = await operator(seed, { addOnsReturn })
        await change(suspended)
        assert.equal(status(addOn), 'suspended')
        assert.deepEqual(refusal(await change(active, addOn)), [409, '27009'])
        await change(active)
        assert.equal(status(addOn), addOnsReturn ? 'active' : 'suspended')
        assert.deepEqual(
          simulator.transitions().map(({ subscription, to, by }) => [subscription === addOn, to, by]),
          [
            [false, 'suspended', 'partner'],
            [true, 'suspended', 'base'],
            [false, 'active', 'partner'],
            ...(addOnsReturn ? [[true, 'active', 'base']] : []),
          ],
        )
      })
    }

    it('shows reasons nobody has published (6.2 (?))', async () => {
      const { change, resource, simulator } = await operator([legacy], { suspensionReasons: ['customer_cancellation'] })
      await change(suspended)
      assert.deepEqual(resource()?.suspensionReasons, ['customer_cancellation'])
      await change(active)
      assert.deepEqual(resource()?.suspensionReasons, [])
      const suspensionReasons = ['fraud_or_so']
      simulator.flip({ customer: harbor, subscription: seats, status: 'suspended', suspensionReasons })
      assert.deepEqual(resource()?.suspensionReasons, suspensionReasons)
    })
  })

  describe('is refused (6.6)', () => {
    const table: readonly (readonly [
      what: string,
      seed: Partial<SeedSubscription>,
      fields: object,
      answer: [number, string],
    ])[] = [
      ['once deleted', { status: 'deleted' }, active, [400, '2011']],
      ['after the term', { status: 'expired' }, active, [400, '800040']],
      ['when disabled', { status: 'disabled' }, suspended, [400, '800040']],
      ['to what a partner cannot bring about', {}, { status: 'expired' }, [400, '800096']],
      ['to no status', {}, { status: 'stopped' }, [400, '800002']],
      ['while it is not ready', { status: 'pending' }, suspended, [409, '800082']],
      ['when it is suspended already', suspended, suspended, [400, '800091']],
      ['with another quantity while suspended', suspended, { status: 'active', quantity: 3 }, [400, '2001']],
      ['with another id', {}, { id: guidOf(5), status: 'suspended' }, [400, '800002']],
      [
        'for a plan with Azure subscriptions',
        { soldAs: 'azure-plan', activeAzureSubscriptions: 1 },
        suspended,
        [403, '900115'],
      ],
      ['with renewal of a plan', { soldAs: 'azure-plan' }, { autoRenewEnabled: true }, [400, '800093']],
      ['around a renewal', { commitmentEnd: '2026-03-31T20:00:00.000Z' }, suspended, [409, '900278']],
      ['as a cancellation after seven days (6.5)', {}, { status: 'deleted' }, [400, '900117']],
      ['as a cancellation of what cannot be', { soldAs: 'legacy' }, { status: 'deleted' }, [400, '800096']],
    ]
    for (const [what, seed, fields, answer] of table) {
      it(what, async () => {
        const { change, resource, simulator } = await operator([aSubscription({ since: morning, ...seed })], {
          ifMatch: 'optional',
        })
        const before = resource()
        assert.deepEqual(refusal(await change(fields)), answer)
        assert.deepEqual(resource(), before)
        assert.deepEqual(simulator.transitions(), [])
      })
    }

    it('as not ready, with 409 or with 400 (!)', async () => {
      const { change } = await operator([aSubscription({ status: 'pending' })], { notReady: 400 })
      assert.deepEqual(refusal(await change(suspended)), [400, '800082'])
    })

    it('shortly after a renewal, and no longer', async () => {
      const { change, clock } = await operator([aSubscription({ commitmentEnd: '2026-04-02T06:00:00.000Z' })])
      clock.move(2.5 * 86_400_000)
      assert.deepEqual(refusal(await change(suspended)), [409, '900278'])
      clock.move(86_400_000)
      assert.equal((await change(suspended)).status, 200)
    })

    it('by the rules, in shape B where switched so (4.5)', async () => {
      const { change } = await operator([aSubscription({ status: 'deleted' })], { errorShape: 'B' })
      const { body } = await change(active)
      assert.deepEqual([body['code'], body['errorMessageExtended']], [2011, 'InternalErrorCode=2011'])
    })

    it('for an unknown subscription, or one of somebody else', async () => {
      const { call, simulator } = await operator([legacy])
      simulator.add({ id: guidOf(3), name: 'Other', domain: 'other.example', subscriptions: [] })
      assert.deepEqual(refusal(await call(`/v1/customers/${harbor}/subscriptions/${guidOf(8)}`)), [404, '20003'])
      assert.deepEqual(refusal(await call(`/v1/customers/${guidOf(3)}/subscriptions/${seats}`)), [404, '20003'])
      assert.deepEqual(refusal(await call(`/v1/customers/${harbor}/subscriptions/x`)), [400, '800002'])
    })

    it('in a body that is none', async () => {
      const { call } = await operator([legacy])
      for (const body of ['', 'x', '[]', 'null'])
        assert.deepEqual(refusal(await call(seatsPath, { method: 'PATCH', body })), [400, '800002'])
    })
  })

  it('cancels new commerce within seven days, for good (6.5)', async () => {
    const { change, status } = await operator([aSubscription({ start: '2026-03-30T06:00:00.000Z' })])
    assert.equal((await change({ status: 'deleted' })).status, 200)
    assert.equal(status(), 'deleted')
    assert.deepEqual(refusal(await change(active)), [400, '2011'])
  })

  describe('that arrives later (6.1)', () => {
    it('answers 202 with something to poll, and shows the old status until then', async () => {
      const { change, call, status, clock, simulator } = await operator([aSubscription()], { changes: 'later' })
      const answer = await change(suspended)
      assert.equal(answer.status, 202)
      assert.equal(answer.headers.get('Location'), seatsPath.replace('/v1', ''))
      assert.equal(status(), 'active')
      assert.deepEqual(refusal(await change(suspended)), [409, '800060'])
      clock.move(120_000)
      assert.equal((await call(seatsPath)).body['status'], 'suspended')
      assert.equal(simulator.transitions().length, 1)
    })

    it('or never', async () => {
      const { change, status, simulator } = await operator([aSubscription()], { changes: 'never-arrive' })
      assert.equal((await change(suspended)).status, 202)
      simulator.advance(30 * 86_400_000)
      assert.equal(status(), 'active')
    })

    it('has a provisioning status for people only (3.3)', async () => {
      const { call, change, simulator } = await operator([aSubscription()], { changes: 'later' })
      assert.deepEqual(refusal(await call(`${seatsPath}/provisioningstatus`)), [403, '900329'])
      const grant = { grant_type: 'refresh_token', refresh_token: simulator.connection.refreshToken }
      const person = await caller(simulator, grant)
      assert.equal((await person(`${seatsPath}/provisioningstatus`)).body['status'], 'success')
      await change(suspended)
      assert.equal((await person(`${seatsPath}/provisioningstatus`)).body['status'], 'pending')
    })
  })

  it('may be for people only (3.3 (!))', async () => {
    const { change } = await operator([aSubscription()], { appOnlyMayChange: false })
    assert.deepEqual(refusal(await change(suspended)), [403, '900329'])
  })

  describe('repeated under one MS-RequestId (4.1)', () => {
    const requestId = guidOf(77)

    it('is answered as before and carried out once', async () => {
      const { change, simulator } = await operator([aSubscription()])
      const first = await change(suspended, seats, { requestId })
      const again = await change(active, seats, { requestId })
      assert.deepEqual([again.status, again.text], [first.status, first.text])
      assert.equal(simulator.transitions().length, 1)
      const patches = simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'PATCH')
      assert.deepEqual(
        patches.map((entry) => entry.kind === 'call' && entry.replayed),
        [false, true],
      )
    })

    it('repeats a success where only successes are kept', async () => {
      const { change, simulator } = await operator([aSubscription()], { requestMemory: 'successes' })
      await change(suspended, seats, { requestId })
      assert.equal((await change(active, seats, { requestId })).body['status'], 'suspended')
      assert.equal(simulator.transitions().length, 1)
    })

    for (const [requestMemory, second] of [
      ['every-answer', [403, '900416']],
      ['successes', [200, undefined]],
      ['none', [200, undefined]],
    ] as const) {
      it(`repeats a refusal or not (${requestMemory})`, async () => {
        const { change, simulator } = await operator([aSubscription()], { requestMemory })
        simulator.condition(harbor, 'locked')
        await change(suspended, seats, { requestId })
        simulator.condition(harbor, 'sound')
        assert.deepEqual(refusal(await change(suspended, seats, { requestId })), second)
      })
    }

    it('can be new each time', async () => {
      const { change, simulator } = await operator([aSubscription()], { requestMemory: 'none' })
      await change(suspended, seats, { requestId })
      await change(active, seats, { requestId })
      assert.equal(simulator.transitions().length, 2)
    })

    it('is carried out once when the first is held up on the way', async () => {
      const { change, simulator } = await operator([aSubscription()])
      simulator.fault({ method: 'PATCH', delayMs: 20 })
      await Promise.all([change(suspended, seats, { requestId }), change(suspended, seats, { requestId })])
      assert.equal(simulator.transitions().length, 1)
    })
  })
})
