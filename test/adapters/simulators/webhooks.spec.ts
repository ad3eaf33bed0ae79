import assert from 'node:assert/strict'
import { aSimulator, standingClock, stopSimulators } from './a-seed.ts'
import { caller, send } from './direct.ts'

const registration = '/webhooks/v1/registration'
const body = { WebhookUrl: 'http://127.0.0.1:9/hook', WebhookEvents: ['test-created'] }

describe('the simulated operator and its one webhook', () => {
  afterEach(stopSimulators)

  // Each with its line of facts/partner-center 10.1.
  it('lists what it offers', async () => {
    const call = await caller(await aSimulator({ switches: { byteOrderMark: false } }))
    const { status, text } = await call(`${registration}/events`)
    assert.equal(status, 200)
    assert((JSON.parse(text) as readonly string[]).includes('azure-fraud-event-detected'))
  })

  it('takes one registration, and 409 to a second; a change is a PUT', async () => {
    const call = await caller(await aSimulator())
    assert.equal((await call(registration)).status, 404)
    assert.equal((await call(registration, { method: 'PUT', body })).status, 404)
    const made = await call(registration, { method: 'POST', body })
    assert.deepEqual([made.status, typeof made.body['SubscriberId']], [200, 'string'])
    assert.equal((await call(registration, { method: 'POST', body })).status, 409)
    const url = 'http://127.0.0.1:9/other'
    assert.equal((await call(registration, { method: 'PUT', body: { ...body, WebhookUrl: url } })).status, 200)
    const { body: shown } = await call(registration)
    assert.deepEqual([shown['WebhookUrl'], shown['signatureTokenToMsSignatureHeader']], [url, false])
  })

  it('refuses what is no registration', async () => {
    const call = await caller(await aSimulator())
    for (const wrong of [{}, { ...body, WebhookUrl: 'x' }, { ...body, WebhookEvents: ['made-up'] }])
      assert.equal((await call(registration, { method: 'POST', body: wrong })).status, 400)
  })

  it('sends two tests a minute, and forgets what came of them after seven days', async () => {
    const clock = standingClock()
    const simulator = await aSimulator({ now: clock.now, switches: { deliveryPauseMs: 0 } })
    let call = await caller(simulator)
    const test = () => call(`${registration}/validationEvents`, { method: 'POST' })
    assert.equal((await test()).status, 404)
    await call(registration, { method: 'POST', body })
    const { body: asked } = await test()
    const path = `${registration}/validationEvents/${String(asked['correlationId'])}`
    assert.equal((await test()).status, 200)
    assert.equal((await test()).status, 429)
    clock.move(60_000)
    assert.equal((await test()).status, 200)
    while (simulator.deliveries().some(({ state }) => state === 'under-way'))
      await new Promise((resolve) => setTimeout(resolve, 5))
    const { body: came } = await call(path)
    assert.equal(came['status'], 'completed')
    assert.equal((came['results'] as readonly unknown[]).length, 10)
    clock.move(7 * 86_400_000)
    call = await caller(simulator)
    assert.equal((await call(path)).status, 404)
  })

  it('has no such address at 21Vianet (15)', async () => {
    const call = await caller(await aSimulator({ lane: 'china' }))
    assert.equal((await call(`${registration}/events`)).status, 404)
  })

  it('serves its certificate, and takes orders over HTTP as well', async () => {
    const simulator = await aSimulator()
    const { connection } = simulator
    const { text } = await send(`${connection.apiUrl}/simulator/certificates/notifications.cer`)
    assert.match(text, /^-----BEGIN CERTIFICATE-----/)
    const order = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
    const deliver = (what: object) =>
      send(`${connection.apiUrl}/simulator/deliver`, { ...order, body: JSON.stringify(what) })
    assert.equal((await deliver({ event: 'test-created' })).status, 204)
    assert.equal((await deliver({ events: 'test-created' })).status, 400)
    assert.deepEqual(simulator.deliveries(), [], 'nobody registered')
    assert.equal((await send(`${connection.apiUrl}/simulator/replay`, { ...order, body: '{}' })).status, 409)
  })
})
