import { businessCentral } from '../../adapters/business-central/business-central-kind.ts'
import type { LedgerSourceKind } from '../../adapters/shared/ledger-source-kind.ts'

/** Every accounting that the desk can read by itself; another one is a folder of its own, and a line here. */
export const ledgerSourceKinds: readonly LedgerSourceKind[] = [businessCentral]
