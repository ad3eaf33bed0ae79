import type { CustomerId, StaffId } from '../shared/ids.ts'
import { mark } from '../shared/mark.ts'
import type { Day, Instant } from '../shared/time.ts'

/** A final notice that was given to a customer outside the desk, as a person recorded it. */
export interface FinalNotice {
  /** `noticeId`; notices of an older desk have ids of their own. */
  readonly id: string
  readonly customer: CustomerId
  readonly givenOn: Day
  /** Suspension is possible on the days after this one. */
  readonly deadline: Day
  /** Keys of the invoices that were overdue when it was given; only these can lead to a suspension. */
  readonly invoices: readonly string[]
  readonly recordedBy: StaffId
  readonly recordedAt: Instant
}

/** What says the same has the same id: of two people who record it at once, one commit wins. */
export function noticeId({
  customer,
  givenOn,
  deadline,
  invoices,
}: Pick<FinalNotice, 'customer' | 'givenOn' | 'deadline' | 'invoices'>): string {
  return `notice-${mark([customer, givenOn, deadline, ...invoices].join('\0'))}`
}

/** The notice that a suspension on this day stands on: the newest whose deadline has passed, else the newest. */
export function noticeFor(notices: readonly FinalNotice[], day: Day): FinalNotice | null {
  return newestNotice(notices.filter(({ deadline }) => deadline < day)) ?? newestNotice(notices)
}

/** The notice that was recorded last. */
export function newestNotice(notices: readonly FinalNotice[]): FinalNotice | null {
  return notices.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1) ?? null
}
