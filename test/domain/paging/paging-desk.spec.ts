import assert from 'node:assert/strict'
import { order } from '../../../domain/outbox/orders.ts'
import type { Order, OutboxEntry, PageOrder } from '../../../domain/outbox/outbox-entry.ts'
import type { PagerWay } from '../../../domain/paging/pager-call.ts'
import { createPagingDesk } from '../../../domain/paging/paging-desk.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import type { Paged } from '../../../domain/ports/pager.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'
import { later, msOf, type Instant } from '../../../domain/shared/time.ts'
import { aPolicy, minute } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { aPagerCall } from '../../kit/paging.ts'

const call = aPagerCall()
const silence: FaultFacts = { service: 'pager:mail', kind: 'unreachable', code: 'ETIMEDOUT' }
const no: FaultFacts = { service: 'pager:webhook', kind: 'unauthorised', status: 401, code: 'http-401' }

describe('whoever is on duty', () => {
  let store: DeskStore
  let now: Instant
  let ids: number
  /** How each way answers; a way that is not here is not set up. */
  let answers: Partial<Record<PagerWay, FaultFacts | Paged>>
  let sent: string[]
  beforeEach(() => {
    store = memoryStore()
    now = call.at
    ids = 0
    answers = { mail: { taken: 2, refused: 0 }, webhook: { taken: 1, refused: 0 } }
    sent = []
  })

  const newId = () => `id-${(ids += 1)}`
  const desk = () =>
    createPagingDesk({
      store,
      policy: aPolicy(),
      now: () => now,
      newId,
      pagers: (Object.keys(answers) as PagerWay[]).map((way) => ({
        way,
        async page({ id }) {
          sent.push(`${way} ${id}`)
          const answer = answers[way] ?? assert.fail()
          if ('kind' in answer) throw new OutsideFault(answer)
          return answer
        },
        looks: async () => null,
      })),
    })
  /** Keeps what is due, as the runner would; answers what is left for later. */
  const run = async (): Promise<readonly OutboxEntry[]> => {
    const left: OutboxEntry[] = []
    for (;;) {
      const [entry] = await store.takeDue(now, 1)
      if (!entry) return left
      if (entry.order.kind === 'page') await desk().page(entry, entry.order.call)
      else if (entry.order.kind === 'page-by') await desk().send(entry, entry.order)
      else left.push(entry)
    }
  }
  const called = async (asked = call) => {
    await store.commit({ outbox: [order(newId, { kind: 'page', call: asked }, now)] })
    return run()
  }
  const alarms = (entries: readonly OutboxEntry[]) =>
    entries.map(({ order: what }: { order: Order }) => 'alarm' in what && what.alarm)
  const record = async (about = 'page:F-12') => (await store.auditOf(about)).map(({ what, details }) => [what, details])
  const facts = { call: call.id, kind: 'unanswered', case: 'F-12', severity: 'high', waitedMs: 30 * 60_000 }

  it('is called every way there is, once', async () => {
    assert.deepEqual(await called(), [])
    assert.deepEqual(sent, [`mail ${call.id}`, `webhook ${call.id}`])
    assert.deepEqual(await record(), [
      ['page.sent', { ...facts, way: 'mail', taken: 2, refused: 0 }],
      ['page.sent', { ...facts, way: 'webhook', taken: 1, refused: 0 }],
    ])
    assert.equal((await store.backlog()).waiting, 0)
  })

  it('is called again only the way that failed, with the same id', async () => {
    answers.mail = silence
    assert.deepEqual(alarms(await called()), [])
    answers.mail = { taken: 1, refused: 0 }
    now = later(now, 5_000)
    await run()
    assert.deepEqual(sent, [`mail ${call.id}`, `webhook ${call.id}`, `mail ${call.id}`])
    assert.deepEqual(
      (await record()).map(([what]) => what),
      ['page.sent', 'page.sent'],
    )
  })

  it('has administrators told at once where a way says no, once, and is called for a day', async () => {
    answers = { webhook: no }
    const refused = { what: 'pager-refused', way: 'webhook', case: 'F-12', code: 'http-401' }
    assert.deepEqual(alarms(await called()), [{ ...refused, givenUp: false }])
    const told: unknown[] = []
    while ((await store.backlog()).waiting > 1 || told.length === 0) {
      now = later(now, 60_000)
      told.push(...alarms(await run()))
      if (msOf(now) - msOf(call.at) > 25 * 3_600_000) break
    }
    assert.deepEqual(told, [{ ...refused, givenUp: true }])
    assert(msOf(now) - msOf(call.at) >= 24 * 3_600_000)
    assert(sent.length > 100)
    assert.deepEqual(await record(), [
      ['page.refused', { ...facts, way: 'webhook', fault: 'unauthorised', status: 401, code: 'http-401' }],
      [
        'page.refused',
        { ...facts, way: 'webhook', fault: 'unauthorised', status: 401, code: 'http-401', givenUp: true },
      ],
    ])
  })

  it('has them told of silence at the third try', async () => {
    answers = { mail: silence }
    const counts = [(await called()).length]
    for (const wait of [5_000, 10_000, 20_000]) {
      now = later(now, wait)
      counts.push((await run()).length)
    }
    assert.equal(sent.length, 4)
    assert.deepEqual(counts, [0, 0, 1, 0])
  })

  it('has them told where some were refused', async () => {
    answers = { mail: { taken: 1, refused: 1 } }
    assert.deepEqual(alarms(await called()), [
      { what: 'pager-refused', way: 'mail', case: 'F-12', code: 'some-refused', givenUp: false },
    ])
    assert.equal((await store.backlog()).waiting, 1)
  })

  it('cannot be called any more by a way that was taken away', async () => {
    answers = { webhook: { taken: 1, refused: 0 } }
    const lost: PageOrder = { kind: 'page-by', call, way: 'mail', alarmed: false }
    await store.commit({ outbox: [order(newId, lost, now)] })
    assert.deepEqual(alarms(await run()), [
      { what: 'pager-refused', way: 'mail', case: 'F-12', code: 'not-set-up', givenUp: true },
    ])
    assert.deepEqual(sent, [])
  })

  it('is nobody where no way is set up: on record each time, and told once a day', async () => {
    answers = {}
    const nobody = { what: 'nobody-to-page', case: 'F-12' }
    assert.deepEqual(alarms(await called()), [nobody])
    assert.deepEqual(alarms(await called()), [])
    assert.deepEqual(await record(), [
      ['page.refused', { ...facts, code: 'nobody-to-page' }],
      ['page.refused', { ...facts, code: 'nobody-to-page' }],
    ])
    now = later(now, 24 * 3_600_000)
    assert.deepEqual(alarms(await called()), [nobody])
  })

  it('is tried on demand, every way, with a yes or a no of each', async () => {
    answers.webhook = no
    const tried = await desk().test('console:root')
    assert.deepEqual(
      tried.map(({ way, came }) => [way, came instanceof OutsideFault ? came.facts.code : came]),
      [
        ['mail', { taken: 2, refused: 0 }],
        ['webhook', 'http-401'],
      ],
    )
    assert.deepEqual(
      (await store.auditOf('page:test')).map(({ by, what, details }) => [by, what, details?.['way']]),
      [
        ['console:root', 'page.sent', 'mail'],
        ['console:root', 'page.refused', 'webhook'],
      ],
    )
  })

  it('is called about a feed by its operator', async () => {
    await called(aPagerCall({ kind: 'silent-feed', case: null, severity: null, since: minute(0) }))
    assert.equal((await record('page:silent-feed/china')).length, 2)
  })
})
