import { heldKey } from '../holds/hold.ts'
import type { DeskStore, Removal, Save, Stored } from '../ports/desk-store.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { CaseId, CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Lane } from '../customers/lane.ts'
import type { Instant } from '../shared/time.ts'
import type { Snapshot } from './snapshot.ts'

/** Whose suspension it is, and of what. */
interface Suspending {
  readonly case: CaseId
  readonly lane: Lane
  readonly customer: CustomerId
  readonly subscription: SubscriptionId
}

/** What is kept before the call leaves: the subscription itself, and each add-on in service that falls with it. */
export async function snapshotsBefore(
  what: Suspending,
  seen: readonly OperatorSubscription[],
  at: Instant,
  store: DeskStore,
): Promise<readonly Save[]> {
  const meant = seen.filter(
    ({ id, parent, status }) => id === what.subscription || (parent === what.subscription && status === 'active'),
  )
  const saves = await Promise.all(
    meant.map(async (before): Promise<readonly Save[]> => {
      const id = heldKey(what.lane, what.customer, before.id)
      const kept = await store.get('snapshot', id)
      const falls = before.id !== what.subscription
      // The same request suspends the add-on by itself, and was first.
      if (falls && kept?.value.case === what.case) return []
      const { lane, customer } = what
      const snapshot: Snapshot = {
        lane,
        customer,
        subscription: before.id,
        case: what.case,
        takenAt: at,
        // A resume that had not put everything back yet still has to.
        before: kept?.value.restoring === undefined ? before : kept.value.before,
        ...(falls ? { fellWith: what.subscription } : {}),
      }
      return [{ kind: 'snapshot', id, value: snapshot, basedOn: kept?.version ?? null }]
    }),
  )
  return saves.flat()
}

/** What is added once the suspension was seen: how it left each of them. */
export async function snapshotsAfter(
  what: Suspending,
  seen: readonly OperatorSubscription[],
  store: DeskStore,
): Promise<readonly Save[]> {
  return (await snapshotsOf(what, store)).flatMap(({ id, value, version }): readonly Save[] => {
    const after = seen.find((each) => each.id === value.subscription)
    return after && value.case === what.case
      ? [{ kind: 'snapshot', id, value: { ...value, after }, basedOn: version }]
      : []
  })
}

/** What is forgotten where nothing was suspended after all, or nothing can come back. */
export async function snapshotsGone(what: Suspending | Omit<Suspending, 'case'>, store: DeskStore) {
  return (await snapshotsOf(what, store))
    .filter(({ value }) => !('case' in what) || value.case === what.case)
    .map(({ id, version }): Removal => ({ kind: 'snapshot', id, basedOn: version }))
}

/** A subscription's own snapshot and those of the add-ons that fell with it. */
export async function snapshotsOf(
  { lane, customer, subscription }: Omit<Suspending, 'case'>,
  store: DeskStore,
): Promise<readonly Stored<Snapshot>[]> {
  return (await store.list('snapshot', { customer })).filter(
    ({ value }) => value.lane === lane && (value.subscription === subscription || value.fellWith === subscription),
  )
}
