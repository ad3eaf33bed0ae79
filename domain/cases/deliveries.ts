import { deliveryId, lateBy, type Delivery, type DeliveryWhy } from '../fraud/delivery.ts'
import type { DeskStore, Save } from '../ports/desk-store.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { msOf, type Clock, type Instant } from '../shared/time.ts'
import { caseKindOf } from './case.ts'

/** Remembers of each alert where its card came, late or never; of other cases, nothing. */
export interface Deliveries {
  of(id: CaseId): Promise<readonly Delivery[]>
  in(id: CaseId, place: PlaceId): Promise<Delivery | null>
  /** By how many minutes its card comes late if it is posted there now; null: in time, or no alert's. */
  lateIfNow(id: CaseId, place: PlaceId, due: Instant | null): Promise<number | null>
  /** For the commit that remembers the card; nothing where a card of the alert stood there before. */
  delivered(id: CaseId, place: PlaceId, due: Instant | null): Promise<readonly Save[]>
  /** For the commit that gives the place up. */
  refused(id: CaseId, place: PlaceId): Promise<readonly Save[]>
  /** Once, at the first try that failed; null: that is known already. */
  delayed(id: CaseId, place: PlaceId, why: DeliveryWhy): Promise<Save | null>
}

export function createDeliveries({ store, now }: { readonly store: DeskStore; readonly now: Clock }): Deliveries {
  const read = async (id: CaseId, place: PlaceId) => {
    if (caseKindOf(id) !== 'fraud-alert') return null
    const [found, alert, address] = await Promise.all([
      store.get('delivery', deliveryId(id, place)),
      store.get('fraud-alert', id),
      store.get('address', place),
    ])
    const head = { case: id, place, name: address?.value.name ?? place }
    const save = (value: Delivery): Save => ({
      kind: 'delivery',
      id: deliveryId(id, place),
      value,
      basedOn: found?.version ?? null,
    })
    return alert && { before: found?.value ?? null, address: address?.value ?? null, head, save }
  }

  return {
    of: async (id) => (await store.list('delivery', { case: id })).map(({ value }) => value),
    in: async (id, place) => (await store.get('delivery', deliveryId(id, place)))?.value ?? null,

    async lateIfNow(id, place, due) {
      const known = await read(id, place)
      if (!known) return null
      // What stands there, or stood, goes on saying how late it came.
      if (known.before?.state === 'delivered') return known.before.lateMinutes
      return lateness(due, known.before, now())
    },

    async delivered(id, place, due) {
      const known = await read(id, place)
      if (!known || known.before?.state === 'delivered') return []
      const { before, head, save } = known
      const at = now()
      const held = before?.state === 'delayed' ? before.why : null
      return [save({ ...head, state: 'delivered', at, lateMinutes: lateness(due, before, at), why: held })]
    },

    async refused(id, place) {
      const known = await read(id, place)
      if (!known) return []
      const { address, head, save } = known
      const why = !address ? 'unknown-place' : address.outsiders ? 'outsiders' : 'gone'
      return [save({ ...head, state: 'refused', at: now(), why })]
    },

    async delayed(id, place, why) {
      const known = await read(id, place)
      if (!known || known.before) return null
      return known.save({ ...known.head, state: 'delayed', since: now(), why })
    },
  }
}

/** Null where it was to stand there at no particular time. Of several that waited, the first one's time counts. */
function lateness(due: Instant | null, before: Delivery | null, at: Instant): number | null {
  if (due === null) return null
  const since = before?.state === 'delayed' && before.since < due ? before.since : due
  return lateBy(msOf(since), msOf(at))
}
