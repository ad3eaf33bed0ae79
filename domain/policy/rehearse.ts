import type { LedgerOfDay } from '../receivables/past-ledgers.ts'
import { itemKey } from '../receivables/open-item.ts'
import { openBooks, type BookFacts, type BooksOfDay, type CustomerStanding } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { addDays, dayAt, type Day } from '../shared/time.ts'
import { dunningStages, type CollectionsPolicy, type DunningStage } from './collections-policy.ts'
import type { FinalNotice } from './final-notice.ts'

type Rung = Exclude<DunningStage, 'clear'>

export const rehearsedRungs: readonly Rung[] = ['reminder', 'final-notice', 'suspend']

/** One customer for whom another policy would have done something else: the first day of a rung, or never. */
export interface Difference {
  readonly customer: CustomerId
  readonly name: string
  readonly rung: Rung
  /** Under the policy that rules; null: never. */
  readonly now: Day | null
  /** Under the policy that is tried. */
  readonly then: Day | null
}

/** What another policy would have done, and would do, beside the one that rules. */
export interface Rehearsal {
  readonly from: Day
  readonly to: Day
  /** The last day of which there is a ledger; from then on nobody pays and nobody is billed. */
  readonly today: Day
  /** How many customers came to each rung at all. */
  readonly reached: Readonly<Record<Rung, { readonly now: number; readonly then: number }>>
  /** By rung, the severest first; who is only in one of them comes first. */
  readonly differences: readonly Difference[]
}

/** What both policies are tried on. */
export interface RehearsalFacts extends Omit<BookFacts, 'day' | 'ledger' | 'policy'> {
  readonly now: CollectionsPolicy
  readonly then: CollectionsPolicy
  readonly today: Day
}

/**
 * Lives the same days under both policies. A final notice is taken to be given on the day on which a policy first calls
 * for it, or anew when newer debt does, and runs as long as that policy says; those that were really given count under
 * both. Null where there is no ledger at all.
 */
export async function rehearse(
  days: AsyncIterable<LedgerOfDay> | Iterable<LedgerOfDay>,
  facts: RehearsalFacts,
): Promise<Rehearsal | null> {
  const [now, then] = [trial(facts.now, facts), trial(facts.then, facts)]
  let span = null as { readonly from: Day; readonly to: Day } | null
  for await (const { day, ledger } of days) {
    span = { from: span?.from ?? day, to: day }
    now.live({ day, ledger })
    then.live({ day, ledger })
  }
  if (span === null) return null
  const customers = new Set([...now.first.keys(), ...then.first.keys()])
  const differences = [...customers].flatMap((customer) =>
    rehearsedRungs.flatMap((rung): readonly Difference[] => {
      const [one, other] = [now.first.get(customer)?.days[rung] ?? null, then.first.get(customer)?.days[rung] ?? null]
      const name = (then.first.get(customer) ?? now.first.get(customer))?.name ?? customer
      return one === other ? [] : [{ customer, name, rung, now: one, then: other }]
    }),
  )
  const count = ({ first }: Trial, rung: Rung) =>
    [...first.values()].filter(({ days: of }) => of[rung] !== undefined).length
  const reached = Object.fromEntries(
    rehearsedRungs.map((rung) => [rung, { now: count(now, rung), then: count(then, rung) }]),
  ) as Rehearsal['reached']
  return { ...span, today: facts.today, reached, differences: differences.sort(severestFirst) }
}

interface Trial {
  readonly first: Map<CustomerId, { readonly name: string; readonly days: Partial<Record<Rung, Day>> }>
  live(of: LedgerOfDay): void
}

function trial(policy: CollectionsPolicy, facts: RehearsalFacts): Trial {
  const first: Trial['first'] = new Map()
  const { operators, confirmed } = facts
  const zone = policy.calendar.timeZone
  let given: readonly FinalNotice[] = []
  let books: BooksOfDay | null = null

  function note({ customer, finding }: CustomerStanding, day: Day): void {
    const stage = dunningStages.indexOf(finding.stage)
    if (stage === 0) return
    const { days } =
      first.get(customer.id) ?? first.set(customer.id, { name: customer.name, days: {} }).get(customer.id)!
    for (const rung of rehearsedRungs) if (dunningStages.indexOf(rung) <= stage) days[rung] ??= day
  }

  return {
    first,
    live({ day, ledger }) {
      const real = facts.notices.filter(({ givenOn }) => givenOn <= day)
      const agreements = facts.agreements.filter(({ recordedAt }) => dayAt(recordedAt, zone) <= day)
      books = openBooks({ day, ledger, operators, confirmed, policy, agreements, notices: [...real, ...given] }, books)
      const notices: FinalNotice[] = []
      for (const of of books.withItems) {
        note(of, day)
        if (callsForNotice(of)) notices.push(noticeOf(of, policy))
      }
      if (notices.length > 0) given = [...given, ...notices]
    },
  }
}

/** Whether some overdue debt was named by no notice yet. */
function callsForNotice({ finding, standing, notices }: CustomerStanding): boolean {
  if (finding.stage !== 'final-notice') return false
  const named = new Set(notices.flatMap(({ invoices }) => invoices))
  return standing.currencies.some(({ overdueInvoices }) =>
    overdueInvoices.some(({ invoice }) => !named.has(itemKey(invoice))),
  )
}

function noticeOf({ customer, standing }: CustomerStanding, { finalNoticeDays }: CollectionsPolicy): FinalNotice {
  const { day } = standing
  return {
    id: `${customer.id}/${day}`,
    customer: customer.id,
    givenOn: day,
    deadline: addDays(day, finalNoticeDays),
    invoices: standing.currencies.flatMap(({ overdueInvoices }) =>
      overdueInvoices.map(({ invoice }) => itemKey(invoice)),
    ),
    recordedBy: 'rehearsal',
    recordedAt: `${day}T12:00:00.000Z`,
  }
}

function severestFirst(a: Difference, b: Difference): number {
  const onlyOne = ({ now, then }: Difference) => (now === null || then === null ? 0 : 1)
  return (
    rehearsedRungs.indexOf(b.rung) - rehearsedRungs.indexOf(a.rung) ||
    onlyOne(a) - onlyOne(b) ||
    (a.name < b.name ? -1 : 1)
  )
}
