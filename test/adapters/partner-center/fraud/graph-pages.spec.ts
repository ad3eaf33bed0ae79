import assert from 'node:assert/strict'
import { openClient, openGraphAccess } from '../../../../adapters/partner-center/client.ts'
import { graphEndpointsOf } from '../../../../adapters/partner-center/endpoints.ts'
import { openGraphAlerts } from '../../../../adapters/partner-center/fraud/graph-alerts.ts'
import { isLoopback } from '../../../../adapters/shared/loopback.ts'
import { noOf } from '../at-the-operator.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from '../a-lane.ts'

const path = '/beta/security/partner/securityAlerts'
const page = (id: string, next?: string) => json({ value: [{ id }], ...(next && { '@odata.nextLink': next }) })

function feed(config: typeof aConfig, ...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  const { deps } = instantDeps({ fetch })
  const client = openClient(config, deps, openGraphAccess(config, deps))
  return { said, alerts: openGraphAlerts(client, config.lane, graphEndpointsOf(config.lane, config)) }
}

describe('pages of Graph alerts', () => {
  it('are followed at the published host', async () => {
    const next = `https://graph.microsoft.com${path}?$filter=status%20ne%20'resolved'&$skiptoken=a%2Bb`
    const { said, alerts } = feed(aConfig, page('a', next), page('b'))
    assert.deepEqual((await alerts.open()).map(({ id }) => id).sort(), ['a', 'b'])
    assert.equal(said[1]?.url.origin, 'https://graph.microsoft.com')
    assert.equal(said[1].url.searchParams.get('$skiptoken'), 'a+b')
  })

  it('are read no further than the first that shows something known', async () => {
    const next = `https://graph.microsoft.com${path}?$skiptoken=`
    const { said, alerts } = feed(aConfig, page('a', `${next}1`), page('b', `${next}2`), page('c'))
    assert.deepEqual((await alerts.open(({ id }) => id === 'b')).map(({ id }) => id).sort(), ['a', 'b'])
    assert.equal(said.length, 2)
  })

  it('are asked of the stand-in, also where it hands on the links of the host it stands for', async () => {
    const config = {
      ...aConfig,
      graphUrl: 'http://127.0.0.1:9/graph',
      loginUrl: 'http://127.0.0.1:9',
      allow: isLoopback,
    }
    for (const root of ['https://graph.microsoft.com', 'http://127.0.0.1:9/graph']) {
      const { said, alerts } = feed(config, page('a', `${root}${path}?$skiptoken=1`), page('b'))
      assert.equal((await alerts.open()).length, 2)
      assert.equal(said[1]?.url.href, `http://127.0.0.1:9/graph${path}?%24skiptoken=1`)
    }
  })

  for (const [what, next] of [
    ['of another host', `https://elsewhere.example${path}?$skiptoken=1`],
    ['of another cloud', `https://graph.microsoft.us${path}?$skiptoken=1`],
    ['of another resource', 'https://graph.microsoft.com/beta/users?$skiptoken=1'],
    ['that is no address', 'next'],
  ] as const)
    it(`are not followed to one ${what}, and half a list is none`, async () => {
      const { said, alerts } = feed(aConfig, page('a', next), page('b'))
      assert.deepEqual(await noOf(alerts.open()), ['unreachable', 'unreadable'])
      assert.equal(said.length, 1)
    })

  it('do not go round in circles', async () => {
    const { alerts } = feed(aConfig, page('a', `https://graph.microsoft.com${path}?$skiptoken=1`))
    assert.deepEqual(await noOf(alerts.open()), ['unreachable', 'unreadable'])
  })

  it('do not go on without an end', async () => {
    let at = 0
    const { said, alerts } = feed(aConfig, () => {
      at += 1
      return page(`a-${at}`, at > 1000 ? undefined : `https://graph.microsoft.com${path}?$skiptoken=${at}`)()
    })
    assert.deepEqual(await noOf(alerts.open()), ['unreachable', 'unreadable'])
    assert.equal(said.length, 500)
  })

  it('are read whole where the status cannot be filtered by, and those that are resolved left out', async () => {
    const all = json({ value: [{ id: 'a' }, { id: 'b', status: 'Resolved' }] })
    const { said, alerts } = feed(aConfig, json({ error: { code: 'BadRequest', message: 'no' } }, 400), all)
    assert.deepEqual(
      (await alerts.open()).map(({ id }) => id),
      ['a'],
    )
    assert.deepEqual(
      said.map(({ url }) => url.search),
      ['?%24filter=status+ne+%27resolved%27', ''],
    )
  })

  it('are no pages where somebody else answers', async () => {
    for (const answer of [json({}), json([]), () => new Response('<html>')])
      assert.deepEqual(await noOf(feed(aConfig, answer).alerts.open()), ['unreachable', 'unreadable'])
  })

  it('say of an alert that is not found whether it has gone, or all alerts with it', async () => {
    const gone = json({ error: { code: 'ResourceNotFound' } }, 404)
    const item = { id: 'a/..', subscription: null }
    const { said, alerts } = feed(aConfig, gone, page('b'))
    assert.equal(await alerts.find(item), null)
    assert.equal(said[0]?.url.pathname, `${path}/a%2F..`)
    assert.equal((await noOf(feed(aConfig, gone).alerts.find(item)))[0], 'not-found')
  })
})
