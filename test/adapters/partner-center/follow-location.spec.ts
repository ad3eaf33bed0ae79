import assert from 'node:assert/strict'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { aSimulator, harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, intent, json, laneAt, scriptedFetch, type Scripted } from './a-lane.ts'

const own = `/customers/${harbor}/subscriptions/${seats}`
const active = json({ id: seats, status: 'active' })
const suspended = json({ id: seats, status: 'suspended' })

/** Suspends at an operator that answers 202 with this Location; then as scripted. */
async function accepted(location: string | null, answers: readonly Scripted[], apiUrl = aConfig.apiUrl) {
  const headers: Record<string, string> = location === null ? {} : { Location: location }
  const { fetch, said } = scriptedFetch(active, () => new Response(null, { status: 202, headers }), ...answers)
  const { deps, pauses } = instantDeps({ fetch })
  await openPartnerCenterLane({ ...aConfig, apiUrl }, deps).suspend(harbor, seats, intent)
  return { asked: said.slice(2).map(({ method, url }) => `${method} ${url.href}`), pauses, said }
}

describe('the Location of a 202', () => {
  const root = 'https://api.partnercenter.microsoft.com'

  it('is asked until the change has arrived', async () => {
    const { asked, pauses } = await accepted(own, [active, active, suspended, active])
    assert.deepEqual(
      asked,
      Array.from({ length: 3 }, () => `GET ${root}/v1${own}`),
    )
    assert.deepEqual(pauses, [500, 1500, 3500])
  })

  it('is asked no longer than one would wait for an answer', async () => {
    const { asked } = await accepted(own, [active])
    assert.equal(asked.length, 3)
  })

  it('may be the provisioning status', async () => {
    const location = `${root}/v1${own}/provisioningstatus?a=b`
    const { asked } = await accepted(location, [json({ status: 'pending' }), json({ status: 'failed' }), suspended])
    assert.deepEqual(asked, [`GET ${location}`, `GET ${location}`])
  })

  it('may itself say 202 for a while', async () => {
    const { asked } = await accepted(own, [json({}, 202), suspended])
    assert.equal(asked.length, 2)
  })

  for (const [what, answer] of [
    ['no answer', null],
    ['a refusal', json({ code: '900329' }, 403)],
    ['nothing there', json({ code: '20003' }, 404)],
    ['trouble', () => new Response('', { status: 503 })],
    ['too many calls', () => new Response('', { status: 429, headers: { 'Retry-After': '60' } })],
    ['a page', () => new Response('<html>')],
    ['a redirect', () => new Response('', { status: 302, headers: { Location: 'https://elsewhere.example/' } })],
    ['another subscription', json({ id: 'another', status: 'active' })],
    ['something else', json([1])],
  ] as const)
    it(`is left alone when it answers with ${what}, and the act was accepted all the same`, async () => {
      const { said } = await accepted(own, [answer])
      assert.deepEqual([...new Set(said.map(({ url }) => url.origin))], [root])
    })

  for (const location of [
    null,
    '',
    'https://elsewhere.example/v1/customers/x',
    '//elsewhere.example/v1/customers/x',
    `http://api.partnercenter.microsoft.com/v1${own}`,
    `https://api.partnercenter.microsoft.com:8443/v1${own}`,
    `https://api.partnercenter.microsoft.com.elsewhere.example/v1${own}`,
    '/v1/../oauth2/token',
    '/elsewhere',
    'https://',
  ])
    it(`is not asked at ${location === null ? 'no address' : JSON.stringify(location)}`, async () => {
      assert.deepEqual((await accepted(location, [suspended])).asked, [])
    })

  it('lies below the address that is configured', async () => {
    const apiUrl = 'https://stand-in.example/partner-center'
    assert.deepEqual((await accepted(own, [suspended], apiUrl)).asked, [])
    const { asked } = await accepted(`/partner-center${own}`, [suspended], apiUrl)
    assert.deepEqual(asked, [`GET ${apiUrl}/v1${own}`])
  })

  it('is waited for as long as a slow answer is, over all its retries', async () => {
    const waits: number[] = []
    const patience = new AbortController()
    const fetches = scriptedFetch(active, () => new Response(null, { status: 202, headers: { Location: own } }), null)
    const { deps } = instantDeps({
      fetch: fetches.fetch,
      timeout(ms) {
        waits.push(ms)
        return ms === 5_000 ? patience.signal : new AbortController().signal
      },
      sleep: async () => (fetches.said.length === 4 ? patience.abort() : undefined),
    })
    await openPartnerCenterLane(aConfig, deps).suspend(harbor, seats, intent)
    assert.equal(waits.filter((ms) => ms === 5_000).length, 1)
    assert.equal(fetches.said.length, 4)
  })

  describe('at the simulated operator', () => {
    afterEach(stopSimulators)

    for (const [location, asked] of [
      ['subscription', 3],
      ['provisioning-status', 1],
      ['on-another-host', 0],
      ['none', 0],
    ] as const)
      it(`may be ${location}`, async () => {
        const switches: SwitchChange = { changes: 'later', location }
        const simulator = await aSimulator({ switches })
        const lane = laneAt(simulator)
        await lane.suspend(harbor, seats, intent)
        const gets = simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'GET')
        assert.equal(gets.length, 1 + asked)
        simulator.advance(120_000)
        assert.equal((await lane.subscription(harbor, seats)).status, 'suspended')
      })

    it('shows what arrives soon', async () => {
      const simulator = await aSimulator({ switches: { changes: 'later' } })
      const lane = laneAt(simulator, { sleep: async () => simulator.advance(60_000) })
      await lane.suspend(harbor, seats, intent)
      assert.equal((await lane.subscription(harbor, seats)).status, 'suspended')
    })
  })
})
