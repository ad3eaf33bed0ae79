import assert from 'node:assert/strict'
import { unkeptRefreshTokens } from '../../adapters/partner-center/refresh-tokens.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { createMetrics, overdueMs } from '../../bot/metrics.ts'
import { later, type Instant } from '../../domain/shared/time.ts'
import { allActing, morning } from '../kit/builders.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aPromise } from './a-runner.ts'

describe('how overdue a promise is', () => {
  for (const [what, due, ms] of [
    ['nothing when nothing is promised', null, 0],
    ['nothing before its time', later(morning, 1), 0],
    ['nothing at its time', morning, 0],
    ['what has passed since', later(morning, -1_500), 1_500],
  ] as const) {
    it(`is ${what}`, () =>
      assert.equal(
        overdueMs(due, () => morning),
        ms,
      ))
  }
})

describe('the metrics', () => {
  /** The lines of one of them. */
  const scraped = async (metrics: ReturnType<typeof createMetrics>, name: string) =>
    (await metrics.register.metrics()).split('\n').filter((line) => line.startsWith(name))

  it('count by lane how often an operator asked for less', async () => {
    const budget = { take: async () => undefined, rest: () => undefined, perMinute: 500, throttled: 2 }
    const access = { refreshTokens: unkeptRefreshTokens(null), budget, api: new URL('https://operator.example/') }
    const accessOf = (lane: Lane) => (lane === 'china' ? access : null)
    const metrics = createMetrics(
      memoryStore(),
      () => morning,
      async () => [],
      accessOf,
    )
    for (let times = 0; times < 2; times += 1)
      assert.deepEqual(await scraped(metrics, 'desk_operator'), ['desk_operator_throttled_total{lane="china"} 2'])
  })

  it('show what waits and how late the earliest is, as it is when they are read', async () => {
    const store = memoryStore()
    let now: Instant = morning
    const metrics = createMetrics(
      store,
      () => now,
      async () => [],
    )
    assert.deepEqual(await scraped(metrics, 'desk_outbox'), [
      'desk_outbox_waiting 0',
      'desk_outbox_stuck 0',
      'desk_outbox_delay_seconds 0',
    ])
    await store.commit({ outbox: [aPromise('a', 1_000), aPromise('b', 90_000, 10)] })
    now = later(morning, 31_000)
    assert.deepEqual(await scraped(metrics, 'desk_outbox'), [
      'desk_outbox_waiting 2',
      'desk_outbox_stuck 1',
      'desk_outbox_delay_seconds 30',
    ])
  })

  it('count turns by their outcome, and time those that were answered', async () => {
    const metrics = createMetrics(
      memoryStore(),
      () => morning,
      async () => [],
    )
    metrics.turn('answered', 0.2)
    metrics.turn('answered', 2)
    metrics.turn('turned-away')
    assert.deepEqual(await scraped(metrics, 'desk_turns_total'), [
      'desk_turns_total{outcome="answered"} 2',
      'desk_turns_total{outcome="turned-away"} 1',
    ])
    assert.deepEqual(await scraped(metrics, 'desk_turn_seconds_count'), ['desk_turn_seconds_count 2'])
    assert.deepEqual(await scraped(metrics, 'desk_turn_seconds_bucket{le="0.25"}'), [
      'desk_turn_seconds_bucket{le="0.25"} 1',
    ])
  })

  it('count promises by kind and outcome', async () => {
    const metrics = createMetrics(
      memoryStore(),
      () => morning,
      async () => [],
    )
    metrics.promise('post-card', 'kept')
    metrics.promise('post-card', 'postponed')
    assert.deepEqual(await scraped(metrics, 'desk_promises_total'), [
      'desk_promises_total{kind="post-card",outcome="kept"} 1',
      'desk_promises_total{kind="post-card",outcome="postponed"} 1',
    ])
  })

  it('show what each lane does', async () => {
    const lanes = async () => [allActing('china'), { lane: 'global', status: 'not-configured' } as const]
    const metrics = createMetrics(memoryStore(), () => morning, lanes)
    const ones = (await scraped(metrics, 'desk_lane_state')).filter((line) => line.endsWith(' 1'))
    assert.deepEqual(ones, [
      'desk_lane_state{lane="china",state="acting"} 1',
      'desk_lane_state{lane="global",state="not-configured"} 1',
    ])
  })

  it('of two desks in one process are their own', async () => {
    const [first, second] = [1, 2].map(() =>
      createMetrics(
        memoryStore(),
        () => morning,
        async () => [],
      ),
    )
    assert(first && second)
    first.turn('failed')
    assert.deepEqual(await scraped(second, 'desk_turns_total'), [])
  })
})
