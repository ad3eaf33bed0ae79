import assert from 'node:assert/strict'
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSeenDeliveries } from '../../../adapters/lowdb/seen-deliveries.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { temporaryFolders } from './folders.ts'

const hour = 3_600_000

describe('deliveries that were heard', () => {
  const newFolder = temporaryFolders()
  let folder: string
  let at: number
  let troubles: unknown[]
  beforeEach(() => {
    folder = newFolder()
    at = Date.parse('2026-03-31T02:00:00.000Z')
    troubles = []
  })
  const open = () =>
    openSeenDeliveries(folder, { now: () => instantOf(at), onTrouble: (err) => void troubles.push(err) })
  const path = () => join(folder, 'seen-deliveries.txt')
  const lines = async () => (await readFile(path(), 'utf8')).split('\n').slice(0, -1)

  it('are first once', async () => {
    const seen = await open()
    assert.deepEqual(
      [seen.isFirst('event Ev1'), seen.isFirst('event Ev1'), seen.isFirst('event Ev2')],
      [true, false, true],
    )
    await seen.close()
    assert.deepEqual(troubles, [])
  })
  it('are known for a day, to the millisecond', async () => {
    const seen = await open()
    seen.isFirst('a')
    at += 24 * hour
    assert.equal(seen.isFirst('a'), false)
    at += 1
    assert.deepEqual([seen.isFirst('a'), seen.isFirst('a')], [true, false])
    await seen.close()
  })
  it('are known after a restart, as long as before it', async () => {
    const first = await open()
    first.isFirst('event Ev1')
    first.isFirst('block_actions T1 V1\nforged 1')
    await first.close()
    at += 24 * hour
    const again = await open()
    assert.deepEqual([again.isFirst('event Ev1'), again.isFirst('block_actions T1 V1\nforged 1')], [false, false])
    await again.close()
    at += 1
    const later = await open()
    assert.deepEqual([await lines(), later.isFirst('event Ev1')], [[], true])
    await later.close()
    assert.equal((await lines()).length, 1)
  })
  it('are kept where nobody else reads', async () => {
    const seen = await open()
    seen.isFirst('event Ev1')
    await seen.close()
    assert.equal((await stat(path())).mode & 0o777, 0o600)
  })
  it('are written when the clock was set back, and forgotten in time all the same', async () => {
    const seen = await open()
    seen.isFirst('a')
    at -= hour
    seen.isFirst('b')
    assert.deepEqual([seen.isFirst('a'), seen.isFirst('b')], [false, false])
    at += 26 * hour
    assert.deepEqual([seen.isFirst('a'), seen.isFirst('b')], [true, true])
    await seen.close()
  })

  it('are known in spite of half a line that a process left when it died', async () => {
    await writeFile(path(), `${at} event Ev1\nno line of ours\n${at} event Ev`)
    const seen = await open()
    assert.deepEqual(
      ['event Ev1', 'event Ev', 'event Ev2'].map((key) => seen.isFirst(key)),
      [false, true, true],
    )
    await seen.close()
    const again = await open()
    assert.deepEqual(
      ['event Ev1', 'event Ev', 'event Ev2'].map((key) => again.isFirst(key)),
      [false, false, false],
    )
    assert.deepEqual(await lines(), [`${at} event Ev1`, `${at} event Ev`, `${at} event Ev2`])
    await again.close()
    assert.deepEqual(troubles, [])
  })
  it('are known after half a line alone', async () => {
    await writeFile(path(), `${at} ev`)
    const seen = await open()
    seen.isFirst('event Ev1')
    await seen.close()
    assert.equal((await open()).isFirst('event Ev1'), false)
  })

  it('leave a file that does not grow for ever', async () => {
    const seen = await open()
    for (let nth = 0; nth < 40_000; nth += 1) {
      seen.isFirst(`event Ev${nth}`)
      at += hour
      if (nth % 100 === 0) await seen.close()
    }
    assert.deepEqual([seen.isFirst('event Ev39999'), seen.isFirst('event Ev39970')], [false, true])
    await seen.close()
    assert((await lines()).length < 11_000)
    const again = await open()
    assert.deepEqual([again.isFirst('event Ev39999'), (await lines()).length], [false, 25])
    await again.close()
  })

  describe('where nothing can be written', () => {
    it('are known until the end of the process, and the trouble is told', async () => {
      const seen = await open()
      await rm(folder, { recursive: true })
      assert.deepEqual([seen.isFirst('a'), seen.isFirst('a')], [true, false])
      await seen.close()
      assert.deepEqual(
        troubles.map((each) => (each as NodeJS.ErrnoException).code),
        ['ENOENT'],
      )
    })
    it('are written again once that works', async () => {
      const seen = await open()
      await rm(folder, { recursive: true })
      seen.isFirst('a')
      await seen.close()
      await mkdir(folder)
      seen.isFirst('b')
      await seen.close()
      assert.deepEqual(await lines(), [`${at} b`])
    })
    it('keep nobody from being heard', async () => {
      await mkdir(path())
      const seen = await open()
      assert.deepEqual([seen.isFirst('a'), seen.isFirst('a')], [true, false])
      await seen.close()
      assert.deepEqual(new Set(troubles.map((each) => (each as NodeJS.ErrnoException).code)), new Set(['EISDIR']))
    })
  })

  it('are known whoever else writes into the file', async () => {
    const seen = await open()
    seen.isFirst('a')
    await seen.close()
    await appendFile(path(), `${at} b\n\u0000\n`)
    const again = await open()
    assert.deepEqual([again.isFirst('a'), again.isFirst('b')], [false, false])
    await again.close()
  })
})
