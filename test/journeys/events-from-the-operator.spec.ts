import assert from 'node:assert/strict'
import { openAccess } from '../../adapters/partner-center/client.ts'
import { openWebhookRegistration } from '../../adapters/partner-center/webhook-registration.ts'
import {
  webhookAddress,
  webhookPath,
  type WebhookOutcome,
} from '../../adapters/partner-center/webhooks/webhook-door.ts'
import type { PartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import { createHttpServer, type HttpServer } from '../../adapters/shared/http-server.ts'
import { isLoopback } from '../../adapters/shared/loopback.ts'
import { unkeptRefreshTokens } from '../../adapters/partner-center/refresh-tokens.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import type { Signal } from '../../domain/fraud/signal.ts'
import { readConfig } from '../../bot/config.ts'
import { openWebhooks } from '../../bot/open-webhooks.ts'
import { createWebhookDesk, type WebhookDesk } from '../../domain/webhooks/webhook-desk.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aSimulator, countedIds, harbor, seats, standingClock, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { instantDeps } from '../adapters/partner-center/a-lane.ts'

const minutes = 60_000
const hours = 60 * minutes

/** A simulated operator, a desk's door, and the desk behind it, each spoken to over HTTP. */
describe('events from the operator', () => {
  let simulator: PartnerCenterSimulator
  let server: HttpServer
  let store: DeskStore
  let webhooks: WebhookDesk
  let clock: ReturnType<typeof standingClock>
  let outcomes: WebhookOutcome[]
  let done: string[]
  let signals: Signal[]
  let address: string
  /** The door is shut: the desk is down, or its proxy is. */
  let closed: boolean

  beforeEach(async () => {
    clock = standingClock()
    simulator = await aSimulator({ now: clock.now, switches: { deliveryPauseMs: 5 } })
    store = memoryStore()
    outcomes = []
    done = []
    signals = []
    closed = false
    const { lane, connection } = simulator
    const config = { lane, ...connection, refreshToken: undefined, allow: isLoopback }
    const { deps } = instantDeps({ now: clock.now })
    const access = openAccess(config, deps)
    const operator = openWebhookRegistration(config, deps, access)
    webhooks = createWebhookDesk({
      store,
      operators: { customers: () => [{ lane, tenantId: harbor, name: 'Harbor Lane', domain: 'harbor.example' }] },
      webhooksOf: (asked) => (asked === lane ? operator : null),
      timeZone: 'UTC',
      now: clock.now,
      newId: countedIds(),
      lookAtFeeds: async () => void done.push('feeds'),
      lookAt: async (_lane, customer) => void done.push(`look ${customer}`),
      takeSignals: async (_lane, taken) => void signals.push(...taken),
    })
    const api = new URL(`${connection.apiUrl}/`)
    const handler = openWebhooks(
      {
        config: readConfig({}),
        desk: { webhooks },
        now: clock.now,
        accessOf: (asked) =>
          asked === lane ? { refreshTokens: unkeptRefreshTokens(null), budget: access.budget, api } : null,
      },
      {
        metrics: { webhook: (_lane, outcome) => void outcomes.push(outcome) },
        log: { info: () => undefined, warn: () => undefined },
      },
    )
    server = createHttpServer('desk', countedIds(), ({ cause }) => assert.fail(cause as Error))
    server.routes.post(webhookPath, async (req, res) => {
      if (!closed) return handler(req, res)
      res.statusCode = 502
      res.end()
    })
    address = webhookAddress(`http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`, 'global')
  })
  afterEach(async () => {
    await server.close()
    await stopSimulators()
  })

  const tend = () => webhooks.keepRegistered('global', address)
  const road = () => webhooks.road('global')
  /** Lets every delivery come to its end, and the desk follow what it took. */
  async function settle(): Promise<void> {
    while (simulator.deliveries().some(({ state }) => state === 'under-way'))
      await new Promise((resolve) => setTimeout(resolve, 5))
    for (const entry of await store.takeDue(clock.now(), 100))
      if (entry.order.kind === 'follow-event') await webhooks.follow(entry, entry.order.event)
  }
  async function registered(): Promise<void> {
    assert.equal(await tend(), null)
    await settle()
    outcomes.length = 0
  }

  for (const noRegistration of ['missing', 'empty'] as const)
    it(`arrive once the desk has registered, which a test proves (no registration is ${noRegistration})`, async () => {
      simulator.set({ noRegistration })
      assert.equal(await webhooks.provenWithin24h('global'), false)
      await registered()
      assert.deepEqual(simulator.registration()?.url, address)
      assert.deepEqual([...(simulator.registration()?.events ?? [])].sort(), [
        'azure-fraud-event-detected',
        'subscription-updated',
        'test-created',
        'usagerecords-thresholdExceeded',
      ])
      const { proven, record, pollEveryMs } = await road()
      assert.deepEqual([proven, record.trouble, record.test?.over, pollEveryMs], [true, null, true, 5 * minutes])
      const audit = await Array.fromAsync(store.auditTrail())
      assert.deepEqual(
        audit.map(({ what, details }) => [what, details?.['before']]),
        [['webhook.registered', null]],
      )
    })

  it('replace what another tool had registered, and what it registers later', async () => {
    simulator.registerElsewhere({ url: 'https://other.example/hook', events: ['invoice-ready'] })
    await registered()
    assert.equal(simulator.registration()?.url, address)
    simulator.registerElsewhere({ url: 'https://other.example/hook', events: ['invoice-ready'] })
    clock.move(14 * minutes)
    await tend()
    assert.notEqual(simulator.registration()?.url, address, 'it is not asked about all the time')
    clock.move(2 * minutes)
    await tend()
    assert.equal(simulator.registration()?.url, address)
    assert.equal((await road()).record.taken?.url, 'https://other.example/hook')
    assert.equal(await webhooks.provenWithin24h('global'), false, 'the road has to be proven again')
    await settle()
    assert.equal(await webhooks.provenWithin24h('global'), true)
  })

  it('are asked for again where somebody took one of them away, and more of them are nobody’s trouble', async () => {
    await registered()
    const events = simulator.registration()?.events ?? []
    simulator.registerElsewhere({ url: address, events: events.slice(1) })
    clock.move(16 * minutes)
    await registered()
    assert.equal(simulator.registration()?.events.length, 4)
    simulator.registerElsewhere({ url: address, events: [...events, 'invoice-ready'] })
    clock.move(16 * minutes)
    await registered()
    assert.equal(simulator.registration()?.events.length, 5)
  })

  it('are tried every twelve hours, so that one lost test leaves the road proven', async () => {
    await registered()
    const tests = () => simulator.deliveries().length
    clock.move(11 * hours)
    await registered()
    assert.equal(tests(), 1)
    clock.move(2 * hours)
    await registered()
    assert.equal(tests(), 2)
  })

  it('that do not arrive are noticed: the operator says what it heard', async () => {
    closed = true
    await registered()
    assert.equal(simulator.deliveries()[0]?.attempts.length, 10, 'ten attempts, and no more')
    clock.move(minutes)
    await tend()
    const { record, proven, pollEveryMs } = await road()
    assert.deepEqual([record.trouble?.what, proven, pollEveryMs], ['test-refused', false, minutes])
    assert.equal(record.trouble?.what === 'test-refused' && record.trouble.code, '502')
    closed = false
    clock.move(31 * minutes)
    await registered()
    assert.deepEqual([(await road()).proven, (await road()).record.trouble], [true, null])
  })

  it('and so is an operator that does not let itself be asked, without asking it all the time', async () => {
    simulator.fault({ times: 50, path: '/webhooks/', then: { kind: 'error', status: 503 } })
    const asked = () =>
      simulator.log().filter((entry) => entry.kind === 'call' && entry.path.includes('/webhooks/')).length
    assert.equal((await tend())?.facts.kind, 'unreachable')
    const once = asked()
    assert.deepEqual((await road()).record.trouble, {
      what: 'registration',
      at: clock.now(),
      kind: 'unreachable',
      code: '0',
    })
    assert.equal(await tend(), null)
    assert.equal(asked(), once)
    simulator.clearFaults()
    clock.move(6 * minutes)
    await registered()
    assert.deepEqual([(await road()).proven, (await road()).record.trouble], [true, null])
  })

  it('about fraud lead to a look at the feeds', async () => {
    await registered()
    simulator.deliver({ event: 'azure-fraud-event-detected', without: ['ResourceName'] })
    await settle()
    assert.deepEqual([outcomes, done], [['kept'], ['feeds']])
  })

  it('come by themselves once fraud is raised there', async () => {
    simulator.add({
      id: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a33',
      name: 'Azure House',
      domain: 'azure.example',
      subscriptions: [
        {
          id: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a34',
          offer: 'Azure plan',
          soldAs: 'azure-plan',
          quantity: 1,
          azure: [{ id: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a35', name: 'production' }],
        },
      ],
    })
    await registered()
    simulator.raiseFraud({ customer: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a33' })
    await settle()
    assert.deepEqual([outcomes, done], [['kept'], ['feeds']])
  })

  it('about a subscription lead to a look at its customer, also two days late, in whatever spelling', async () => {
    await registered()
    simulator.set({ eventFields: 'camel', auditField: 'AuditUrl' })
    simulator.deliver({ event: 'subscription-updated', customer: harbor, subscription: seats, agedMs: 48 * hours })
    await settle()
    assert.deepEqual([outcomes, done], [['kept'], [`look ${harbor}`]])
  })

  it('about spending raise a signal', async () => {
    await registered()
    simulator.deliver({ event: 'usagerecords-thresholdExceeded', customer: harbor })
    await settle()
    assert.deepEqual(
      signals.map(({ customer, type }) => [customer, type]),
      [[harbor, 'usageThreshold']],
    )
  })

  it('signed in the other header are as good', async () => {
    await registered()
    simulator.signInOwnHeader(true)
    simulator.deliver({ event: 'azure-fraud-event-detected' })
    await settle()
    assert.deepEqual([outcomes, done], [['kept'], ['feeds']])
  })

  it('played back are dropped', async () => {
    await registered()
    simulator.deliver({ event: 'azure-fraud-event-detected' })
    await settle()
    simulator.replay()
    await settle()
    assert.deepEqual([outcomes, done], [['kept', 'copy'], ['feeds']])
  })

  it('played back after their time are refused', async () => {
    await registered()
    simulator.deliver({ event: 'azure-fraud-event-detected' })
    await settle()
    clock.move(8 * 24 * hours)
    await webhooks.tidy()
    simulator.replay()
    await settle()
    assert.deepEqual([outcomes, done], [['kept', 'out-of-time'], ['feeds']])
  })

  it('wrongly signed, or not at all, are turned away', async () => {
    await registered()
    simulator.deliver({ event: 'azure-fraud-event-detected', signature: 'wrong' })
    simulator.deliver({ event: 'azure-fraud-event-detected', signature: 'none' })
    await settle()
    assert.deepEqual([outcomes.sort(), done], [['signature', 'unsigned'], []])
  })

  it('of an unknown type are kept and shown', async () => {
    await registered()
    simulator.deliver({ event: 'subscription-active', customer: harbor, unasked: true })
    await settle()
    assert.deepEqual(outcomes, ['kept'])
    assert.deepEqual(
      (await road()).unknown.map(({ name, count }) => [name, count]),
      [['subscription-active', 1]],
    )
  })

  it('are asked for nowhere without an address, or where nobody knows the host of the operator', async () => {
    assert.equal(await webhooks.keepRegistered('global', null), null)
    assert.equal(await webhooks.keepRegistered('china', address), null)
    assert.equal(simulator.registration(), null)
    assert.deepEqual(simulator.log(), [])
  })
})
