import type { PurchaseLimits } from '../policy/collections-policy.ts'
import type { Confidence, Severity } from './signal.ts'
import type { Purchase } from './bought.ts'

/** What a customer must not be who buys without being noticed. */
export type BuyerTrouble =
  | 'on-credit-hold'
  /** Something of theirs is held for fraud or misuse. */
  | 'on-suspicion-hold'
  | 'on-non-payment-hold'
  /** Overdue, and the policy calls for this today. */
  | 'overdue-final-notice'
  | 'overdue-suspend'

/** Why a purchase is suspicious. */
export type PurchaseReason = 'new-subscription' | 'quantity-jump' | 'first-large' | BuyerTrouble

/** What is known of whoever bought. */
export interface Buyer {
  /** Their first purchase was a short while ago, or is this one. */
  readonly isNew: boolean
  /** The most seats that any of their subscriptions had before; 0 where they had none. */
  readonly mostSeats: number
  readonly troubles: readonly BuyerTrouble[]
}

/** A purchase that people should look at, gravest reason first. */
export interface SuspiciousPurchase {
  readonly why: readonly [PurchaseReason, ...PurchaseReason[]]
  readonly severity: Severity
  readonly confidence: Confidence
}

type Kind = 'size' | 'newcomer' | 'trouble'
const weights = {
  'on-suspicion-hold': ['trouble', 'high'],
  'new-subscription': ['size', 'medium'],
  'quantity-jump': ['size', 'medium'],
  'first-large': ['newcomer', 'medium'],
  'on-credit-hold': ['trouble', 'medium'],
  'on-non-payment-hold': ['trouble', 'medium'],
  'overdue-suspend': ['trouble', 'medium'],
  'overdue-final-notice': ['trouble', 'low'],
} as const satisfies Record<PurchaseReason, readonly [Kind, Severity]>
const gravestFirst = Object.keys(weights) as readonly PurchaseReason[]

/**
 * Whether a purchase is suspicious, and how much. The gravest reason gives the severity; reasons of different kinds
 * (how much it is, how new the customer is, what trouble they are in) make it one step graver. Null: it is not.
 */
export function suspicionOf(purchase: Purchase, buyer: Buyer, limits: PurchaseLimits): SuspiciousPurchase | null {
  const reasons = new Set<PurchaseReason>([
    ...sizeOf(purchase, limits),
    ...(isFirstLarge(purchase, buyer, limits) ? (['first-large'] as const) : []),
    ...(limits.whileInTrouble ? buyer.troubles : []),
  ])
  const [gravest, ...others] = gravestFirst.filter((reason) => reasons.has(reason))
  if (gravest === undefined) return null
  const kinds = new Set([gravest, ...others].map((reason) => weights[reason][0]))
  const severity = weights[gravest][1]
  const together = kinds.size > 1
  return {
    why: [gravest, ...others],
    severity: together ? oneGraver(severity) : severity,
    // A rule about numbers says what is unusual, not what is wrong.
    confidence: together ? 'medium' : 'low',
  }
}

function sizeOf({ before, after, isNew }: Purchase, { newSeats, jump }: PurchaseLimits): readonly PurchaseReason[] {
  if (isNew) return after > newSeats ? ['new-subscription'] : []
  return after - before >= jump.seats && after >= before * jump.times ? ['quantity-jump'] : []
}

/** Whoever has as much already buys no large thing for the first time. */
function isFirstLarge({ after }: Purchase, { isNew, mostSeats }: Buyer, { firstSeats }: PurchaseLimits): boolean {
  return isNew && after > firstSeats && mostSeats <= firstSeats
}

function oneGraver(severity: 'low' | 'medium' | 'high'): Severity {
  return severity === 'low' ? 'medium' : 'high'
}
