import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../../../adapters/shared/disk.ts'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { sha256 } from '../../../adapters/shared/sha256.ts'
import { verifyChain } from '../../../domain/audit/audit-entry.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import { draft, minute, promise, saveStaff } from '../../contracts/desk-store.samples.ts'
import { now, temporaryFolders } from './folders.ts'
import { losses, PowerCutDisk } from './power-cut-disk.ts'

// Pages of two, so that a page is written while this goes on; the last commit comes after one.
const work: readonly ((store: DeskStore) => Promise<unknown>)[] = [
  (store) => store.commit({ save: [saveStaff('Mei')], audit: [draft('a.asked'), draft('b.asked')] }),
  (store) =>
    store.commit({ audit: [draft('c.asked')], outbox: [promise('o-1', minute(1)), promise('o-2', minute(2))] }),
  (store) =>
    store.commit({ save: [saveStaff('Mei', 1), saveStaff('Wang')], audit: [draft('d.asked')], settle: ['o-1'] }),
  (store) => store.commit({ remove: [{ kind: 'staff', id: 'wang', basedOn: 1 }], audit: [draft('e.asked')] }),
  (store) => store.commit({ postpone: [promise('o-2', minute(3), 1)], audit: [draft('f.asked'), draft('g.asked')] }),
]

describe('a power cut', () => {
  const freshFolder = temporaryFolders()
  const open = (folder: string, disk?: Disk) => openLowdbStore(folder, { now, pageSize: 2, ...(disk && { disk }) })

  it('at any step leaves the desk as it was before or after, and everything acknowledged', async () => {
    const { states, steps } = await uncut()
    assert(steps > 30, `only ${steps} steps were seen`)
    for (let cutAt = 1; cutAt <= steps; cutAt += 1) {
      for (const loss of losses) {
        const folder = freshFolder()
        const disk = new PowerCutDisk(cutAt)
        const acknowledged = await workUntilDark(folder, disk)
        disk.lose(loss)

        const store = await open(folder)
        const found = await stateOf(store)
        const where = `cut at step ${cutAt}, names ${loss.names}, data ${loss.data}, ${acknowledged} acknowledged`
        assert([states[acknowledged], states[acknowledged + 1]].includes(found), `${where}:\n${found}`)
        assert.equal((await verifyChain(store.auditTrail(), sha256)).broken, null, where)
        await store.commit({ audit: [draft('z.asked')] })
        await store.close()
        assert.deepEqual(temporaryFiles(folder), [], where)
      }
    }
  })

  /** Every state there should be, and how many steps it takes to get through them. */
  async function uncut() {
    const disk = new PowerCutDisk(Infinity)
    const store = await open(freshFolder(), disk)
    const states = [await stateOf(store)]
    for (const commit of work) {
      await commit(store)
      states.push(await stateOf(store))
    }
    await store.close()
    return { states, steps: disk.steps }
  }

  /** Commits one after the other until the power is gone; answers how many were acknowledged. */
  async function workUntilDark(folder: string, disk: Disk): Promise<number> {
    const store = await open(folder, disk).catch(() => null)
    let acknowledged = 0
    for (const commit of store ? work : []) {
      const done = await commit(store as DeskStore).then(
        () => true,
        () => false,
      )
      if (!done) break
      acknowledged += 1
    }
    await store?.close()
    return acknowledged
  }
})

/** All that a store knows, as text. */
async function stateOf(store: DeskStore): Promise<string> {
  const outbox = await store.takeDue(minute(59), 100)
  for (const { id } of outbox) await store.release(id)
  const audit = await Array.fromAsync(store.auditTrail())
  return JSON.stringify({ staff: await store.list('staff'), outbox, audit }, null, 1)
}

function temporaryFiles(folder: string): readonly string[] {
  return [folder, join(folder, 'audit')].flatMap((at) => readdirSync(at).filter((name) => name.endsWith('.tmp')))
}
