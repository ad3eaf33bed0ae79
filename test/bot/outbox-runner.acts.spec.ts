import assert from 'node:assert/strict'
import type { SinonFakeTimers } from 'sinon'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { anApprovedResumption, anApprovedSuspension, identity } from '../kit/builders.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aDoor, aMorning, aPromise, aRunner } from './a-runner.ts'

describe('acts in the outbox', () => {
  let clock: SinonFakeTimers
  let store: DeskStore
  beforeEach(async () => {
    clock = aMorning()
    store = memoryStore()
    const china = anApprovedSuspension({ id: 'S-1' })
    const world = anApprovedSuspension({ id: 'S-2', identity: { ...identity, lane: 'global' } })
    const back = anApprovedResumption({ id: 'R-1', lane: 'china' })
    await store.commit({
      save: [
        { kind: 'suspension', id: 'S-1', value: china, basedOn: null },
        { kind: 'suspension', id: 'S-2', value: world, basedOn: null },
        { kind: 'resumption', id: 'R-1', value: back, basedOn: null },
      ],
    })
  })
  const acts = (count: number, of: string): OutboxEntry[] =>
    Array.from({ length: count }, (_, at) => {
      const kind = of.startsWith('R') ? 'reactivate-subscription' : 'suspend-subscription'
      return { ...aPromise(`${of}#${at}`, -1), order: { kind, case: of, subscription: `sub-${at}` } }
    })
  const tried = (tries: readonly string[]) => tries.map((line) => line.split(' ')[0])

  it('of one lane are four at once, and the next as soon as one has ended', async () => {
    await store.commit({ outbox: [...acts(3, 'S-1'), ...acts(4, 'R-1')] })
    const doors = new Map([...acts(3, 'S-1'), ...acts(4, 'R-1')].map(({ id }) => [id, aDoor()]))
    const { runner, tries } = aRunner(clock, { store, keep: ({ id }) => doors.get(id)?.passed ?? Promise.resolve() })
    runner.start()
    await clock.tickAsync(2_000)
    assert.deepEqual(tried(tries), ['S-1#0', 'S-1#1', 'S-1#2', 'R-1#0'])
    doors.get('S-1#1')?.open()
    await clock.tickAsync(0)
    assert.deepEqual(tried(tries).slice(4), ['R-1#1'])
    for (const door of doors.values()) door.open()
    await clock.tickAsync(0)
    await runner.stop()
    assert.equal(tries.length, 7)
    assert.equal((await store.backlog()).waiting, 0)
  })

  it('of a lane that does not answer keep neither cards nor another lane waiting', async () => {
    await store.commit({ outbox: [...acts(20, 'S-1'), ...acts(2, 'S-2'), aPromise('card', 1)] })
    const door = aDoor()
    const { runner, tries } = aRunner(clock, {
      store,
      keep: ({ id }) => (id.startsWith('S-1') ? door.passed : Promise.resolve()),
    })
    runner.start()
    await clock.tickAsync(1_000)
    assert.deepEqual(
      tried(tries).filter((id) => !id?.startsWith('S-1')),
      ['S-2#0', 'S-2#1', 'card'],
    )
    assert.equal(tries.length, 7)
    const end = runner.stop()
    door.open()
    await end
    assert.equal(tries.length, 7)
  })

  it('of a lane that is slow do not keep its word of fraud waiting', async () => {
    const at = '2025-03-31T06:00:00.000Z'
    const event = { lane: 'china', name: 'Azure-Fraud-Event-Detected', customer: null, changedAt: null } as const
    await store.commit({
      save: [{ kind: 'webhook-event', id: 'e', value: { ...event, receivedAt: at, ended: null }, basedOn: null }],
      outbox: [...acts(20, 'S-1'), { ...aPromise('word'), order: { kind: 'follow-event', event: 'e' } }],
    })
    const door = aDoor()
    const { runner, tries } = aRunner(clock, {
      store,
      keep: ({ id }) => (id.startsWith('S-1') ? door.passed : Promise.resolve()),
    })
    runner.start()
    await clock.tickAsync(500)
    assert(tried(tries).includes('word'))
    const end = runner.stop()
    door.open()
    await end
  })

  it('that were taken and never begun are given back when the runner stops', async () => {
    await store.commit({ outbox: acts(6, 'S-1') })
    const door = aDoor()
    const { runner } = aRunner(clock, { store, keep: () => door.passed })
    runner.start()
    await clock.tickAsync(0)
    const end = runner.stop()
    door.open()
    await end
    assert.deepEqual(
      (await store.takeDue(aPromise('a').dueAt, 10)).map(({ id }) => id),
      ['S-1#4', 'S-1#5'],
    )
  })

  it('whose case cannot be read are tried all the same: their keeper says what is wrong', async () => {
    await store.commit({ outbox: acts(1, 'S-1') })
    const blind: DeskStore = { ...store, get: () => Promise.reject(new Error('no answer')) }
    const { runner, tries } = aRunner(clock, { store: blind })
    runner.start()
    await clock.tickAsync(0)
    await runner.stop()
    assert.equal(tries.length, 1)
  })

  it('that were put off are counted and logged as what they are', async () => {
    await store.commit({ outbox: [...acts(1, 'S-1'), ...acts(1, 'S-2'), ...acts(1, 'R-1')] })
    const fault = new OutsideFault({ service: 'partner-center:china', kind: 'throttled', correlationId: 'c-1' })
    const { runner, outcomes, logged } = aRunner(clock, {
      store,
      tells: ({ id }) => (id.startsWith('S-1') ? fault : id.startsWith('S-2') ? 'postponed' : 'kept'),
    })
    runner.start()
    await clock.tickAsync(0)
    await runner.stop()
    assert.deepEqual(outcomes.toSorted(), [
      'reactivate-subscription kept',
      'suspend-subscription postponed',
      'suspend-subscription postponed',
    ])
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    assert.deepEqual(
      lines.map(({ level, case: of, msg, correlationId }) => [level, of, msg, correlationId]).toSorted(),
      [
        [30, 'R-1', 'promise kept', undefined],
        [30, 'S-2', 'promise postponed', undefined],
        [40, 'S-1', 'promise postponed', 'c-1'],
      ],
    )
  })
})
