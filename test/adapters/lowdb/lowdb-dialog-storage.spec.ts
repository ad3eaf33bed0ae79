import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../../../adapters/shared/disk.ts'
import { openLowdbDialogStorage, type DialogStorage } from '../../../adapters/lowdb/lowdb-dialog-storage.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { minute } from '../../contracts/desk-store.samples.ts'
import { temporaryFolders } from './folders.ts'
import { systemError, watchedDisk } from './watched-disk.ts'

const hour = 3_600_000

describe('conversations.json', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let file = ''
  let now: Instant
  let storage: DialogStorage
  const damaged: string[] = []

  const open = (disk?: Disk) =>
    openLowdbDialogStorage(folder, {
      now: () => now,
      onDamaged: ({ keptAs, why }) => damaged.push(`${keptAs}: ${why}`),
      ...(disk && { disk }),
    })
  const keys = async () => Object.keys(await storage.read(['a', 'b', 'c']))
  const kept = () =>
    (JSON.parse(readFileSync(file, 'utf8')) as { entries: { key: string }[] }).entries.map(({ key }) => key)

  beforeEach(async () => {
    folder = freshFolder()
    file = join(folder, 'conversations.json')
    now = minute(0)
    damaged.length = 0
    storage = await open()
  })
  afterEach(() => storage.close())

  it('is its owner’s alone', async () => {
    await storage.write({ a: {} })
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  it('forgets after a day what nobody went on with: at once to a reader, on disk with the next write', async () => {
    await storage.write({ a: {}, b: {} })
    now = later(now, 12 * hour)
    await storage.write({ b: {} })
    now = later(now, 12 * hour)
    assert.deepEqual(await keys(), ['a', 'b'])
    now = later(now, 1)
    assert.deepEqual(await keys(), ['b'])
    assert.deepEqual(kept(), ['a', 'b'])
    await storage.write({ c: {} })
    assert.deepEqual(kept(), ['b', 'c'])
  })

  it('forgets at opening as well', async () => {
    await storage.write({ a: {} })
    await storage.close()
    now = later(now, 25 * hour)
    storage = await open()
    now = minute(0)
    assert.deepEqual(await keys(), [])
  })

  it('takes writes that wait together', async () => {
    let writes = 0
    storage = await open(watchedDisk(({ does }) => void (writes += does === 'rename' ? 1 : 0)))
    await Promise.all(Array.from({ length: 30 }, (_, index) => storage.write({ [`k-${index}`]: { index } })))
    assert.equal(writes, 2)
    assert.equal(kept().length, 30)
  })

  it('keeps nothing of a write of which one item conflicts', async () => {
    await storage.write({ a: { count: 1 } })
    await assert.rejects(storage.write({ b: { count: 1 }, a: { count: 2, eTag: 'old' } }), /eTag conflict/)
    assert.deepEqual(await keys(), ['a'])
  })

  it('never gives an eTag again, not even after a restart', async () => {
    const eTag = async () => ((await storage.read(['a'])) as { a: { eTag: string } }).a.eTag
    await storage.write({ a: { count: 1 } })
    const old = await eTag()
    await storage.delete(['a'])
    await storage.close()
    storage = await open()
    await storage.write({ a: { count: 1 } })
    assert.notEqual(await eTag(), old)
  })

  it('has the old draft after a write that failed, and takes the next', async () => {
    await storage.write({ a: { count: 1 } })
    let full = true
    storage = await open(
      watchedDisk(({ does }) => {
        if (full && does === 'write') throw systemError('ENOSPC')
      }),
    )
    await assert.rejects(storage.write({ a: { count: 2 }, b: {} }), { code: 'ENOSPC' })
    assert.deepEqual(await keys(), ['a'])
    full = false
    await storage.write({ b: {} })
    assert.deepEqual(await keys(), ['a', 'b'])
  })

  it('is set aside when damaged, and the desk goes on without it', async () => {
    await storage.write({ a: {} })
    await storage.close()
    const bytes = readFileSync(file, 'utf8').slice(0, 30)
    writeFileSync(file, bytes)
    storage = await open()
    assert.deepEqual(damaged, [`${file}.damaged-1: it is not whole JSON`])
    assert.equal(readFileSync(`${file}.damaged-1`, 'utf8'), bytes)
    assert.deepEqual(await keys(), [])
    await storage.write({ b: {} })
    assert.deepEqual(kept(), ['b'])
  })

  it('is not written after closing', async () => {
    await storage.close()
    await assert.rejects(storage.write({ a: {} }), /the store is closed/)
  })
})
