import type { Customer } from '../customers/customer.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { DeskStore, Stored } from '../ports/desk-store.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Assignment } from './assignment.ts'
import { idsOf } from '../customers/ids-of.ts'

/** Why a customer stays whose they were. */
export type AssignRefusal =
  | { readonly code: 'not-allowed' }
  /** Whoever may not even see a customer cannot look after them. */
  | { readonly code: 'cannot-own' }
  | { readonly code: 'as-it-is' }

/** Who looks after which customer. */
export interface AssignmentDesk {
  /** `owner` null: nobody from now on. */
  assign(
    customer: Customer,
    owner: Staff | null,
    by: Staff,
  ): Promise<Outcome<Assignment, AssignRefusal | VersionRefusal>>
  /** What was decided last; null where nobody ever decided. */
  of(customer: Customer): Promise<Assignment | null>
  /** Tells whose each customer is, as it was decided last; for lists of many. */
  owners(): Promise<(customer: Customer) => StaffId | null>
}

export function createAssignmentDesk(
  parts: DeciderParts & { readonly policy: Pick<CollectionsPolicy, 'calendar'> },
): AssignmentDesk {
  const { store, policy, now, newId } = parts
  const { timeZone } = policy.calendar

  return {
    async assign(customer, owner, by) {
      if (!mayAsk(by.roles, 'assign customer')) return refused({ code: 'not-allowed' })
      if (owner !== null && !mayAsk(owner.roles, 'see customer')) return refused({ code: 'cannot-own' })
      const before = await assignmentsOf(customer, store)
      const last = before.at(-1)?.value
      if ((last?.owner ?? null) === (owner?.id ?? null)) return refused({ code: 'as-it-is' })
      const at = now()
      const value: Assignment = { id: newId(), customer: customer.id, owner: owner?.id ?? null, by: by.id, at }
      // Of earlier days only the last can come back, by an undo of today's.
      const past = before.filter((each) => dayAt(each.value.at, timeZone) < dayAt(at, timeZone)).slice(0, -1)
      return unlessStale<Assignment, never>(async () => {
        await store.commit({
          save: [{ kind: 'assignment', id: value.id, value, basedOn: null }],
          remove: past.map(({ id, version }) => ({ kind: 'assignment', id, basedOn: version })),
          audit: [
            {
              at,
              by: by.id,
              what: 'assignment.made',
              about: value.id,
              customer: customer.id,
              details: { owner: value.owner, before: last?.owner ?? null },
            },
          ],
        })
        return granted(value)
      })
    },

    of: async (customer) => (await assignmentsOf(customer, store)).at(-1)?.value ?? null,

    async owners() {
      const assignments = (await store.list('assignment')).map(({ value }) => value)
      const last = new Map(assignments.map((each) => [each.customer, each]))
      return (customer) => {
        const own = idsOf(customer).flatMap((id) => last.get(id) ?? [])
        return own.reduce<Assignment | null>((a, b) => (a === null || b.at >= a.at ? b : a), null)?.owner ?? null
      }
    },
  }
}

/** All that are kept of a customer, the newest last. */
export async function assignmentsOf(
  customer: Pick<Customer, 'id' | 'accounts'>,
  store: Pick<DeskStore, 'list'>,
): Promise<readonly Stored<Assignment>[]> {
  const found = await Promise.all(idsOf(customer).map((id) => store.list('assignment', { customer: id })))
  return found.flat().sort((a, b) => (a.value.at < b.value.at ? -1 : a.value.at > b.value.at ? 1 : 0))
}
