import type { LedgerAccount, Match } from '../customers/customer.ts'
import type { Day } from '../shared/time.ts'
import type { OpenItem } from './open-item.ts'

/** An open item, and the day up to which the books say that it is still open. */
export interface DatedItem {
  readonly item: OpenItem
  readonly asOf: Day
  /** Set where its books were read while that day went on. */
  readonly partDay?: true
}

/** What data can tell: its as-of day is its age, and only of days that it knows whole can it say what was not paid. */
export interface Told {
  /** The oldest as-of day behind it; null where the ledger says nothing. */
  readonly asOf: Day | null
  /** The last day that it knows from beginning to end; null as above. */
  readonly toldUntil: Day | null
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
  /** Set where the newest was read while its as-of day went on. */
  readonly partDay?: true
}

export const emptyLedger: Ledger = {
  revision: 0,
  accounts: new Map(),
  items: new Map(),
  matches: new Map(),
  asOf: null,
}
