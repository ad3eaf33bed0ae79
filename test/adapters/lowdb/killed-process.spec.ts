import assert from 'node:assert/strict'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { sha256 } from '../../../adapters/shared/sha256.ts'
import { verifyChain } from '../../../domain/audit/audit-entry.ts'
import { minute } from '../../contracts/desk-store.samples.ts'
import { deskChildren } from './desk-child.ts'
import { now, temporaryFolders } from './folders.ts'

describe('a desk that is killed while it commits', () => {
  const freshFolder = temporaryFolders()
  const startDesk = deskChildren()

  it('has everything it acknowledged, and nothing by halves', async () => {
    const folder = freshFolder()
    const acknowledged: number[] = []
    // The same folder each time: what one kill leaves behind, the next desk starts from.
    for (const enough of [1, 30, 75, 120]) {
      const child = startDesk('commit', folder, String(1000 * enough))
      assert.equal((await child.lines.next()).value, 'open')
      for (let count = 0; count < enough; count += 1) acknowledged.push(Number((await child.lines.next()).value))
      // The pipe may cut the last line short, and a part of a number is another number.
      const rest = (await child.kill()).slice(0, -1)
      acknowledged.push(...rest.map(Number))

      const store = await openLowdbStore(folder, { now, pageSize: 20 })
      const people = new Set((await store.list('staff')).map(({ id }) => id))
      for (const number of acknowledged) assert(people.has(`n-${number}`), `${number} was acknowledged and is lost`)
      const { entries, broken } = await verifyChain(store.auditTrail(), sha256)
      assert.deepEqual([entries, broken], [2 * people.size, null])
      const owed = (await store.takeDue(minute(1), 100_000)).map(({ id }) => id)
      assert.deepEqual(new Set(owed), people)
      await store.close()
    }
    assert(acknowledged.length >= 226)
  })
})
