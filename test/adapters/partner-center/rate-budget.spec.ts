import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openRateBudget, type CalledFor } from '../../../adapters/partner-center/rate-budget.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { instantOf, msOf } from '../../../domain/shared/time.ts'
import { morning } from '../simulators/a-seed.ts'

/** A budget of ten a minute, with a clock that moves only when told; sleepers wake when it passes their time. */
function aBudget(perMinute = 10, isGentle = false) {
  let ms = msOf(morning)
  const sleepers = new Set<{ until: number; wake: () => void }>()
  const never = new AbortController().signal
  const budget = openRateBudget({
    service: 'partner-center:global',
    now: () => instantOf(ms),
    perMinute,
    isGentle,
    sleep: (wait, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: ms + wait, wake: () => resolve(undefined) }
        sleepers.add(sleeper)
        signal.addEventListener('abort', () => reject(signal.reason as Error))
      }),
  })
  const log: string[] = []
  return {
    ...budget,
    log,
    get throttled() {
      return budget.throttled
    },
    take: (calledFor: CalledFor, patienceMs = 0, within = never) => budget.take(calledFor, patienceMs, within),
    /** Asks and notes when it was served, in seconds since the start. */
    ask(name: string, calledFor: CalledFor, patienceMs = 600_000) {
      return budget
        .take(calledFor, patienceMs, never)
        .then(() => void log.push(`${name} ${(ms - msOf(morning)) / 1000}`))
    },
    async pass(by: number) {
      for (const end = ms + by; ms < end;) {
        await settled()
        const next = Math.min(end, ...[...sleepers].map(({ until }) => until))
        ms = Math.max(ms, next)
        for (const sleeper of sleepers) {
          if (sleeper.until > ms) continue
          sleepers.delete(sleeper)
          sleeper.wake()
        }
      }
      await settled()
    },
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

function isThrottled(retryAfterMs: number, code: string | undefined) {
  return (thrown: unknown) => {
    assert.ok(thrown instanceof OutsideFault, String(thrown))
    const { kind, waitUntil } = thrown.facts
    assert.deepEqual([kind, thrown.facts.code, thrown.facts.retryAfterMs], ['throttled', code, retryAfterMs])
    assert.ok(waitUntil !== undefined)
    return true
  }
}

describe('the budget of a lane', () => {
  it('lets as many leave as the operator takes, in any minute', async () => {
    const budget = aBudget()
    for (let nth = 0; nth < 6; nth += 1) await budget.take('person')
    await budget.pass(30_000)
    for (let nth = 0; nth < 4; nth += 1) await budget.take('person')
    await assert.rejects(budget.take('person'), isThrottled(31_000, 'over-budget'))
    // A minute and a second after the first six: they are forgotten, the four are not.
    await budget.pass(31_000)
    for (let nth = 0; nth < 6; nth += 1) await budget.take('person')
    await assert.rejects(budget.take('person'), isThrottled(30_000, 'over-budget'))
  })

  it('tells at once who cannot be served in time, and counts nothing for them', async () => {
    const budget = aBudget()
    for (let nth = 0; nth < 10; nth += 1) await budget.take('person')
    for (let nth = 0; nth < 3; nth += 1)
      await assert.rejects(budget.take('person', 60_999), isThrottled(61_000, 'over-budget'))
    const waiting = budget.ask('patient', 'person', 61_000)
    await budget.pass(61_000)
    await waiting
    assert.deepEqual(budget.log, ['patient 61'])
  })

  it('gives sweeps half, acts nine tenths, and always something to people', async () => {
    const budget = aBudget()
    for (let nth = 0; nth < 5; nth += 1) await budget.take('sweep')
    await assert.rejects(budget.take('sweep'), isThrottled(61_000, 'over-budget'))
    for (let nth = 0; nth < 4; nth += 1) await budget.take('act')
    await assert.rejects(budget.take('act'), isThrottled(61_000, 'over-budget'))
    await budget.take('person')
    await assert.rejects(budget.take('person'), isThrottled(61_000, 'over-budget'))
  })

  it('serves people first, then feeds, then acts, then sweeps, whoever came earlier', async () => {
    const budget = aBudget(4)
    for (let nth = 0; nth < 4; nth += 1) {
      await budget.take('person')
      await budget.pass(1_000)
    }
    const asked = [
      budget.ask('sweep', 'sweep'),
      budget.ask('act', 'act'),
      budget.ask('feed', 'feed'),
      budget.ask('first person', 'person'),
      budget.ask('second person', 'person'),
    ]
    await budget.pass(120_000)
    await Promise.all(asked)
    const turns = budget.log.map((line) => line.replace(/ \d+$/, ''))
    assert.deepEqual(turns, ['first person', 'second person', 'feed', 'act', 'sweep'])
  })

  it('leaves nothing until the moment the operator named, whoever asks', async () => {
    const budget = aBudget()
    await budget.take('person')
    budget.rest(20_000)
    assert.equal(budget.throttled, 1)
    for (const calledFor of ['person', 'feed', 'act', 'sweep'] as const)
      await assert.rejects(budget.take(calledFor, 19_999), isThrottled(20_000, undefined))
    // A shorter word later does not cut the longer one short.
    budget.rest(1_000)
    const waiting = budget.ask('person', 'person')
    await budget.pass(19_999)
    assert.deepEqual(budget.log, [])
    await budget.pass(1)
    await waiting
    assert.deepEqual(budget.log, ['person 20'])
    assert.equal(budget.throttled, 2)
  })

  it('lets go of who is called off, and of their place in the queue', async () => {
    const budget = aBudget(1)
    await budget.take('person')
    const calledOff = new AbortController()
    const gone = budget.take('person', 600_000, calledOff.signal)
    const waiting = budget.ask('next', 'person')
    await settled()
    calledOff.abort()
    await assert.rejects(gone, isThrottled(61_000, 'over-budget'))
    await budget.pass(122_000)
    await waiting
    assert.equal(budget.log.length, 1)
  })

  it('begins gently with what looks around on its own, and holds up nobody else for it', async () => {
    const budget = aBudget(100, true)
    const sweeps = async () => {
      let served = 0
      for (;;) {
        const isServed = await budget.take('sweep').then(
          () => true,
          () => false,
        )
        if (!isServed) return served
        served += 1
      }
    }
    // Half the budget is theirs, and four fifths of that count as used in the minute before.
    assert.equal(await sweeps(), 10)
    await budget.pass(6_100)
    assert.equal(await sweeps(), 4)
    await budget.pass(54_900)
    // As many as are forgotten of those supposed; then those that really left.
    assert.equal(await sweeps(), 46)
  })

  it('begins no more gently where the operator takes more: nearly all the sweeps leave at once', async () => {
    const budget = aBudget(10_000, true)
    let served = 0
    const isServed = () =>
      budget.take('sweep').then(
        () => true,
        () => false,
      )
    while (await isServed()) served += 1
    // Half of ten thousand, but for four fifths of half of the published five hundred.
    assert.equal(served, 4_800)
  })

  it('gives people, feeds and acts all there is from the start on', async () => {
    const budget = aBudget(100, true)
    for (let nth = 0; nth < 90; nth += 1) await budget.take('act')
    await assert.rejects(budget.take('act'), isThrottled(61_000, 'over-budget'))
    for (let nth = 0; nth < 10; nth += 1) await budget.take('person')
    await assert.rejects(budget.take('sweep'), isThrottled(61_000, 'over-budget'))
  })

  it('asks no more for sweeps when it is restarted again and again than sweeps may ask and a little', async () => {
    let served = 0
    for (let restarts = 0; restarts < 3; restarts += 1) {
      const budget = aBudget(500, true)
      for (let second = 0; second < 20; second += 1) {
        for (;;) {
          const isServed = await budget.take('sweep').then(
            () => true,
            () => false,
          )
          if (!isServed) break
          served += 1
        }
        await budget.pass(1_000)
      }
    }
    assert(served <= 350, String(served))
  })

  const isFault = (thrown: unknown) => assert.ok(thrown instanceof OutsideFault, String(thrown))

  it('is never overdrawn in any minute, whoever asks when', async () => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 40_000 }),
      calledFor: fc.constantFrom<CalledFor>('person', 'act', 'sweep'),
      times: fc.integer({ min: 1, max: 8 }),
      restMs: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: 0, freq: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const budget = aBudget(10)
        const left: { at: number; calledFor: CalledFor }[] = []
        let [at, restsUntil] = [0, 0]
        for (const { ms, calledFor, times, restMs } of steps) {
          await budget.pass(ms)
          at += ms
          if (restMs > 0) budget.rest(restMs)
          if (restMs > 0) restsUntil = Math.max(restsUntil, at + restMs)
          for (let nth = 0; nth < times; nth += 1)
            await budget.take(calledFor).then(() => {
              assert.ok(at >= restsUntil)
              left.push({ at, calledFor })
            }, isFault)
          const minute = left.filter((each) => each.at > at - 60_000)
          assert.ok(minute.length <= 10)
          assert.ok(minute.filter((each) => each.calledFor === 'sweep').length <= 5)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('holds nobody for longer because the clock was set back', async () => {
    let ms = msOf(morning)
    const slept: number[] = []
    const budget = openRateBudget({
      service: 'partner-center:global',
      now: () => instantOf(ms),
      perMinute: 1,
      sleep: async (wait) => void slept.push(wait),
    })
    const { signal } = new AbortController()
    await budget.take('person', 0, signal)
    ms -= 3_600_000
    await budget.take('person', 61_000, signal)
    assert.deepEqual(slept, [61_000])
  })
})
