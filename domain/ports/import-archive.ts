import type { LedgerImport } from '../receivables/ledger-import.ts'
import type { CaseId } from '../shared/ids.ts'

/** Where imports are kept, whole and unchanged. */
export interface ImportArchive {
  /** Keeps an import durably and answers its SHA-256. Keeping the same id again replaces an import nobody believed yet. */
  keep(imported: LedgerImport): Promise<string>
  /** Gives back an import; throws when it is missing or no longer has this SHA-256. */
  load(id: CaseId, sha256: string): Promise<LedgerImport>
}
