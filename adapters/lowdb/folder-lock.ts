import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Instant } from '../../domain/shared/time.ts'

/** Another desk, or this process a second time, has the data folder. */
export class DeskInUse extends Error {
  constructor(folder: string, owner: string) {
    super(`the data folder ${folder} is in use by ${owner}: stop that desk first, or give this one a folder of its own`)
    this.name = 'DeskInUse'
  }
}

export interface FolderLock {
  /** Lets the folder go; a second time does nothing. */
  release(): void
}

const storedOwner = z.object({ pid: z.number(), host: z.string(), since: z.string() })

/** SQLITE_BUSY: somebody else's lock. */
const busy = 5

// A connection that is garbage collected is closed, and its lock is gone.
const held = new Set<DatabaseSync>()

/**
 * Locks a data folder for as long as the process lives; throws {@link DeskInUse}. The lock is SQLite's, held by an
 * open transaction on an empty database: Node has no flock, and this one the kernel lets go when the process dies,
 * however it dies. Never open `desk.lock` in this process by other means: closing it would drop the lock (POSIX).
 */
export function lockFolder(folder: string, at: Instant): FolderLock {
  const ownerFile = join(folder, 'desk.lock.owner.json')
  const database = new DatabaseSync(join(folder, 'desk.lock'))
  try {
    // In memory, or a killed process would leave a journal behind.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (fault) {
    database.close()
    if ((fault as { errcode?: number }).errcode !== busy) throw fault
    throw new DeskInUse(folder, readOwner(ownerFile))
  }
  held.add(database)
  try {
    writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, host: hostname(), since: at }), { mode: 0o600 })
  } catch {
    // Only a courtesy to whoever is refused; a full disk must not keep the desk from opening.
  }
  return {
    release() {
      if (!held.delete(database)) return
      // While the lock is still ours: afterwards the file is the next one's.
      try {
        rmSync(ownerFile, { force: true })
      } finally {
        database.close()
      }
    },
  }
}

function readOwner(file: string): string {
  try {
    const { pid, host, since } = storedOwner.parse(JSON.parse(readFileSync(file, 'utf8')))
    return `process ${pid} on ${host}, started ${since}`
  } catch {
    return 'another process'
  }
}
