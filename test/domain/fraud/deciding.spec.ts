import assert from 'node:assert/strict'
import type { AlertDesk } from '../../../domain/fraud/alert-desk.ts'
import type { Verdict } from '../../../domain/fraud/fraud-alert.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import { anActingLane, fabrikam, ines, mei, otto, rosa, wang } from '../../kit/builders.ts'
import { aSignal, fakeFeed, type FakeFeed } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000
const day = 24 * 60 * minute

describe('deciding about an alert', () => {
  let graph: FakeFeed
  let old: FakeFeed
  let desk: AFraudDesk
  beforeEach(async () => {
    graph = fakeFeed('global', 'graph')
    old = fakeFeed('global', 'fraud-events', ['fraud', 'ignore'])
    desk = await aFraudDesk([graph, old])
  })
  const raise = (feed: FakeFeed, given: Parameters<typeof aSignal>[0] = {}) => {
    const signal = aSignal({ source: feed.name, id: `${feed.name}-1`, ...given })
    feed.raise(signal)
    return desk.alerts.take('global', [signal])
  }
  const at = async (id = 'F-1') => ({ case: id, version: await desk.version(id) })
  const decide = async (verdict: Verdict, asIgnore = false, by = ines) =>
    desk.alerts.decide(await at(), { verdict, because: 'Looked at it.', asIgnore }, by)
  const code = (outcome: Awaited<ReturnType<AlertDesk['claim']>>) => (outcome.ok ? 'done' : outcome.refusal.code)
  const keepReport = async () => {
    const [entry] = await desk.promised('report-verdict')
    assert(entry?.order.kind === 'report-verdict')
    await desk.alerts.reportVerdict(entry, entry.order)
  }

  describe('who holds it', () => {
    beforeEach(() => raise(graph))

    it('is whoever pressed first; another hears who does', async () => {
      const seen = await at()
      assert.equal(code(await desk.alerts.claim(seen, mei)), 'done')
      assert.equal(code(await desk.alerts.claim(seen, wang)), 'held-by-other')
      assert.deepEqual((await desk.alert('F-1')).holder, { by: 'mei', at: desk.now })
    })

    it('is nobody without a role in this', async () => {
      assert.equal(code(await desk.alerts.claim(await at(), otto)), 'not-allowed')
    })

    it('gives it to somebody who may hold it, and to nobody else', async () => {
      await desk.alerts.claim(await at(), mei)
      assert.equal(code(await desk.alerts.handOver(await at(), 'otto', mei)), 'cannot-hold')
      assert.equal(code(await desk.alerts.handOver(await at(), 'nobody', mei)), 'cannot-hold')
      assert.equal(code(await desk.alerts.handOver(await at(), 'rosa', mei)), 'done')
      assert.equal((await desk.alert('F-1')).holder?.by, 'rosa')
      assert.equal(code(await desk.alerts.handOver(await at(), 'mei', mei)), 'held-by-other')
      assert.equal(code(await desk.alerts.handOver(await at(), 'mei', ines)), 'done')
      assert((await desk.promised('tell-staff')).some(({ order }) => 'staff' in order && order.staff === 'rosa'))
    })
  })

  describe('with a card that is behind', () => {
    it('counts although it was seen again meanwhile, be it a hundred times', async () => {
      await raise(graph)
      const shown = await at()
      for (let more = 2; more < 100; more += 1) await raise(graph, { id: `graph-${more}` })
      assert.equal(code(await desk.alerts.claim(shown, mei)), 'done')
    })

    it('counts while it is being seen again', async () => {
      await raise(graph)
      const shown = await at()
      const [claimed] = await Promise.all([desk.alerts.claim(shown, mei), raise(graph, { id: 'graph-2' })])
      assert.equal(code(claimed), 'done')
      assert.equal((await desk.alert('F-1')).hits, 2)
    })

    it('does not count where it became graver, or somebody else pressed', async () => {
      await raise(graph)
      const shown = await at()
      await raise(graph, { id: 'graph-2', severity: 'high' })
      assert.equal(code(await desk.alerts.claim(shown, mei)), 'changed-since')
      const graver = await at()
      await desk.alerts.claim(graver, mei)
      const verdict = { verdict: 'ignore', because: 'Mine.', asIgnore: false } as const
      assert.equal(code(await desk.alerts.decide(graver, verdict, ines)), 'changed-since')
    })
  })

  describe('put aside', () => {
    beforeEach(() => raise(graph, { severity: 'medium', resources: [{ id: 'vm1', kind: 'vm' }] }))
    const snooze = async (ms: number, because = 'A load test.') =>
      desk.alerts.snooze(await at(), { until: later(desk.now, ms), because }, ines)

    it('needs a reason, and an end within thirty days', async () => {
      assert.equal(code(await snooze(day, ' ')), 'words-needed')
      assert.equal(code(await snooze(0)), 'end-needed')
      assert.equal(code(await snooze(31 * day)), 'end-needed')
      assert.equal(code(await snooze(30 * day)), 'done')
    })

    it('shows beforehand what it would have hidden in ninety days', async () => {
      await decide('ignore')
      await keepReport()
      desk.pass(89 * day)
      await raise(graph, { id: 'graph-2', lastSeenAt: desk.now })
      assert.deepEqual(
        (await desk.alerts.previewSnooze('F-2')).hidden.map(({ case: id, verdict }) => `${id} ${verdict}`),
        ['F-2 null', 'F-1 ignore'],
      )
      desk.pass(2 * day)
      assert.deepEqual(
        (await desk.alerts.previewSnooze('F-2')).hidden.map(({ case: id }) => id),
        ['F-2'],
      )
    })

    it('is back at its end, for nobody in particular, and its escalation counts from then', async () => {
      await desk.alerts.claim(await at(), ines)
      await snooze(day)
      desk.pass(day - 1)
      await desk.alerts.tend()
      assert.notEqual((await desk.alert('F-1')).snooze, null)
      desk.pass(1)
      await desk.alerts.tend()
      const alert = await desk.alert('F-1')
      assert.equal(alert.snooze, null)
      assert.equal(alert.holder, null)
      assert.equal(alert.waitsSince, desk.now)
      assert.equal((await desk.promised('remind-case')).length, 1)
    })

    for (const [what, given] of [
      ['severity', { severity: 'high' }],
      ['number of resources', { resources: [{ id: 'vm2', kind: 'vm' }] }],
    ] as const)
      it(`wakes early when its ${what} grows`, async () => {
        await snooze(day)
        await raise(graph, { id: 'graph-2', ...given })
        await desk.alerts.tend()
        assert.equal((await desk.alert('F-1')).snooze, null)
      })

    it('sleeps on while it is only seen again', async () => {
      await snooze(day)
      await raise(graph, { id: 'graph-2', resources: [{ id: 'vm1', kind: 'vm' }] })
      await desk.alerts.tend()
      assert.notEqual((await desk.alert('F-1')).snooze, null)
    })

    it('can be taken out before', async () => {
      assert.equal(code(await desk.alerts.wake(await at(), mei)), 'not-snoozed')
      await snooze(day)
      assert.equal(code(await desk.alerts.wake(await at(), mei)), 'done')
    })
  })

  describe('with a verdict', () => {
    it('needs a reason, and somebody who may', async () => {
      await raise(graph)
      assert.equal(code(await decide('fraud', false, mei)), 'not-allowed')
      assert.equal(
        code(await desk.alerts.decide(await at(), { verdict: 'fraud', because: '', asIgnore: false }, ines)),
        'words-needed',
      )
      assert.equal(code(await decide('fraud', false, rosa)), 'done')
      assert.equal(code(await decide('ignore')), 'already-decided')
    })

    it('tells each feed its own items, in the words it knows', async () => {
      await raise(graph)
      await raise(graph, { id: 'graph-2' })
      await raise(old)
      await decide('misuse')
      await keepReport()
      assert.deepEqual(
        graph.told.map(({ ids, reason }) => [ids, reason]),
        [[['graph-1', 'graph-2'], 'fraud']],
      )
      assert.deepEqual(
        old.told.map(({ ids, reason }) => [ids, reason]),
        [[['fraud-events-1'], 'fraud']],
      )
      const alert = await desk.alert('F-1')
      assert(alert.status === 'decided' && alert.reported.state === 'told')
    })

    it('asks before a feed without the word is told another', async () => {
      await raise(old)
      assert.equal(code(await decide('legitimate')), 'word-unknown-there')
      assert.equal(code(await decide('legitimate', true)), 'done')
      await keepReport()
      assert.deepEqual(
        old.told.map(({ reason }) => reason),
        ['ignore'],
      )
    })

    it('leaves it to the feed that knows the word where both have it', async () => {
      await raise(graph)
      await raise(old)
      assert.equal(code(await decide('legitimate')), 'done')
      await keepReport()
      assert.deepEqual(
        graph.told.map(({ reason }) => reason),
        ['legitimate'],
      )
      assert.deepEqual(old.told, [])
    })

    it('has nobody to tell of what a person or this desk found', async () => {
      await desk.alerts.report(fabrikam, { suspicion: 'misuse', text: 'Spam.', lane: 'global' }, mei, 'place')
      await decide('misuse')
      const alert = await desk.alert('F-1')
      assert(alert.status === 'decided')
      assert.equal(alert.reported.state, 'nobody-to-tell')
      assert.deepEqual(await desk.promised('report-verdict'), [])
    })

    it('is told again under the same intent when the feed was silent', async () => {
      await raise(graph)
      await decide('fraud')
      graph.spoil(new OutsideFault({ service: 'graph', kind: 'unreachable' }))
      await assert.rejects(keepReport(), OutsideFault)
      await keepReport()
      assert.equal(graph.told.length, 1)
    })

    for (const kind of ['unreachable', 'refused'] as const)
      it(`is told to the other feed alone where one took it and the other was ${kind}`, async () => {
        await raise(graph)
        await raise(old)
        await decide('fraud')
        old.spoil(new OutsideFault({ service: 'fraud-events', kind }))
        await keepReport().catch((fault: unknown) => assert(fault instanceof OutsideFault))
        if (kind === 'refused') await desk.alerts.tellAgain(await at(), ines)
        await keepReport()
        assert.deepEqual([graph.told.length, old.told.length], [1, 1])
        const alert = await desk.alert('F-1')
        assert(alert.status === 'decided' && alert.reported.state === 'told')
        assert(alert.items.every(({ status }) => status === 'resolved'))
      })

    it('that a feed refuses is told to whoever decided, in its words, and can be told once more', async () => {
      await raise(graph)
      await decide('fraud')
      graph.spoil(
        new OutsideFault({ service: 'graph', kind: 'refused', code: 'Locked', description: 'Try the portal.' }),
      )
      await keepReport()
      const refused = await desk.alert('F-1')
      assert(refused.status === 'decided' && refused.reported.state === 'refused')
      assert.equal(refused.reported.words, 'Try the portal.')
      assert((await desk.promised('tell-staff')).some(({ order }) => 'staff' in order && order.staff === 'ines'))
      assert.equal(code(await desk.alerts.tellAgain(await at(), mei)), 'not-allowed')
      assert.equal(code(await desk.alerts.tellAgain(await at(), rosa)), 'done')
      await keepReport()
      const told = await desk.alert('F-1')
      assert(told.status === 'decided' && told.reported.state === 'told')
      assert.equal(code(await desk.alerts.tellAgain(await at(), rosa)), 'nothing-refused')
    })

    it('waits while the lane is stopped, and is not sent from one that only watches', async () => {
      await raise(graph)
      await decide('fraud')
      const change = async (changes: Parameters<typeof anActingLane>[1]) => {
        const { version = null } = (await desk.store.get('lane', 'global')) ?? {}
        await desk.store.commit({
          save: [{ kind: 'lane', id: 'global', value: anActingLane('global', changes), basedOn: version }],
        })
      }
      await change({ stopped: { by: 'ines', at: desk.now, case: 'H-1' } })
      await keepReport()
      assert.equal((await desk.promised('report-verdict')).length, 1)
      await change({ mode: { acts: false, since: desk.now, by: [] } })
      await keepReport()
      assert.deepEqual(graph.told, [])
      const alert = await desk.alert('F-1')
      assert(alert.status === 'decided' && alert.reported.state === 'refused')
      assert.equal(alert.reported.code, 'watch-only')
    })

    it('is told to what joined while it was being told', async () => {
      await raise(graph)
      await decide('fraud')
      const plain = { ...graph }
      const twin = aSignal({ source: 'fraud-events', id: 'twin' })
      Object.assign(graph, {
        resolve: async (...told: Parameters<FakeFeed['resolve']>) => {
          await desk.alerts.take('global', [twin])
          await plain.resolve(...told)
        },
      })
      await keepReport()
      await keepReport()
      assert.deepEqual(
        old.told.map(({ ids }) => ids),
        [['twin']],
      )
    })

    it('is told once where the other feed, which lacks the word, goes on showing the incident', async () => {
      await raise(graph)
      await raise(old)
      await decide('legitimate')
      await keepReport()
      desk.pass(day)
      await desk.alerts.take('global', [aSignal({ source: 'fraud-events', id: 'fraud-events-1' })])
      assert.deepEqual(await desk.promised('report-verdict'), [])
    })

    it('is told less and less often to a feed that does not listen', async () => {
      await raise(graph)
      await decide('fraud')
      await keepReport()
      for (let hours = 0; hours < 7 * 24; hours += 1) {
        desk.pass(60 * minute)
        await desk.alerts.take('global', [aSignal({ source: 'graph', id: 'graph-1' })])
        if ((await desk.promised('report-verdict')).length > 0) await keepReport()
      }
      assert(graph.told.length < 12, `told ${graph.told.length} times`)
    })

    it('is told again where its feed still shows it open an hour later', async () => {
      await raise(graph)
      await decide('fraud')
      await keepReport()
      const again = () => desk.alerts.take('global', [aSignal({ source: 'graph', id: 'graph-1' })])
      desk.pass(59 * minute)
      await again()
      assert.deepEqual(await desk.promised('report-verdict'), [])
      desk.pass(minute)
      await again()
      await keepReport()
      assert.equal(graph.told.length, 2)
    })
  })
})
