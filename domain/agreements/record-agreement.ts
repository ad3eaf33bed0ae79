import { undoWithinMs } from './end-agreement.ts'
import { takenOut } from './standing-under.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { allocateCredits, type OpenInvoice } from '../receivables/allocate-credits.ts'
import { itemKey, type OpenItem } from '../receivables/open-item.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { Currency, Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, later, type Day, type Instant } from '../shared/time.ts'
import { nextWorkingDay, type WorkingCalendar } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Agreement, AgreementId, DebtThen, Exempt, Instalment, PaidMark } from './agreement.ts'

/** What somebody wants to record. */
export type AgreementAsk =
  | { readonly kind: 'promise'; readonly amount: Money; readonly day: Day }
  | { readonly kind: 'plan'; readonly currency: Currency; readonly instalments: readonly Instalment[] }
  /** `invoice`: its key; `amount` null: all of it. */
  | { readonly kind: 'dispute'; readonly invoice: string; readonly amount: Money | null; readonly reason: string }
  | { readonly kind: 'exemption'; readonly of: Exempt; readonly until: Day; readonly reason: string }
  | { readonly kind: 'paid-mark'; readonly amount: Money }

/** Why nothing is recorded. */
export type AgreementRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'day-past'; readonly day: Day }
  | { readonly code: 'day-too-far'; readonly day: Day; readonly latest: Day }
  /** Two instalments on one day, or a later one named first. */
  | { readonly code: 'days-out-of-order' }
  | { readonly code: 'nothing-owed' }
  | { readonly code: 'other-currency'; readonly currencies: readonly Currency[] }
  | { readonly code: 'not-above-nothing' }
  | { readonly code: 'above-debt'; readonly most: Money }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'unknown-invoice' }
  | { readonly code: 'above-invoice'; readonly most: Money }
  /** The last two words of it came to nothing, and one of them was theirs: it takes somebody else to say so again. */
  | { readonly code: 'said-twice'; readonly marks: readonly PaidMark[] }
  /** One that covers the same is in force. */
  | { readonly code: 'agreed-already'; readonly agreement: Agreement }

/** Longer than this nobody looks ahead: an exemption ends and is asked about again. */
const mostDaysAhead = 366

/** How many business days a word that somebody paid waits for a ledger that shows it. */
const markDays = 3

/** After so many that came to nothing, one after the other, somebody else must say that money was paid. */
const mostInARow = 2

/** Records what was agreed: a typed sum is a claim, and is never more than what the books say is owed. */
export function recordAgreement(
  ask: AgreementAsk,
  facts: {
    readonly id: AgreementId
    readonly by: Staff
    readonly of: CustomerStanding
    /** All that is open of the customer's, due or not. */
    readonly items: readonly OpenItem[]
    /** Everything ever agreed with the customer. */
    readonly past: readonly Agreement[]
    readonly policy: Pick<CollectionsPolicy, 'calendar'>
    readonly now: Instant
  },
): Outcome<Agreement, AgreementRefusal> {
  const { by, of, policy } = facts
  const today = of.standing.day
  if (!mayAsk(by.roles, 'record agreement')) return refused({ code: 'not-allowed' })
  const latest = addDays(today, mostDaysAhead)
  const days = daysOf(ask)
  for (const day of days) {
    if (day < today) return refused({ code: 'day-past', day })
    if (day > latest) return refused({ code: 'day-too-far', day, latest })
  }
  if (days.some((day, at) => at > 0 && day <= (days[at - 1] ?? day))) return refused({ code: 'days-out-of-order' })
  const recorded = { id: facts.id, customer: of.customer.id, author: by.id, recordedAt: facts.now } as const
  const open = { status: 'open' } as const
  const invoices = allocateCredits(facts.items).flatMap((allocation) => allocation.invoices)

  switch (ask.kind) {
    case 'dispute':
    case 'exemption': {
      const reason = ask.reason.trim()
      if (reason === '') return refused({ code: 'reason-needed' })
      const before = of.agreements.find((one) => isSame(one, ask))
      if (before) return refused({ code: 'agreed-already', agreement: before })
      if (ask.kind === 'exemption') {
        const exempt = { of: ask.of, reason, owner: by.id, until: ask.until }
        return granted({ kind: 'exemption', ...recorded, ...exempt, state: open })
      }
      const found = invoices.find(({ invoice }) => itemKey(invoice) === ask.invoice)
      if (!found) return refused({ code: 'unknown-invoice' })
      const { number, open: sum } = found.invoice
      const { amount } = ask
      if (amount !== null) {
        if (amount.currency !== sum.currency) return refused({ code: 'other-currency', currencies: [sum.currency] })
        if (amount.minor <= 0) return refused({ code: 'not-above-nothing' })
        const most = { minor: found.left, currency: sum.currency }
        if (amount.minor > found.left) return refused({ code: 'above-invoice', most })
      }
      // A part that is all of it goes on being all of it, whatever a later ledger says is left.
      const part = amount?.minor === found.left ? null : amount
      return granted({ kind: 'dispute', ...recorded, invoice: ask.invoice, number, amount: part, reason, state: open })
    }
    case 'promise':
    case 'plan':
    case 'paid-mark': {
      const sums = ask.kind === 'plan' ? ask.instalments.map(({ minor }) => minor) : [ask.amount.minor]
      const currency = ask.kind === 'plan' ? ask.currency : ask.amount.currency
      if (sums.length === 0 || sums.some((minor) => minor <= 0)) return refused({ code: 'not-above-nothing' })
      const debt = debtIn(currency, invoices, of)
      const most = debt.reduce((sum, { left, disputed = 0 }) => sum + left - disputed, 0)
      const currencies = [...new Set(invoices.map(({ invoice }) => invoice.open.currency))]
      if (invoices.length === 0 || of.ledgerAsOf === null) return refused({ code: 'nothing-owed' })
      if (!currencies.includes(currency)) return refused({ code: 'other-currency', currencies })
      const total = sums.reduce((sum, minor) => sum + minor, 0)
      if (total > most) return refused({ code: 'above-debt', most: { minor: most, currency } })
      const before = of.agreements.find((one) => coversSame(one, ask.kind, currency))
      if (before) return refused({ code: 'agreed-already', agreement: before })
      const toCome = { ...recorded, debt, asOf: of.ledgerAsOf, state: open }
      if (ask.kind === 'promise') return granted({ kind: 'promise', ...toCome, amount: ask.amount, day: ask.day })
      if (ask.kind === 'plan') return granted({ kind: 'plan', ...toCome, currency, instalments: ask.instalments })
      const marks = saidInVain(facts.past, currency).slice(0, mostInARow)
      if (marks.length === mostInARow && marks.some(({ author }) => author === by.id))
        return refused({ code: 'said-twice', marks })
      const until = lastMarkDay(today, policy.calendar)
      return granted({ kind: 'paid-mark', ...toCome, amount: ask.amount, said: today, until })
    }
  }
}

/** Marks in a currency, the last first, that no ledger has borne out since one did. */
export function saidInVain(past: readonly Agreement[], currency: Currency): readonly PaidMark[] {
  const marks = past
    .flatMap((one) => (one.kind === 'paid-mark' && one.amount.currency === currency ? [one] : []))
    .filter(({ state, recordedAt }) => {
      // A slip that was taken back at once was never relied on; one that was ended later kept a suspension waiting.
      if (state.status === 'undone') return state.at > later(recordedAt, undoWithinMs)
      return state.status !== 'open'
    })
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  const settled = marks.findIndex(({ state }) => state.status === 'settled')
  return settled === -1 ? marks : marks.slice(0, settled)
}

function daysOf(ask: AgreementAsk): readonly Day[] {
  if (ask.kind === 'promise') return [ask.day]
  if (ask.kind === 'plan') return ask.instalments.map(({ day }) => day)
  return ask.kind === 'exemption' ? [ask.until] : []
}

/** The third business day after it was said. */
function lastMarkDay(today: Day, calendar: WorkingCalendar): Day {
  let day = today
  for (let count = 0; count < markDays; count += 1) day = nextWorkingDay(day, calendar)
  return day
}

function debtIn(currency: Currency, invoices: readonly OpenInvoice[], of: CustomerStanding): readonly DebtThen[] {
  const { disputed } = takenOut(of.agreements)
  return invoices
    .filter(({ invoice }) => invoice.open.currency === currency)
    .map(({ invoice, left }) => {
      const key = itemKey(invoice)
      const part = Math.min(left, disputed.get(key) ?? 0)
      return { key, left, ...(part > 0 && { disputed: part }) }
    })
}

/** The same invoice, or the same customer, invoice or subscription, left out twice would hide when it ends. */
function isSame(one: Agreement, ask: Extract<AgreementAsk, { kind: 'dispute' | 'exemption' }>): boolean {
  if (one.kind === 'dispute') return ask.kind === 'dispute' && one.invoice === ask.invoice
  if (one.kind !== 'exemption' || ask.kind !== 'exemption') return false
  return keyOf(one.of) === keyOf(ask.of)
}

function keyOf(of: Exempt): string {
  return of.what === 'customer' ? of.what : `${of.what} ${of.what === 'invoice' ? of.key : of.id.toLowerCase()}`
}

/** One payment cannot keep two promises: one promise or plan at a time in a currency, and one paid mark. */
function coversSame(one: Agreement, kind: 'promise' | 'plan' | 'paid-mark', currency: Currency): boolean {
  if (one.state.status !== 'open') return false
  if (one.kind === 'paid-mark') return kind === 'paid-mark' && one.amount.currency === currency
  if (kind === 'paid-mark') return false
  if (one.kind === 'promise') return one.amount.currency === currency
  return one.kind === 'plan' && one.currency === currency
}
