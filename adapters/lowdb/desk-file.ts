import { join } from 'node:path'
import { Low } from 'lowdb'
import type { AuditPages } from './audit-pages.ts'
import { asideOf, DamagedFile, LostDocument, setAside, traceIn, Unreadable } from './damaged-file.ts'
import { deskDocument } from './desk-document.ts'
import { emptyState, type DeskState } from './desk-state.ts'
import type { Disk } from '../shared/disk.ts'
import { documentFile } from './document-file.ts'
import { removeLeftovers, UnsureWrite } from '../shared/durable-file.ts'

const fileName = 'desk.json'

/** `desk.json` and the audit pages beside it: what the next state is written to before it is believed. */
export class DeskFile {
  readonly #db: Low<DeskState>
  readonly #pages: AuditPages
  readonly #pageSize: number
  #unsure = false

  private constructor(db: Low<DeskState>, pages: AuditPages, pageSize: number) {
    this.#db = db
    this.#pages = pages
    this.#pageSize = pageSize
  }

  /**
   * Reads what is there. A damaged document is moved aside and opening fails with {@link DamagedFile}; a missing one
   * is a new desk only where nothing tells of an older one ({@link LostDocument}).
   */
  static async open(disk: Disk, folder: string, pages: AuditPages, pageSize: number): Promise<DeskFile> {
    const path = join(folder, fileName)
    await removeLeftovers(disk, folder, (name) => name === fileName)
    const db = new Low(documentFile(disk, path, deskDocument), emptyState)
    try {
      await db.read()
    } catch (fault) {
      if (!(fault instanceof Unreadable)) throw fault
      throw new DamagedFile(path, await setAside(disk, path), fault.message)
    }
    if (db.data === emptyState) {
      const trace = (await asideOf(path)).at(-1) ?? ((await pages.isEmpty()) ? await traceIn(folder) : pages.folder)
      if (trace !== null) throw new LostDocument(path, trace)
    }
    return new DeskFile(db, pages, pageSize)
  }

  /** What the file says, as far as anybody knows. */
  get state(): DeskState {
    return this.#db.data
  }

  /** Writes the next state and answers it, without the audit entries that went into pages. */
  async write(next: DeskState, believed: DeskState): Promise<DeskState> {
    const audit = next.audit.slice(await this.#movePages(believed))
    this.#db.data = { ...next, audit }
    try {
      await this.#db.write()
      this.#unsure = false
      return this.#db.data
    } catch (cause) {
      this.#db.data = believed
      this.#unsure ||= cause instanceof UnsureWrite
      await this.settle()
      throw cause
    }
  }

  /**
   * Puts the believed state back where a failed write may have taken its place, so that what was rejected does not
   * return after a crash. While the disk refuses that too, the next write does it, or the call at closing.
   */
  async settle(): Promise<void> {
    if (!this.#unsure) return
    this.#unsure = await this.#db.write().then(
      () => false,
      () => true,
    )
  }

  /** Moves full pages and answers how many entries moved. They stay in the document until its next write succeeds. */
  async #movePages({ audit }: DeskState): Promise<number> {
    let moved = 0
    while (audit.length - moved > this.#pageSize) {
      await this.#pages.write(audit.slice(moved, moved + this.#pageSize))
      moved += this.#pageSize
    }
    return moved
  }
}
