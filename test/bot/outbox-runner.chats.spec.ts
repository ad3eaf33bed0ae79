import assert from 'node:assert/strict'
import type { SinonFakeTimers } from 'sinon'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { Order, OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { aDoor, aMorning, aPromise, aRunner } from './a-runner.ts'

const places = { teams: 'teams:partner/#here', slack: 'slack:partner/#there' } as const

describe('a chat that does not answer', () => {
  let clock: SinonFakeTimers
  let store: DeskStore
  beforeEach(async () => {
    clock = aMorning()
    store = memoryStore()
    for (const channel of ['teams', 'slack'] as const) {
      const place = places[channel]
      const address: Address = {
        place,
        channel,
        kind: 'channel',
        name: place,
        locale: null,
        reference: {},
        dead: false,
      }
      const card = { case: 'S-1', place, message: '1', shown: 1 }
      await store.commit({
        save: [
          { kind: 'address', id: place, value: address, basedOn: null },
          { kind: 'card', id: `card in ${channel}`, value: card, basedOn: null },
        ],
      })
    }
  })
  const toward = (chat: 'teams' | 'slack'): Record<string, Order> => ({
    update: { kind: 'update-card', case: 'S-1', card: `card in ${chat}` },
    thread: { kind: 'tell-thread', case: 'S-1', card: `card in ${chat}` },
    post: { kind: 'post-card', case: 'S-2', place: places[chat], reminder: false },
    newcomer: { kind: 'post-newcomer', account: 'teams:partner/eve', place: places[chat] },
    link: { kind: 'post-link', link: 'link-1', place: places[chat] },
  })
  const promised = (name: string, order: Order, dueMs: number): OutboxEntry => ({ ...aPromise(name, dueMs), order })

  for (const what of Object.keys(toward('slack')))
    it(`keeps nothing of the other waiting, nor what the desk does by itself (${what})`, async () => {
      const { [what]: silent } = toward('slack')
      assert(silent)
      await store.commit({
        outbox: [
          ...Array.from({ length: 30 }, (_, at) => promised(`slack ${at}`, silent, -2)),
          ...Object.entries(toward('teams')).map(([name, order]) => promised(`teams ${name}`, order, -1)),
          aPromise('own', 0),
        ],
      })
      const door = aDoor()
      const { runner, tries } = aRunner(clock, {
        store,
        keep: ({ id }) => (id.startsWith('slack') ? door.passed : Promise.resolve()),
      })
      runner.start()
      await clock.tickAsync(1_000)
      const tried = tries.map((line) => line.replace(/ at \d+$/, ''))
      assert.deepEqual(
        tried.filter((id) => !id.startsWith('slack')).toSorted(),
        ['own', ...Object.keys(toward('teams')).map((name) => `teams ${name}`)].toSorted(),
      )
      assert.equal(tried.filter((id) => id.startsWith('slack')).length, 8)
      const end = runner.stop()
      door.open()
      await end
      assert.equal((await store.backlog()).waiting, 22)
    })

  it('or is slow to take what is posted, changes its cards meanwhile', async () => {
    const { thread, post, update } = toward('slack')
    assert(thread && post && update)
    await store.commit({
      outbox: [
        ...Array.from({ length: 20 }, (_, at) => promised(`post ${at}`, at % 2 === 0 ? thread : post, -1)),
        promised('update', update, 0),
      ],
    })
    const door = aDoor()
    const { runner, tries } = aRunner(clock, {
      store,
      keep: ({ id }) => (id.startsWith('post') ? door.passed : Promise.resolve()),
    })
    runner.start()
    await clock.tickAsync(1_000)
    assert.equal(tries.length, 9)
    assert(tries.some((line) => line.startsWith('update')))
    const end = runner.stop()
    door.open()
    await end
  })

  it('keeps only those waiting who are told something themselves, wherever that is', async () => {
    const telling: Order = { kind: 'tell-staff', case: 'S-1', staff: 'mei' }
    await store.commit({
      outbox: [...Array.from({ length: 9 }, (_, at) => promised(`staff ${at}`, telling, -1)), aPromise('own', 0)],
    })
    const door = aDoor()
    const { runner, tries } = aRunner(clock, {
      store,
      keep: ({ id }) => (id.startsWith('staff') ? door.passed : Promise.resolve()),
    })
    runner.start()
    await clock.tickAsync(0)
    assert.deepEqual(
      tries.filter((line) => line.startsWith('own')),
      ['own at 0'],
    )
    assert.equal(tries.length, 9)
    const end = runner.stop()
    door.open()
    await end
  })
})
