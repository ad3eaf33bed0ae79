import type { DeciderParts } from '../cases/decide-case.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import type { FinalNotice } from './final-notice.ts'
import { recordFinalNotice, type NoticeRefusal } from './record-final-notice.ts'

/** Keeps what people say they gave a customer; the desk itself writes to no customer. */
export interface FinalNoticeDesk {
  /**
   * `givenOn` null means today; `deadline` null takes the policy's number of days. What is on record word for word is
   * given back and not recorded again: a button is easily pressed twice, and by two at once.
   */
  record(
    customer: CustomerId,
    notice: { readonly givenOn: Day | null; readonly deadline: Day | null },
    by: Staff,
  ): Promise<Outcome<FinalNotice, NoticeRefusal | { readonly code: 'unknown-customer' }>>
}

export function createFinalNoticeDesk(
  parts: DeciderParts & { readonly book: StandingBook; readonly policy: CollectionsPolicy },
): FinalNoticeDesk {
  const { store, book, policy, now } = parts
  return {
    // Whoever says the same at the same moment is told what the other one recorded.
    record: (customer, { givenOn, deadline }, by) =>
      untilFresh(async () => {
        const books = await book.today()
        const of = books.of(customer)
        if (!of) return refused({ code: 'unknown-customer' })
        const at = now()
        const outcome = recordFinalNotice({ by, of, givenOn: givenOn ?? books.day, deadline, now: at }, policy)
        if (!outcome.ok) return outcome
        const notice = outcome.value
        const before = of.notices.find((each) => saysTheSame(each, notice))
        if (before) return granted(before)
        await store.commit({
          save: [{ kind: 'final-notice', id: notice.id, value: notice, basedOn: null }],
          audit: [
            {
              at,
              by: by.id,
              what: 'final-notice.recorded',
              about: notice.id,
              customer,
              details: { givenOn: notice.givenOn, deadline: notice.deadline, invoices: notice.invoices },
            },
          ],
        })
        return granted(notice)
      }),
  }
}

function saysTheSame(a: FinalNotice, b: FinalNotice): boolean {
  return a.givenOn === b.givenOn && a.deadline === b.deadline && a.invoices.join() === b.invoices.join()
}
