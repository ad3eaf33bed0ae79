import type { CaseId } from '../shared/ids.ts'
import type { Ledger } from './ledger.ts'
import type { ImportedMatch, LedgerImport } from './ledger-import.ts'

/** The ledger's matches by account, each with the import that proved it: what a later import may take over. */
export function provenMatches(inForce: readonly LedgerImport[], ledger: Ledger): ReadonlyMap<string, ImportedMatch> {
  const found = new Map<string, ImportedMatch>()
  for (const { id, matches } of inForce) {
    for (const match of matches) {
      if (ledger.matches.has(match.account)) found.set(match.account, { ...match, provenBy: match.provenBy ?? id })
    }
  }
  return found
}

/** An import without the matches it took over from one that was taken back since: their proof is gone. */
export function stillProven(imported: LedgerImport, active: ReadonlySet<CaseId>): LedgerImport {
  const matches = imported.matches.filter(({ provenBy }) => provenBy === undefined || active.has(provenBy))
  return matches.length === imported.matches.length ? imported : { ...imported, matches }
}
