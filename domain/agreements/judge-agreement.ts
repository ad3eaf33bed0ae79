import { workingDaysBetween, type WorkingCalendar } from '../shared/working-days.ts'
import type { Instant } from '../shared/time.ts'
import type { Agreement, Exemption, Judgement, PaidMark, PaymentPlan, PaymentPromise } from './agreement.ts'
import { isEnough, missedBy, newerThan, paidSince, tellsOf, type LookedAt } from './in-force.ts'

/** How many working days before its end the owner of an exemption is reminded. */
const remindDays = 3

/**
 * What the books of a day make of an agreement that is open: kept as soon as the money is there, broken once its day is
 * over and the ledger can tell. Null where nothing changes, also because the ledger is too old to tell.
 */
export function judgeAgreement(
  agreement: Agreement,
  looked: LookedAt,
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkingCalendar },
): Agreement | null {
  if (agreement.state.status !== 'open') return null
  switch (agreement.kind) {
    case 'promise':
      return judged(agreement, agreement.amount.minor, isPast(agreement, looked), looked, now)
    case 'plan': {
      const total = agreement.instalments.reduce((sum, { minor }) => sum + minor, 0)
      return judged(agreement, total, missedBy(agreement, looked) !== null, looked, now)
    }
    case 'dispute':
      if (looked.asOf === null || looked.listed.has(agreement.invoice)) return null
      return { ...agreement, state: { status: 'closed', at: now } }
    case 'exemption':
      return judgeExemption(agreement, looked, calendar, now)
    case 'paid-mark':
      return judgeMark(agreement, looked, now)
  }
}

/**
 * What the books make of an agreement that was judged by an import that counts no longer: judged otherwise, or open again
 * where they cannot tell. Null where they say the same, and where people or the calendar ended it.
 */
export function judgeAnew(
  agreement: Agreement,
  looked: LookedAt,
  facts: { readonly now: Instant; readonly calendar: WorkingCalendar },
): Agreement | null {
  const { state } = agreement
  const isByLedger = 'paid' in state || state.status === 'closed' || ('why' in state && state.why === 'not-in-ledger')
  if (!isByLedger) return null
  const open = { ...agreement, state: { status: 'open' } } as Agreement
  const next = judgeAgreement(open, looked, facts) ?? open
  const paid = ({ state: of }: Agreement) => ('paid' in of ? of.paid : null)
  return next.state.status === state.status && paid(next) === paid(agreement) ? null : next
}

function isPast({ day }: PaymentPromise, looked: LookedAt): boolean {
  return looked.day > day && tellsOf(looked, day)
}

function judged<Kind extends PaymentPromise | PaymentPlan>(
  agreement: Kind,
  wanted: number,
  isOver: boolean,
  looked: LookedAt,
  at: Instant,
): Kind | null {
  const paid = paidSince(agreement, looked)
  const asOf = looked.asOf ?? agreement.asOf
  const currency = agreement.kind === 'promise' ? agreement.amount.currency : agreement.currency
  const enough = isEnough(paid, wanted, currency, looked)
  if (!enough && !isOver) return null
  const status: Judgement['status'] = enough ? 'kept' : paid > 0 ? 'part-kept' : 'broken'
  return { ...agreement, state: { status, at, paid, asOf } }
}

function judgeExemption(
  exemption: Exemption,
  { day }: LookedAt,
  calendar: WorkingCalendar,
  now: Instant,
): Exemption | null {
  if (day > exemption.until) return { ...exemption, state: { status: 'over', at: now } }
  if (exemption.remindedAt !== undefined) return null
  return workingDaysBetween(day, exemption.until, calendar) <= remindDays ? { ...exemption, remindedAt: now } : null
}

function judgeMark(mark: PaidMark, looked: LookedAt, at: Instant): PaidMark | null {
  const paid = paidSince(mark, looked)
  const { asOf } = looked
  const settled = { ...mark, state: { status: 'settled', at, paid, asOf: asOf ?? mark.asOf } } as const
  if (isEnough(paid, mark.amount.minor, mark.amount.currency, looked)) return settled
  if (newerThan(mark, looked)) {
    if (paid > 0) return settled
    return { ...mark, state: { status: 'dropped', at, why: 'not-in-ledger' } }
  }
  return looked.day > mark.until ? { ...mark, state: { status: 'dropped', at, why: 'run-out' } } : null
}
