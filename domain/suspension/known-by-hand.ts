import type { Customer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { SubscriptionId } from '../shared/ids.ts'

const byName = 'by-name:'

/** Whether only a name is known, as somebody typed it: nothing but a person can find it at the operator. */
export function isNamedOnly(id: SubscriptionId): boolean {
  return id.startsWith(byName)
}

/** The subscriptions that a customer's ledger lines name by id; whether they are in service nobody has asked. */
export function namedInLedger(
  { accounts }: Customer,
  lane: Lane,
  { items }: Pick<Ledger, 'items'>,
): readonly OperatorSubscription[] {
  const lines = accounts
    .flatMap(({ key }) => items.get(key) ?? [])
    .flatMap(({ item }) => (item.kind === 'invoice' ? item.lines : []))
  const names = new Map<SubscriptionId, string>()
  for (const { subscription, text } of lines)
    if (subscription !== null && !names.has(subscription)) names.set(subscription, text)
  return [...names].map(([id, name]) => unseen(id, name.trim() === '' ? id : name, lane))
}

/** Subscriptions called as they are in the portal, one a line. */
export function calledByName(typed: string, lane: Lane): readonly OperatorSubscription[] {
  const names = typed
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)].map((name) => unseen(`${byName}${name.toLowerCase()}`, name, lane))
}

function unseen(id: SubscriptionId, name: string, lane: Lane): OperatorSubscription {
  return {
    id,
    name,
    offer: name,
    status: 'unknown',
    suspensionReasons: [],
    model: lane === 'china' ? '21vianet' : 'unknown',
    quantity: 0,
    parent: null,
    commitmentEnd: null,
    autoRenew: null,
    term: null,
    billingCycle: null,
    cancellableUntil: null,
    scheduledChange: null,
    unseen: true,
  }
}
