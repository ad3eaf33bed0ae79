import assert from 'node:assert/strict'
import { openAccess, openClient } from '../../../adapters/partner-center/client.ts'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { CalledFor } from '../../../adapters/partner-center/rate-budget.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import { aSimulator, harbor, morning, standingClock, stopSimulators } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, json, scriptedFetch } from './a-lane.ts'

const call = { method: 'GET', path: 'v1/customers' } as const
const fine = json({ items: [] })

const throttledFault = (retryAfterMs: number, code?: string) => (thrown: unknown) => {
  assert.ok(thrown instanceof OutsideFault, String(thrown))
  const { facts } = thrown
  assert.deepEqual([facts.kind, facts.code, facts.retryAfterMs], ['throttled', code, retryAfterMs])
  return true
}

describe('the clients of one lane', () => {
  afterEach(stopSimulators)

  it('all wait once the operator asked one of them to, and say until when', async () => {
    const clock = standingClock()
    const { fetch, said } = scriptedFetch(json({ statusCode: 429 }, 429, { 'Retry-After': '90' }), fine)
    const heard: unknown[] = []
    const onThrottled = (...told: readonly unknown[]) => void heard.push(told)
    const { deps } = instantDeps({ fetch, now: clock.now, onThrottled })
    const access = openAccess(aConfig, deps)
    const [person, act] = (['person', 'act'] as const).map((whom) => openClient(aConfig, deps, access, whom))
    assert.ok(person && act)
    await assert.rejects(act.call(call), throttledFault(90_000))
    await assert.rejects(person.call(call), (thrown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.deepEqual(thrown.facts.waitUntil, later(morning, 90_000))
      return throttledFault(90_000)(thrown)
    })
    assert.equal(said.length, 1)
    assert.equal(access.budget.throttled, 1)
    assert.deepEqual(heard, [['global', 90_000]])
    clock.move(90_000)
    await person.call(call)
    assert.equal(said.length, 2)
  })

  it('begin nothing that would get its turn too late for an attempt', async () => {
    const clock = standingClock()
    const { fetch, said } = scriptedFetch(fine)
    const timings = { totalMs: 50_000, attemptMs: 20_000 }
    const { deps, pauses } = instantDeps({ fetch, now: clock.now, timings })
    const access = openAccess(aConfig, deps)
    const client = openClient(aConfig, deps, access)
    access.budget.rest(30_001)
    await assert.rejects(client.call(call), throttledFault(30_001))
    assert.deepEqual([said.length, pauses], [0, []])
    clock.move(1)
    await client.call(call)
    assert.deepEqual([said.length, pauses], [1, [30_000]])
  })

  it('never bring a 429 on themselves, sweeps and people together (facts 4.6)', async () => {
    const clock = standingClock()
    const simulator = await aSimulator({ now: clock.now })
    const config = { lane: simulator.lane, ...simulator.connection, allow: isLoopback }
    const { deps } = instantDeps({ now: clock.now, timings: { retryWaitsMs: [] } })
    const access = openAccess(config, deps)
    // What a process before this one may have asked counts no more.
    clock.move(61_000)
    const laneFor = (whom: CalledFor) => openPartnerCenterLane(config, deps, access, whom)
    const asMany = async (whom: CalledFor) => {
      for (let nth = 0; ; nth += 1)
        try {
          await laneFor(whom).subscriptions(harbor)
        } catch (fault) {
          throttledFault(61_000, 'over-budget')(fault)
          return nth
        }
    }
    assert.deepEqual([await asMany('sweep'), await asMany('act'), await asMany('person')], [250, 200, 50])
    const calls = simulator.log().filter((entry) => entry.kind === 'call' && entry.method === 'GET')
    assert.equal(calls.length, 500)
    assert.equal(access.budget.throttled, 0)
    clock.move(61_000)
    await laneFor('sweep').subscriptions(harbor)
  }).timeout(60_000)
})
