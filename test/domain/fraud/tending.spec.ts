import assert from 'node:assert/strict'
import { later } from '../../../domain/shared/time.ts'
import { ines, mei, rosa } from '../../kit/builders.ts'
import { aSignal } from '../../kit/fake-feed.ts'
import { aFraudDesk, type AFraudDesk } from './a-fraud-desk.ts'

const minute = 60_000

describe('an alert that nobody answers', () => {
  let desk: AFraudDesk
  beforeEach(async () => {
    desk = await aFraudDesk()
  })
  const raise = (given: Parameters<typeof aSignal>[0] = {}) => desk.alerts.take('global', [aSignal(given)])
  const stands = () =>
    desk.store.commit({
      save: [
        { kind: 'card', id: 'F-1@p#1', value: { case: 'F-1', place: 'p', message: '1', shown: 1 }, basedOn: null },
      ],
    })
  const after = async (minutes: number) => {
    desk.pass(minutes * minute)
    await desk.alerts.tend()
    return (await desk.alert('F-1')).escalated?.step ?? 0
  }
  const at = async () => ({ case: 'F-1', version: await desk.version('F-1') })

  it('is told to more people after 5, 15 and 30 minutes where it is high', async () => {
    await raise({ severity: 'high' })
    await stands()
    assert.deepEqual(
      [await after(4), await after(1), await after(9), await after(1), await after(14), await after(1)],
      [0, 1, 1, 2, 2, 3],
    )
    assert.equal(await after(600), 3)
  })

  it('is told to more people after 30 and 60 minutes where it is not', async () => {
    await raise()
    await stands()
    assert.deepEqual([await after(29), await after(1), await after(29), await after(1)], [0, 1, 1, 2])
  })

  it('catches up on every step after the desk was down, each once', async () => {
    await raise({ severity: 'high' })
    await stands()
    assert.equal(await after(40), 3)
    assert.equal((await desk.promised('escalate-alert')).length, 3)
    await desk.alerts.tend()
    assert.equal((await desk.promised('escalate-alert')).length, 3)
  })

  it('waits while somebody holds it, for a quarter of an hour and no longer', async () => {
    await raise({ severity: 'high' })
    await stands()
    await desk.alerts.claim(await at(), mei)
    assert.equal(await after(14), 0)
    assert.notEqual((await desk.alert('F-1')).holder, null)
    assert.equal(await after(1), 2)
    assert.equal((await desk.alert('F-1')).holder, null)
    assert((await desk.deeds('F-1')).includes('fraud-alert.claim-lapsed by desk'))
  })

  it('calls nobody where it is a test, or stands in a digest', async () => {
    await raise({ severity: 'high', isTest: true })
    await stands()
    assert.equal(await after(60), 0)
    await desk.alerts.take(
      'global',
      [aSignal({ id: 'x', subscription: 'x' }), aSignal({ id: 'y', subscription: 'y' })],
      {
        baseline: true,
      },
    )
    await after(120)
    assert.equal((await desk.alert('F-3')).digested, 'told')
    assert.equal((await desk.alert('F-3')).escalated, null)
  })

  it('goes to the pager after two minutes where no chat has taken a high one', async () => {
    await raise({ severity: 'high' })
    await after(1)
    assert.deepEqual(await desk.promised('escalate-alert'), [])
    await after(1)
    await after(1)
    assert.deepEqual(
      (await desk.promised('escalate-alert')).map(({ order }) => 'step' in order && order.step),
      [0],
    )
  })

  it('tells by one line that it is graver, or twice as large; and by none that it is a little larger', async () => {
    const of = (count: number) => Array.from({ length: count }, (_, one) => ({ id: `vm${one}`, kind: 'vm' }))
    await raise({ severity: 'low', resources: of(2) })
    await stands()
    const told = async () => (await desk.deeds('F-1')).filter((what) => what.startsWith('fraud-alert.grown')).length
    await raise({ resources: of(3), severity: 'low' })
    await after(0)
    assert.equal(await told(), 0)
    await raise({ resources: of(4), severity: 'low' })
    await after(0)
    await after(0)
    assert.equal(await told(), 1)
    await raise({ severity: 'medium' })
    await after(0)
    assert.equal(await told(), 2)
  })

  it('is left in peace once two people have acted', async () => {
    await raise({ severity: 'high' })
    await stands()
    const found = await desk.store.get('fraud-alert', 'F-1')
    assert(found)
    await desk.store.commit({
      save: [
        {
          kind: 'fraud-alert',
          id: 'F-1',
          value: { ...found.value, answers: [{ case: 'S-1', at: desk.now }] },
          basedOn: found.version,
        },
      ],
    })
    assert.equal(await after(60), 0)
  })

  it('goes to the most money first, then the gravest, then the oldest', async () => {
    await raise({ id: 'a', subscription: 'a', severity: 'low' })
    desk.pass(minute)
    await raise({ id: 'b', subscription: 'b', severity: 'high' })
    desk.pass(minute)
    await raise({ id: 'c', subscription: 'c', severity: 'high' })
    const found = await desk.store.get('fraud-alert', 'F-1')
    assert.deepEqual(
      (await desk.alerts.open()).map(({ id }) => id),
      ['F-2', 'F-3', 'F-1'],
    )
    assert(found)
    const spend = { amounts: [{ minor: 1, currency: 'EUR' }], perHour: [], readAt: desk.now }
    await desk.store.commit({
      save: [{ kind: 'fraud-alert', id: 'F-1', value: { ...found.value, spend }, basedOn: found.version }],
    })
    assert.deepEqual(
      (await desk.alerts.open()).map(({ id }) => id),
      ['F-1', 'F-2', 'F-3'],
    )
  })

  it('is told to the people its step names, each once, and to nobody once somebody holds it', async () => {
    await raise({ severity: 'high' })
    await stands()
    for (const one of [ines, rosa])
      for (const account of one.accounts) {
        const place = `${account.channel}:${account.tenant}/${account.user}`
        await desk.store.commit({
          save: [
            {
              kind: 'address',
              id: place,
              value: {
                place,
                channel: 'teams',
                kind: 'personal',
                name: one.name,
                locale: null,
                reference: {},
                dead: false,
              },
              basedOn: null,
            },
          ],
        })
      }
    await after(15)
    const entries = await desk.promised('escalate-alert')
    const second = entries.find(({ order }) => 'step' in order && order.step === 2)
    assert(second?.order.kind === 'escalate-alert')
    await desk.alerts.escalate(second, second.order)
    const posted = await desk.promised('post-card')
    assert.deepEqual(posted.map(({ order }) => 'place' in order && order.place).sort(), [
      'teams:partner/ines',
      'teams:partner/rosa',
    ])
    await desk.alerts.claim(await at(), mei)
    const first = entries.find(({ order }) => 'step' in order && order.step === 1)
    assert(first?.order.kind === 'escalate-alert')
    await desk.alerts.escalate(first, first.order)
    assert.equal((await desk.promised('post-card')).length, 2)
  })

  it('is told no further once it was put aside', async () => {
    await raise({ severity: 'high' })
    await stands()
    await after(5)
    const [entry] = await desk.promised('escalate-alert')
    await desk.alerts.snooze(await at(), { until: later(desk.now, 60 * minute), because: 'A test of theirs.' }, mei)
    assert(entry?.order.kind === 'escalate-alert')
    await desk.alerts.escalate(entry, entry.order)
    assert.deepEqual(await desk.promised('post-card'), [])
  })

  describe('in a digest', () => {
    const resources = [1, 2].map((at) => ({ id: `vm-${at}`, kind: 'vm' }))
    beforeEach(async () => {
      await desk.alerts.take(
        'global',
        [
          aSignal({ id: 'z', subscription: 'az-9', lastSeenAt: desk.now }),
          aSignal({ resources: resources.slice(0, 1) }),
        ],
        { baseline: true },
      )
      await after(60)
      assert.equal((await desk.alert('F-2')).digested, 'told')
    })

    it('gets a card of its own once it has grown, and people have time to answer it', async () => {
      await raise({ resources })
      await desk.alerts.tend()
      const alert = await desk.alert('F-2')
      assert.equal(alert.digested, undefined)
      assert.equal((await desk.promised('post-case')).length, 2)
      assert.equal(alert.escalated, null)
    })

    it('is not paged at once when it turns high', async () => {
      await raise({ severity: 'high', hits: 5 })
      await desk.alerts.tend()
      const alert = await desk.alert('F-2')
      assert.deepEqual([alert.digested, alert.escalated, alert.pagedUndelivered], [undefined, null, undefined])
    })
  })

  for (const [what, minutes, isPosted, kind] of [
    ['the last step names the pager', 30, true, 'unanswered'],
    ['no chat has taken it in time', 2, false, 'undelivered'],
  ] as const)
    it(`is told to whoever is on duty outside the chats where ${what}`, async () => {
      await raise({ severity: 'high' })
      const since = desk.now
      if (isPosted) await stands()
      await after(minutes)
      for (const entry of await desk.promised('escalate-alert')) {
        assert(entry.order.kind === 'escalate-alert')
        await desk.alerts.escalate(entry, entry.order)
      }
      assert.deepEqual(
        (await desk.promised('page')).map(({ order }) => order.kind === 'page' && { ...order.call, id: '' }),
        [{ id: '', kind, case: 'F-1', lane: 'global', severity: 'high', since, at: desk.now }],
      )
    })
})
