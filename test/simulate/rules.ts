import type { Agreement, PaymentPromise } from '../../domain/agreements/agreement.ts'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import type { OpenItem, Receivable } from '../../domain/receivables/open-item.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { addDays, daysBetween, type Day } from '../../domain/shared/time.ts'

/** What was really imported, given and agreed of one customer: the rules are held against this, and not against what the desk made of it. */
export interface Known {
  readonly day: Day
  readonly asOf: Day
  readonly items: readonly OpenItem[]
  readonly notices: readonly FinalNotice[]
  readonly agreements: readonly Agreement[]
  readonly policy: CollectionsPolicy
}

/** What the desk found wrong of one customer on a day, by rules of its own written down anew; empty when all holds. */
export function brokenBy({ standing, finding }: CustomerStanding, known: Known): readonly string[] {
  const { day, items } = known
  const overdue = invoicesIn(items).filter(({ due }) => due < day)
  const broken: string[] = []
  for (const { currency, balance } of standing.currencies) {
    const own = items.filter(({ open }) => open.currency === currency)
    const sum = own.reduce((all, { kind, open }) => all + (kind === 'invoice' ? open.minor : -open.minor), 0)
    if (sum !== balance) broken.push(`mixed currencies: ${currency} ${balance} for ${sum}`)
  }
  const currencies = new Set(items.map(({ open }) => open.currency))
  if (standing.currencies.length !== currencies.size)
    broken.push('a currency that nobody owes, or none that somebody owes')
  if (overdue.length === 0 && finding.stage !== 'clear') broken.push(`${finding.stage} without anything overdue`)
  if (finding.stage === 'suspend') broken.push(...mayNotSuspend(known))
  return broken
}

/** Why nobody may be asked to suspend: the age of the books, and everything that keeps the stage below. */
export function mayNotAsk(known: Known): readonly string[] {
  const { day, asOf, policy } = known
  let age = 0
  for (let each = addDays(asOf, 1); each <= day; each = addDays(each, 1)) if (isWorkday(each, policy)) age += 1
  const tooOld = age > policy.ledgerAgeLimit ? [`books of ${asOf}, ${age} working days old`] : []
  const marked = known.agreements.some(
    (one) => one.kind === 'paid-mark' && one.state.status === 'open' && day <= one.until && asOf <= one.asOf,
  )
  return [...tooOld, ...(marked ? ['said to be paid'] : []), ...mayNotSuspend(known)]
}

/** Some debt must be old enough, be named by a notice whose time is over, and be neither disputed, exempt nor promised. */
function mayNotSuspend({ day, items, notices, agreements, policy }: Known): readonly string[] {
  const inForce = agreements.filter(({ state }) => state.status === 'open')
  const disputed = new Set(
    inForce.flatMap((one) => (one.kind === 'dispute' && one.amount === null ? [one.invoice] : [])),
  )
  const exempt = inForce.some((one) => one.kind === 'exemption' && one.of.what === 'customer' && day <= one.until)
  const least = Math.min(...policy.rungs.filter(({ stage }) => stage === 'suspend').map((rung) => rung.daysPastDue))
  const warned = (invoice: Receivable) =>
    notices.some(
      ({ invoices, givenOn, deadline }) =>
        deadline < day && invoice.due < givenOn && invoices.includes(`${invoice.account}|invoice|${invoice.number}`),
    )
  const counting = invoicesIn(items)
    .filter(({ due }) => daysBetween(due, day) >= least)
    .filter((invoice) => !disputed.has(`${invoice.account}|invoice|${invoice.number}`))
  if (exempt) return ['exempt']
  if (counting.length === 0) return ['nothing old enough that is not disputed']
  if (!counting.some(warned)) return ['no notice that named it, or its time is not over']
  const enough = [...Map.groupBy(counting.filter(warned), ({ open }) => open.currency)].some(([currency, own]) => {
    const promised = inForce
      .flatMap((one) =>
        one.kind === 'promise' && one.amount.currency === currency && day <= one.day ? [stillToCome(one, items)] : [],
      )
      .reduce((sum, minor) => sum + minor, 0)
    const all = invoicesIn(items).filter(({ open }) => open.currency === currency)
    const owed = all.reduce((sum, { open }) => sum + open.minor, 0)
    // The most that may count: all that is named, and no more than what the promise leaves of all.
    const most = Math.min(
      own.reduce((sum, { open }) => sum + open.minor, 0),
      owed - promised,
    )
    return policy.rungs.some(
      ({ stage, atLeast }) => stage === 'suspend' && most >= (atLeast === null ? 1 : (atLeast[currency] ?? Infinity)),
    )
  })
  return enough ? [] : ['less than the rung asks for, or promised']
}

/** What at least is missing of a promise: what was paid of it since spares nothing a second time. */
function stillToCome({ amount, debt }: PaymentPromise, items: readonly OpenItem[]): number {
  const own = items.filter(({ open }) => open.currency === amount.currency)
  const sumOf = (some: readonly OpenItem[]) => some.reduce((sum, { open }) => sum + open.minor, 0)
  const keys = new Set(debt.map(({ key }) => key))
  const billed = sumOf(invoicesIn(own).filter(({ account, number }) => keys.has(`${account}|invoice|${number}`)))
  const then = debt.reduce((sum, { left }) => sum + left, 0)
  const left = Math.max(0, billed - sumOf(own.filter(({ kind }) => kind !== 'invoice')))
  return Math.max(0, amount.minor - Math.max(0, then - left))
}

function invoicesIn(items: readonly OpenItem[]): readonly Receivable[] {
  return items.filter((item) => item.kind === 'invoice')
}

function isWorkday(day: Day, { calendar }: CollectionsPolicy): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return calendar.workingDays.some((each) => each === weekday) && !calendar.holidays.includes(day)
}
