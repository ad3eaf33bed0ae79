import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadShelf } from '../../domain/ports/upload-shelf.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import { nodeDisk, type Disk } from '../shared/disk.ts'
import { makeFolder, removeLeftovers, writeDurably } from '../shared/durable-file.ts'

interface UploadShelfOptions {
  readonly now: Clock
  /** A day unless told. */
  readonly maxAgeMs?: number
  /** Twenty unless told. */
  readonly most?: number
  readonly disk?: Disk
}

/** When it came, so that the names sort by age, and something nobody can guess. */
const shape = /^\d{13}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Uploads as files in `uploads/`, which only their owner may read, in a folder that the store has locked. */
export async function openFileUploadShelf(folder: string, options: UploadShelfOptions): Promise<UploadShelf> {
  const { now, maxAgeMs = 86_400_000, most = 20, disk = nodeDisk } = options
  const uploads = join(folder, 'uploads')
  await makeFolder(disk, uploads)
  await removeLeftovers(disk, uploads, (name) => shape.test(name))

  const isOld = (id: string) => Number(id.slice(0, 13)) + maxAgeMs <= msOf(now())
  const remove = (id: string) => rm(join(uploads, id), { force: true })
  const tidy = async (): Promise<void> => {
    const all = (await readdir(uploads)).filter((name) => shape.test(name)).sort()
    for (const [at, id] of all.entries()) if (isOld(id) || at < all.length - most) await remove(id)
  }
  await tidy()

  return {
    tidy,
    async put(bytes) {
      const id = `${msOf(now())}-${randomUUID()}`
      await writeDurably(disk, join(uploads, id), [bytes])
      await tidy()
      return id
    },
    async get(id) {
      if (!shape.test(id) || isOld(id)) return null
      return readFile(join(uploads, id)).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return null
        throw fault
      })
    },
    remove: async (id) => (shape.test(id) ? remove(id) : undefined),
  }
}
