import { randomUUID } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Disk } from './disk.ts'

/** The new content took its place, but nobody knows whether it would survive a power cut. */
export class UnsureWrite extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} was replaced, but its folder could not be synced`, { cause })
    this.name = 'UnsureWrite'
  }
}

/**
 * Writes a whole file so that at any moment, also after a power cut, there is the old content or the new one.
 * Throws {@link UnsureWrite} when it failed after the new content took its place; any other error left the old one.
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  // A fresh name each time: nobody else's half-written file can be renamed into place.
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await disk.create(temporary)
    try {
      for await (const piece of pieces) await file.write(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(temporary, path)
  } catch (cause) {
    await disk.remove(temporary).catch(() => undefined)
    throw cause
  }
  try {
    await disk.syncFolder(dirname(path))
  } catch (cause) {
    throw new UnsureWrite(path, cause)
  }
}

/** What UTF-8 takes at most for one unit of a string. */
const mostBytes = 3

/**
 * Joins small pieces into ones worth a system call each, as UTF-8. All of them share one piece of memory: each must be
 * written before the next is asked for. A document of megabytes is written many times a minute in a storm, and strings
 * joined for it would leave as much to collect each time.
 */
export function* inChunks(pieces: Iterable<string>, size = 262_144): Iterable<Uint8Array> {
  const memory = Buffer.allocUnsafeSlow(size)
  let filled = 0
  for (const piece of pieces) {
    const most = piece.length * mostBytes
    if (filled > 0 && filled + most > size) {
      yield memory.subarray(0, filled)
      filled = 0
    }
    if (most > size) yield Buffer.from(piece)
    else filled += memory.write(piece, filled)
  }
  if (filled > 0) yield memory.subarray(0, filled)
}

const leftover = /^(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** Removes what writes that were cut off left beside the files that `ours` names. */
export async function removeLeftovers(disk: Disk, folder: string, ours: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder)) {
    const target = leftover.exec(name)?.[1]
    if (target !== undefined && ours(target)) await disk.remove(join(folder, name))
  }
}

/** Makes a folder that only its owner may enter, parents included, and makes the new names durable. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  const above = dirname(resolve(first))
  for (let made = resolve(path); made !== above; made = dirname(made)) await disk.syncFolder(dirname(made))
}
