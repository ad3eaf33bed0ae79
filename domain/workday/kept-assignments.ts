import type { Customer } from '../customers/customer.ts'
import { idsOf } from '../customers/ids-of.ts'
import type { DeskStore, Stored } from '../ports/desk-store.ts'
import type { Instant } from '../shared/time.ts'
import { inEffect, type Assignment } from './assignment.ts'

/** All that are kept of a customer, the newest last. */
export type AssignmentsOf = (customer: Pick<Customer, 'id' | 'accounts'>) => readonly Stored<Assignment>[]

/** Reads all of one customer. */
export async function assignmentsOf(
  customer: Pick<Customer, 'id' | 'accounts'>,
  store: Pick<DeskStore, 'list'>,
): Promise<readonly Stored<Assignment>[]> {
  const found = await Promise.all(idsOf(customer).map((id) => store.list('assignment', { customer: id })))
  return inOrder(found.flat())
}

/** Reads all of everybody, for lists of many. */
export async function allAssignments(store: Pick<DeskStore, 'list'>): Promise<AssignmentsOf> {
  const all = Map.groupBy(await store.list('assignment'), ({ value }) => value.customer)
  return (customer) => inOrder(idsOf(customer).flatMap((id) => all.get(id) ?? []))
}

/**
 * Which of a customer's are over when another one is written: of earlier days only what counted last can come back, by
 * an undo of today's.
 */
export function pastOf(
  before: readonly Stored<Assignment>[],
  isEarlier: (at: Instant) => boolean,
): readonly Stored<Assignment>[] {
  const earlier = before.filter(({ value }) => isEarlier(value.at))
  const last = inEffect(earlier.map(({ value }) => value))
  return earlier.filter(({ id }) => id !== last?.id)
}

/** Two of one moment stay in the order in which they were written. */
function inOrder(found: readonly Stored<Assignment>[]): readonly Stored<Assignment>[] {
  return found.toSorted((a, b) => (a.value.at < b.value.at ? -1 : a.value.at > b.value.at ? 1 : 0))
}
