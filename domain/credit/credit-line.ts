import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Currency, Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'

/**
 * Why new orders of a customer are not wanted. A note and a claim of the partner's own: no operator has such a thing, so
 * nothing is blocked there, and what is bought meanwhile is reported as a suspicious purchase.
 */
export interface OrderHold {
  /** What a release names: the alert's number where a verdict placed it. */
  readonly id: string
  /** The alert whose verdict placed it; null where somebody did by their own word. */
  readonly alert: CaseId | null
  readonly by: StaffId
  readonly at: Instant
  readonly because: string
}

/** One decision about a customer's credit, and who answers for it. */
export interface CreditDecision {
  readonly what: 'limit-set' | 'hold-placed' | 'hold-released'
  readonly at: Instant
  /** Whoever asked for it, or did it alone. */
  readonly by: StaffId
  /** The second person; null where none was needed. */
  readonly approvedBy: StaffId | null
  readonly because: string
  /** The request, or the alert, that it came of; null for one person's word. */
  readonly case: CaseId | null
  /** The limit that was set; null for another decision. */
  readonly limit: Money | null
  /** When it is to be looked at again; null where nobody said. */
  readonly reviewOn: Day | null
}

/** A limit that was seen to be exceeded, and what people were told of it last. */
export interface Breach {
  readonly currency: Currency
  /** The exposure that was told, in minor units; told again where it has grown by a quarter. */
  readonly told: number
  readonly toldAt: Instant
  /** Something was unknown then: it may have been more. */
  readonly atLeast: boolean
  readonly since: Instant
}

/** How much credit the partner gives one customer, and what was decided about it. */
export interface CreditLine {
  readonly lane: Lane
  readonly customer: CustomerId
  /** One for each currency in which something was decided; another currency has no limit, which is not a limit of zero. */
  readonly limits: readonly Money[]
  readonly reviewOn: Day | null
  /** Who is told when that day has come: whoever decided last. */
  readonly reviewBy: readonly StaffId[]
  /** The review day that they were told of; null while there is none. */
  readonly reviewTold: Day | null
  /** Orders are on hold while there is one. */
  readonly holds: readonly OrderHold[]
  /** Newest last; what no longer fits stands in the audit trail. */
  readonly log: readonly CreditDecision[]
  readonly breaches: readonly Breach[]
}

/** As many decisions as a record carries. */
const mostLogged = 20

/** Id of a customer's record: a tenant id alone may stand in two lanes. */
export function creditKey(lane: Lane, customer: CustomerId): string {
  return `${lane}/${customer}`
}

/** Nothing was decided yet. */
export function blankCredit(lane: Lane, customer: CustomerId): CreditLine {
  const nothing = { limits: [], holds: [], log: [], breaches: [] }
  return { lane, customer, reviewOn: null, reviewBy: [], reviewTold: null, ...nothing }
}

/** The limit in a currency, in minor units; null where none was decided. */
export function limitIn({ limits }: Pick<CreditLine, 'limits'>, currency: Currency): number | null {
  return limits.find((each) => each.currency === currency)?.minor ?? null
}

/** With one more decision, its limit in the place of the one in the same currency, and its review day. */
export function withLimit(line: CreditLine, limit: Money, decision: CreditDecision): CreditLine {
  const others = line.limits.filter(({ currency }) => currency !== limit.currency)
  const limits = [...others, limit].sort((one, other) => (one.currency < other.currency ? -1 : 1))
  return logged({ ...line, limits, reviewOn: decision.reviewOn, reviewTold: null }, decision)
}

/** With one more hold; one of the same id stands already and is not placed twice. An earlier review day stays. */
export function withOrderHold(line: CreditLine, hold: OrderHold, decision: CreditDecision): CreditLine {
  if (line.holds.some(({ id }) => id === hold.id)) return line
  const earlier = line.reviewOn !== null && (decision.reviewOn === null || line.reviewOn <= decision.reviewOn)
  const review = earlier ? {} : { reviewOn: decision.reviewOn, reviewTold: null }
  return logged({ ...line, ...review, holds: [...line.holds, hold] }, decision)
}

/** Without these holds. */
export function withoutOrderHolds(line: CreditLine, ids: readonly string[], decision: CreditDecision): CreditLine {
  return logged({ ...line, holds: line.holds.filter(({ id }) => !ids.includes(id)) }, decision)
}

function logged(line: CreditLine, decision: CreditDecision): CreditLine {
  const { by, approvedBy } = decision
  const reviewBy = approvedBy === null || approvedBy === by ? [by] : [by, approvedBy]
  return { ...line, reviewBy, log: [...line.log, decision].slice(-mostLogged) }
}
