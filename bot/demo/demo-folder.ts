import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from '../../adapters/lowdb/folder-lock.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** Where a demo keeps its things that was not told where; wiped whenever one starts. */
export const demoFolder = join('desk-data', 'demo')

/** Nobody said to keep anything: dates in the seed count from today, so an old demo would be out of date. */
export async function wipe(folder: string, at: Instant): Promise<void> {
  // Another demo may be running in it: then this throws, and says so.
  const lock = lockFolder(folder, at)
  try {
    const left = (await readdir(folder)).filter((name) => !name.startsWith('desk.lock'))
    await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })))
  } finally {
    lock.release()
  }
}
