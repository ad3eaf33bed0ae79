import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type {
  AzureSubscription,
  LicenceCount,
  OperatorCost,
  OperatorLane,
  OperatorSubscription,
  Provisioning,
} from '../../domain/ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts'
import { azureStillActive, baseInactive } from '../../domain/ports/operator-codes.ts'
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
  readonly to: 'suspended' | 'active' | 'deleted' | 'inactive'
  readonly intent: string
}
type Status = 'suspended' | 'active' | 'deleted'
type Weathered = 'looks' | 'changes'

/** An operator that keeps its books honestly and fails when it is told to. */
export interface FakeOperator extends OperatorLane {
  /** What really changed, in order. */
  readonly transitions: readonly Transition[]
  /** Every call about one subscription or Azure subscription, in order. */
  readonly calls: readonly string[]
  /** Says what becomes of the next calls of a kind, one each; fine weather follows. */
  weather(kind: Weathered, ...next: readonly Weather[]): void
  /** Fine weather from here on. */
  clearUp(): void
  /** What was accepted arrives. */
  letArrive(): void
  /** Somebody else changes a subscription, at the portal. */
  change(subscription: SubscriptionId, changes: Partial<OperatorSubscription>): void
  /** A customer buys a subscription. */
  put(customer: CustomerId, subscription: OperatorSubscription): void
  /** There is this Azure subscription, or it is like this now. */
  putAzure(azure: AzureSubscription): void
  /** What is told of a customer; nothing can be read of one nobody told of. */
  tell(customer: CustomerId, told: Told): void
  /** How far the last order of a subscription is; `success` where nothing else was said. */
  provisioning(subscription: SubscriptionId, state: Provisioning): void
}

interface Told {
  readonly licences?: readonly LicenceCount[]
  readonly costs?: readonly OperatorCost[]
}

export function fakeOperator(
  lane: Lane,
  listed: readonly (readonly [OperatorCustomer, readonly OperatorSubscription[]])[],
): FakeOperator {
  const books = new Map(
    listed.map(([customer, own]) => [customer.tenantId, new Map(own.map((each) => [each.id, each]))]),
  )
  const azure = new Map<SubscriptionId, AzureSubscription>()
  const told = new Map<CustomerId, Told>()
  const provisionings = new Map<SubscriptionId, Provisioning>()
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
  const meet = (kind: Weathered) => {
    const sky = forecast[kind].shift() ?? 'ok'
    if (typeof sky === 'object') throw fault(sky)
    return sky
  }

  /** A call that changes something: heard once for each intent, whatever becomes of its answer. */
  const asked = (sky: 'ok' | 'lost' | 'later', intent: string, carryOut: () => void) => {
    if (!answered.has(intent)) {
      answered.add(intent)
      if (sky === 'later') accepted.push(carryOut)
      else carryOut()
    }
    if (sky === 'lost') throw fault({ kind: 'unreachable' })
  }
  const become = (customer: CustomerId, subscription: SubscriptionId, to: Status, intent: string) => {
    const own = ofCustomer(customer)
    const withAddOns = [...own.values()].filter(
      ({ id, parent }) => id === subscription || (to !== 'active' && parent === subscription),
    )
    for (const each of withAddOns) {
      if (each.status === to) continue
      // facts/partner-center 6.3
      const drops = to === 'suspended' && each.model === 'new-commerce'
      own.set(each.id, { ...each, status: to, ...(drops && { autoRenew: false, scheduledChange: null }) })
      transitions.push({ subscription: each.id, to, intent })
    }
  }
  const verbs = { suspended: 'suspend', active: 'reactivate', deleted: 'cancel' } as const
  const changing =
    (to: Status) =>
    async (customer: CustomerId, subscription: SubscriptionId, intent: string): Promise<void> => {
      calls.push(`${verbs[to]} ${subscription} ${intent}`)
      const { parent, model } = find(customer, subscription)
      const sky = meet('changes')
      const under = parent === null ? null : ofCustomer(customer).get(parent)
      if (to === 'active' && under?.status === 'suspended') throw fault({ kind: 'refused', code: baseInactive })
      const running = [...azure.values()].some(({ plan, status }) => plan === subscription && status === 'active')
      if (to === 'suspended' && model === 'azure-plan' && running)
        throw fault({ kind: 'refused', status: 403, code: azureStillActive })
      asked(sky, intent, () => become(customer, subscription, to, intent))
    }

  const findAzure = (customer: CustomerId, plan: SubscriptionId, id: SubscriptionId) => {
    find(customer, plan)
    const found = azure.get(id)
    if (found?.plan !== plan) throw fault({ kind: 'not-found', code: '800111' })
    return found
  }
  const changingAzure =
    (to: 'inactive' | 'active') =>
    async (customer: CustomerId, plan: SubscriptionId, id: SubscriptionId, intent: string): Promise<void> => {
      calls.push(`${to === 'inactive' ? 'stop' : 'start'}-azure ${id} ${intent}`)
      findAzure(customer, plan, id)
      asked(meet('changes'), intent, () => {
        const held = findAzure(customer, plan, id)
        if (held.status === to) return
        azure.set(id, { ...held, status: to })
        transitions.push({ subscription: id, to, intent })
      })
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
    cancel: changing('deleted'),
    async setRenewal(customer, subscription, { autoRenew, scheduledChange }, intent) {
      calls.push(`set-renewal ${subscription} ${intent}`)
      const { status } = find(customer, subscription)
      const sky = meet('changes')
      if (status === 'suspended') throw fault({ kind: 'refused', status: 400, code: '800091' })
      asked(sky, intent, () => {
        const kept = autoRenew ? scheduledChange : null
        ofCustomer(customer).set(subscription, {
          ...find(customer, subscription),
          autoRenew,
          scheduledChange: kept,
        })
      })
    },
    async azureSubscriptions(customer, plan) {
      find(customer, plan)
      return [...azure.values()].filter((each) => each.plan === plan)
    },
    async azureSubscription(customer, plan, id) {
      calls.push(`look-azure ${id}`)
      const found = findAzure(customer, plan, id)
      if (meet('looks') === 'lost') throw fault({ kind: 'unreachable' })
      return found
    },
    stopAzure: changingAzure('inactive'),
    startAzure: changingAzure('active'),
    licences: async (customer) => told.get(customer)?.licences ?? null,
    costs: async (customer) => told.get(customer)?.costs ?? null,
    async provisioned(customer, subscription) {
      find(customer, subscription)
      return provisionings.get(subscription) ?? 'success'
    },
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
    put: (customer, each) => void ofCustomer(customer).set(each.id, each),
    putAzure: (each) => void azure.set(each.id, each),
    tell: (customer, more) => void told.set(customer, { ...told.get(customer), ...more }),
    provisioning: (subscription, state) => void provisionings.set(subscription, state),
  }
}
