import assert from 'node:assert/strict'
import type { Lane } from '../../domain/customers/lane.ts'
import type { FeedName, Signal } from '../../domain/fraud/signal.ts'
import type { FeedItem, FraudFeed, ResolvedReason } from '../../domain/ports/fraud-feed.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** What is raised at the source: what every feed must tell of it. */
export interface Wanted {
  readonly customer: string
  readonly subscription: string
  readonly type: string
  readonly severity: 'low' | 'medium' | 'high'
  readonly isTest: boolean
  readonly resources: number
  readonly status: 'active' | 'investigating'
}

/** How an item ended by the source's own books; null while it has not. */
export interface Ended {
  readonly reason: ResolvedReason
}

export interface OpenedFeed {
  readonly feed: FraudFeed
  readonly customer: string
  readonly subscriptions: readonly [string, string]
  /** Answers the item's id in this feed. */
  raise(wanted: Wanted): string
  /** Somebody else ends it. */
  endElsewhere(id: string, reason: ResolvedReason): void
  endOf(id: string): Ended | null
  /** Carried out, and the answer lost on every attempt of the next call that says a verdict. */
  loseAnswers(): void
  refuseNextVerdict(): void
  /** There is no such feed at all. */
  takeAway(): void
  /** Moves the source's clock. */
  pass(ms: number): void
  close(): Promise<void>
}

const intent = '7b000000-0000-4000-8000-000000000001'

/** What every {@link FraudFeed} promises. */
export function fraudFeedContract(name: FeedName, lane: Lane, open: () => Promise<OpenedFeed>): void {
  describe(`fraud feed ${name} in ${lane}`, () => {
    let opened: OpenedFeed
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    const raise = (over: Partial<Wanted> = {}, which: 0 | 1 = 0): FeedItem => {
      const subscription = opened.subscriptions[which]
      const rest = { severity: 'high', isTest: false, resources: 2, status: 'active' } as const
      const { customer } = opened
      const id = opened.raise({ customer, subscription, type: 'UsageAnomalyDetection', ...rest, ...over })
      return { id, subscription }
    }
    const resolve = (items: readonly FeedItem[], reason: ResolvedReason = 'fraud') => {
      const [first, ...others] = items
      assert.ok(first)
      return opened.feed.resolve([first, ...others], reason, intent)
    }
    const ids = (signals: readonly Signal[]) => signals.map(({ id }) => id)

    it('has nothing open where nothing was raised', async () => {
      assert.deepEqual(await opened.feed.open(), [])
    })

    it('tells of what is new also to whoever knows the rest', async () => {
      const known = raise()
      opened.pass(1_000)
      const { id } = raise({}, 1)
      assert.ok(ids(await opened.feed.open((signal) => signal.id === known.id)).includes(id))
    })

    it('tells of what was raised, in the desk’s own words', async () => {
      const { id } = raise({ isTest: true })
      const [signal, ...others] = await opened.feed.open()
      assert.ok(signal)
      assert.deepEqual(others, [])
      const { customer, subscription, type, suspicion, severity, status, isTest, resources } = signal
      assert.deepEqual([signal.lane, signal.source, signal.id], [lane, name, id])
      assert.deepEqual([customer, subscription], [opened.customer, opened.subscriptions[0]])
      assert.deepEqual(
        [type, suspicion, severity, status, isTest],
        ['usageAnomalyDetection', 'fraud', 'high', 'active', true],
      )
      assert.equal(resources.length, 2)
      assert.ok(signal.title !== null && signal.firstSeenAt !== null && signal.firstSeenAt === signal.lastSeenAt)
    })

    it('gives all that is open, each once and newest first, over many pages', async () => {
      const raised: string[] = []
      for (let nth = 0; nth < 9; nth += 1) {
        raised.unshift(raise({ status: nth % 3 === 0 ? 'investigating' : 'active' }).id)
        opened.pass(1_000)
      }
      assert.deepEqual(ids(await opened.feed.open()), raised)
    })

    it('leaves out what has ended, and still finds it with its reason', async () => {
      const [kept, ended] = [raise(), raise({}, 1)]
      opened.endElsewhere(ended.id, 'ignore')
      assert.deepEqual(ids(await opened.feed.open()), [kept.id])
      const found = await opened.feed.find(ended)
      assert.deepEqual([found?.status, found?.resolvedReason], ['resolved', 'ignore'])
      assert.equal((await opened.feed.find(kept))?.status, 'active')
    })

    it('finds nothing where there is nothing', async () => {
      const { id, subscription } = raise()
      assert.equal(await opened.feed.find({ id: `${id.slice(0, -1)}x`, subscription }), null)
    })

    for (const reason of ['fraud', 'ignore'] as const)
      it(`is told of ${reason}, of these items and no other`, async () => {
        const [one, neighbour, other] = [raise(), raise(), raise({}, 1)]
        await resolve([one, other], reason)
        assert.deepEqual([opened.endOf(one.id), opened.endOf(other.id)], [{ reason }, { reason }])
        assert.equal(opened.endOf(neighbour.id), null)
        assert.deepEqual(ids(await opened.feed.open()), [neighbour.id])
      })

    it('says which words it takes, and takes them', async () => {
      for (const reason of opened.feed.takes) {
        const item = raise()
        await opened.feed.resolve([item], reason, `7b000000-0000-4000-8000-00000000000${reason.length}`)
        assert.deepEqual(opened.endOf(item.id), { reason })
      }
    })

    it('may be told again, also of what has ended', async () => {
      const item = raise()
      for (let time = 0; time < 3; time += 1) await resolve([item])
      assert.deepEqual(opened.endOf(item.id), { reason: 'fraud' })
    })

    it('may be told again when no answer came', async () => {
      const item = raise()
      opened.loseAnswers()
      await assert.rejects(resolve([item]), isFault('unreachable'))
      await resolve([item])
      assert.deepEqual(opened.endOf(item.id), { reason: 'fraud' })
    })

    it('may be told again after a no', async () => {
      const item = raise()
      opened.refuseNextVerdict()
      await assert.rejects(resolve([item]), isFault('refused'))
      assert.equal(opened.endOf(item.id), null)
      await resolve([item])
      assert.deepEqual(opened.endOf(item.id), { reason: 'fraud' })
    })

    it('that is not there is a fault, and not an item that has gone', async () => {
      const item = raise()
      opened.takeAway()
      for (const ask of [() => opened.feed.open(), () => opened.feed.find(item), () => resolve([item])])
        await assert.rejects(ask, OutsideFault)
    })
  })
}

function isFault(kind: OutsideFault['facts']['kind']) {
  return (thrown: unknown) => {
    assert.ok(thrown instanceof OutsideFault, String(thrown))
    assert.equal(thrown.facts.kind, kind)
    return true
  }
}
