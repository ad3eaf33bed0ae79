import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedFile, LostDocument } from '../../../adapters/lowdb/damaged-file.ts'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { draft, saveStaff } from '../../contracts/desk-store.samples.ts'
import { now, temporaryFolders } from './folders.ts'

describe('a damaged desk.json', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let file = ''
  let good = ''
  const open = () => openLowdbStore(folder, { now })

  beforeEach(async () => {
    folder = freshFolder()
    file = join(folder, 'desk.json')
    const store = await open()
    await store.commit({
      save: [saveStaff('Mei')],
      audit: [draft('staff.added', 'mei'), draft('staff.changed', 'mei')],
    })
    await store.close()
    good = readFileSync(file, 'utf8')
  })

  const damages: Record<string, readonly [damage: (good: string) => string | Buffer, why: RegExp]> = {
    'that is empty': [() => '', /it is empty/],
    'that is all zeros': [(text) => Buffer.alloc(text.length), /it is not whole JSON/],
    'that is cut off': [(text) => text.slice(0, text.length / 2), /it is not whole JSON/],
    'that is something else': [() => '<html>', /it is not whole JSON/],
    'that is not UTF-8': [(text) => Buffer.from(text.replace('Mei', 'M\u00e9i'), 'latin1'), /it is not UTF-8/],
    'that is JSON null': [() => 'null', /no schema number/],
    'that is an empty object': [() => '{}', /no schema number/],
    'of another version': [(text) => text.replace('"schema":1', '"schema":2'), /schema 2, this version reads 1/],
    'that lacks a part': [(text) => text.replace('"outbox"', '"inbox"'), /shape of a desk file \(outbox/],
    'with an unknown kind of record': [
      (text) => text.replace('"staff":', '"stuff":'),
      /shape of a desk file \(records/,
    ],
    'with a value that does not fit': [
      (text) => text.replace('"roles":["collector"]', '"roles":["king"]'),
      /\(records\.staff\.0\.value\.roles\.0: /,
    ],
    'with two records of one id': [
      (text) => text.replace(/"staff":\[\n(.*)\]/, '"staff":[\n$1,\n$1]'),
      /two of its staff entries share one id/,
    ],
    'with a gap in its audit': [(text) => text.replace('"seq":2', '"seq":3'), /audit entries have a gap/],
  }
  for (const [what, [damage, why]] of Object.entries(damages)) {
    it(`${what} is moved aside whole, and opening says what to do`, async () => {
      const bytes = Buffer.from(damage(good))
      assert(!bytes.equals(Buffer.from(good)), 'the damage did nothing')
      writeFileSync(file, bytes)
      await assert.rejects(open(), (fault) => {
        assert(fault instanceof DamagedFile)
        assert.equal(fault.keptAs, `${file}.damaged-1`)
        assert.match(fault.message, why)
        assert(fault.message.includes(fault.keptAs) && fault.message.includes('Restore desk.json from a backup'))
        return true
      })
      assert.deepEqual(readFileSync(`${file}.damaged-1`), bytes)
      assert(!existsSync(file))
    })
  }

  it('is never replaced by an empty desk, however often it is started', async () => {
    writeFileSync(file, '')
    await assert.rejects(open(), DamagedFile)
    for (let starts = 0; starts < 2; starts += 1)
      await assert.rejects(open(), (fault) => {
        assert(fault instanceof LostDocument)
        assert(fault.message.includes(`${file}.damaged-1`) && fault.message.includes('Restore desk.json from a backup'))
        return true
      })
  })

  it('can be restored, and damaged again without losing the first', async () => {
    writeFileSync(file, '')
    await assert.rejects(open(), DamagedFile)
    writeFileSync(file, good)
    const store = await open()
    assert.equal((await store.list('staff')).length, 1)
    await store.close()

    writeFileSync(file, 'second')
    await assert.rejects(open(), DamagedFile)
    assert.equal(readFileSync(`${file}.damaged-1`, 'utf8'), '')
    assert.equal(readFileSync(`${file}.damaged-2`, 'utf8'), 'second')
  })

  it('can be given up by moving it away', async () => {
    writeFileSync(file, '')
    await assert.rejects(open(), DamagedFile)
    renameSync(`${file}.damaged-1`, join(freshFolder(), 'desk.json.damaged-1'))
    const store = await open()
    assert.deepEqual(await store.list('staff'), [])
    await store.close()
  })

  it('is not what a disk is that cannot be read', async () => {
    rmSync(file)
    mkdirSync(file)
    await assert.rejects(open(), { code: 'EISDIR' })
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('damaged')),
      [],
    )
  })

  it('is missed while audit pages tell of it', async () => {
    const store = await openLowdbStore(folder, { now, pageSize: 1 })
    await store.commit({ audit: [draft('staff.changed', 'mei')] })
    await store.close()
    rmSync(file)
    await assert.rejects(
      open(),
      (fault) => fault instanceof LostDocument && fault.message.includes(join(folder, 'audit')),
    )
  })
})
