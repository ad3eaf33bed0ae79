import type { Lane } from '../customers/lane.ts'
import type { DeskStore, Removal, Stored } from '../ports/desk-store.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { CreditChange } from './credit-change.ts'

/** Id of the `open-case` that points to a customer's one request of a kind: whoever writes it second was too late. */
export function creditPointer(lane: Lane, customer: CustomerId, kind: CreditChange['change']['kind']): string {
  return `credit-${kind}/${lane}/${customer}`
}

/** What the next one who asks is based on, and the request that waits already, if any. */
export async function creditUnderWay(
  pointerId: string,
  store: DeskStore,
): Promise<{ readonly pointer: Stored<{ readonly case: CaseId }> | null; readonly case: CaseId | null }> {
  const pointer = await store.get('open-case', pointerId)
  const found = pointer && (await store.get('credit-change', pointer.value.case))
  return { pointer, case: found?.value.status === 'pending' ? found.id : null }
}

/** For the commit after which a request is this: where it is over, the next may be asked. */
export async function releasing(next: CreditChange, store: DeskStore): Promise<readonly Removal[]> {
  if (next.status === 'pending') return []
  const pointer = await store.get('open-case', creditPointer(next.identity.lane, next.customer, next.change.kind))
  return pointer?.value.case === next.id ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version }] : []
}
