import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorLane, OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts'
import { baseInactive } from '../../domain/ports/operator-codes.ts'
import { OutsideFault, type FaultFacts } from '../../domain/shared/outside-fault.ts'

/**
 * What becomes of a call:
 * - `ok`: it is carried out and answered
 * - `lost`: it is carried out, and the answer never arrives
 * - `later`: a change is accepted and carried out when it arrives; a look is answered at once
 * - a fault: nothing is carried out
 */
export type Weather = 'ok' | 'lost' | 'later' | Partial<Omit<FaultFacts, 'service'>>

interface Transition {
  readonly subscription: SubscriptionId
  readonly to: 'suspended' | 'active'
  readonly intent: string
}

/** An operator that keeps its books honestly and fails when it is told to. */
export interface FakeOperator extends OperatorLane {
  /** What really changed, in order. */
  readonly transitions: readonly Transition[]
  /** Every call about one subscription, in order. */
  readonly calls: readonly string[]
  /** Says what becomes of the next calls of a kind, one each; fine weather follows. */
  weather(kind: 'looks' | 'changes', ...next: readonly Weather[]): void
  /** Fine weather from here on. */
  clearUp(): void
  /** What was accepted arrives. */
  letArrive(): void
  /** Somebody else changes a subscription, at the portal. */
  change(subscription: SubscriptionId, changes: Partial<OperatorSubscription>): void
}

export function fakeOperator(
  lane: Lane,
  listed: readonly (readonly [OperatorCustomer, readonly OperatorSubscription[]])[],
): FakeOperator {
  const books = new Map(
    listed.map(([customer, own]) => [customer.tenantId, new Map(own.map((each) => [each.id, each]))]),
  )
  const forecast = { looks: [] as Weather[], changes: [] as Weather[] }
  const answered = new Set<string>()
  const accepted: (() => void)[] = []
  const transitions: Transition[] = []
  const calls: string[] = []
  const fault = (facts: Partial<Omit<FaultFacts, 'service'>>) =>
    new OutsideFault({ service: `partner-center:${lane}`, kind: 'unreachable', ...facts })

  const ofCustomer = (customer: CustomerId) => {
    const own = books.get(customer)
    if (!own) throw fault({ kind: 'not-found' })
    return own
  }
  const find = (customer: CustomerId, subscription: SubscriptionId) => {
    const found = ofCustomer(customer).get(subscription)
    if (!found) throw fault({ kind: 'not-found' })
    return found
  }
  /** What the sky does to this call; a fault stops it before anything is done. */
  const meet = (kind: 'looks' | 'changes') => {
    const sky = forecast[kind].shift() ?? 'ok'
    if (typeof sky === 'object') throw fault(sky)
    return sky
  }

  const arrive = (customer: CustomerId, subscription: SubscriptionId, to: 'suspended' | 'active', intent: string) => {
    const own = ofCustomer(customer)
    const withAddOns = [...own.values()].filter(
      ({ id, parent }) => id === subscription || (to === 'suspended' && parent === subscription),
    )
    for (const each of withAddOns) {
      if (each.status === to) continue
      own.set(each.id, { ...each, status: to })
      transitions.push({ subscription: each.id, to, intent })
    }
  }
  const changing =
    (to: 'suspended' | 'active') =>
    async (customer: CustomerId, subscription: SubscriptionId, intent: string): Promise<void> => {
      calls.push(`${to === 'suspended' ? 'suspend' : 'reactivate'} ${subscription} ${intent}`)
      const { parent } = find(customer, subscription)
      const sky = meet('changes')
      const under = parent === null ? null : ofCustomer(customer).get(parent)
      if (to === 'active' && under?.status === 'suspended') throw fault({ kind: 'refused', code: baseInactive })
      if (!answered.has(intent)) {
        answered.add(intent)
        const carryOut = () => arrive(customer, subscription, to, intent)
        if (sky === 'later') accepted.push(carryOut)
        else carryOut()
      }
      if (sky === 'lost') throw fault({ kind: 'unreachable' })
    }

  return {
    lane,
    transitions,
    calls,
    async *customers() {
      yield listed.map(([customer]) => customer)
    },
    subscriptions: async (customer) => [...ofCustomer(customer).values()],
    async subscription(customer, subscription) {
      calls.push(`look ${subscription}`)
      const found = find(customer, subscription)
      if (meet('looks') === 'lost') throw fault({ kind: 'unreachable' })
      return found
    },
    suspend: changing('suspended'),
    reactivate: changing('active'),
    weather(kind, ...next) {
      forecast[kind].push(...next)
    },
    clearUp() {
      forecast.looks = []
      forecast.changes = []
    },
    letArrive() {
      for (const carryOut of accepted.splice(0)) carryOut()
    },
    change(subscription, changes) {
      for (const own of books.values()) {
        const found = own.get(subscription)
        if (found) own.set(subscription, { ...found, ...changes })
      }
    },
  }
}
