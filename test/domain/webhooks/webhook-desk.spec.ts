import assert from 'node:assert/strict'
import type { Signal } from '../../../domain/fraud/signal.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { createWebhookDesk } from '../../../domain/webhooks/webhook-desk.ts'
import type { WebhookNotice } from '../../../domain/webhooks/webhook-event.ts'
import { memoryStore } from '../../kit/memory-store.ts'

const contoso = '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11'
const stranger = '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a99'
const about = (customer: string) => `https://api.example/webhooks/v1/customers/${customer}/subscriptions/s`
const hours = 3_600_000

function aWebhookDesk() {
  const store = memoryStore()
  const done: string[] = []
  const signals: Signal[] = []
  const its = {
    now: '2026-06-02T11:00:00.000Z' as Instant,
    looks: async () => undefined as void,
  }
  let ids = 0
  const desk = createWebhookDesk({
    store,
    operators: {
      customers: () => [{ lane: 'global', tenantId: contoso, name: 'Contoso', domain: 'contoso.example' }],
    },
    webhooksOf: () => null,
    timeZone: 'UTC',
    now: () => its.now,
    newId: () => `id-${(ids += 1)}`,
    async lookAtFeeds(lane) {
      done.push(`feeds ${lane}`)
      await its.looks()
    },
    lookAt: async (lane, customer) => void done.push(`look ${lane} ${customer}`),
    takeSignals: async (_lane, taken) => void signals.push(...taken),
  })
  const receive = (name: string, over: Partial<WebhookNotice> = {}, key = `key-${name}`) =>
    desk.receive('global', key, { name, resource: null, audit: null, changedAt: its.now, ...over })
  const due = () => store.takeDue(its.now, 100)
  /** Follows everything that is due; whatever it fails with is thrown. */
  const follow = async () => {
    const entries = await due()
    const ended = await Promise.allSettled(
      entries.map(async (entry) => {
        if (entry.order.kind === 'follow-event') await desk.follow(entry, entry.order.event)
      }),
    )
    for (const { id } of entries) await store.release(id)
    const failed = ended.find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
  }
  const event = async (key: string) => (await store.get('webhook-event', key))?.value.ended?.as ?? null
  return { ...its, its, store, desk, done, signals, receive, follow, due, event }
}

describe('the inbox of events', () => {
  let its: ReturnType<typeof aWebhookDesk>
  beforeEach(() => {
    its = aWebhookDesk()
  })

  it('keeps an event with the promise to follow it, and a copy of it not', async () => {
    assert.equal(await its.receive('azure-fraud-event-detected'), 'kept')
    assert.equal(await its.receive('azure-fraud-event-detected'), 'copy')
    assert.deepEqual(
      (await its.due()).map(({ order }) => order),
      [{ kind: 'follow-event', event: 'key-azure-fraud-event-detected' }],
    )
  })

  it('takes one of two copies that come at the same moment', async () => {
    const both = await Promise.all([its.receive('test-created'), its.receive('test-created')])
    assert.deepEqual(both.sort(), ['copy', 'kept'])
  })

  it('takes nothing that is out of time', async () => {
    assert.equal(await its.receive('test-created', { changedAt: later(its.its.now, -8 * 24 * hours) }), 'out-of-time')
    assert.deepEqual(await its.store.list('webhook-event'), [])
  })

  it('forgets a followed event once no copy of it would be let in, and never one that waits', async () => {
    await its.receive('invoice-ready')
    await its.follow()
    await its.receive('azure-fraud-event-detected')
    its.its.now = later(its.its.now, 7 * 24 * hours)
    await its.desk.tidy()
    assert.equal((await its.store.list('webhook-event')).length, 2)
    its.its.now = later(its.its.now, 11 * 60_000)
    await its.desk.tidy()
    assert.deepEqual(
      (await its.store.list('webhook-event')).map(({ id }) => id),
      ['key-azure-fraud-event-detected'],
    )
  })

  describe('is followed:', () => {
    it('fraud leads to a look at the feeds, one for all who heard before it began', async () => {
      let end = (): void => undefined
      its.its.looks = () => new Promise((resolve) => (end = resolve))
      await its.receive('azure-fraud-event-detected', {}, 'one')
      await its.receive('azure-fraud-event-detected', {}, 'two')
      its.its.now = later(its.its.now, 1)
      const first = its.follow()
      await settled()
      assert.deepEqual(its.done, ['feeds global'])
      its.its.now = later(its.its.now, 1)
      await its.receive('azure-fraud-event-detected', {}, 'three')
      await its.receive('azure-fraud-event-detected', {}, 'four')
      const second = its.follow()
      await settled()
      assert.deepEqual(its.done, ['feeds global'], 'the next look waits for this one')
      end()
      await first
      await settled()
      assert.deepEqual(its.done, ['feeds global', 'feeds global'])
      end()
      await second
      for (const key of ['one', 'two', 'three', 'four']) assert.equal(await its.event(key), 'followed')
    })

    it('a look that failed serves nobody, and is tried again', async () => {
      its.its.looks = async () => {
        throw new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })
      }
      await its.receive('azure-fraud-event-detected', {}, 'one')
      its.its.now = later(its.its.now, 1)
      await assert.rejects(its.follow(), OutsideFault)
      assert.equal(await its.event('one'), null)
      its.its.looks = async () => undefined
      await its.follow()
      assert.equal(await its.event('one'), 'followed')
      assert.deepEqual(await its.due(), [])
    })

    it('a changed subscription leads to a look at that one customer', async () => {
      await its.receive('Subscription-Updated', { resource: about(contoso.toUpperCase()) })
      await its.follow()
      assert.deepEqual(its.done, [`look global ${contoso}`])
    })

    it('what is about nobody of ours leads to nothing', async () => {
      await its.receive('subscription-updated', { resource: about(stranger) }, 'one')
      await its.receive('usagerecords-thresholdExceeded', { resource: about(stranger) }, 'two')
      await its.follow()
      assert.deepEqual([its.done, its.signals], [[], []])
      assert.deepEqual([await its.event('one'), await its.event('two')], ['stray', 'stray'])
    })

    it('spending beyond the budget raises a signal, of which nothing is made up', async () => {
      await its.receive('usagerecords-thresholdExceeded', { resource: about(contoso) })
      await its.follow()
      const [signal] = its.signals
      assert(signal && its.signals.length === 1)
      const { customer, type, severity, confidence, hits, subscription, isTest } = signal
      assert.deepEqual(
        { customer, type, severity, confidence, hits, subscription, isTest },
        {
          customer: contoso,
          type: 'usageThreshold',
          severity: 'unknown',
          confidence: 'unknown',
          hits: null,
          subscription: null,
          isTest: false,
        },
      )
    })

    it('what is known and nothing of ours is noted', async () => {
      await its.receive('referral-created')
      await its.follow()
      assert.equal(await its.event('key-referral-created'), 'noted')
      assert.deepEqual((await its.desk.road('global')).unknown, [])
    })

    it('an unknown type is kept, shown, written down, and told of once a day', async () => {
      for (const key of ['one', 'two']) await its.receive('brand-new-event', {}, key)
      await its.receive('Other-Event', {}, 'three')
      await its.follow()
      const told = async () =>
        (await its.due()).map(({ order }) => order.kind === 'announce-news' && 'name' in order.news && order.news.name)
      assert.deepEqual((await told()).sort(), ['Other-Event', 'brand-new-event'])
      assert.deepEqual(
        (await its.desk.road('global')).unknown.map(({ name, count }) => [name, count]),
        [
          ['brand-new-event', 2],
          ['Other-Event', 1],
        ],
      )
      const audit = await Array.fromAsync(its.store.auditTrail())
      assert.deepEqual(audit.map(({ what, details }) => [what, details?.['event']]).sort(), [
        ['webhook.unknown', 'Other-Event'],
        ['webhook.unknown', 'brand-new-event'],
      ])
      its.its.now = later(its.its.now, 24 * hours)
      await its.receive('brand-new-event', {}, 'four')
      await its.follow()
      assert.deepEqual(await told(), ['brand-new-event'])
    })
  })

  describe('a test event', () => {
    const proven = () => its.desk.provenWithin24h('global')

    it('proves the road for a day, and slows the polling of feeds', async () => {
      assert.equal((await its.desk.road('global')).pollEveryMs, 60_000)
      await its.receive('test-created')
      await its.follow()
      assert.deepEqual([await proven(), (await its.desk.road('global')).pollEveryMs], [true, 300_000])
      assert.equal(await its.desk.provenWithin24h('us-government'), false)
      its.its.now = later(its.its.now, 24 * hours)
      assert.deepEqual([await proven(), (await its.desk.road('global')).pollEveryMs], [false, 60_000])
    })

    it('that is a day old proves nothing of today', async () => {
      await its.receive('test-created', { changedAt: later(its.its.now, -24 * hours) })
      await its.follow()
      assert.equal(await proven(), false)
    })

    it('without a date proves the road only while one is awaited', async () => {
      await its.receive('test-created', { changedAt: null }, 'one')
      await its.follow()
      assert.equal(await proven(), false)
      const found = await its.store.get('webhook', 'global')
      assert(found)
      const test = { askedAt: its.its.now, correlation: 'c', over: false }
      const value = { ...found.value, test }
      await its.store.commit({ save: [{ kind: 'webhook', id: 'global', value, basedOn: found.version }] })
      await its.receive('test-created', { changedAt: null }, 'two')
      await its.follow()
      assert.equal(await proven(), true)
      assert.equal((await its.desk.road('global')).record.test?.over, true)
    })
  })
})

async function settled(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await Promise.resolve()
}
