import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FraudEventNote } from '../../../adapters/simulators/partner-center/simulated-incident.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import { aSeed, aSimulator, aSubscription, guidOf, harbor, stopSimulators } from './a-seed.ts'
import { caller, send } from './direct.ts'

const azure = [{ id: guidOf(71), name: 'production' }, { id: guidOf(72) }]
const seed = aSeed([aSubscription({ id: guidOf(70), soldAs: 'azure-plan', azure })], 3)
const at = (switches: SwitchChange = {}) => aSimulator({ seed, switches })
const newer = { 'X-NewEventsModel': 'true' }
const alerts = '/graph/beta/security/partner/securityAlerts'

async function person(simulator: PartnerCenterSimulator, over: Readonly<Record<string, string>> = {}) {
  const refresh_token = simulator.connection.refreshToken
  return caller(simulator, { grant_type: 'refresh_token', refresh_token, ...over })
}
const graphOf = (simulator: PartnerCenterSimulator) => caller(simulator, { resource: 'https://graph.microsoft.com' })
const itemsIn = (answer: { readonly text: string }) =>
  JSON.parse(answer.text.replace('\uFEFF', '')) as readonly Readonly<Record<string, unknown>>[]
const statusOf = (subscription: string) => `/v1/fraudEvents/subscription/${subscription}/status`
const verdict = { EventStatus: 'Resolved', ResolvedReason: 'Fraud' }

describe('simulated alerts of fraud', () => {
  afterEach(stopSimulators)

  it('are one incident in both feeds, under an id and in a shape of each feed’s own (9.1, 9.2)', async () => {
    const simulator = await at()
    const ids = simulator.raiseFraud({ customer: harbor, isTest: true, severity: 'medium', hits: 9 })
    const [event] = itemsIn(await (await person(simulator))('/v1/fraudEvents', { headers: newer }))
    const { body } = await (await graphOf(simulator))(alerts)
    const [alert] = body['value'] as readonly Readonly<Record<string, unknown>>[]
    assert.ok(event && alert)
    assert.deepEqual([event['eventId'], alert['id']], [ids.eventId, ids.graphId])
    assert.ok(ids.eventId.startsWith(`${guidOf(71)}_`))
    assert.deepEqual(
      ['eventStatus', 'severity', 'eventType', 'hitCount', 'IsTest', 'activityLogs', 'eventTime', 'resolvedReason'].map(
        (name) => event[name],
      ),
      [
        'Active',
        'Medium',
        'NetworkConnectionsToCryptoMiningPools',
        '9',
        'true',
        '[]',
        '2026-03-31T06:00:00.000',
        'None',
      ],
    )
    assert.match(String(event['resolvedOn']), /^9999-/)
    assert.deepEqual(
      ['status', 'severity', 'alertType', 'isTest', 'activityLogs', 'detectedDateTime', 'resolvedReason'].map(
        (name) => alert[name],
      ),
      ['active', 'medium', 'networkConnectionsToCryptoMiningPools', true, [], '2026-03-31T06:00:00.000Z', null],
    )
  })

  it('in the older model have fewer fields, fewer types and no pages (9.1)', async () => {
    const simulator = await at()
    for (const type of ['UsageAnomalyDetection', 'NetworkConnectionsToCryptoMiningPools'])
      simulator.raiseFraud({ customer: harbor, type })
    const call = await person(simulator)
    const found = itemsIn(await call('/v1/fraudEvents?PageSize=1&PageNumber=7'))
    assert.equal(found.length, 1)
    assert.equal(found[0]?.['eventType'], undefined)
    const pages = ['PageSize=1&PageNumber=2', 'PageSize=1&PageNumber=3', 'PageNumber=1']
    const answers = await Promise.all(pages.map((page) => call(`/v1/fraudEvents?${page}`, { headers: newer })))
    assert.deepEqual(
      [itemsIn(answers[0] ?? { text: '[]' }).length, itemsIn(answers[1] ?? { text: '[]' }).length],
      [1, 0],
    )
    assert.equal(answers[2]?.status, 400)
  })

  it('are shown to a person only by fraudEvents, and to a token of their own by Graph (3.3, 2.1)', async () => {
    const simulator = await at()
    const app = await caller(simulator)
    assert.equal((await app('/v1/fraudEvents')).body['code'], '900329')
    const wrong = await app(alerts)
    assert.deepEqual(
      [wrong.status, (wrong.body['error'] as { code: string }).code],
      [401, 'InvalidAuthenticationToken'],
    )
    assert.equal((await (await graphOf(simulator))('/v1/customers')).body['code'], '900420')
  })

  it('are all resolved, of that subscription, by an empty list of ids (9.1)', async () => {
    const simulator = await at()
    for (const subscription of [guidOf(71), guidOf(71), guidOf(72)])
      simulator.raiseFraud({ customer: harbor, subscription })
    const answer = await (
      await person(simulator)
    )(statusOf(guidOf(71)), { method: 'POST', body: { ...verdict, EventIds: [] } })
    assert.equal(itemsIn(answer).length, 2)
    assert.deepEqual(
      simulator.fraud().map(({ standing }) => standing['fraud-events']?.status),
      ['resolved', 'resolved', 'active'],
    )
    assert.deepEqual(
      simulator.verdicts().map(({ subscription, status, reason, by }) => [subscription, status, reason, by]),
      [1, 2].map(() => [guidOf(71), 'resolved', 'fraud', 'fraud-events']),
    )
  })

  for (const [what, switches, body, status] of [
    ['Legitimate refused', {}, { ...verdict, ResolvedReason: 'Legitimate' }, 400],
    ['Legitimate taken', { fraudLegitimate: 'accepted' }, { ...verdict, ResolvedReason: 'Legitimate' }, 200],
    ['Resolve refused', {}, { ...verdict, EventStatus: 'Resolve' }, 400],
    ['Resolve taken', { fraudStatusWord: 'Resolve' }, { ...verdict, EventStatus: 'Resolve' }, 200],
    ['Resolved refused', { fraudStatusWord: 'Resolve' }, verdict, 400],
    ['no reason refused', {}, { EventStatus: 'Resolved' }, 400],
    ['everything gone', { fraudEvents: 'gone' }, verdict, 410],
    ['everything missing', { fraudEvents: 'missing' }, verdict, 404],
  ] as const satisfies readonly (readonly [string, SwitchChange, object, number])[])
    it(`by fraudEvents: ${what} (9.1 (!))`, async () => {
      const simulator = await at(switches)
      const { eventId } = simulator.raiseFraud({ customer: harbor })
      const call = await person(simulator)
      const answer = await call(statusOf(guidOf(71)), { method: 'POST', body: { EventIds: [eventId], ...body } })
      assert.equal(answer.status, status)
      assert.equal(simulator.verdicts().length, status === 200 ? 1 : 0)
    })

  for (const [verdictsReach, other] of [
    ['one-feed', 'active'],
    ['both-feeds', 'resolved'],
  ] as const)
    it(`by Graph: resolved, in the other feed ${other} (?)`, async () => {
      const simulator = await at({ verdictsReach })
      const { graphId } = simulator.raiseFraud({ customer: harbor })
      const call = await graphOf(simulator)
      assert.equal(
        (await call(`${alerts}/${graphId}`, { method: 'PATCH', body: { resolvedReason: 'fraud' } })).status,
        400,
      )
      const body = { status: 'resolved', resolvedReason: 'legitimate' }
      assert.equal((await call(`${alerts}/${graphId}`, { method: 'PATCH', body })).body['resolvedReason'], 'legitimate')
      assert.equal(simulator.fraud()[0]?.standing['fraud-events']?.status, other)
    })

  for (const [graphAlerts, status] of [
    ['forbidden', 403],
    ['missing', 404],
  ] as const)
    it(`by Graph: ${graphAlerts} (9.3 (!))`, async () => {
      const { status: answered } = await (await graphOf(await at({ graphAlerts })))(alerts)
      assert.equal(answered, status)
    })

  it('can be filtered and counted by Graph (9.2)', async () => {
    const simulator = await at()
    const { graphId } = simulator.raiseFraud({ customer: harbor })
    simulator.raiseFraud({ customer: harbor })
    simulator.resolveFraud({ id: graphId, reason: 'ignore' })
    const call = await graphOf(simulator)
    const counted = async (filter: string) =>
      (await call(`${alerts}?$count=true&$filter=${filter}`)).body['@odata.count']
    assert.equal(await counted("status ne 'resolved'"), 1)
    assert.equal(await counted("status eq 'resolved' or status eq 'active'"), 2)
    assert.equal((await call(`${alerts}?$filter=status`)).status, 400)
  })

  it('are not offered in China (section 1, 9.3)', async () => {
    const simulator = await aSimulator({ lane: 'china', seed })
    const call = await caller(simulator)
    assert.deepEqual([(await call('/v1/fraudEvents')).status, (await call(alerts)).status], [404, 404])
  })

  it('are heard of as they appear, and as they are seen again', async () => {
    const simulator = await at()
    const heard: FraudEventNote[] = []
    const stop = simulator.onFraudEvent((event) => heard.push(event))
    const { eventId } = simulator.raiseFraud({ customer: harbor })
    simulator.seeFraudAgain({ id: eventId, severity: 'high', resources: 4 })
    stop()
    simulator.raiseFraud({ customer: harbor })
    assert.deepEqual(
      heard.map((event) => [event.what, event.eventId]),
      [
        ['new', eventId],
        ['again', eventId],
      ],
    )
    const [incident] = simulator.fraud()
    assert.deepEqual([incident?.hits, incident?.resources.length], [2, 4])
  })

  it('come as a storm, spread over its time and customers, and the same one each time', async () => {
    const storms = []
    for (let time = 0; time < 2; time += 1) {
      const simulator = await at()
      const heard: string[] = []
      simulator.onFraudEvent(({ eventId }) => heard.push(eventId))
      simulator.fraudStorm({ events: 40, customers: 4, overMs: 300_000 })
      assert.equal(simulator.fraud().length, 1)
      simulator.advance(150_000)
      assert.equal(simulator.fraud().length, 21)
      simulator.advance(150_000)
      const fraud = simulator.fraud()
      assert.equal(heard.length, 40)
      assert.equal(new Set(fraud.map(({ customer }) => customer)).size, 4)
      assert.equal(fraud.filter(({ severity }) => severity === 'high').length, 4)
      assert.equal(fraud.at(-1)?.firstAt, '2026-03-31T06:04:52.500Z')
      assert.throws(() => simulator.fraudStorm({ events: 1, customers: 5 }), /only 4 customers/)
      storms.push(fraud)
    }
    assert.deepEqual(storms[0], storms[1])
  })

  it('can be ordered over HTTP, and are kept from one start to the next', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fraud-'))
    try {
      const file = join(folder, 'world.json')
      const first = await aSimulator({ seed, file })
      const order = (path: string, body: object) =>
        send(`${first.connection.apiUrl}/simulator/${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
      const { status, body } = await order('fraud', { customer: harbor })
      assert.equal(status, 200)
      assert.equal((await order('fraud-again', { id: body['graphId'] })).status, 204)
      assert.equal((await order('resolve-fraud', { id: body['eventId'], reason: 'fraud' })).status, 204)
      assert.equal((await order('resolve-fraud', { id: 'nobody', reason: 'fraud' })).status, 409)
      assert.equal((await order('fraud', { customer: harbor, severity: 'dire' })).status, 400)
      await stopSimulators()
      const second = await aSimulator({ seed, file })
      assert.deepEqual([second.fraud()[0]?.hits, second.verdicts().length], [2, 1])
      await stopSimulators()

      // A file from before there were alerts.
      const old = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown> & { log: Record<string, unknown> }
      for (const name of ['fraud', 'fraudDue', 'fraudCount', 'budgets', 'usedBeyond']) delete old[name]
      delete old.log['verdicts']
      await writeFile(file, JSON.stringify(old))
      const third = await aSimulator({ seed, file })
      assert.deepEqual([third.fraud(), third.verdicts(), third.budgets()], [[], [], {}])
      assert.ok(third.raiseFraud({ customer: harbor }).eventId)
      assert.deepEqual(third.log(), [])
    } finally {
      await stopSimulators()
      await rm(folder, { recursive: true })
    }
  })
})
