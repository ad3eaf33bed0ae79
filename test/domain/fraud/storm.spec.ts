import assert from 'node:assert/strict'
import { aSignal } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000

describe('a storm of alerts', () => {
  let desk: AFraudDesk
  beforeEach(async () => {
    desk = await aFraudDesk()
  })
  const storm = (count: number, given: (at: number) => Parameters<typeof aSignal>[0] = () => ({})) =>
    desk.alerts.take(
      'global',
      Array.from({ length: count }, (_, at) => aSignal({ id: `a-${at}`, subscription: `az-${at}`, ...given(at) })),
    )
  const cards = async () => (await desk.promised('post-case')).length

  it('gives ten alerts a card each, and the others of the same customer a line in one digest a minute later', async () => {
    await storm(25)
    assert.equal(await cards(), 10)
    await desk.alerts.tend()
    assert.equal((await desk.promised('announce-news')).length, 0)
    desk.pass(minute)
    await desk.alerts.tend()
    await desk.alerts.tend()
    const [news, ...others] = await desk.promised('announce-news')
    assert.equal(others.length, 0)
    assert(news?.order.kind === 'announce-news' && news.order.news.kind === 'fraud-digest')
    assert.equal(news.order.news.rows.length, 15)
  })

  it('gives a high alert, and the first of each customer, a card whatever the weather', async () => {
    await storm(10)
    await storm(5, (at) => ({ id: `h-${at}`, subscription: `hz-${at}`, severity: 'high' }))
    await storm(5, (at) => ({ id: `c-${at}`, customer: `customer-${at}` }))
    await storm(5, (at) => ({ id: `d-${at}`, customer: `customer-${at}`, subscription: 'second' }))
    assert.equal(await cards(), 20)
    assert.equal((await desk.alerts.open()).filter(({ digested }) => digested).length, 5)
  })

  it('gives a digested alert its card once it turns high', async () => {
    await storm(12)
    const before = await cards()
    await storm(12, () => ({ severity: 'high' }))
    assert.equal(await cards(), before + 2)
  })

  it('drops nothing: 3,000 events over 100 customers are counted to the last', async () => {
    const signals = Array.from({ length: 3000 }, (_, at) =>
      aSignal({ id: `e-${at}`, customer: `customer-${at % 100}`, subscription: `az-${at % 200}` }),
    )
    for (let at = 0; at < signals.length; at += 300) await desk.alerts.take('global', signals.slice(at, at + 300))
    const open = await desk.alerts.open()
    assert.equal(open.length, 200)
    assert.equal(
      open.reduce((sum, { hits }) => sum + hits, 0),
      3000,
    )
  }).timeout(20_000)

  it('tells of a customer with a channel of its own in a digest by itself', async () => {
    await desk.store.commit({
      save: ['#all', '#own'].flatMap((place) => [
        {
          kind: 'route',
          id: place,
          value: {
            topic: 'fraud',
            ...(place === '#own' && { only: { customer: 'own', lane: 'global', severity: null, hours: null } }),
            place,
            placeName: place,
            setBy: 'otto',
            setAt: desk.now,
          },
          basedOn: null,
        },
        {
          kind: 'address',
          id: place,
          value: { place, channel: 'teams', kind: 'channel', name: place, locale: null, reference: {}, dead: false },
          basedOn: null,
        },
      ]),
    })
    await storm(30, (at) => ({ customer: at % 2 === 0 ? 'own' : 'other' }))
    desk.pass(minute)
    await desk.alerts.tend()
    const told = (await desk.promised('announce-news')).map(({ order }) =>
      order.kind === 'announce-news' && order.news.kind === 'fraud-digest'
        ? [order.news.customer ?? null, order.news.rows.length]
        : null,
    )
    assert.deepEqual(told.sort(), [
      [null, 10],
      ['own', 10],
    ])
  })

  it('at a first look gives each customer the newest as a card, and one summary for the rest', async () => {
    const at = (hour: number) => `2025-03-31T0${hour}:00:00.000Z` as const
    const signals = [1, 2, 3].flatMap((hour) =>
      ['x', 'y'].map((customer) =>
        aSignal({ id: `${customer}-${hour}`, customer, subscription: `az-${hour}`, lastSeenAt: at(hour) }),
      ),
    )
    await desk.alerts.take('global', signals, { baseline: true })
    const open = await desk.alerts.open()
    const carded = open.filter(({ digested }) => digested === undefined)
    assert.deepEqual(carded.map(({ customer, lastSeenAt }) => `${customer} ${lastSeenAt}`).sort(), [
      `x ${at(3)}`,
      `y ${at(3)}`,
    ])
    desk.pass(minute)
    await desk.alerts.tend()
    assert.equal((await desk.promised('announce-news')).length, 1)
  })
})
