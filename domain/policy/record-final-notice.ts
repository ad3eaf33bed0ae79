import { itemKey } from '../receivables/open-item.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, type Day, type Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import { noticeId, type FinalNotice } from './final-notice.ts'

/** Why a notice is not recorded. */
export type NoticeRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'nothing-overdue' }
  | { readonly code: 'given-in-future'; readonly givenOn: Day }
  | { readonly code: 'deadline-before-notice'; readonly deadline: Day }

/** Records that a customer was given a final notice outside the desk, for all that is overdue today. */
export function recordFinalNotice(
  facts: {
    readonly by: Staff
    readonly of: CustomerStanding
    readonly givenOn: Day
    /** Null takes the policy's number of days. */
    readonly deadline: Day | null
    readonly now: Instant
  },
  policy: CollectionsPolicy,
): Outcome<FinalNotice, NoticeRefusal> {
  const { by, of, givenOn } = facts
  if (!mayAsk(by.roles, 'record final notice')) return refused({ code: 'not-allowed' })
  if (givenOn > of.standing.day) return refused({ code: 'given-in-future', givenOn })
  // A notice given on an earlier day can only have named what was overdue then.
  const invoices = of.standing.currencies
    .flatMap(({ overdueInvoices }) => overdueInvoices)
    .filter(({ invoice }) => invoice.due < givenOn)
    .map(({ invoice }) => itemKey(invoice))
  if (invoices.length === 0) return refused({ code: 'nothing-overdue' })
  const deadline = facts.deadline ?? addDays(givenOn, policy.finalNoticeDays)
  if (deadline < givenOn) return refused({ code: 'deadline-before-notice', deadline })
  const said = { customer: of.customer.id, givenOn, deadline, invoices }
  return granted({ id: noticeId(said), ...said, recordedBy: by.id, recordedAt: facts.now })
}
