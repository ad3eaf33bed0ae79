import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { StaleWrite, type DeskStore } from '../../../domain/ports/desk-store.ts'
import { draft, minute, promise, saveStaff, staff } from '../../contracts/desk-store.samples.ts'
import { now, temporaryFolders } from './folders.ts'
import { watchedDisk, type Step } from './watched-disk.ts'

describe('commits to the lowdb store', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let steps: Step[]
  let pauseAt: Step['does'] | null
  let paused: PromiseWithResolvers<void>
  let goOn: PromiseWithResolvers<void>
  let store: DeskStore

  beforeEach(async () => {
    folder = freshFolder()
    steps = []
    pauseAt = null
    paused = Promise.withResolvers()
    goOn = Promise.withResolvers()
    const disk = watchedDisk(async (step) => {
      steps.push(step)
      if (step.does !== pauseAt) return
      pauseAt = null
      paused.resolve()
      await goOn.promise
    })
    store = await openLowdbStore(folder, { now, disk })
  })
  afterEach(() => store.close())

  it('that wait for a write go into the next one together', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `Mei-${index}`)
    await Promise.all(
      names.map((name) => store.commit({ save: [saveStaff(name)], audit: [draft('staff.added', name)] })),
    )
    assert.equal(steps.filter(({ does }) => does === 'rename').length, 2)
    assert.equal((await store.list('staff')).length, 50)
  })

  it('are each judged by themselves, on a state with the ones before', async () => {
    const running = store.commit({ save: [saveStaff('Mei')] })
    const group = await Promise.allSettled([
      store.commit({ save: [saveStaff('Wang')] }),
      store.commit({ save: [saveStaff('Lin'), saveStaff('Mei')] }),
      store.commit({ save: [saveStaff('Wang', 1)] }),
    ])
    await running
    assert.deepEqual(
      group.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert(group[1].status === 'rejected' && group[1].reason instanceof StaleWrite)
    assert.equal(await store.get('staff', 'lin'), null)
    assert.equal((await store.get('staff', 'wang'))?.version, 2)
  })

  for (const step of ['write', 'rename', 'sync-folder'] as const) {
    it(`are not believed while they are written (${step})`, async () => {
      await store.commit({ save: [saveStaff('Mei')], outbox: [promise('o-1', minute(1))] })
      await store.takeDue(minute(1), 1)
      pauseAt = step
      const late = store.commit({
        save: [saveStaff('Mei', 1)],
        settle: ['o-1'],
        audit: [draft('staff.changed', 'mei')],
      })
      await paused.promise
      assert.equal((await store.get('staff', 'mei'))?.version, 1)
      assert.deepEqual(await store.auditOf('mei'), [])
      assert.equal((await store.backlog()).waiting, 1)
      assert.deepEqual(await store.takeDue(minute(1), 1), [])
      goOn.resolve()
      await late
      assert.equal((await store.get('staff', 'mei'))?.version, 2)
    })
  }

  it('that change nothing are not written', async () => {
    const before = steps.length
    await store.commit({})
    await assert.rejects(store.commit({ settle: ['gone'] }), StaleWrite)
    assert.equal(steps.length, before)
  })

  it('are refused when they could not be read back', async () => {
    const broken = { ...staff('Mei'), language: NaN as unknown as string, roles: ['king' as 'collector'] }
    await assert.rejects(store.commit({ save: [{ kind: 'staff', id: 'mei', value: broken, basedOn: null }] }), {
      message: /^staff mei could not be read back \(roles\.0: .*nothing was written$/,
    })
    await assert.rejects(store.commit({ outbox: [promise('o-1', 'soon' as ReturnType<typeof now>)] }), /outbox o-1/)
    await assert.rejects(
      store.commit({ audit: [{ ...draft('a.asked'), lane: 'germany' as 'china' }] }),
      /audit a\.asked/,
    )
    assert.equal(await store.get('staff', 'mei'), null)
  })

  it('are refused when they name something twice', async () => {
    const twice = /is named twice in one commit/
    await assert.rejects(store.commit({ save: [saveStaff('Mei'), saveStaff('Mei', 1)] }), twice)
    await assert.rejects(store.commit({ outbox: [promise('o-1', minute(1))], settle: ['o-1'] }), twice)
    assert.equal(await store.get('staff', 'mei'), null)
  })

  it('are finished at closing, and refused afterwards', async () => {
    pauseAt = 'sync'
    const running = store.commit({ save: [saveStaff('Mei')] })
    await paused.promise
    const waiting = store.commit({ save: [saveStaff('Wang')] })
    const closing = store.close()
    await assert.rejects(store.commit({ save: [saveStaff('Lin')] }), /the store is closed: nothing was written/)
    await assert.rejects(store.nextNumber('S'), /the store is closed/)
    goOn.resolve()
    await closing
    await store.close()
    store = await openLowdbStore(folder, { now })
    assert.deepEqual(
      (await store.list('staff')).map(({ id }) => id),
      ['mei', 'wang'],
    )
    await Promise.all([running, waiting])
  })

  it('keep folders and files from everybody else', async () => {
    const inner = join(folder, 'deep', 'data')
    const other = await openLowdbStore(inner, { now, pageSize: 1 })
    await other.commit({ audit: [draft('a.asked'), draft('b.asked')] })
    await other.commit({ audit: [draft('c.asked')] })
    await other.close()
    const mode = (...path: string[]) => (statSync(join(inner, ...path)).mode & 0o777).toString(8)
    assert.deepEqual([mode(), mode('audit')], ['700', '700'])
    assert.deepEqual(
      readdirSync(join(inner, 'audit')).map((page) => mode('audit', page)),
      ['600'],
    )
    assert.equal(mode('desk.json'), '600')
  })
})
