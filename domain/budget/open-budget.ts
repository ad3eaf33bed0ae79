import type { DeskStore, Removal, Stored } from '../ports/desk-store.ts'
import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { BudgetChange } from './budget.ts'

/** Id of the `open-case` that points to a customer's one budget under way: whoever writes it second was too late. */
export function budgetPointer(lane: Lane, customer: CustomerId): string {
  return `budget/${lane}/${customer}`
}

/** Whether something may still come of it. */
export function isUnderWay({ status }: BudgetChange): boolean {
  return status === 'pending' || status === 'approved'
}

/** What the next one who asks is based on, and the request that waits already, if any. */
export async function budgetUnderWay(
  lane: Lane,
  customer: CustomerId,
  store: DeskStore,
): Promise<{ readonly pointer: Stored<{ readonly case: CaseId }> | null; readonly case: CaseId | null }> {
  const pointer = await store.get('open-case', budgetPointer(lane, customer))
  const found = pointer && (await store.get('budget', pointer.value.case))
  if (found && isUnderWay(found.value)) return { pointer, case: found.id }
  // One that was asked for before there was a pointer.
  const open = (await store.list('budget', { customer, open: true })).find(({ value }) => value.identity.lane === lane)
  return { pointer, case: open?.id ?? null }
}

/** For the commit after which a request is this: where it is over, the next may be asked. */
export async function releasing(next: BudgetChange, store: DeskStore): Promise<readonly Removal[]> {
  if (isUnderWay(next)) return []
  const pointer = await store.get('open-case', budgetPointer(next.identity.lane, next.customer))
  return pointer?.value.case === next.id ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version }] : []
}
