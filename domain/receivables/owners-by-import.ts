import type { Actor, AuditDraft } from '../audit/audit-entry.ts'
import { joinCustomers } from '../customers/customer-directory.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { DeskStore, Removal, Save } from '../ports/desk-store.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CaseId, NewId } from '../shared/ids.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import type { Chats } from '../staff/chats.ts'
import type { Assignment } from '../workday/assignment.ts'
import { colleagues } from '../workday/colleagues.ts'
import { allAssignments, pastOf } from '../workday/kept-assignments.ts'
import {
  listedOwners,
  noListedOwners,
  unlistedOwners,
  type ListedOwners,
  type Listing,
  type OwnerFacts,
} from '../workday/listed-owners.ts'
import { isActive, type ActiveImports } from './active-imports.ts'
import type { Ledger } from './ledger.ts'
import type { ImportEffect } from './ledger-import.ts'

/** What it is worked out with. */
export interface OwnerParts {
  readonly store: Pick<DeskStore, 'list'>
  readonly operators: Pick<OperatorDirectory, 'customers'>
  readonly policy: Pick<CollectionsPolicy, 'calendar'>
  readonly chats: Pick<Chats, 'root'>
}

/** As many names as a card shows; a record must stay small whatever stands in the column. */
const mostNamed = 20
const longestName = 80

/** Part of an import's commit: who looks after whom from then on. */
export interface Owning {
  readonly save: readonly Save[]
  readonly remove: readonly Removal[]
  readonly audit: readonly AuditDraft[]
}

/** What an import does to who looks after whom, and how it is written down. */
export interface OwnersDecided {
  /** Left out where the lists say nothing of it. */
  readonly effect: ImportEffect['owners']
  write(facts: { readonly by: Actor; readonly at: Instant; readonly newId: NewId }): Owning
}

/** An import's effect, with what it does to who looks after whom. */
export function withOwners(
  { owners: before, ...effect }: ImportEffect,
  { effect: owners }: OwnersDecided,
): ImportEffect {
  void before
  return owners ? { ...effect, owners } : effect
}

/** Worked out afresh at each deed: people assign meanwhile, and what they say wins. */
export async function ownersByImport(imported: Listing, ledger: Ledger, parts: OwnerParts): Promise<OwnersDecided> {
  if (imported.accounts.every(({ owner }) => owner === undefined))
    return decided(noListedOwners, imported.id, null, parts)
  const facts = await factsOf(ledger, parts)
  return decided(listedOwners(imported, facts), imported.id, facts, parts)
}

/** The same of taking an import back; `left` is what is in force then. */
export async function ownersWithout(turned: CaseId, left: ActiveImports, parts: OwnerParts): Promise<OwnersDecided> {
  const kept = await parts.store.list('assignment')
  if (kept.every(({ value }) => value.import !== turned)) return decided(noListedOwners, turned, null, parts)
  const facts = await factsOf(left.ledger, parts)
  const records = new Map((await parts.store.list('ledger-import')).map(({ id, value }) => [id, value]))
  const standing = left.inForce.flatMap(({ id, accounts }) => {
    const record = records.get(id)
    return record && isActive(record) ? [{ id, accounts, since: record.activeAt }] : []
  })
  return decided(unlistedOwners(turned, standing, kept, facts), turned, facts, parts)
}

async function factsOf(ledger: Ledger, parts: OwnerParts): Promise<OwnerFacts> {
  const { store, operators } = parts
  const confirmed = new Map((await store.list('match')).map(({ value }) => [value.account, value]))
  return {
    directory: joinCustomers(ledger.accounts.values(), operators.customers(), ledger.matches, confirmed),
    colleague: await colleagues(parts),
    assignmentsOf: await allAssignments(store),
  }
}

function decided(
  owners: ListedOwners,
  turned: CaseId,
  facts: OwnerFacts | null,
  { policy: { calendar } }: OwnerParts,
): OwnersDecided {
  const { changes, obsolete } = owners
  return {
    effect: effectOf(owners),
    write({ by, at, newId }) {
      const isEarlier = (moment: Instant) => dayAt(moment, calendar.timeZone) < dayAt(at, calendar.timeZone)
      const over = new Map(obsolete.map((one) => [one.id, one]))
      const save: Save[] = []
      const audit: AuditDraft[] = []
      for (const { customer, before, owner, by: named } of changes) {
        const known = facts?.directory.byId(customer) ?? { id: customer, accounts: [] }
        const kept = facts?.assignmentsOf(known).filter(({ id }) => !over.has(id)) ?? []
        if (named === null) {
          audit.push({
            at,
            by,
            what: 'assignment.undone',
            about: turned,
            customer,
            details: { owner: before, now: owner },
          })
          continue
        }
        const value: Assignment = { id: newId(), customer, owner, by, at, import: named }
        save.push({ kind: 'assignment', id: value.id, value, basedOn: null })
        for (const past of pastOf(kept, isEarlier)) over.set(past.id, past)
        const details = { owner, before, import: named }
        audit.push({ at, by, what: 'assignment.made', about: value.id, customer, details })
      }
      const remove = [...over.values()].map(
        ({ id, version }) => ({ kind: 'assignment', id, basedOn: version }) as const,
      )
      return { save, remove, audit }
    },
  }
}

function effectOf({ changes, leftAlone, disputed, unknown }: ListedOwners): ImportEffect['owners'] {
  const assigned = changes.filter(({ before, owner }) => before !== owner).length
  if (assigned + leftAlone.length + disputed.length + unknown.length === 0) return undefined
  return {
    assigned,
    leftAlone: leftAlone.length,
    disputed: disputed.length,
    unknown: unknown.slice(0, mostNamed).map((name) => name.slice(0, longestName)),
    unknownCount: unknown.length,
  }
}
