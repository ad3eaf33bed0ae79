import type { DeciderParts } from '../cases/decide-case.ts'
import type { Customer } from '../customers/customer.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { Commit, Stored } from '../ports/desk-store.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { OpenItem } from '../receivables/open-item.ts'
import type { BooksOfDay, CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { isWorkingDay } from '../shared/working-days.ts'
import { timeOn } from '../shared/time.ts'
import type { Staff } from '../staff/staff.ts'
import { agreementId, isOpenAgreement, type Agreement, type AgreementId } from './agreement.ts'
import { endAgreement, withdrawAgreement, type EndRefusal } from './end-agreement.ts'
import type { LookedAt } from './in-force.ts'
import { judgeAgreement, judgeAnew } from './judge-agreement.ts'
import { recordAgreement, type AgreementAsk, type AgreementRefusal } from './record-agreement.ts'
import { lookAt } from './standing-under.ts'
import { accountOf, whoseToday } from './whose-today.ts'

type Recording = Promise<Outcome<Agreement, AgreementRefusal | { readonly code: 'unknown-customer' }>>
type Ended = Promise<Outcome<Agreement, EndRefusal | { readonly code: 'not-found' }>>

/** What is agreed with customers about what they owe. */
export interface AgreementDesk {
  /** What {@link record} would say; changes nothing. */
  preview(customer: CustomerId, ask: AgreementAsk, by: Staff): Recording
  /** A second press finds what the first one recorded. */
  record(customer: CustomerId, ask: AgreementAsk, by: Staff): Recording
  read(id: AgreementId): Promise<Agreement | null>
  /** Everything ever agreed with a customer, newest first. */
  of(customer: Customer): Promise<readonly Agreement[]>
  /** Takes back what one recorded oneself a short while ago, as if it had never been. */
  undo(id: AgreementId, by: Staff): Ended
  /** Ends it before its time. */
  end(id: AgreementId, by: Staff): Ended
  /**
   * Looks at every open agreement by the books of today, each at most once in its life changing to what came of it, and
   * tells whoever answers for it. On working days once work has begun, but for `marks`, which an import settles at once;
   * `early`: the day's first digest is due before that, so what it tells of is looked at, and whoever answers for it is
   * told when work begins.
   */
  tend(how?: 'marks' | 'early'): Promise<void>
  /**
   * Looks anew at what the ledger settled at or after a moment, since an import of then counts no longer. What comes out
   * otherwise, or cannot be told any more, is told to whoever answers for it. May be run again.
   */
  judgeAnew(since: Instant): Promise<void>
}

export function createAgreementDesk(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly ledger: { current(): Ledger }
    readonly policy: Pick<CollectionsPolicy, 'calendar' | 'tolerance' | 'workingHours'>
  },
): AgreementDesk {
  const { store, book, policy, now, newId } = parts
  const itemsOf = ({ accounts }: Customer): readonly OpenItem[] => {
    const { items } = parts.ledger.current()
    return accounts.flatMap(({ key }) => items.get(key)?.map(({ item }) => item) ?? [])
  }
  const decide = (customer: CustomerId, ask: AgreementAsk, by: Staff, id: AgreementId, books: BooksOfDay) => {
    const of = books.of(customer)
    if (!of) return refused({ code: 'unknown-customer' } as const)
    return recordAgreement(ask, {
      ...{ id, by, of, items: itemsOf(of.customer), past: books.recordedOf(of.customer.id), policy, now: now() },
    })
  }
  const change = (
    id: AgreementId,
    by: Staff,
    rule: (agreement: Agreement, at: Instant) => Outcome<Agreement, EndRefusal>,
    what: string,
  ): Ended =>
    untilFresh(async () => {
      const found = await store.get('agreement', id)
      if (!found) return refused({ code: 'not-found' })
      const at = now()
      const outcome = rule(found.value, at)
      if (outcome.ok) await store.commit(writing(found, outcome.value, { at, by: by.id, what, orders: [] }))
      return outcome
    })
  const writing = (
    found: Pick<Stored<Agreement>, 'id'> & { readonly version: number | null },
    next: Agreement,
    deed: {
      readonly at: Instant
      readonly by: string
      readonly what: string
      readonly orders: readonly Order[]
      /** Left out: at once. */
      readonly tellAt?: Instant
    },
  ): Commit => ({
    save: [{ kind: 'agreement', id: found.id, value: next, basedOn: found.version }],
    audit: [
      { at: deed.at, by: deed.by, what: deed.what, about: next.id, customer: next.customer, details: { ...next } },
    ],
    outbox: deed.orders.map((each) => order(newId, each, deed.tellAt ?? deed.at)),
  })
  // Recorded before its account was matched: whose it is now tells what was paid.
  const standingOf = (books: BooksOfDay, agreement: Agreement): CustomerStanding | null =>
    books.of(whoseToday(agreement, books.directory))

  /** Null where its books cannot tell: what another customer owes by now was not paid by this one, and people end it. */
  const lookedAt = (books: BooksOfDay, agreement: Agreement): LookedAt | null => {
    const of = standingOf(books, agreement)
    if (!of || accountsBehind(agreement).some((key) => isAnothers(books, key, of.customer))) return null
    return lookAt(books.day, { ...of, asOf: of.ledgerAsOf }, itemsOf(of.customer), policy)
  }

  return {
    preview: async (customer, ask, by) => decide(customer, ask, by, agreementId(0), await book.today()),

    record: (customer, ask, by) =>
      untilFresh(async () => {
        // Two people at once: whoever writes second looks again, and finds what the first one agreed.
        const pointer = await store.get('open-case', pointerTo(customer))
        const id = agreementId(await store.nextNumber('A'))
        const outcome = decide(customer, ask, by, id, await book.today())
        if (!outcome.ok) {
          const { refusal } = outcome
          const before = refusal.code === 'agreed-already' ? refusal.agreement : null
          return before && isPressedTwice(before, ask, by) ? granted(before) : outcome
        }
        const at = now()
        const next = outcome.value
        const own = writing({ id, version: null }, next, {
          ...{ at, by: by.id, what: `${next.kind}.recorded` },
          orders: [{ kind: 'recheck-debt', customer }],
        })
        await store.commit({
          ...own,
          save: [
            ...(own.save ?? []),
            {
              kind: 'open-case',
              id: pointerTo(customer),
              value: { case: id, customer },
              basedOn: pointer?.version ?? null,
            },
          ],
        })
        return granted(next)
      }),

    read: async (id) => (await store.get('agreement', id))?.value ?? null,

    async of({ id }) {
      const recorded = (await book.today()).recordedOf(id)
      return recorded.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
    },

    undo: (id, by) =>
      change(id, by, (agreement, at) => withdrawAgreement(agreement, { by, now: at }), 'agreement.undone'),
    end: (id, by) => change(id, by, (agreement, at) => endAgreement(agreement, { by, now: at }), 'agreement.ended'),

    async tend(how) {
      const at = now()
      const { calendar, workingHours } = policy
      const today = dayAt(at, calendar.timeZone)
      const begins = timeOn(today, workingHours.from, calendar.timeZone)
      if (how !== 'marks' && !(isWorkingDay(today, calendar) && (how === 'early' || at >= begins))) return
      const tellAt = how === 'early' && at < begins ? begins : at
      const open = await store.list('agreement', { open: true })
      if (open.length === 0) return
      const books = await book.today()
      for (const { id, value } of open) {
        if (how === 'marks' && value.kind !== 'paid-mark') continue
        const looked = lookedAt(books, value)
        if (!looked) continue
        await untilFresh(async () => {
          const found = await store.get('agreement', id)
          if (!found || !isOpenAgreement(found.value)) return
          const next = judgeAgreement(found.value, looked, { now: at, calendar })
          if (!next) return
          const told = next.kind === 'exemption' ? next.owner : next.author
          const reminded = isOpenAgreement(next)
          const what = reminded ? 'exemption.reminded' : `${next.kind}.${next.state.status}`
          const orders = [{ kind: 'tell-agreement', agreement: id, staff: told } as const]
          await store.commit(writing(found, next, { at, by: 'desk', what, orders, tellAt }))
        })
      }
    },

    async judgeAnew(since) {
      const at = now()
      const settled = (await store.list('agreement')).filter(
        ({ value: { state } }) => 'at' in state && state.at >= since && state.at < at,
      )
      if (settled.length === 0) return
      const books = await book.today()
      for (const { id, value } of settled) {
        const looked = lookedAt(books, value)
        if (!looked) continue
        await untilFresh(async () => {
          const found = await store.get('agreement', id)
          const next = found && judgeAnew(found.value, looked, { now: at, calendar: policy.calendar })
          if (!next) return
          const orders = [{ kind: 'tell-agreement', agreement: id, staff: next.author } as const]
          await store.commit(writing(found, next, { at, by: 'desk', what: `${next.kind}.judged-anew`, orders }))
        })
      }
    },
  }
}

/** Keys of the ledger accounts whose invoices money was agreed about. */
function accountsBehind(agreement: Agreement): readonly string[] {
  // What is about one invoice goes with its account.
  if (agreement.kind === 'dispute' || agreement.kind === 'exemption') return []
  return [...new Set(agreement.debt.map(({ key }) => accountOf(key)))]
}

function isAnothers({ directory }: BooksOfDay, account: string, { id }: Customer): boolean {
  const owner = directory.ofAccount(account)
  return owner !== null && owner.id !== id
}

/** Id of the `open-case` that whoever records something of a customer writes: of two at once, one is stale. */
function pointerTo(customer: CustomerId): string {
  return `agreement/${customer}`
}

/** Whether what is in force is what is asked for, word for word, by the same person. */
function isPressedTwice(before: Agreement, ask: AgreementAsk, by: Staff): boolean {
  if (before.author !== by.id || before.kind !== ask.kind) return false
  const said: Readonly<Record<string, unknown>> = { ...before }
  return Object.entries(ask).every(([field, value]) => JSON.stringify(said[field]) === JSON.stringify(value))
}
