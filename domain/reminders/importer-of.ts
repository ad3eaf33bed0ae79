import type { Customer } from '../customers/customer.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { LedgerDesk } from '../receivables/ledger-desk.ts'
import type { StaffId } from '../shared/ids.ts'
import type { Addressed, Recipient } from './correspondence.ts'

/** Where it is known who brought which part of the ledger. */
export interface ImporterParts {
  readonly store: DeskStore
  readonly ledger: Pick<LedgerDesk, 'emailsFrom'>
}

/**
 * Where a letter would go, with the one person whose imports brought that address: a column of a list is as much somebody's
 * word as what they type. Books that the desk read are nobody's word, and neither is a list of a console that named nobody.
 */
export async function withImporter(
  addressed: Addressed | null,
  customer: Customer,
  parts: ImporterParts,
): Promise<Recipient | null> {
  if (addressed === null) return null
  return { ...addressed, importedBy: addressed.from === 'ledger' ? await importerOf(addressed, customer, parts) : null }
}

async function importerOf(
  { address }: Addressed,
  { accounts }: Customer,
  { store, ledger }: ImporterParts,
): Promise<StaffId | null> {
  const saying = accounts.filter(({ email }) => email === address).map(({ key }) => key)
  const imports = await Promise.all(
    [...new Set(ledger.emailsFrom(saying).values())].map((id) => store.get('ledger-import', id)),
  )
  const [importer = null, ...others] = new Set(
    imports.map((found) => (found && !found.value.pulled ? found.value.staff : null)),
  )
  return others.length === 0 ? importer : null
}
