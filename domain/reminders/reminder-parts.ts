import type { DeciderParts } from '../cases/decide-case.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CustomerMailbox } from '../ports/customer-mailbox.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { LedgerDesk } from '../receivables/ledger-desk.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { WriteLetter } from './letter.ts'

/** What letters are written and sent with. */
export interface ReminderParts extends DeciderParts {
  readonly book: StandingBook
  readonly ledger: Pick<LedgerDesk, 'emailsFrom'>
  readonly policy: CollectionsPolicy
  readonly operators: Pick<OperatorDirectory, 'readAt'>
  readonly writeLetter: WriteLetter
  /** Null where no mail to customers is set up. */
  readonly customerMailbox: CustomerMailbox | null
}
