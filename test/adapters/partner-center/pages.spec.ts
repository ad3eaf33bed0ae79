import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aSeed, aSimulator, aSubscription, guidOf, harbor, stopSimulators } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, json, laneAt, scriptedFetch, type Scripted } from './a-lane.ts'

const recorded: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/partner-center/customers-page.json', import.meta.url), 'utf8'),
)
const customer = (id: string) => ({ id, companyProfile: { companyName: `${id} Ltd`, domain: `${id}.example` } })
const next = (uri: string, headers: readonly object[] = []) => ({ next: { uri, method: 'GET', headers } })

async function customersOf(...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  const lane = openPartnerCenterLane(aConfig, instantDeps({ fetch, timings: { retryWaitsMs: [] } }).deps)
  const found = []
  for await (const page of lane.customers()) found.push(...page)
  return { found, said }
}

describe('customers by pages', () => {
  afterEach(stopSimulators)

  it('reads the published sample and asks for its next page by token', async () => {
    const { found, said } = await customersOf(json(recorded), json({ items: [customer('b')] }))
    assert.deepEqual(found, [
      {
        lane: 'global',
        tenantId: harbor,
        name: 'Harbor Lane Foods',
        domain: 'harborlane.onmicrosoft.example',
      },
      { lane: 'global', tenantId: 'b', name: 'b Ltd', domain: 'b.example' },
    ])
    assert.deepEqual(
      said.map(({ url, headers }) => [url.pathname + url.search, headers.get('MS-ContinuationToken')]),
      [
        ['/v1/customers?size=500', null],
        ['/v1/customers?size=500&seekOperation=Next', 'bm90LXJlYWw='],
      ],
    )
  })

  for (const nextLinks of ['sound', 'malformed', 'on-another-host'] as const) {
    it(`reads three pages, whatever address comes along (${nextLinks})`, async () => {
      const simulator = await aSimulator({ seed: aSeed([], 7), switches: { customersPerPage: 3, nextLinks } })
      const hosts = new Set<string>()
      const watched: typeof fetch = (input, init) => {
        if (input instanceof URL) hosts.add(input.host)
        return fetch(input, init)
      }
      const sizes: number[] = []
      for await (const page of laneAt(simulator, { fetch: watched }).customers()) sizes.push(page.length)
      assert.deepEqual(sizes, [3, 3, 2])
      assert.deepEqual([...hosts], [`127.0.0.1:${simulator.port}`])
    })
  }

  it('reads behind byte order marks, however many', async () => {
    const text = JSON.stringify({ items: [customer('a')] })
    for (const marks of ['\uFEFF', '\uFEFF\uFEFF'])
      assert.equal((await customersOf(() => new Response(marks + text))).found.length, 1)
  })

  it('takes the token from the link where it stands only there', async () => {
    const links = next('/customers', [{ key: 'ms-continuationtoken', value: 'dG9r' }])
    const { said } = await customersOf(json({ items: [], links }), json({ Items: [] }))
    assert.equal(said[1]?.headers.get('MS-ContinuationToken'), 'dG9r')
  })

  for (const [what, answers] of [
    [
      'a next page without any way to ask for it',
      [json({ items: [], links: next('https://elsewhere.example/page2') })],
    ],
    ['a token that is no header', [json({ items: [], continuationToken: 'a\nb' })]],
    ['the same page again and again', [json({ items: [customer('a')], continuationToken: 'again' })]],
    ['no items', [json({ totalCount: 0 })]],
    ['items of another kind', [json({ items: [{ id: 7 }] })]],
    ['a customer without a profile', [json({ items: [{ id: 'a' }] })]],
    ['half a document', [() => new Response('{"items":[')]],
    ['a page in HTML', [() => new Response('<html>')]],
    ['nothing', [() => new Response('')]],
  ] as const) {
    it(`is a fault, never half a list: ${what}`, async () => {
      await assert.rejects(customersOf(...answers), (thrown) => {
        assert.ok(thrown instanceof OutsideFault, String(thrown))
        assert.deepEqual([thrown.facts.kind, thrown.facts.code], ['unreachable', 'unreadable'])
        return true
      })
    })
  }
})

describe('subscriptions by pages', () => {
  afterEach(stopSimulators)

  for (const subscriptionPaging of ['seek', 'index'] as const)
    for (const nextLinks of ['sound', 'malformed', 'on-another-host'] as const)
      it(`reads all of them in ${subscriptionPaging} style, whatever address comes along (${nextLinks})`, async () => {
        const many = Array.from({ length: 5 }, (_, index) => aSubscription({ id: guidOf(index) }))
        const switches = { subscriptionsPerPage: 2, subscriptionPaging, nextLinks }
        const simulator = await aSimulator({ seed: aSeed(many), switches })
        const found = await laneAt(simulator).subscriptions(harbor)
        assert.deepEqual(
          found.map(({ id }) => id),
          many.map(({ id }) => id),
        )
        const asked = simulator
          .log()
          .flatMap((entry) => (entry.kind === 'call' && entry.method === 'GET' ? [entry] : []))
        assert.deepEqual(
          asked.map(({ path }) => new URL(path, 'http://simulator').search),
          subscriptionPaging === 'seek'
            ? ['', '?seekOperation=Next', '?seekOperation=Next']
            : ['', '?offset=2', '?offset=4'],
        )
      })

  it('follows an offset, below its own root', async () => {
    const links = next('https://elsewhere.example/v1/customers/x/subscriptions?size=1?offset=1')
    const { fetch, said } = scriptedFetch(json({ items: [{ id: 'a' }], links }), json({ items: [{ id: 'b' }] }))
    const found = await openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps).subscriptions(harbor)
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a', 'b'],
    )
    assert.deepEqual(
      said.map(({ url }) => url.href.replace('https://api.partnercenter.microsoft.com', '')),
      [`/v1/customers/${harbor}/subscriptions`, `/v1/customers/${harbor}/subscriptions?offset=1`],
    )
  })
})
