import { usualFraudEscalation } from '../../../domain/policy/fraud-escalation.ts'
import { usualTicketPatience } from '../../../domain/policy/ticket-patience.ts'
import type { LedgerAccount, OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { CollectionsPolicy } from '../../../domain/policy/collections-policy.ts'
import type { OperatorDirectory } from '../../../domain/ports/operator-directory.ts'
import type { Ledger } from '../../../domain/receivables/ledger.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import type { Credit, Receivable } from '../../../domain/receivables/open-item.ts'
import type { Role } from '../../../domain/staff/powers.ts'
import type { Staff } from '../../../domain/staff/staff.ts'

/** An invoice of Nimbus's customer `account`, over 100 euros, long due. */
export function anInvoice(account: string, number: string, changes: Partial<Receivable> = {}): Receivable {
  return {
    kind: 'invoice',
    account,
    number,
    open: { minor: 100_00, currency: 'EUR' },
    company: 'NIMBUS',
    lane: null,
    country: null,
    issued: null,
    due: '2026-01-31',
    lines: [],
    ...changes,
  }
}

export function aCredit(account: string, number: string, changes: Partial<Credit> = {}): Credit {
  const { issued, due, lines, kind, ...common } = anInvoice(account, number)
  void [issued, due, lines, kind]
  return { kind: 'credit', ...common, date: '2026-02-01', ...changes }
}

export function anAccount(key: string, changes: Partial<LedgerAccount> = {}): LedgerAccount {
  return { key, number: key, name: `Customer ${key}`, domain: null, tenantId: null, country: null, ...changes }
}

/** A complete list of Nimbus as of 31 March 2026; accounts follow from the items. */
export function anImport(changes: Partial<LedgerImport> = {}): LedgerImport {
  const items = changes.items ?? []
  const keys = [...new Set(items.map(({ account }) => account))]
  return {
    id: 'L-1',
    scope: { kind: 'company', value: 'NIMBUS' },
    complete: true,
    asOf: '2026-03-31',
    accounts: keys.map((key) => anAccount(key)),
    items,
    kept: [],
    closed: [],
    matches: [],
    ...changes,
  }
}

/** A ledger without what differs between any two, and without the order of its maps, which means nothing. */
export function said({ accounts, items, matches, asOf }: Ledger) {
  const dated = [...items].map(
    ([key, own]) => [key, own.toSorted((a, b) => (a.item.number < b.item.number ? -1 : 1))] as const,
  )
  return { accounts: [...accounts].sort(byKey), items: dated.sort(byKey), matches: [...matches].sort(byKey), asOf }
}

/** Documents still open, as `account number minor`. */
export function open({ items }: Ledger): readonly string[] {
  return [...items.values()]
    .flat()
    .map(({ item }) => `${item.account} ${item.number} ${item.open.minor}`)
    .sort()
}

function byKey([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function anOperatorCustomer(tenantId: string, changes: Partial<OperatorCustomer> = {}): OperatorCustomer {
  return { lane: 'global', tenantId, name: tenantId, domain: `${tenantId}.example`, ...changes }
}

export function operatorsOf(customers: readonly OperatorCustomer[]): OperatorDirectory {
  return { revision: 1, customers: () => customers, readAt: (lane: Lane) => (lane === 'global' ? null : null) }
}

/** Suspension from 30 days, whatever the amount; a tenth closed or a twentieth newly due is guarded. */
export const policy: CollectionsPolicy = {
  rungs: [{ stage: 'suspend', daysPastDue: 30, atLeast: null }],
  segments: [],
  customerGroups: {},
  countsWorkingDays: false,
  liftsWhenPaid: false,
  tolerance: {},
  finalNoticeDays: 7,
  contact: null,
  suspicionReviewDays: 3,
  ledgerAgeLimit: 3,
  dailyLimit: 10,
  importGuard: { closedShare: 0.1, newlyDueShare: 0.05 },
  approvals: [],
  stepUp: null,
  breakGlass: null,
  fraudDecisionHours: 4,
  fraudEscalation: usualFraudEscalation,
  ticketPatience: usualTicketPatience,
  workingHours: { from: 540, to: 1020 },
  fridayBrakeHours: 4,
  detection: null,
  calendar: { timeZone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays: [] },
}

export function aPerson(id: string, ...roles: readonly Role[]): Staff {
  return { id, name: id, accounts: [], roles, language: null }
}
