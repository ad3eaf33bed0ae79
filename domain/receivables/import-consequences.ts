import type { Actor, AuditDraft } from '../audit/audit-entry.ts'
import type { CaseDeed, ImportDeed } from '../cases/case-deed.ts'
import type { Consequences, Ending } from '../cases/decide-case.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Save } from '../ports/desk-store.ts'
import type { CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { ActiveImports } from './active-imports.ts'
import type { Owning } from './owners-by-import.ts'
import type { ImportEffect, ImportRecord } from './ledger-import.ts'

/** Gives what ends all open requests of a customer, as part of this commit. */
export type EndRequestsOf = (customer: CustomerId, at: Instant, by: Actor) => Promise<Ending>

/** What a decision about an import brings with it. */
export async function consequencesOf(
  next: ImportRecord,
  facts: {
    readonly what: ImportDeed
    readonly by: Actor
    /** The person the console named; absent where `by` says it all. */
    readonly named?: StaffId | null
    readonly at: Instant
    /** The set of active imports as the decision saw it; null when the decision does not change it. */
    readonly active: ActiveImports | null
    readonly rematched: ImportEffect['rematched']
    /** Who looks after whom from then on; left out where the decision does not change it. */
    readonly owning?: Owning
    readonly endRequestsOf: EndRequestsOf
  },
): Promise<Consequences> {
  const { what, by, at, active, rematched, owning = nothingOwned, endRequestsOf } = facts
  const customers = new Set(rematched.flatMap(({ from, to }) => [from, to]))
  const endings = await Promise.all([...customers].map((customer) => endRequestsOf(customer, at, by)))
  return {
    audit: [
      importAudit(next, facts),
      ...rematched.map(({ account, from, to }) => ({
        at,
        by,
        what: 'match.changed',
        about: account,
        customer: to,
        details: { from, to, import: next.id },
      })),
      ...owning.audit,
      ...endings.flatMap(({ audit }) => audit),
    ],
    orders: [...ordersOf(next, what), ...endings.flatMap(({ orders }) => orders)],
    also: {
      save: [...headOf(active, next), ...owning.save, ...endings.flatMap(({ save }) => save)],
      remove: [...owning.remove, ...endings.flatMap(({ remove }) => remove)],
    },
  }
}

const nothingOwned: Owning = { save: [], remove: [], audit: [] }

/** Writing the newest active import again, unchanged, lets only one of two simultaneous changes through. */
function headOf(active: ActiveImports | null, next: ImportRecord): readonly Save[] {
  const head = active?.head
  if (!head || head.id === next.id) return []
  return [{ kind: 'ledger-import', id: head.id, value: head.value, basedOn: head.version }]
}

function ordersOf(next: ImportRecord, what: ImportDeed): readonly Order[] {
  const cards = { kind: 'update-cards', case: next.id } as const
  // Payment beats approval: what the new books no longer justify is withdrawn before anybody can press.
  const recheck = { kind: 'recheck-debt', customer: null } as const
  switch (what) {
    case 'activated':
      return [recheck]
    case 'proposed':
      return [{ kind: 'post-case', case: next.id, askedIn: null }]
    case 'undo-asked':
      // Its card may stand in a chat since long ago: whoever should decide is asked anew.
      return [cards, { kind: 'remind-case', case: next.id }]
    case 'undone': {
      if (next.status !== 'undone') return [cards, recheck]
      return [cards, { ...recheck, undone: { import: next.id, since: next.activeAt ?? next.at } }]
    }
    case 'read-again':
      return [cards, recheck]
    case 'replanned':
    case 'undo-rejected':
      return [cards]
    case 'confirmed':
    case 'rejected':
    case 'expired': {
      const again = what === 'confirmed' ? [recheck] : []
      const tell = next.staff === null ? [] : [{ kind: 'tell-staff', case: next.id, staff: next.staff } as const]
      return [cards, ...tell, ...again]
    }
  }
}

function importAudit(
  record: ImportRecord,
  {
    what,
    by,
    at,
    named = record.staff,
  }: { readonly what: ImportDeed; readonly by: Actor; readonly at: Instant; readonly named?: StaffId | null },
): AuditDraft {
  const { id, file, sha256, scope, complete, asOf, rows, pulled } = record
  const readAgain = what === 'read-again' && record.status === 'active' ? { readAgain: record.readAgain } : {}
  const { unmatched, ...counted } = record.status === 'undo-asked' ? record.undo.effect : record.effect
  void unmatched
  return {
    at,
    by,
    what: `ledger-import.${what}` satisfies CaseDeed,
    about: id,
    details: {
      file,
      sha256,
      scope,
      complete,
      asOf,
      rows,
      staff: named,
      effect: counted,
      ...(pulled && { source: pulled.source }),
      ...readAgain,
    },
  }
}
