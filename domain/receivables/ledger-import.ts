import type { LedgerAccount, Match } from '../customers/customer.ts'
import type { Actor } from '../audit/audit-entry.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Currency } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { OpenItem } from './open-item.ts'
import type { PullNote } from './pull-note.ts'

/** The part of the books an import speaks for. */
export interface ImportScope {
  readonly kind: 'company' | 'lane' | 'country'
  readonly value: string
}

/** A document that a list shows with nothing open; the kind is null where the list does not say it. */
export interface ClosedDocument {
  readonly account: string
  readonly number: string
  readonly kind: 'invoice' | 'credit' | null
}

/** A match that an import says is certain. */
export interface ImportedMatch extends Match {
  /**
   * The earlier import whose proof it stands on; left out where the import carries the proof itself. Imports kept by an
   * older desk do not say.
   */
  readonly provenBy?: CaseId
}

/** One file of open items, as it was understood. Immutable once kept. */
export interface LedgerImport {
  readonly id: CaseId
  readonly scope: ImportScope
  /** True when it lists everything open in its scope: what it no longer shows is closed. */
  readonly complete: boolean
  /** The day the books were read; age counts from here, never from the import. */
  readonly asOf: Day
  /**
   * Set where that day was not over when the books were read: what was paid later that day is not in them. Imports kept by
   * an older desk do not say.
   */
  readonly partDay?: true
  readonly accounts: readonly LedgerAccount[]
  readonly items: readonly OpenItem[]
  /**
   * Documents on rows that were left out as unreadable: a complete list does not close them. No number means every
   * document of the account.
   */
  readonly kept: readonly { readonly account: string; readonly number: string | null }[]
  /**
   * Documents it shows with nothing open: they are closed, also by a part of the list. A complete list that left no row
   * out names none, as it closes whatever it does not list.
   */
  readonly closed: readonly ClosedDocument[]
  /** Accounts whose operator customer was certain when it was imported. */
  readonly matches: readonly ImportedMatch[]
}

/** What a column for who looks after a customer comes to, or taking it back does. */
export interface OwnersEffect {
  /** Customers who come to be somebody else's. */
  readonly assigned: number
  /** Customers whom a person gave to another colleague than the list names: they stay theirs. */
  readonly leftAlone: number
  /** Customers whose accounts name different colleagues: nothing changes for them. */
  readonly disputed: number
  /** The first of the names that mean no one colleague who may look after customers. */
  readonly unknown: readonly string[]
  readonly unknownCount: number
}

/** What an import changes, shown before anybody says yes. */
export interface ImportEffect {
  readonly opened: number
  readonly changed: number
  readonly closed: number
  readonly unchanged: number
  /** Open sums after the import, minor units, its own scope only. */
  readonly totals: readonly { readonly currency: Currency; readonly minor: number; readonly items: number }[]
  /** With anything open in its scope before or after. */
  readonly customers: number
  /** The first of them by account; a record must stay small however long the list was. */
  readonly unmatched: readonly { readonly account: string; readonly name: string }[]
  readonly unmatchedCount: number
  /** How many customers' debt is old and large enough for suspension only after this import. */
  readonly newlyDue: number
  /** Accounts that would belong to another customer than the operator's they belonged to: customer ids. */
  readonly rematched: readonly { readonly account: string; readonly from: string; readonly to: string }[]
  /** What it does to who looks after whom; left out where it says nothing of that. */
  readonly owners?: OwnersEffect
  /** Why a second person must say yes; empty when nobody must. */
  readonly guard: readonly ('many-closed' | 'many-newly-due')[]
}

/** The books an import was pulled from, by the desk itself. */
export interface PulledFrom {
  /** `business-central`; as in the source's port. */
  readonly source: string
  readonly notes: readonly PullNote[]
  /** What the source knows them by, whatever they are called; an older desk did not ask. */
  readonly books?: string
}

interface Understood {
  readonly id: CaseId
  readonly file: string
  /** SHA-256 of the kept import, so that a damaged archive is noticed. */
  readonly sha256: string
  readonly scope: ImportScope
  readonly complete: boolean
  readonly asOf: Day
  readonly rows: number
  readonly effect: ImportEffect
  readonly by: Actor
  /** The person behind a console import; they cannot be its second person. */
  readonly staff: StaffId | null
  readonly at: Instant
  /** Left out where a person brought a file. */
  readonly pulled?: PulledFrom
}

/** What an import that counts carries beside. */
interface Counting {
  readonly confirmedBy: StaffId | null
  readonly activeAt: Instant
  /** The last day on which its books were read again and said the same: the data is as of then. */
  readonly readAgain?: Day
}

/** Who wants an import to be taken back, and what that would change. */
interface UndoAsked {
  readonly by: Actor
  readonly staff: StaffId
  readonly at: Instant
  readonly effect: ImportEffect
}

/** What became of an import: the case people decide, kept apart from the items themselves. */
export type ImportRecord =
  | (Understood & { readonly status: 'pending' })
  | (Understood & Counting & { readonly status: 'active' })
  /** In force until a second person agrees that it be taken back. */
  | (Understood & Counting & { readonly status: 'undo-asked'; readonly undo: UndoAsked })
  | (Understood & { readonly status: 'expired'; readonly endedAt: Instant })
  | (Understood & { readonly status: 'rejected'; readonly rejectedBy: StaffId; readonly endedAt: Instant })
  | (Understood & {
      readonly status: 'undone'
      readonly undoneBy: Actor
      readonly endedAt: Instant
      /** Since when it had counted; an older desk does not say. */
      readonly activeAt?: Instant
    })

/** The day its data is as of: its own, or the last on which its books said the same. */
export function dataAsOf(record: ImportRecord): Day {
  return 'readAgain' in record && record.readAgain !== undefined ? record.readAgain : record.asOf
}
