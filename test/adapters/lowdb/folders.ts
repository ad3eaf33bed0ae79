import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { minute } from '../../contracts/desk-store.samples.ts'

export const now = () => minute(0)

/** Gives a fresh folder each time it is called, and removes them all when the suite is over. */
export function temporaryFolders(): () => string {
  const made: string[] = []
  after(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-desk-'))
    made.push(folder)
    return folder
  }
}
