import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import { later } from '../../../domain/shared/time.ts'
import { fabrikam, ines, mei } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000

describe('taking in what a source says', () => {
  let desk: AFraudDesk
  beforeEach(async () => {
    desk = await aFraudDesk()
  })
  const take = (...signals: Parameters<typeof aSignal>[0][]) =>
    desk.alerts.take(
      'global',
      signals.map((each) => aSignal(each)),
    )
  const decide = async (id: string) =>
    desk.alerts.decide(
      { case: id, version: await desk.version(id) },
      { verdict: 'fraud', because: 'Miners.', asIgnore: false },
      ines,
    )

  it('opens one alert, with its card promised and the hour counted from now', async () => {
    assert.deepEqual(await take({}), { opened: ['F-1'], repeated: [] })
    const alert = await desk.alert('F-1')
    assert.equal(alert.identity?.operatorName, 'Fabrikam Inc')
    assert.equal(alert.answerBy, later(desk.now, 60 * minute))
    assert.deepEqual(
      (await desk.promised('post-case')).map(({ order }) => order),
      [{ kind: 'post-case', case: 'F-1', askedIn: null }],
    )
  })

  it('takes a subscription of its feeds for Azure, but not where the alert is about a purchase', async () => {
    await take({}, { id: 'a-2', type: 'suspiciousPurchase', subscription: 'seats-1' })
    const kinds = await Promise.all(['F-1', 'F-2'].map(async (id) => (await desk.alert(id)).subscription?.kind))
    assert.deepEqual(kinds.sort(), ['azure', 'unknown'])
  })

  it('counts the same item once, by however many roads it comes', async () => {
    await Promise.all([take({}), take({}), take({})])
    await take({})
    assert.equal((await desk.alert('F-1')).hits, 1)
    assert.equal((await desk.promised('post-case')).length, 1)
    assert.deepEqual(await desk.deeds('F-1'), ['fraud-alert.opened by desk'])
  })

  it('raises the counter of the one card for another item of the same customer, subscription and type', async () => {
    await take({})
    assert.deepEqual(await take({ id: 'alert-2' }), { opened: [], repeated: ['F-1'] })
    assert.equal((await desk.alert('F-1')).hits, 2)
    assert.deepEqual(await desk.deeds('F-1'), ['fraud-alert.opened by desk', 'fraud-alert.repeated by desk'])
  })

  it('calls the subscription by the name that any of its sources knows', async () => {
    await take({ subscriptionName: null })
    assert.equal((await desk.alert('F-1')).subscription?.name, 'az-1')
    await take({ source: 'fraud-events', id: 'event-1', subscriptionName: 'harbor-lane-prod' })
    assert.equal((await desk.alert('F-1')).subscription?.name, 'harbor-lane-prod')
    await take({ source: 'fraud-events', id: 'event-2', subscriptionName: 'another' })
    assert.equal((await desk.alert('F-1')).subscription?.name, 'harbor-lane-prod')
  })

  it('knows a customer as soon as the desk does, also where the source says nothing new', async () => {
    desk.knows('nobody')
    await take({})
    assert.equal((await desk.alert('F-1')).identity, null)
    desk.knows(fabrikam)
    await take({})
    assert.equal((await desk.alert('F-1')).identity?.operatorName, 'Fabrikam Inc')
    await take({})
    assert.equal((await desk.deeds('F-1')).length, 2)
  })

  it('is nothing of a customer where another lane names the same id', async () => {
    await take({})
    await desk.alerts.take('us-government', [aSignal({ lane: 'us-government' })])
    const of = async (lane: Lane) => (await desk.alerts.of({ id: fabrikam, lane })).map(({ lane }) => lane)
    assert.deepEqual([await of('global'), await of('us-government')], [['global'], ['us-government']])
    assert.equal((await desk.alert('F-2')).identity, null)
  })

  it('keeps who reported the same once more', async () => {
    for (const by of [mei, ines])
      await desk.alerts.report(fabrikam, { suspicion: 'fraud', text: 'Odd.', lane: 'global' }, by, 'place')
    assert.deepEqual(await desk.deeds('F-1'), ['fraud-alert.reported by mei', 'fraud-alert.repeated by ines'])
  })

  it('opens another for another subscription, another type, another customer', async () => {
    const more = [
      { id: 'b', subscription: 'az-2' },
      { id: 'c', type: 'usageAnomalyDetection' },
      { id: 'd', customer: 'x' },
    ]
    assert.deepEqual([...(await take({}, ...more)).opened].sort(), ['F-1', 'F-2', 'F-3', 'F-4'])
  })

  it('believes the feed that counted most: two feeds tell of the same incident', async () => {
    await take(
      { hits: 3 },
      { source: 'fraud-events', id: 'e-1', hits: 2 },
      { source: 'fraud-events', id: 'e-2', hits: 2 },
    )
    const { hits, items } = await desk.alert('F-1')
    assert.equal(hits, 4)
    assert.equal(items.length, 3)
  })

  it('never takes anything back: severity, count, first and last sighting, resources only grow', async () => {
    await take({ severity: 'high', hits: 9, resources: [{ id: 'vm1', kind: 'vm' }] })
    await take({
      severity: 'low',
      hits: 2,
      firstSeenAt: '2025-03-31T05:00:00.000Z',
      lastSeenAt: '2025-03-31T06:00:00.000Z',
      resources: [{ id: 'vm2', kind: 'vm' }],
    })
    const alert = await desk.alert('F-1')
    assert.equal(alert.severity, 'high')
    assert.equal(alert.hits, 9)
    assert.equal(alert.firstSeenAt, '2025-03-31T05:00:00.000Z')
    assert.equal(alert.lastSeenAt, '2025-03-31T08:00:00.000Z')
    assert.deepEqual(
      alert.resources.map(({ id }) => id),
      ['vm1', 'vm2'],
    )
  })

  it('does not believe a source that speaks of tomorrow', async () => {
    await take({ firstSeenAt: '9999-12-31T00:00:00.000Z', lastSeenAt: '9999-12-31T00:00:00.000Z' })
    const { firstSeenAt, lastSeenAt } = await desk.alert('F-1')
    assert.equal(firstSeenAt, desk.now)
    assert.equal(lastSeenAt, desk.now)
  })

  it('is a test only while nothing real joins it', async () => {
    await take({ isTest: true })
    assert.equal((await desk.alert('F-1')).isTest, true)
    await take({ id: 'alert-2', isTest: false })
    assert.equal((await desk.alert('F-1')).isTest, false)
  })

  it('knows no customer of another lane', async () => {
    await desk.alerts.take('us-government', [aSignal()])
    const { identity, customer, lane } = await desk.alert('F-1')
    assert.equal(identity, null)
    assert.equal(customer, fabrikam)
    assert.equal(lane, 'us-government')
  })

  it('keeps customers whom nobody named apart', async () => {
    await take({ customer: null }, { id: 'alert-2', customer: null })
    assert.equal((await desk.alerts.open()).length, 2)
  })

  describe('after a verdict', () => {
    beforeEach(async () => {
      await take({ hits: 1 })
      const decided = await decide('F-1')
      assert(decided.ok)
      desk.pass(10 * minute)
    })

    it('opens a new alert for what happened since, linked to the old one', async () => {
      assert.deepEqual((await take({ id: 'alert-2', lastSeenAt: desk.now })).opened, ['F-2'])
      assert.equal((await desk.alert('F-2')).before, 'F-1')
    })

    it('opens a new one where the very item was seen again', async () => {
      assert.deepEqual((await take({ hits: 2 })).opened, ['F-2'])
    })

    it('is not troubled by a list that is behind', async () => {
      assert.deepEqual(await take({ hits: 1 }), { opened: [], repeated: [] })
    })

    it('tells the other feed too, whose item of the same incident comes late', async () => {
      assert.deepEqual(await take({ source: 'fraud-events', id: 'e-1' }), { opened: [], repeated: [] })
      const alert = await desk.alert('F-1')
      assert.equal(alert.items.length, 2)
      assert(alert.status === 'decided')
      assert.equal(alert.reported.state, 'telling')
    })

    it('is never reopened by what its source has resolved', async () => {
      assert.deepEqual(await take({ status: 'resolved', lastSeenAt: desk.now }), { opened: [], repeated: [] })
    })
  })

  it('ends where its sources resolved all of it without this desk', async () => {
    await take({}, { id: 'alert-2' })
    await take({ status: 'resolved', resolvedReason: 'legitimate' })
    assert.equal((await desk.alert('F-1')).status, 'pending')
    await take({ id: 'alert-2', status: 'resolved', resolvedReason: 'legitimate' })
    const alert = await desk.alert('F-1')
    assert(alert.status === 'resolved-elsewhere')
    assert.equal(alert.reason, 'legitimate')
  })

  it('says nothing of what was over before anybody looked', async () => {
    assert.deepEqual(await take({ status: 'resolved' }), { opened: [], repeated: [] })
  })

  it('joins what a second person reports to the first report, words and all', async () => {
    const report = (text: string) =>
      desk.alerts.report(fabrikam, { suspicion: 'fraud', text, lane: 'global' }, ines, 'teams:partner/#fraud')
    await report('They ordered 500 seats.')
    await report('And now 500 more.')
    const alert = await desk.alert('F-1')
    assert.equal(alert.description, 'They ordered 500 seats.\nAnd now 500 more.')
    assert.equal(alert.hits, 2)
    assert.equal(alert.reportedBy, 'ines')
    assert.deepEqual(
      (await desk.promised('post-case')).map(({ order }) => order),
      [{ kind: 'post-case', case: 'F-1', askedIn: 'teams:partner/#fraud' }],
    )
  })
})
