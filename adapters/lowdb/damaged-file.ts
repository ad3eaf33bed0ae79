import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Disk } from '../shared/disk.ts'

/** A file's bytes were read, but they are not what the desk writes. The message says why in plain words. */
export class Unreadable extends Error {}

/** A file could not be understood and was moved aside, with its bytes as they were. */
export class DamagedFile extends Error {
  readonly file: string
  readonly keptAs: string

  constructor(file: string, keptAs: string, why: string) {
    super(
      `${file} cannot be read: ${why}. Nothing was deleted: the file is now ${keptAs}. ` +
        `Restore ${basename(file)} from a backup and start the desk again. ` +
        `To begin with an empty desk on purpose, first move ${basename(keptAs)} to another folder.`,
    )
    this.name = 'DamagedFile'
    this.file = file
    this.keptAs = keptAs
  }
}

/** There is no document, though something beside it tells of an earlier one. */
export class LostDocument extends Error {
  constructor(file: string, trace: string) {
    super(
      `${file} is missing, but ${trace} shows that there was one. Restore ${basename(file)} from a backup and start ` +
        `the desk again. To begin with an empty desk on purpose, first move ${basename(trace)} to another folder.`,
    )
    this.name = 'LostDocument'
  }
}

/** Moves a damaged file to a name that is free, and answers that name. */
export async function setAside(disk: Disk, path: string): Promise<string> {
  const taken = new Set(await asideOf(path))
  let number = 1
  while (taken.has(`${path}.damaged-${number}`)) number += 1
  const aside = `${path}.damaged-${number}`
  await disk.rename(path, aside)
  await disk.syncFolder(dirname(path))
  return aside
}

/** The damaged files that were once `path`, newest last. */
export async function asideOf(path: string): Promise<readonly string[]> {
  const prefix = `${basename(path)}.damaged-`
  const numberOf = (name: string) => Number(name.slice(prefix.length))
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(prefix) && numberOf(name) > 0)
  return names.sort((a, b) => numberOf(a) - numberOf(b)).map((name) => join(dirname(path), name))
}

/** What is only ever written after a desk document was: kept imports, or conversations. Null where there is neither. */
export async function traceIn(folder: string): Promise<string | null> {
  const names = await readdir(folder)
  const imports = names.includes('ledger') ? await readdir(join(folder, 'ledger')) : []
  if (imports.some((name) => name.endsWith('.jsonl'))) return join(folder, 'ledger')
  return names.includes('conversations.json') ? join(folder, 'conversations.json') : null
}
