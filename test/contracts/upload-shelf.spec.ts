import assert from 'node:assert/strict'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileUploadShelf } from '../../adapters/lowdb/file-upload-shelf.ts'
import { later } from '../../domain/shared/time.ts'
import { temporaryFolders } from '../adapters/lowdb/folders.ts'
import { morning } from '../kit/builders.ts'
import { memoryShelf } from '../kit/memory-shelf.ts'
import { describeUploadShelf } from './upload-shelf.contract.ts'

describe('in memory', () => {
  let shelf: ReturnType<typeof memoryShelf>
  describeUploadShelf('the shelf of uploads', {
    open: async (now) => (shelf = memoryShelf(now, 3)),
    reopen: async () => shelf,
  })
})

describe('in files', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  describeUploadShelf('the shelf of uploads', {
    open(now) {
      folder = freshFolder()
      return openFileUploadShelf(folder, { now, most: 3 })
    },
    reopen: (now) => openFileUploadShelf(folder, { now, most: 3 }),
  })

  describe('the folder of uploads', () => {
    const now = () => morning
    const files = () => readdir(join(folder, 'uploads'))
    beforeEach(() => {
      folder = freshFolder()
    })

    it('is for its owner only', async () => {
      const id = await (await openFileUploadShelf(folder, { now })).put(new Uint8Array([1]))
      assert.equal((await stat(join(folder, 'uploads', id))).mode & 0o777, 0o600)
      assert.equal((await stat(join(folder, 'uploads'))).mode & 0o777, 0o700)
    })

    it('is emptied of what grew old while the desk was down, and of half-written files', async () => {
      const id = await (await openFileUploadShelf(folder, { now })).put(new Uint8Array([1]))
      await writeFile(join(folder, 'uploads', `${id}.7f0c2b1e-0000-4000-8000-000000000000.tmp`), 'half')
      await writeFile(join(folder, 'uploads', 'README'), 'not ours')
      await openFileUploadShelf(folder, { now: () => later(morning, 86_400_000) })
      assert.deepEqual(await files(), ['README'])
    })
  })
})
