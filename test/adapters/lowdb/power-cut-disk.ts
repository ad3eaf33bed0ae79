import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Disk } from '../../../adapters/shared/disk.ts'

/** What a disk makes of the things that nobody had synced when the power went. Real disks do any of these. */
export interface Loss {
  readonly names: 'kept' | 'lost'
  readonly data: 'kept' | 'lost'
}

export const losses: readonly Loss[] = (['kept', 'lost'] as const).flatMap((names) =>
  (['kept', 'lost'] as const).map((data) => ({ names, data })),
)

/**
 * A disk whose power goes at one step: that step and all later ones do not happen (half of a write does). Afterwards
 * {@link PowerCutDisk.lose} takes away what was never synced, so a forgotten sync shows.
 */
export class PowerCutDisk implements Disk {
  #steps = 0
  readonly #cutAt: number
  readonly #unsyncedData = new Set<string>()
  #unsyncedNames: { readonly folder: string; readonly undo: () => void }[] = []

  constructor(cutAt: number) {
    this.#cutAt = cutAt
  }

  /** How many steps were taken or tried. */
  get steps(): number {
    return this.#steps
  }

  async create(path: string): ReturnType<Disk['create']> {
    this.#step()
    writeFileSync(path, '', { flag: 'wx' })
    this.#unsyncedNames.push({ folder: dirname(path), undo: () => rmSync(path, { force: true }) })
    return {
      write: async (text) => {
        this.#unsyncedData.add(path)
        this.#step(() => appendFileSync(path, text.slice(0, text.length / 2)))
        appendFileSync(path, text)
      },
      sync: async () => {
        this.#step()
        this.#unsyncedData.delete(path)
      },
      close: async () => this.#step(),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step()
    const before = contentOf(to)
    renameSync(from, to)
    if (this.#unsyncedData.delete(from)) this.#unsyncedData.add(to)
    const undo = () => (before === null ? rmSync(to, { force: true }) : writeFileSync(to, before))
    this.#unsyncedNames.push({ folder: dirname(to), undo })
  }

  async remove(path: string): Promise<void> {
    this.#step()
    rmSync(path)
    this.#unsyncedData.delete(path)
  }

  async syncFolder(path: string): Promise<void> {
    this.#step()
    this.#unsyncedNames = this.#unsyncedNames.filter(({ folder }) => folder !== path)
  }

  /** What the disk looks like when the power is back. */
  lose({ names, data }: Loss): void {
    if (data === 'lost') for (const path of this.#unsyncedData) if (contentOf(path) !== null) writeFileSync(path, '')
    if (names === 'lost') for (const { undo } of this.#unsyncedNames.reverse()) undo()
  }

  #step(torn?: () => void): void {
    this.#steps += 1
    if (this.#steps < this.#cutAt) return
    if (this.#steps === this.#cutAt) torn?.()
    throw new Error('the power is gone')
  }
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
