import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import { storedAuditEntry } from '../shared/stored-entries.ts'
import { setAside } from './damaged-file.ts'
import type { Disk } from '../shared/disk.ts'
import { makeFolder, removeLeftovers, writeDurably } from '../shared/durable-file.ts'
import type { Kept } from './kept.ts'

const pageName = /^(\d{9,})-(\d{9,})\.jsonl$/
const padded = (seq: number) => String(seq).padStart(9, '0')

/** Older audit entries, in files that are written once: `000000001-000000500.jsonl`. */
export class AuditPages {
  readonly #disk: Disk
  readonly folder: string

  private constructor(disk: Disk, folder: string) {
    this.#disk = disk
    this.folder = folder
  }

  static async open(disk: Disk, folder: string): Promise<AuditPages> {
    await makeFolder(disk, folder)
    await removeLeftovers(disk, folder, (name) => pageName.test(name))
    return new AuditPages(disk, folder)
  }

  /** Writes entries that are believed already, so that a page never tells of what did not happen. */
  async write(entries: readonly Kept<AuditEntry>[]): Promise<void> {
    const [first, last] = [entries[0], entries.at(-1)]
    if (!first || !last) return
    const path = join(this.folder, `${padded(first.value.seq)}-${padded(last.value.seq)}.jsonl`)
    const page = entries.map(({ text }) => `${text}\n`).join('')
    const there = await readFile(path, 'utf8').catch(() => null)
    // The same page is left by a crash before the document; another one by a desk restored from an old backup.
    if (there === page) return
    if (there !== null) await setAside(this.#disk, path)
    await writeDurably(this.#disk, path, [page])
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#pages()).length === 0
  }

  /**
   * Entries before `end`, oldest first; each once, though a page and the document or two pages may hold it. Entries
   * whose line does not contain `text` are left out, cheaply; pages that end with `after` are not read. Throws where a
   * page is damaged.
   */
  async *before(
    end: number,
    { after = 0, text = '' }: { readonly after?: number; readonly text?: string } = {},
  ): AsyncGenerator<AuditEntry> {
    if (after >= end - 1) return
    let seen = 0
    for (const { name, first, last } of await this.#pages()) {
      if (first >= end || last <= after) continue
      for (const line of (await readFile(join(this.folder, name), 'utf8')).split('\n')) {
        if (line === '' || !line.includes(text)) continue
        const entry = this.#parse(line, name)
        if (entry.seq <= seen || entry.seq >= end) continue
        seen = entry.seq
        yield entry
      }
    }
  }

  async #pages(): Promise<readonly { readonly name: string; readonly first: number; readonly last: number }[]> {
    return (await readdir(this.folder))
      .flatMap((name) => {
        const [, first, last] = pageName.exec(name) ?? []
        return first === undefined ? [] : [{ name, first: Number(first), last: Number(last) }]
      })
      .sort((a, b) => a.first - b.first)
  }

  #parse(line: string, name: string): AuditEntry {
    try {
      const entry: unknown = JSON.parse(line)
      storedAuditEntry.parse(entry)
      return entry as AuditEntry
    } catch (cause) {
      throw new Error(`${join(this.folder, name)} is damaged: restore it from a backup`, { cause })
    }
  }
}
