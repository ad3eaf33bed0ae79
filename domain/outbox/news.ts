import type { Morning } from '../digest/morning.ts'
import type { Lane } from '../customers/lane.ts'
import type { Severity } from '../fraud/signal.ts'
import type { RefusedReminder, WithheldReminder } from '../reminders/reminder.ts'
import type { TicketQuestion } from '../service-requests/service-request.ts'
import type { Severity as TicketSeverity } from '../service-requests/severity.ts'
import type { Money } from '../shared/money.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Day } from '../shared/time.ts'
import type { Difference } from '../watch/watch-memory.ts'

/** What the desk tells the people of a topic once, with nothing to decide about: it is posted and not kept up to date. */
export type News =
  /** The first full look at a lane. */
  | {
      readonly kind: 'baseline'
      readonly lane: Lane
      readonly customers: number
      /** How many of them the operator gave no answer about. */
      readonly unread: number
      readonly found: readonly {
        readonly customer: string
        readonly subscription: string
        readonly difference: Difference
      }[]
      /** How many more were found than are listed. */
      readonly more: number
    }
  /** What is on hold and will be lost: thirty and fourteen days before; `day` null where nobody can say when. */
  | {
      readonly kind: 'countdown'
      readonly rows: readonly {
        readonly customer: string
        readonly subscription: string
        readonly lane: Lane
        readonly day: Day | null
        readonly days: number | null
      }[]
      readonly more: number
    }
  /** Fraud alerts that have no card of their own: many came at once, or they were open before the desk looked. */
  | {
      readonly kind: 'fraud-digest'
      readonly lane: Lane
      /** All are about one customer, whose own channel is to hear of them. */
      readonly customer?: CustomerId
      readonly rows: readonly {
        readonly case: CaseId
        readonly customer: string
        readonly type: string
        readonly severity: Severity
        readonly hits: number
      }[]
      readonly more: number
    }
  /** Somebody typed where mail to a customer goes: it is confirmed before the first one leaves. */
  | {
      readonly kind: 'new-address'
      readonly customer: CustomerId
      readonly name: string
      readonly address: string
      readonly by: StaffId
    }
  /** A hold for a debt has lost its ground, by a payment in the ledger or by what was agreed: somebody may lift it. */
  | {
      readonly kind: 'lift-proposed'
      readonly customer: CustomerId
      readonly name: string
      readonly why: 'paid' | 'agreed' | 'rematched'
    }
  /** The digest of a morning, for one channel. */
  | { readonly kind: 'morning'; readonly morning: Morning }
  /** A letter that the policy sends by itself did not go. */
  | { readonly kind: 'letter-stopped'; readonly name: string; readonly reminder: WithheldReminder | RefusedReminder }
  /** Tickets about which somebody was asked, and nobody has answered. */
  | {
      readonly kind: 'tickets'
      readonly rows: readonly {
        readonly case: CaseId
        readonly lane: Lane
        readonly customer: string
        readonly severity: TicketSeverity
        readonly about: TicketQuestion['about']
        /** Since it was opened. */
        readonly days: number
      }[]
      readonly more: number
    }
  /** Limits that are exceeded: each told once, and again once it has grown. */
  | {
      readonly kind: 'credit-breach'
      readonly rows: readonly {
        readonly lane: Lane
        readonly customer: CustomerId
        readonly name: string
        readonly exposure: Money
        readonly limit: Money
        /** Something is unknown: it may be more. */
        readonly atLeast: boolean
        /** It was told before, and has grown by a quarter. */
        readonly grown: boolean
      }[]
    }
  /** The day has come to look at a customer's credit again. */
  | {
      readonly kind: 'credit-review'
      readonly lane: Lane
      readonly customer: CustomerId
      readonly name: string
      readonly reviewOn: Day
    }
  /** The partner's own invoices at an operator are overdue. */
  | {
      readonly kind: 'own-overdue'
      readonly audience: 'administration' | 'approvals'
      readonly lane: Lane
      /** Of the oldest. */
      readonly days: number
      /** After so many the operator takes no new orders. */
      readonly bears: number
      readonly overdue: readonly Money[]
      readonly invoices: readonly { readonly id: string; readonly dueOn: Day; readonly open: Money }[]
      /** How many more are overdue than are named. */
      readonly more: number
    }
  /** A verdict put new orders of a customer on hold. */
  | {
      readonly kind: 'credit-held'
      readonly lane: Lane
      readonly customer: CustomerId
      readonly name: string
      readonly case: CaseId
      readonly reviewOn: Day
    }
  /** An operator sent an event of a type this desk has never heard of: said once a day for each. */
  | { readonly kind: 'unknown-event'; readonly lane: Lane; readonly name: string }
