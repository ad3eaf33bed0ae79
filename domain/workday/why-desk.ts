import type { Agreement } from '../agreements/agreement.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Customer } from '../customers/customer.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { ladderFor, segmentOf } from '../policy/rungs-for.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import { itemKey, type Credit, type OpenItem } from '../receivables/open-item.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import { addDays, dayAt, type Day } from '../shared/time.ts'
import { obstaclesTo } from '../suspension/obstacles.ts'
import type { Obstacle, SuspensionRequest } from '../suspension/suspension-request.ts'
import { nextChange, type Ahead, type StageChange } from './foresight.ts'
import { idsOf } from '../customers/ids-of.ts'

/** Why the policy calls for what it calls for, and what comes next: the whole chain, from facts that are on record. */
export interface Why {
  readonly of: CustomerStanding
  /** The customer's own ladder, by its name; null where the plain one holds. */
  readonly segment: string | null
  /** Payments and credits of the customer's that are counted. */
  readonly credits: readonly Credit[]
  /** What stands between the debt and a suspension. */
  readonly obstacles: readonly Obstacle[]
  /** Suspensions that were asked for, the newest first. */
  readonly requests: readonly SuspensionRequest[]
  /** Agreements that ended or were broken, the newest first; those in force are in `of`. */
  readonly past: readonly Agreement[]
  readonly next: StageChange | null
  /** Where a final notice is what is missing: what would come, and when, if it were given today. */
  readonly ifNoticeToday: StageChange | null
}

/** What the desk can tell of why a customer stands as they do. */
export interface WhyDesk {
  of(customer: Customer): Promise<Why | null>
  /** What is on record of a customer up to the end of a day of the partner's, oldest first; from the audit alone. */
  recordedUpTo(customer: Customer, day: Day): Promise<readonly AuditEntry[]>
}

export function createWhyDesk(parts: {
  readonly store: DeskStore
  readonly book: StandingBook
  readonly ledger: { current(): Ledger }
  readonly policy: CollectionsPolicy
}): WhyDesk {
  const { store, book, ledger, policy } = parts
  return {
    async of(customer) {
      const books = await book.today()
      const of = books.of(customer.id)
      if (!of) return null
      const suspensions = await store.list('suspension', { customer: customer.id })
      const { items: all } = ledger.current()
      const items: readonly OpenItem[] = customer.accounts.flatMap(({ key }) =>
        (all.get(key) ?? []).map(({ item }) => item),
      )
      const recorded = books.recordedOf(customer.id)
      const { day } = of.standing
      const ladder = ladderFor(policy, of.customer)
      const told = { asOf: of.ledgerAsOf, toldUntil: of.toldUntil }
      const ahead: Ahead = { day, ...told, items, recorded, notices: of.notices, ladder }
      const inForce = new Set(of.agreements.map(({ id }) => id))
      return {
        of,
        segment: segmentOf(policy, of.customer)?.name ?? null,
        credits: items.flatMap((item) => (item.kind === 'invoice' ? [] : [item])),
        obstacles: obstaclesTo(of, policy),
        requests: suspensions.map(({ value }) => value).reverse(),
        past: recorded.filter(({ id }) => !inForce.has(id)).reverse(),
        next: nextChange(ahead),
        ifNoticeToday: of.finding.gap?.code === 'no-final-notice' ? withNotice(of, ahead, policy) : null,
      }
    },

    async recordedUpTo(customer, day) {
      const zone = policy.calendar.timeZone
      const found = await Promise.all(idsOf(customer).map((id) => store.auditOf(id)))
      return found
        .flat()
        .filter(({ at }) => dayAt(at, zone) <= day)
        .sort((a, b) => a.seq - b.seq)
    },
  }
}

/** As if a final notice for all that is overdue were given today, with the policy's own deadline. */
function withNotice(of: CustomerStanding, ahead: Ahead, policy: CollectionsPolicy): StageChange | null {
  const invoices = of.standing.currencies.flatMap(({ overdueInvoices }) =>
    overdueInvoices.map(({ invoice }) => itemKey(invoice)),
  )
  const { day } = ahead
  const notice = {
    id: 'if-given',
    customer: of.customer.id,
    givenOn: day,
    deadline: addDays(day, policy.finalNoticeDays),
    invoices,
    recordedBy: 'desk',
    recordedAt: `${day}T00:00:00Z`,
  } as const
  return nextChange({ ...ahead, notices: [...ahead.notices, notice] })
}
