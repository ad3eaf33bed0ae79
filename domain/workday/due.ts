import type { Exemption, MoneyAgreement } from '../agreements/agreement.ts'
import type { Customer } from '../customers/customer.ts'
import type { EndingWay } from '../ending/ending-way.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { countedWith } from '../agreements/standing-under.ts'
import { dunningStage, namedBy } from '../policy/dunning-stage.ts'
import { ladderFor } from '../policy/rungs-for.ts'
import type { BooksOfDay, CustomerStanding } from '../receivables/standing-book.ts'
import { overdueSums } from '../receivables/standing.ts'
import type { LetterKind } from '../reminders/letter.ts'
import { isWithCustomer, type Reminder } from '../reminders/reminder.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Currency, Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { nextWorkingDay } from '../shared/working-days.ts'

/** What is to be done about a customer today. */
export type DueCall =
  | { readonly code: 'suspend' | 'final-notice' | 'reminder' }
  /** What is suspended already is to be ended. */
  | { readonly code: 'end'; readonly way: EndingWay }
  /** Money was to come and did not, or not all of it; the ledger told today. */
  | { readonly code: 'promise-broken'; readonly agreement: MoneyAgreement }
  /** Money is to come today. */
  | { readonly code: 'promise-due'; readonly agreement: MoneyAgreement }
  | { readonly code: 'exemption-ending'; readonly agreement: Exemption }

/** One customer of the day's work. */
export interface DueRow {
  readonly of: CustomerStanding
  /** Severest first; never empty. */
  readonly calls: readonly DueCall[]
}

/** What the desk knows beside the books; by customer. */
export interface WorkdayFacts {
  /** A suspension for non-payment is asked for or under way: approvers have the next word. */
  readonly underWay: ReadonlySet<CustomerId>
  /** Something of theirs is out of service for non-payment already. */
  readonly heldForDebt: ReadonlySet<CustomerId>
  /** Ending is asked for or under way. */
  readonly ending: ReadonlySet<CustomerId>
  /** Promises and plans that the ledger of today showed as broken. */
  readonly brokenToday: readonly MoneyAgreement[]
  /** The newest letters of each kind to a customer. */
  lettersTo(customer: Customer): readonly Reminder[]
}

/**
 * Today's work, one row for each customer: the severest call first, then the money. Sums of different currencies are
 * never compared or added: of one call, the customers of the currency with most customers stand first, and within a
 * currency the largest overdue sum does. Who owes in several counts in the first of these.
 */
export function dueToday(books: BooksOfDay, policy: CollectionsPolicy, facts: WorkdayFacts): readonly DueRow[] {
  const broken = Map.groupBy(facts.brokenToday, ({ customer }) => customer)
  const soon = nextWorkingDay(books.day, policy.calendar)
  const rows = books.withItems
    .map((of) => ({ of, calls: callsOf(of, broken.get(of.customer.id) ?? [], soon, policy, facts) }))
    .filter(({ calls }) => calls.length > 0)
  return byMoney(rows)
}

function callsOf(
  of: CustomerStanding,
  broken: readonly MoneyAgreement[],
  soon: Day,
  policy: CollectionsPolicy,
  facts: WorkdayFacts,
): readonly DueCall[] {
  const { day } = of.standing
  const stage = stageCall(of, policy, facts)
  return [
    ...(stage ? [stage] : []),
    ...broken.map((agreement): DueCall => ({ code: 'promise-broken', agreement })),
    ...of.agreements.flatMap((agreement): readonly DueCall[] => {
      if (agreement.kind === 'exemption' && agreement.until <= soon) return [{ code: 'exemption-ending', agreement }]
      const today =
        (agreement.kind === 'promise' && agreement.day === day) ||
        (agreement.kind === 'plan' && agreement.instalments.some((one) => one.day === day))
      return today && agreement.state.status === 'open' ? [{ code: 'promise-due', agreement }] : []
    }),
  ]
}

/** What the ladder calls for and nobody has done yet; null while the next word is somebody else's. */
function stageCall(of: CustomerStanding, policy: CollectionsPolicy, facts: WorkdayFacts): DueCall | null {
  const { customer, finding } = of
  const { id } = customer
  switch (finding.stage) {
    case 'clear':
      return null
    case 'reminder':
    case 'final-notice': {
      const code = letterDue(of, policy, facts.lettersTo(customer))
      return code === null ? null : { code }
    }
    case 'suspend':
      if (facts.underWay.has(id)) return null
      if (!facts.heldForDebt.has(id)) return { code: 'suspend' }
      return finding.ending === undefined || facts.ending.has(id) ? null : { code: 'end', way: finding.ending }
  }
}

/**
 * The letter that a customer is still to be written: what one of its kind, or a severer one, has named already needs no
 * second one until a later rung, nor while one is on its way; newer debt that reaches the rung by itself does.
 */
export function letterDue(
  { customer, finding, standing, notices, agreements }: CustomerStanding,
  policy: CollectionsPolicy,
  letters: readonly Reminder[],
): LetterKind | null {
  const { stage, gap } = finding
  if ((stage !== 'reminder' && stage !== 'final-notice') || gap?.code === 'notice-running') return null
  const written = letters
    .filter((letter) => letter.kind === 'final-notice' || stage === 'reminder')
    .filter((letter) => letter.status === 'sending' || isWithCustomer(letter))
    .map(({ day, invoices }) => ({ givenOn: day, invoices: invoices.map(({ key }) => key) }))
  const named = namedBy([...notices, ...written])
  const counted = countedWith(agreements)
  const unnamed = dunningStage(ladderFor(policy, customer), standing, [], (one) =>
    named(one.invoice) ? 0 : counted(one),
  )
  return unnamed.stage === stage ? stage : null
}

const severity: readonly DueCall['code'][] = [
  'end',
  'suspend',
  'final-notice',
  'promise-broken',
  'promise-due',
  'exemption-ending',
  'reminder',
]

function byMoney(rows: readonly DueRow[]): readonly DueRow[] {
  const counts = new Map<Currency, number>()
  for (const { of } of rows)
    for (const { currency } of overdueSums(of.standing)) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const currencies = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
  const sorted = rows.map((row) => {
    const sums = overdueSums(row.of.standing)
    const main = currencies.flatMap((each) => sums.find(({ currency }) => currency === each) ?? [])[0]
    return { row, rank: Math.min(...row.calls.map(({ code }) => severity.indexOf(code))), main: main ?? null }
  })
  const place = (main: Money | null) => (main === null ? currencies.length : currencies.indexOf(main.currency))
  sorted.sort(
    (a, b) =>
      a.rank - b.rank ||
      place(a.main) - place(b.main) ||
      (b.main?.minor ?? 0) - (a.main?.minor ?? 0) ||
      (a.row.of.customer.name < b.row.of.customer.name ? -1 : 1),
  )
  return sorted.map(({ row }) => row)
}
