import assert from 'node:assert/strict'
import type { Storage } from 'botbuilder-core'

export interface StorageMaker {
  /** An empty storage. */
  readonly open: () => Promise<Storage>
  /** The same storage after a restart; left out where nothing survives one. */
  readonly reopen?: (storage: Storage) => Promise<Storage>
}

type Item = Record<string, unknown>

/** What botbuilder expects of a {@link Storage}, run by each implementation and by botbuilder's own. */
export function describeDialogStorage(name: string, { open, reopen }: StorageMaker): void {
  describe(name, () => {
    let storage: Storage
    const read = async (key: string) => ((await storage.read([key])) as Record<string, Item | undefined>)[key]
    const eTagOf = async (key: string) => (await read(key))?.['eTag']
    const restart = async () => {
      if (reopen) storage = await reopen(storage)
    }

    beforeEach(async () => {
      storage = await open()
    })

    it('leaves out what it does not know', async () => {
      assert.deepEqual(await storage.read(['a', 'b']), {})
    })

    it('gives back several items as they were written, with an eTag', async () => {
      const draft = { dialogStack: [{ id: 'suspend', state: { said: '逾期 "quoted"', count: 2, none: null } }] }
      await storage.write({ a: draft, 'teams/conversations/19:x/': { b: true } })
      await restart()
      const items = (await storage.read(['a', 'teams/conversations/19:x/', 'c'])) as Record<string, Item>
      assert.deepEqual(Object.keys(items).sort(), ['a', 'teams/conversations/19:x/'])
      assert.deepEqual(items['a'], { ...draft, eTag: items['a']?.['eTag'] })
      assert.equal(typeof items['a']?.['eTag'], 'string')
      assert.equal(items['teams/conversations/19:x/']?.['b'], true)
    })

    it('replaces an item whole', async () => {
      await storage.write({ a: { old: 1 } })
      await storage.write({ a: { new: 2 } })
      await restart()
      assert.deepEqual(await read('a'), { new: 2, eTag: await eTagOf('a') })
    })

    it('gives out copies, and keeps copies', async () => {
      const own = { list: ['as written'] }
      const writing = storage.write({ a: own })
      own.list.push('changed')
      await writing
      const item = await read('a')
      ;(item?.['list'] as string[]).push('changed')
      assert.deepEqual((await read('a'))?.['list'], ['as written'])
    })

    it('gives another eTag with each write', async () => {
      const seen = new Set<unknown>()
      for (let writes = 0; writes < 3; writes += 1) {
        await storage.write({ a: { writes } })
        await restart()
        seen.add(await eTagOf('a'))
      }
      assert.equal(seen.size, 3)
    })

    it('takes a write with the eTag that was read', async () => {
      await storage.write({ a: { count: 1 } })
      await restart()
      await storage.write({ a: { count: 2, eTag: await eTagOf('a') } })
      assert.equal((await read('a'))?.['count'], 2)
    })

    it('refuses a write with an eTag that is no longer the item’s', async () => {
      await storage.write({ a: { count: 1 } })
      const old = await eTagOf('a')
      await storage.write({ a: { count: 2 } })
      await restart()
      await assert.rejects(storage.write({ a: { count: 3, eTag: old } }), /eTag conflict/)
      assert.equal((await read('a'))?.['count'], 2)
    })

    for (const eTag of ['*', '', undefined])
      it(`overwrites whatever is there with eTag ${JSON.stringify(eTag)}`, async () => {
        await storage.write({ a: { count: 1 } })
        await storage.write({ a: { count: 2, eTag } })
        assert.equal((await read('a'))?.['count'], 2)
      })

    it('creates an item whose eTag nobody knows', async () => {
      await storage.write({ a: { count: 1, eTag: 'from elsewhere' } })
      assert.equal((await read('a'))?.['count'], 1)
    })

    it('forgets what is deleted, known or not', async () => {
      await storage.write({ a: { count: 1 }, b: { count: 1 } })
      await storage.delete(['a', 'unknown'])
      await restart()
      assert.deepEqual(Object.keys((await storage.read(['a', 'b', 'unknown'])) as object), ['b'])
    })
  })
}
