import type { Lane } from '../customers/lane.ts'
import type { CommercialModel, SubscriptionStatus } from '../ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** How a subscription can differ from what this desk has recorded. */
export type Difference =
  /** Out of service, though this desk took it out for nothing. */
  | 'suspended-elsewhere'
  /** In service, though this desk holds it. */
  | 'active-though-held'

/** A subscription as the watch saw it last, where it was more than plainly in service. */
export interface SeenSubscription {
  readonly id: SubscriptionId
  readonly name: string
  readonly status: SubscriptionStatus
  readonly model: CommercialModel
  readonly commitmentEnd: Instant | null
  /** The last look at which it was in service; null where no look was. */
  readonly inServiceAt: Instant | null
  /** What was found and is dealt with: by a case, or because it was so before the watch began. Null: nothing was. */
  readonly difference: Difference | null
}

/**
 * A customer as the watch saw them last. What is in service and held by nobody is left out, but for its seats: ten
 * thousand stay small.
 */
export interface SeenCustomer {
  /** When the operator was asked last. */
  readonly triedAt: Instant
  /** When the operator answered last; null when it never did. */
  readonly seenAt: Instant | null
  readonly subscriptions: readonly SeenSubscription[]
  /** What they have bought, packed (domain/fraud/bought); null where nobody has looked at that yet. */
  readonly bought: string | null
}

/** What the watch knows of one lane: a cache that can be rebuilt, by a new baseline. */
export interface SeenLane {
  /** Since when every customer was looked at once; null while the baseline is being taken. */
  readonly baselineAt: Instant | null
  /** When the last full look at the lane was done; null when none was. */
  readonly wholeAt: Instant | null
  /** Since when the full look under way counts. */
  readonly wholeFrom: Instant | null
  readonly customers: ReadonlyMap<CustomerId, SeenCustomer>
}

/** Remembers what was seen, in memory; whoever keeps it in a file reads it with `lane` and asks for it with `revision`. */
export interface WatchMemory {
  lane(lane: Lane): SeenLane
  customer(lane: Lane, customer: CustomerId): SeenCustomer | null
  see(lane: Lane, customer: CustomerId, seen: SeenCustomer): void
  /** Customers that the operator no longer lists. */
  forget(lane: Lane, customers: readonly CustomerId[]): void
  progress(lane: Lane, changes: Partial<Omit<SeenLane, 'customers'>>): void
  /** Writes down what must not be seen as new once more; does nothing where nothing is kept. */
  keep(lane: Lane): Promise<void>
}

const unseen: SeenLane = { baselineAt: null, wholeAt: null, wholeFrom: null, customers: new Map() }

/** Begins with what is known already; `keep` is told of each moment that should outlive the process. */
export function createWatchMemory(
  known: Readonly<Partial<Record<Lane, SeenLane>>> = {},
  keep: (lane: Lane, seen: SeenLane) => Promise<void> = async () => undefined,
): WatchMemory {
  const lanes = new Map<Lane, SeenLane & { readonly customers: Map<CustomerId, SeenCustomer> }>()
  const of = (lane: Lane) => {
    const found = lanes.get(lane)
    if (found) return found
    const from = known[lane] ?? unseen
    const fresh = { ...from, customers: new Map(from.customers) }
    lanes.set(lane, fresh)
    return fresh
  }
  return {
    lane: of,
    customer: (lane, customer) => of(lane).customers.get(customer) ?? null,
    see: (lane, customer, seen) => void of(lane).customers.set(customer, seen),
    forget(lane, customers) {
      for (const customer of customers) of(lane).customers.delete(customer)
    },
    progress: (lane, changes) => void lanes.set(lane, { ...of(lane), ...changes }),
    keep: (lane) => keep(lane, of(lane)),
  }
}
