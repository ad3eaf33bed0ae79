import type { Lane } from '../../domain/customers/lane.ts'
import type { FeedName, Signal } from '../../domain/fraud/signal.ts'
import type { FraudFeed, ResolvedReason } from '../../domain/ports/fraud-feed.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A feed that shows what it is given, keeps what it is told, and fails when told to. */
export interface FakeFeed extends FraudFeed {
  /** Shows one more item, or an item anew. */
  raise(signal: Signal): void
  readonly told: readonly {
    readonly ids: readonly string[]
    readonly reason: ResolvedReason
    readonly intent: string
  }[]
  /** How often it was asked for what is open. */
  readonly looks: number
  /** How often for all of it, and not only for what is new. */
  readonly wholeLooks: number
  /** What becomes of the next calls, one each. */
  spoil(...faults: readonly OutsideFault[]): void
}

export function fakeFeed(
  lane: Lane,
  name: FeedName,
  takes: readonly ResolvedReason[] = ['fraud', 'legitimate', 'ignore'],
): FakeFeed {
  const items = new Map<string, Signal>()
  const told: { ids: string[]; reason: ResolvedReason; intent: string }[] = []
  const faults: OutsideFault[] = []
  let looks = 0
  let wholeLooks = 0
  const answering = <Answer>(answer: () => Answer): Promise<Answer> => {
    const fault = faults.shift()
    return fault ? Promise.reject(fault) : Promise.resolve(answer())
  }
  return {
    lane,
    name,
    takes: new Set(takes),
    told,
    get looks() {
      return looks
    },
    get wholeLooks() {
      return wholeLooks
    },
    raise: (signal) => void items.set(signal.id, signal),
    spoil: (...more) => void faults.push(...more),
    open(isKnown) {
      looks += 1
      if (!isKnown) wholeLooks += 1
      return answering(() => {
        const open = [...items.values()].filter(({ status }) => status !== 'resolved').reverse()
        // Pages of one.
        const last = isKnown ? open.findIndex((signal) => isKnown(signal)) : -1
        return last === -1 ? open : open.slice(0, last + 1)
      })
    },
    find: ({ id }) => answering(() => items.get(id) ?? null),
    resolve: (list, reason, intent) =>
      answering(() => {
        told.push({ ids: list.map(({ id }) => id), reason, intent })
        for (const { id } of list) {
          const item = items.get(id)
          if (item) items.set(id, { ...item, status: 'resolved', resolvedReason: reason })
        }
      }),
  }
}

/** Something a feed shows, with what a spec does not care about filled in. */
export function aSignal(given: Partial<Signal> = {}): Signal {
  return {
    source: 'graph',
    id: 'alert-1',
    lane: 'global',
    customer: '5f3c1d6e-0000-4000-8000-00000000fab1',
    customerName: 'Fabrikam Inc',
    subscription: 'az-1',
    subscriptionName: 'Azure subscription 1',
    type: 'networkConnectionsToCryptoMiningPools',
    suspicion: 'fraud',
    severity: 'medium',
    confidence: 'medium',
    status: 'active',
    title: 'Mining pool traffic from a virtual machine',
    description: null,
    firstSeenAt: '2025-03-31T07:00:00.000Z',
    lastSeenAt: '2025-03-31T08:00:00.000Z',
    hits: null,
    resources: [],
    country: null,
    isTest: false,
    resolvedReason: null,
    details: {},
    ...given,
  }
}
