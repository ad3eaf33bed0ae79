import type { DeciderParts } from '../cases/decide-case.ts'
import { heldKey } from '../holds/hold.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { snapshotsOf } from '../snapshots/take-snapshot.ts'
import type { ApprovedResumption, CarriedOutResumption, Resumption } from './resumption.ts'
import type { Restoring } from './restoring.ts'

/** A resumption of which something has come back, or may. */
export type Returning = ApprovedResumption | CarriedOutResumption

export function isReturning(resumption: Resumption): resumption is Returning {
  return resumption.status === 'approved' || resumption.status === 'carried-out'
}

/**
 * Writes down what is to be put back of a subscription in service again, and of the add-ons that fell with it, with the
 * ids of every call before the first of them leaves. Nothing where it is planned already.
 */
export function restorePlanner({
  store,
  now,
  newId,
}: DeciderParts): (at: { readonly case: CaseId; readonly subscription: SubscriptionId }) => Promise<void> {
  return (at) =>
    untilFresh(async () => {
      const found = await store.get('resumption', at.case)
      if (!found || !isReturning(found.value)) return
      const { value, version } = found
      const { lane, customer, acts, restoring = [] } = value
      const snapshot = await store.get('snapshot', heldKey(lane, customer, at.subscription))
      const isAct = (id: SubscriptionId) => acts.some(({ subscription }) => subscription === id)
      const base = isAct(at.subscription) ? at.subscription : (snapshot?.value.fellWith ?? at.subscription)
      const act = acts.find(({ subscription }) => subscription === base)
      if (!act || restoring.some(({ subscription }) => subscription === base)) return

      const since = now()
      const blank = (subscription: SubscriptionId, name: string, under: SubscriptionId | null): Restoring => ({
        ...{ subscription, name, base: under, since, accepted: [], points: null, delay: null },
        intents: { service: newId(), renewal: newId() },
      })
      const fell = await addOnsBack(value, base, store)
      const planned = [
        blank(base, act.name, null),
        ...fell.map(({ subscription, before }) => blank(subscription, before.name, base)),
      ]
      const next = { ...value, restoring: [...restoring, ...planned] }
      await store.commit({ save: [{ kind: 'resumption', id: at.case, value: next, basedOn: version }] })
    })
}

/** The add-ons that fell with a base and have no act of their own by which they come back. */
export async function addOnsBack(
  { lane, customer, acts }: Returning,
  base: SubscriptionId,
  store: DeskStore,
): Promise<readonly Snapshot[]> {
  return (await snapshotsOf({ lane, customer, subscription: base }, store))
    .map(({ value }) => value)
    .filter(({ subscription }) => subscription !== base && !acts.some((act) => act.subscription === subscription))
}
