import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import { draft, saveStaff } from '../../contracts/desk-store.samples.ts'
import { now, temporaryFolders } from './folders.ts'
import { systemError, watchedDisk, type Step } from './watched-disk.ts'

describe('a write that fails', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let fails: (step: Step) => NodeJS.ErrnoException | null
  let store: DeskStore

  const document = () => readFileSync(join(folder, 'desk.json'), 'utf8')
  const staff = async () => (await store.list('staff')).map(({ id }) => id)
  const reopen = async () => {
    await store.close()
    store = await openLowdbStore(folder, { now })
  }

  beforeEach(async () => {
    folder = freshFolder()
    fails = () => null
    const disk = watchedDisk((step) => {
      const fault = fails(step)
      if (fault) throw fault
    })
    store = await openLowdbStore(folder, { now, disk })
    await store.commit({ save: [saveStaff('Mei')], audit: [draft('staff.added', 'mei')] })
  })
  afterEach(() => store.close())

  for (const does of ['create', 'write', 'sync', 'close', 'rename'] as const) {
    it(`at "${does}" rejects the commit with its cause, and the next one succeeds`, async () => {
      const before = document()
      fails = (step) => (step.does === does ? systemError('EIO') : null)
      await assert.rejects(store.commit({ save: [saveStaff('Wang')] }), { code: 'EIO' })
      assert.equal(document(), before)
      assert.deepEqual(await staff(), ['mei'])

      fails = () => null
      await store.commit({ save: [saveStaff('Lin')], audit: [draft('staff.added', 'lin')] })
      await reopen()
      assert.deepEqual(await staff(), ['mei', 'lin'])
      assert.deepEqual(
        (await store.auditOf('lin')).map(({ seq }) => seq),
        [2],
      )
    })
  }

  it('leaves no temporary file behind on a full disk', async () => {
    fails = ({ does }) => (does === 'write' ? systemError('ENOSPC') : null)
    await assert.rejects(store.commit({ save: [saveStaff('Wang')] }), { code: 'ENOSPC' })
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    )
  })

  it('rejects every commit of its group, also one that would have been stale', async () => {
    const alone = store.commit({ save: [saveStaff('Ann')] })
    let writes = 0
    fails = ({ does }) => (does === 'write' && (writes += 1) === 2 ? systemError('ENOSPC') : null)
    const group = await Promise.allSettled([
      store.commit({ save: [saveStaff('Wang')] }),
      // Stale only because of the commit before it, which is about to fail.
      store.commit({ save: [saveStaff('Wang')] }),
      store.nextNumber('S'),
    ])
    await alone
    assert.deepEqual(
      group.map((end) => end.status === 'rejected' && (end.reason as NodeJS.ErrnoException).code),
      ['ENOSPC', 'ENOSPC', 'ENOSPC'],
    )
    assert.deepEqual(await staff(), ['mei', 'ann'])
    assert.equal(await store.nextNumber('S'), 1)
  })

  describe('after the new file took its place', () => {
    const unsynced = ({ does }: Step) => (does === 'sync-folder' ? systemError('EIO') : null)

    it('puts the old state back', async () => {
      const before = document()
      let once = true
      fails = (step) => {
        const fault = once ? unsynced(step) : null
        once &&= fault === null
        return fault
      }
      await assert.rejects(store.commit({ save: [saveStaff('Wang')] }), { name: 'UnsureWrite' })
      assert.equal(document(), before)
      assert.deepEqual(await staff(), ['mei'])
    })

    it('puts it back at closing when the disk refused that as well', async () => {
      const before = document()
      fails = (step) => {
        const fault = unsynced(step)
        if (fault) fails = ({ does }) => (does === 'create' ? systemError('EIO') : null)
        return fault
      }
      await assert.rejects(store.commit({ save: [saveStaff('Wang')] }), { name: 'UnsureWrite' })
      assert.notEqual(document(), before)
      fails = () => null
      await store.close()
      assert.equal(document(), before)
    })

    it('replaces it with the next commit when the disk refused that as well', async () => {
      fails = unsynced
      await assert.rejects(store.commit({ save: [saveStaff('Wang')] }), { name: 'UnsureWrite' })
      fails = () => null
      await store.commit({ save: [saveStaff('Lin')] })
      await reopen()
      assert.deepEqual(await staff(), ['mei', 'lin'])
    })
  })
})
