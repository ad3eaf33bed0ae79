import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId } from '../shared/ids.ts'
import { caseKindOf, type AnyCase } from './case.ts'

/** Reads a case by its number, whatever its kind; null when there is none. */
export type ReadCase = (id: CaseId) => Promise<AnyCase | null>

export function caseReader(store: Pick<DeskStore, 'get'>): ReadCase {
  return async (id) => {
    const kind = caseKindOf(id)
    const found = kind && (await store.get(kind, id))
    return found ? ({ kind, value: found.value, version: found.version } as AnyCase) : null
  }
}
