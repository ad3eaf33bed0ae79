import type { ImportScope } from './ledger-import.ts'
import type { OpenItem } from './open-item.ts'

export function sameScope(a: ImportScope, b: ImportScope): boolean {
  return a.kind === b.kind && a.value === b.value
}

/** Whether an import of this scope speaks for the item. What names no company belongs to no company's scope. */
export function inScope(item: OpenItem, scope: ImportScope): boolean {
  return item[scope.kind] === scope.value
}
