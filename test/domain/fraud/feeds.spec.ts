import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aSignal, fakeFeed, type FakeFeed } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000

describe('the operator’s feeds', () => {
  let graph: FakeFeed
  let old: FakeFeed
  let desk: AFraudDesk
  beforeEach(async () => {
    graph = fakeFeed('global', 'graph')
    old = fakeFeed('global', 'fraud-events')
    desk = await aFraudDesk([graph, old])
  })

  it('are looked at each minute where no webhook is proven, else every five', async () => {
    for (const [isProven, ms, expected] of [
      [false, 0, 1],
      [false, 30_000, 1],
      [false, 30_000, 2],
      [true, minute, 2],
      [true, 4 * minute, 3],
    ] as const) {
      desk.pass(ms)
      await desk.feeds.pass('global', isProven)
      assert.equal(graph.looks, expected)
    }
  })

  it('give what is open at the first look as a baseline, and what comes later as it comes', async () => {
    for (const at of [1, 2, 3]) graph.raise(aSignal({ id: `g-${at}`, subscription: `az-${at}` }))
    await desk.feeds.look('global')
    assert.equal((await desk.alerts.open()).filter(({ digested }) => digested === undefined).length, 1)
    for (const at of [4, 5]) graph.raise(aSignal({ id: `g-${at}`, subscription: `az-${at}` }))
    await desk.feeds.look('global')
    assert.equal((await desk.alerts.open()).filter(({ digested }) => digested === undefined).length, 3)
  })

  it('that fail do not keep the others from being read, and are known to fail', async () => {
    graph.spoil(new OutsideFault({ service: 'graph', kind: 'unreachable' }))
    old.raise(aSignal({ source: 'fraud-events', id: 'e-1' }))
    // Whoever was told of an event is owed another look.
    await assert.rejects(desk.feeds.look('global'), OutsideFault)
    assert.equal((await desk.alerts.open()).length, 1)
    assert.deepEqual(
      (await desk.feeds.states()).map(({ feed, okAt, trouble }) => [feed, okAt !== null, trouble?.facts.kind ?? null]),
      [
        ['graph', false, 'unreachable'],
        ['fraud-events', true, null],
      ],
    )
  })

  for (const [kind, status, every, what] of [
    ['refused', 403, 5, 'do not let us in are asked every five minutes: somebody may mend it'],
    ['not-found', 404, 60, 'are not there are asked once an hour'],
  ] as const)
    it(`that ${what}`, async () => {
      graph.spoil(new OutsideFault({ service: 'graph', kind, status }))
      await desk.feeds.pass('global', false)
      desk.pass((every - 1) * minute)
      await desk.feeds.pass('global', false)
      assert.equal(graph.looks, 1)
      desk.pass(minute)
      await desk.feeds.pass('global', false)
      assert.equal(graph.looks, 2)
    })

  it('are read once more, and once only, for all who heard of something while they were being read', async () => {
    await Promise.all([1, 2, 3, 4].map(() => desk.feeds.look('global')))
    assert.equal(graph.wholeLooks, 2)
  })

  it('are read no further than what is known, where a webhook says that there is something', async () => {
    for (const at of [1, 2, 3]) graph.raise(aSignal({ id: `g-${at}`, subscription: `az-${at}` }))
    await desk.feeds.look('global')
    graph.raise(aSignal({ id: 'g-4', subscription: 'az-4' }))
    await desk.feeds.look('global')
    assert.equal((await desk.alerts.open()).length, 4)
    assert.deepEqual([graph.wholeLooks, graph.looks], [1, 2])
  })

  it('are read whole where what is new does not stand in front, but not again and again', async () => {
    for (const at of [1, 2]) graph.raise(aSignal({ id: `g-${at}`, subscription: `az-${at}`, hits: 1 }))
    await desk.feeds.look('global')
    graph.raise(aSignal({ id: 'g-1', subscription: 'az-1', hits: 2 }))
    await desk.feeds.look('global')
    assert.deepEqual([(await desk.alerts.open()).map(({ hits }) => hits).sort(), graph.wholeLooks], [[1, 2], 2])
    graph.raise(aSignal({ id: 'g-1', subscription: 'az-1', hits: 3 }))
    await desk.feeds.look('global')
    assert.equal(graph.wholeLooks, 2)
    desk.pass(minute)
    await desk.feeds.pass('global', true)
    assert.deepEqual([(await desk.alerts.open()).map(({ hits }) => hits).sort(), graph.wholeLooks], [[1, 3], 3])
  })

  it('after the first are left to the next pass where the first shows what is new', async () => {
    await desk.feeds.look('global')
    graph.raise(aSignal({ id: 'g-1' }))
    old.raise(aSignal({ source: 'fraud-events', id: 'e-1' }))
    await desk.feeds.look('global')
    assert.deepEqual(
      (await desk.alert('F-1')).items.map(({ id }) => id),
      ['g-1'],
    )
    desk.pass(minute)
    await desk.feeds.pass('global', true)
    assert.deepEqual(
      (await desk.alert('F-1')).items.map(({ id }) => id),
      ['g-1', 'e-1'],
    )
  })

  it('are asked again at once by nobody, but after a pause', async () => {
    await desk.feeds.look('global')
    assert.deepEqual(desk.waited, [])
    desk.pass(100)
    graph.raise(aSignal({ id: 'g-1' }))
    await desk.feeds.look('global')
    assert.deepEqual(desk.waited, [300])
  })

  it('end an alert that was resolved there without this desk', async () => {
    graph.raise(aSignal({ id: 'g-1' }))
    await desk.feeds.look('global')
    graph.raise(aSignal({ id: 'g-1', status: 'resolved', resolvedReason: 'ignore' }))
    await desk.feeds.look('global')
    assert.equal((await desk.alert('F-1')).status, 'resolved-elsewhere')
  })

  it('tell of what is new also while what has ended cannot be read', async () => {
    graph.raise(aSignal({ id: 'g-1' }))
    await desk.feeds.look('global')
    const quiet = { ...graph, open: async () => [aSignal({ id: 'g-2', subscription: 'az-2' })] }
    const fault = new OutsideFault({ service: 'graph', kind: 'refused', status: 403 })
    desk = await aFraudDesk([{ ...quiet, find: () => Promise.reject(fault) }])
    await desk.alerts.take('global', [aSignal({ id: 'g-1' })])
    await desk.feeds.look('global')
    assert.equal((await desk.alerts.open()).length, 2)
    assert.equal((await desk.feeds.states())[0]?.trouble, null)
  })

  it('are asked in turn for what they show no more, however much it is', async () => {
    const asked = new Set<string>()
    const find = async ({ id }: { readonly id: string }) => (asked.add(id), null)
    desk = await aFraudDesk([{ ...graph, find, open: async () => [] }])
    const many = Array.from({ length: 25 }, (_, at) => aSignal({ id: `g-${at}`, subscription: `az-${at}` }))
    await desk.alerts.take('global', many)
    await desk.feeds.look('global')
    await desk.feeds.look('global')
    assert.equal(asked.size, 25)
  })

  it('raise one alert, whoever tells of it first, at whatever instant', async () => {
    graph.raise(aSignal({ id: 'g-1' }))
    old.raise(aSignal({ source: 'fraud-events', id: 'e-1' }))
    await Promise.all([desk.feeds.look('global'), desk.feeds.pass('global', false), desk.feeds.look('global')])
    assert.equal((await desk.alerts.all()).length, 1)
    assert.equal((await desk.promised('post-case')).length, 1)
  })
})
