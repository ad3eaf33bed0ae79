import type { LedgerAccount, Match } from '../customers/customer.ts'
import type { Day } from '../shared/time.ts'
import type { OpenItem } from './open-item.ts'

/** An open item, and the day up to which the books say that it is still open. */
export interface DatedItem {
  readonly item: OpenItem
  readonly asOf: Day
}

/** What all active imports together say is open. A value: a new import makes a new Ledger. */
export interface Ledger {
  /** Differs between any two ledgers of one process. */
  readonly revision: number
  readonly accounts: ReadonlyMap<string, LedgerAccount>
  /** By account key; accounts that owe nothing and are owed nothing are absent. */
  readonly items: ReadonlyMap<string, readonly DatedItem[]>
  /** By account key: matches that were certain at import. A person's confirmation goes before them. */
  readonly matches: ReadonlyMap<string, Match>
  /** As-of day of the newest import; null while there is none. */
  readonly asOf: Day | null
}

export const emptyLedger: Ledger = {
  revision: 0,
  accounts: new Map(),
  items: new Map(),
  matches: new Map(),
  asOf: null,
}
