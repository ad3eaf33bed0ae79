import type { DeskStore } from '../ports/desk-store.ts'
import type { ImportArchive } from '../ports/import-archive.ts'
import { loadActive, noImports, type ActiveImports, type FreshImport } from './active-imports.ts'

/** The imports in force as this process knows them, and the one door to changing them. */
export interface ImportTurns {
  /** As of the last turn. */
  readonly active: ActiveImports
  /** One at a time in this process, each on fresh ground; between processes the head's version decides. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
  /** A turn that may change which imports are in force; `believe` hands over the import it made so. */
  changing<Result>(work: (believe: (fresh: FreshImport) => void) => Promise<Result>): Promise<Result>
}

export function createImportTurns(parts: { readonly store: DeskStore; readonly archive: ImportArchive }): ImportTurns {
  let active = noImports
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(async () => {
      active = await loadActive(parts, active)
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    get active() {
      return active
    },
    inTurn,
    changing: (work) =>
      inTurn(async () => {
        let fresh: FreshImport | null = null
        const result = await work((now) => (fresh = now))
        active = await loadActive(parts, active, { fresh })
        return result
      }),
  }
}
