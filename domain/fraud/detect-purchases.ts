import { creditKey } from '../credit/credit-line.ts'
import type { Lane } from '../customers/lane.ts'
import { isSuspicion, type HeldSubscription } from '../holds/hold.ts'
import type { CollectionsPolicy, DunningStage } from '../policy/collections-policy.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt, type Clock, type Day, type Instant } from '../shared/time.ts'
import { hadBefore, isNewBuyer, purchasesSince, withPurchases, type Bought, type Purchase } from './bought.ts'
import type { Signal } from './signal.ts'
import { suspicionOf, type BuyerTrouble, type SuspiciousPurchase } from './suspicious-purchase.ts'

export interface DetectionParts {
  readonly store: DeskStore
  readonly book: StandingBook
  readonly policy: Pick<CollectionsPolicy, 'detection' | 'calendar'>
  readonly now: Clock
}

/** One look at what a customer has. */
export interface PurchaseLook {
  readonly lane: Lane
  readonly customer: CustomerId
  /** Everything the operator lists of them. */
  readonly shown: readonly OperatorSubscription[]
  /** What they were known to have; null where this is the first look at them, which raises nothing. */
  readonly bought: Bought | null
  /** When they were seen before; null when never. */
  readonly seenBefore: Instant | null
}

/** What came of it: what to raise, and what to remember once it was raised. */
export interface Detected {
  readonly signals: readonly Signal[]
  readonly bought: Bought
}

/** Finds suspicious purchases among what the operator shows; changes nothing by itself. */
export function purchaseDetector({ store, book, policy, now }: DetectionParts) {
  return async (look: PurchaseLook): Promise<Detected> => {
    const { lane, customer, shown, bought } = look
    const { detection, calendar } = policy
    const at = now()
    const today = dayAt(at, calendar.timeZone)
    if (bought === null) return { signals: [], bought: hadBefore(shown, today) }
    const purchases = purchasesSince(bought, shown, today)
    // Also where nothing is reported: whoever switches it on later hears of what is bought from then on.
    if (purchases.length === 0 || detection === null) {
      return { signals: [], bought: withPurchases(bought, { shown, purchases, told: purchases, today }) }
    }
    const known = (await book.today()).of(customer)
    const held = (await store.list('held', { customer })).map(({ value }) => value).filter((one) => one.lane === lane)
    const stage = known?.finding.stage ?? 'clear'
    const credit = await store.get('credit-line', creditKey(lane, customer))
    const buyer = {
      isNew: isNewBuyer(bought, today, detection.newCustomerDays),
      mostSeats: Math.max(0, ...bought.subscriptions.map(({ seats }) => seats)),
      troubles: troublesOf(held, stage, (credit?.value.holds.length ?? 0) > 0),
    }
    const found = purchases.flatMap((purchase) => {
      const suspicion = suspicionOf(purchase, buyer, detection)
      return suspicion ? [{ purchase, suspicion }] : []
    })
    const told = found.map(({ purchase }) => purchase)
    const after = withPurchases(bought, { shown, purchases, told, today })
    const facts = { ...look, name: known?.customer.name ?? null, since: bought.since, firstOn: after.firstOn, at }
    const signals = found.map(({ purchase, suspicion }) =>
      signalOf(purchase, suspicion, {
        ...facts,
        more: {
          ...(buyer.isNew && after.firstOn !== null && { customerSince: after.firstOn }),
          ...(held.length > 0 && { holds: holdsOf(held) }),
          ...(stage !== 'clear' && { stage }),
        },
      }),
    )
    return { signals, bought: after }
  }
}

/** What trouble a customer is in today; `ordersHeld`: the partner takes no new orders of them. */
export function troublesOf(
  held: readonly HeldSubscription[],
  stage: DunningStage,
  ordersHeld: boolean,
): readonly BuyerTrouble[] {
  const holds = held.flatMap((one) => one.holds)
  return [
    ...(holds.some(({ reason }) => isSuspicion(reason)) ? (['on-suspicion-hold'] as const) : []),
    ...(holds.some(({ reason }) => reason === 'non-payment') ? (['on-non-payment-hold'] as const) : []),
    ...(stage === 'suspend' ? (['overdue-suspend'] as const) : []),
    ...(stage === 'final-notice' ? (['overdue-final-notice'] as const) : []),
    ...(ordersHeld ? (['on-credit-hold'] as const) : []),
  ]
}

interface SignalFacts extends Pick<PurchaseLook, 'lane' | 'customer' | 'seenBefore'> {
  readonly name: string | null
  readonly since: Day
  readonly at: Instant
  readonly more: Readonly<Record<string, string>>
}

/** One item for each quantity: however often it is seen, also by another process, it is the same purchase. */
function signalOf(purchase: Purchase, suspicion: SuspiciousPurchase, facts: SignalFacts): Signal {
  const { lane, name, since, seenBefore, at, more } = facts
  const { subscription, before, after } = purchase
  const customer = facts.customer.toLowerCase()
  const id = subscription.id.toLowerCase()
  return {
    source: 'desk',
    id: [lane, customer, id, after, since].join('/'),
    lane,
    customer,
    customerName: name,
    subscription: id,
    subscriptionName: subscription.name,
    type: 'suspiciousPurchase',
    suspicion: 'fraud',
    severity: suspicion.severity,
    confidence: suspicion.confidence,
    status: 'active',
    title: null,
    description: null,
    firstSeenAt: at,
    // Said again after a verdict it would be another incident; looking again at the same purchase is none.
    lastSeenAt: null,
    hits: null,
    resources: [],
    country: null,
    isTest: false,
    resolvedReason: null,
    details: {
      why: suspicion.why.join(','),
      before: String(before),
      after: String(after),
      offer: subscription.offer,
      model: subscription.model,
      ...(seenBefore !== null && { boughtAfter: seenBefore }),
      ...more,
    },
  }
}

function holdsOf(held: readonly HeldSubscription[]): string {
  return [...new Set(held.flatMap(({ holds }) => holds.map(({ reason }) => reason)))].toSorted().join(',')
}
