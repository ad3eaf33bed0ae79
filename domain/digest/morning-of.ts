import { whoseToday } from '../agreements/whose-today.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { idToday } from '../customers/customer-directory.ts'
import type { Lane } from '../customers/lane.ts'
import { dunningStages, type DunningStage } from '../policy/collections-policy.ts'
import type { BooksOfDay, CustomerStanding } from '../receivables/standing-book.ts'
import { isOverdue, oldestDaysPastDue, overdueSums } from '../receivables/standing.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { addDays, dayAt, type Day, type TimeZone } from '../shared/time.ts'
import { ageingSums } from '../receivables/ageing-sums.ts'
import type { ToldMorning } from './digest-route.ts'
import type { Listed, Morning } from './morning.ts'

/** What is known on a morning. */
export interface MorningFacts {
  readonly books: BooksOfDay
  readonly agreements: readonly Agreement[]
  readonly waiting: readonly { readonly case: CaseId; readonly customer: string }[]
  readonly held: readonly {
    readonly customer: string
    readonly subscription: string
    readonly lane: Lane
    /** Until when it can be brought back; null where nobody knows. */
    readonly day: Day | null
  }[]
}

const mostListed = 8
/** An exemption is told of so many days before it ends, and data so many before it is lost. */
const exemptionDays = 3
const deletionDays = 14

/**
 * What a channel is told, and what its next digest is compared with. Stages are compared with those that were told last
 * and not with yesterday's by today's books: a payment that was imported since would have been paid all along. `zone`: of
 * the books' days.
 */
export function morningOf(
  { books, agreements, waiting, held }: MorningFacts,
  told: ToldMorning | null,
  zone: TimeZone,
): { readonly morning: Morning; readonly next: Pick<ToldMorning, 'stages' | 'broken'>; readonly isQuiet: boolean } {
  const { day } = books
  const overdue = books.withItems.filter(({ standing }) => isOverdue(standing))
  // Whose account was matched since is the same customer, neither new nor gone.
  const today = (id: CustomerId) => idToday(id, books.directory)
  const before = new Map([...stagesOf(told)].map(([id, stage]) => [today(id), stage]))
  const nameOf = (id: CustomerId) => books.directory.byId(today(id))?.name ?? id
  // The books' own day then, which is not everywhere the readers' one.
  const since = told === null ? addDays(day, -1) : dayAt(told.at, zone)
  const isBroken = (one: Agreement) => one.state.status === 'broken' || one.state.status === 'part-kept'
  const broken = agreements.filter((one) => (one.kind === 'promise' || one.kind === 'plan') && isBroken(one))
  const newly = told === null ? [] : overdue.filter(({ customer }) => !before.has(customer.id))
  const now = new Map(overdue.map((of) => [of.customer.id, of]))
  const morning: Morning = {
    day,
    ...(told === null && { first: true as const }),
    newlyOverdue: listed(
      newly.map(({ customer, standing }) => ({
        ...{ customer: customer.name, sums: overdueSums(standing), days: oldestDaysPastDue(standing) },
      })),
    ),
    changes: listed(changesOf(overdue, before)),
    cleared: listed([...before.keys()].filter((id) => !now.has(id)).map((id) => ({ customer: nameOf(id) }))),
    promisesDue: listed(agreements.flatMap((one) => duePart(one, since, day).map((sum) => ({ ...of(one), sum })))),
    promisesBroken: listed(
      broken
        .filter((one) => told !== null && !told.broken.includes(one.id) && 'at' in one.state && one.state.at > told.at)
        .map((one) => ({ ...of(one), partly: one.state.status === 'part-kept' })),
    ),
    exemptionsEnding: listed(
      agreements.flatMap((one) =>
        one.kind === 'exemption' &&
        one.state.status === 'open' &&
        one.until >= day &&
        one.until <= addDays(day, exemptionDays)
          ? [{ ...of(one), until: one.until }]
          : [],
      ),
    ),
    waiting: listed(waiting),
    deletions: listed(
      held.flatMap((one) =>
        one.day !== null && one.day >= day && one.day <= addDays(day, deletionDays) ? [{ ...one, day: one.day }] : [],
      ),
    ),
    ageing: ageingSums(overdue.map(({ standing }) => standing)),
  }
  const { day: _d, first: _f, ageing: _a, ...sections } = morning
  const isQuiet =
    Object.values(sections).every(({ rows }) => rows.length === 0) && (told !== null || overdue.length === 0)
  return {
    morning,
    next: { stages: byStage(overdue), broken: broken.map(({ id }) => id) },
    isQuiet,
  }

  function of(agreement: Agreement) {
    return { customer: nameOf(whoseToday(agreement, books.directory)), agreement: agreement.id }
  }
}

/** What falls due of a promise or plan after one day and up to another: on working days, the weekend's too. */
function duePart(agreement: Agreement, after: Day, day: Day): readonly Money[] {
  if (agreement.state.status !== 'open') return []
  const falls = (on: Day) => on > after && on <= day
  if (agreement.kind === 'promise') return falls(agreement.day) ? [agreement.amount] : []
  if (agreement.kind !== 'plan') return []
  const { currency, instalments } = agreement
  return instalments.filter((one) => falls(one.day)).map(({ minor }) => ({ minor, currency }))
}

function changesOf(
  overdue: readonly CustomerStanding[],
  before: ReadonlyMap<string, DunningStage>,
): readonly { readonly customer: string; readonly from: DunningStage; readonly to: DunningStage }[] {
  return overdue
    .flatMap(({ customer, finding }) => {
      const from = before.get(customer.id)
      return from === undefined || from === finding.stage ? [] : [{ customer: customer.name, from, to: finding.stage }]
    })
    .sort((a, b) => dunningStages.indexOf(b.to) - dunningStages.indexOf(a.to))
}

function stagesOf(told: ToldMorning | null): ReadonlyMap<string, DunningStage> {
  return new Map(dunningStages.flatMap((stage) => (told?.stages[stage] ?? []).map((id) => [id, stage] as const)))
}

function byStage(overdue: readonly CustomerStanding[]): ToldMorning['stages'] {
  const stages: Partial<Record<DunningStage, string[]>> = {}
  for (const { customer, finding } of overdue) (stages[finding.stage] ??= []).push(customer.id)
  return stages
}

function listed<Row>(rows: readonly Row[]): Listed<Row> {
  return { rows: rows.slice(0, mostListed), more: Math.max(0, rows.length - mostListed) }
}
