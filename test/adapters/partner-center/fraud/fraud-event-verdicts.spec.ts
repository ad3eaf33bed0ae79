import assert from 'node:assert/strict'
import { openClient } from '../../../../adapters/partner-center/client.ts'
import { openFraudEvents } from '../../../../adapters/partner-center/fraud/fraud-events.ts'
import { openRequestIds } from '../../../../adapters/partner-center/request-ids.ts'
import type { FeedItem } from '../../../../domain/ports/fraud-feed.ts'
import { guidOf } from '../../simulators/a-seed.ts'
import { noOf } from '../at-the-operator.ts'
import { aConfig, instantDeps, intent, json, scriptedFetch, type Scripted } from '../a-lane.ts'

function feed(...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  const client = openClient(aConfig, instantDeps({ fetch }).deps)
  return { said, events: openFraudEvents(client, 'global', openRequestIds()) }
}

const item = (subscription: number, entity: string): FeedItem => ({
  id: `${guidOf(subscription)}_${entity}`,
  subscription: guidOf(subscription),
})
const told = (said: ReturnType<typeof feed>['said']) =>
  said.map(({ url, body }) => [url.pathname.split('/')[4], ...(JSON.parse(body) as { EventIds: string[] }).EventIds])

describe('a verdict on fraudEvents', () => {
  it('is said once for each subscription, by name, in the word the API takes, and to the newer model', async () => {
    const { said, events } = feed(json([]))
    await events.resolve([item(1, 'a'), item(2, 'b'), item(1, 'c')], 'fraud', intent)
    const [first] = said
    assert.deepEqual(told(said), [
      [guidOf(1), `${guidOf(1)}_a`, `${guidOf(1)}_c`],
      [guidOf(2), `${guidOf(2)}_b`],
    ])
    assert.equal(first?.url.pathname, `/v1/fraudEvents/subscription/${guidOf(1)}/status`)
    assert.deepEqual([first.method, first.headers.get('X-NewEventsModel')], ['POST', 'true'])
    const { EventStatus, ResolvedReason } = JSON.parse(first.body) as Record<string, unknown>
    assert.deepEqual([EventStatus, ResolvedReason], ['Resolved', 'Fraud'])
  })

  it('travels under an id of its own for each subscription, the same at every try', async () => {
    const { said, events } = feed(json([]))
    for (let time = 0; time < 2; time += 1) await events.resolve([item(1, 'a'), item(2, 'b')], 'ignore', intent)
    const ids = said.map(({ headers }) => headers.get('MS-RequestId'))
    assert.equal(new Set(ids).size, 2)
    assert.deepEqual(ids.slice(0, 2), ids.slice(2))
  })

  it('has another id after a no', async () => {
    const { said, events } = feed(json({ code: '800002' }, 400), json([]))
    await noOf(events.resolve([item(1, 'a')], 'fraud', intent))
    await events.resolve([item(1, 'a')], 'fraud', intent)
    assert.equal(new Set(said.map(({ headers }) => headers.get('MS-RequestId'))).size, 2)
  })

  it('never names nobody: an item without an id, or an empty one, is not told', async () => {
    const { said, events } = feed(json([]))
    for (const id of ['', 'unreadable-0123456789abcdef'])
      assert.deepEqual(await noOf(events.resolve([{ id, subscription: guidOf(1) }], 'fraud', intent)), [
        'refused',
        'no-id',
      ])
    assert.deepEqual(said, [])
    await noOf(events.resolve([{ id: '', subscription: guidOf(1) }, item(1, 'a')], 'fraud', intent))
    assert.deepEqual(told(said), [[guidOf(1), `${guidOf(1)}_a`]])
  })

  it('knows the subscription from the id, and tells the others where it does not', async () => {
    const { said, events } = feed(json([]))
    const items = [
      { id: 'strange', subscription: null },
      { ...item(1, 'a'), subscription: null },
    ] as const
    assert.deepEqual(await noOf(events.resolve(items, 'fraud', intent)), ['refused', 'no-subscription'])
    assert.deepEqual(told(said), [[guidOf(1), `${guidOf(1)}_a`]])
  })

  it('reaches the second subscription when the first says no', async () => {
    const { said, events } = feed(json({}, 400), json([]))
    assert.equal((await noOf(events.resolve([item(1, 'a'), item(2, 'b')], 'fraud', intent)))[0], 'refused')
    assert.equal(said.length, 2)
  })

  it('of very many events is told in several calls, none of them empty', async () => {
    const { said, events } = feed(json([]))
    const many = Array.from({ length: 201 }, (_, at) => item(1, String(at)))
    const [first, ...rest] = many
    assert.ok(first)
    await events.resolve([first, ...rest], 'fraud', intent)
    assert.deepEqual(
      told(said).map((each) => each.length - 1),
      [100, 100, 1],
    )
  })

  it('is never “legitimate”, which the API does not take', async () => {
    const { said, events } = feed(json([]))
    assert.equal(events.takes.has('legitimate'), false)
    await assert.rejects(events.resolve([item(1, 'a')], 'legitimate', intent))
    assert.deepEqual(said, [])
  })
})

describe('pages of fraudEvents', () => {
  const page = (...ids: readonly string[]) => json(ids.map((eventId) => ({ eventId, eventStatus: 'Active' })))

  it('are read until one brings nothing new, of what is active and of what is investigated', async () => {
    const { said, events } = feed(page('a'), page('b'), page(), page('b', 'c'), page())
    assert.deepEqual((await events.open()).map(({ id }) => id).sort(), ['a', 'b', 'c'])
    assert.deepEqual(
      said.map(({ url: { searchParams } }) =>
        ['EventStatus', 'PageNumber'].map((name) => searchParams.get(name)).join(' '),
      ),
      ['Active 1', 'Active 2', 'Active 3', 'Investigating 1', 'Investigating 2'],
    )
    assert.ok(said.every(({ headers }) => headers.get('X-NewEventsModel') === 'true'))
  })

  it('end where the API knows no pages and gives everything again', async () => {
    const { said, events } = feed(page('a', 'b'))
    assert.equal((await events.open()).length, 2)
    assert.equal(said.length, 4)
  })

  it('are a fault where each brings something new without an end', async () => {
    let at = 0
    const { said, events } = feed(() => json((at += 1) > 1000 ? [] : [{ readAt: at }])())
    assert.deepEqual(await noOf(events.open()), ['unreachable', 'unreadable'])
    assert.equal(said.length, 500)
  })

  for (const [what, answer, kind] of [
    ['is retired', json({}, 410), 'refused'],
    ['is no longer there', () => new Response('', { status: 404 }), 'not-found'],
    ['wants a person', json({ code: '900329' }, 403), 'unauthorised'],
    ['answers with a page', () => new Response('<html>'), 'unreachable'],
  ] as const)
    it(`are a fault, and never an item that has gone, when the API ${what}`, async () => {
      assert.equal((await noOf(feed(answer).events.open()))[0], kind)
      assert.equal((await noOf(feed(answer).events.find(item(1, 'a'))))[0], kind)
    })

  it('are asked again for those resolved, when one is looked for', async () => {
    const { said, events } = feed(
      page(),
      json([{ eventId: item(1, 'A').id, eventStatus: 'Resolved', resolvedReason: 'Fraud' }]),
    )
    const found = await events.find(item(1, 'a'))
    assert.deepEqual([found?.status, found?.resolvedReason], ['resolved', 'fraud'])
    assert.ok(said.every(({ url }) => url.searchParams.get('SubscriptionId') === guidOf(1)))
  })
})
