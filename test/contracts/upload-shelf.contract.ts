import assert from 'node:assert/strict'
import type { UploadShelf } from '../../domain/ports/upload-shelf.ts'
import { later, type Clock, type Instant } from '../../domain/shared/time.ts'
import { morning } from '../kit/builders.ts'

export interface ShelfMaker {
  /** An empty shelf that holds three files. */
  readonly open: (now: Clock) => Promise<UploadShelf>
  /** The same shelf after a restart. */
  readonly reopen: (now: Clock) => Promise<UploadShelf>
}

const hour = 3_600_000
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (found: Uint8Array | null) => found && new TextDecoder().decode(found)

/** The promises of {@link UploadShelf}, run by each implementation. */
export function describeUploadShelf(name: string, { open, reopen }: ShelfMaker): void {
  describe(name, () => {
    let at: Instant
    const now = () => at
    let shelf: UploadShelf
    beforeEach(async () => {
      at = morning
      shelf = await open(now)
    })

    it('gives back what was put on it, byte for byte, also after a restart', async () => {
      const awkward = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      const id = await shelf.put(awkward)
      assert.deepEqual([...((await shelf.get(id)) ?? [])], [...awkward])
      assert.deepEqual([...((await (await reopen(now)).get(id)) ?? [])], [...awkward])
    })

    it('keeps files apart, an empty one and two alike too', async () => {
      const [empty, first, second] = [
        await shelf.put(bytes('')),
        await shelf.put(bytes('a')),
        await shelf.put(bytes('a')),
      ]
      assert.notEqual(first, second)
      await shelf.remove(first)
      assert.deepEqual([text(await shelf.get(empty)), text(await shelf.get(second))], ['', 'a'])
    })

    it('keeps its own copy', async () => {
      const sent = bytes('as it was')
      const id = await shelf.put(sent)
      sent.fill(0)
      assert.equal(text(await shelf.get(id)), 'as it was')
    })

    it('has nothing of what was removed, of what it never had, or of a name somebody made up', async () => {
      const id = await shelf.put(bytes('a'))
      await shelf.remove(id)
      await shelf.remove(id)
      for (const gone of [id, '', 'nothing', '../desk.json', '..']) {
        assert.equal(await shelf.get(gone), null, gone)
        await shelf.remove(gone)
      }
    })

    it('lets go of a file after a day, tidied or not', async () => {
      const id = await shelf.put(bytes('a'))
      at = later(morning, 24 * hour - 1)
      await shelf.tidy()
      assert.equal(text(await shelf.get(id)), 'a')
      at = later(morning, 24 * hour)
      assert.equal(await shelf.get(id), null)
      await shelf.tidy()
      at = morning
      assert.equal(await shelf.get(id), null)
    })

    it('lets the oldest go where there are too many', async () => {
      const ids: string[] = []
      for (const each of ['a', 'b', 'c', 'd']) {
        ids.push(await shelf.put(bytes(each)))
        at = later(at, 1)
      }
      assert.deepEqual(await Promise.all(ids.map(async (id) => text(await shelf.get(id)))), [null, 'b', 'c', 'd'])
    })
  })
}
