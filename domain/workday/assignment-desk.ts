import type { Customer } from '../customers/customer.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { inEffect, type Assignment } from './assignment.ts'
import { allAssignments, assignmentsOf, pastOf } from './kept-assignments.ts'
import { colleagues } from './colleagues.ts'
import { ownerNamed } from './listed-owners.ts'
import type { Chats } from '../staff/chats.ts'

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
  /** Whom the lists name for a customer now, whoever looks after them; null where that is nobody, or no one colleague. */
  listed(customer: Customer): Promise<Staff | null>
}

export function createAssignmentDesk(
  parts: DeciderParts & {
    readonly policy: Pick<CollectionsPolicy, 'calendar'>
    readonly chats: Pick<Chats, 'root'>
  },
): AssignmentDesk {
  const { store, policy, now, newId } = parts
  const { timeZone } = policy.calendar

  return {
    async assign(customer, owner, by) {
      if (!mayAsk(by.roles, 'assign customer')) return refused({ code: 'not-allowed' })
      if (owner !== null && !mayAsk(owner.roles, 'see customer')) return refused({ code: 'cannot-own' })
      const before = await assignmentsOf(customer, store)
      const last = inEffect(before.map(({ value }) => value))
      // Whom a list gave them to may change with the next list, until a person says so too.
      const isListed = owner !== null && last?.import !== undefined
      if ((last?.owner ?? null) === (owner?.id ?? null) && !isListed) return refused({ code: 'as-it-is' })
      const at = now()
      const value: Assignment = { id: newId(), customer: customer.id, owner: owner?.id ?? null, by: by.id, at }
      const past = pastOf(before, (moment) => dayAt(moment, timeZone) < dayAt(at, timeZone))
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

    of: async (customer) => inEffect((await assignmentsOf(customer, store)).map(({ value }) => value)),

    async owners() {
      const all = await allAssignments(store)
      return (customer) => inEffect(all(customer).map(({ value }) => value))?.owner ?? null
    },

    async listed(customer) {
      if (customer.accounts.every(({ owner }) => owner === undefined)) return null
      const named = ownerNamed(customer, await colleagues(parts))
      return named === 'several' ? null : named
    },
  }
}
