import type { Lane } from '../../domain/customers/lane.ts'
import type { CommercialModel, OperatorSubscription, ScheduledChange } from '../../domain/ports/operator-lane.ts'
import { instantOf, type Instant } from '../../domain/shared/time.ts'
import { scheduledWire, type SubscriptionWire } from './wire.ts'

/** The operator's resource in the words of the desk (facts/partner-center 6.2). */
export function subscriptionOf(wire: SubscriptionWire, lane: Lane): OperatorSubscription {
  return {
    id: wire.id,
    name: wire.friendlyName || wire.offerName || wire.id,
    offer: wire.offerName || wire.offerId,
    status: wire.status === 'none' ? 'unknown' : wire.status,
    suspensionReasons: wire.suspensionReasons ?? [],
    model: modelOf(wire, lane),
    quantity: wire.quantity ?? 0,
    parent: wire.parentSubscriptionId || null,
    commitmentEnd: momentOf(wire.commitmentEndDateTime || wire.commitmentEndDate),
    autoRenew: wire.autoRenewEnabled ?? null,
    term: wire.termDuration || null,
    billingCycle: wire.billingCycle || null,
    cancellableUntil: momentOf(wire.cancellationAllowedUntilDate),
    scheduledChange: scheduledOf(wire.scheduledNextTermInstructions),
  }
}

/** An empty one schedules nothing. */
function scheduledOf(instructions: SubscriptionWire['scheduledNextTermInstructions']): ScheduledChange | null {
  if (instructions == null || Object.keys(instructions).length === 0) return null
  const { quantity, product } = scheduledWire.parse(instructions)
  return {
    quantity: quantity ?? null,
    product: product?.productId || null,
    term: product?.termDuration || null,
    billingCycle: product?.billingCycle || null,
    instructions: JSON.stringify(instructions),
  }
}

function modelOf(
  { productType, billingType, entitlementId, offerName }: SubscriptionWire,
  lane: Lane,
): CommercialModel {
  if (lane === 'china') return '21vianet'
  if (productType?.id === 'OnlineServicesNCE') return 'new-commerce'
  if (/^(microsoft )?azure plan$/i.test(offerName)) return 'azure-plan'
  // 6.2: only legacy Azure names one Azure subscription of its own.
  if (billingType === 'usage') return entitlementId === '' ? 'azure-plan' : 'legacy'
  // Legacy resources are older than product types; any other product type is one this desk does not know.
  return billingType === 'license' && !productType?.id ? 'legacy' : 'unknown'
}

/** Null for "never" (year 1), "not yet" and "does not renew" (year 9999), and for what is no date (4.2). */
function momentOf(text: string): Instant | null {
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T') ? text : `${text}Z`
  const ms = Date.parse(zoned)
  if (Number.isNaN(ms)) return null
  const year = new Date(ms).getUTCFullYear()
  return year < 1900 || year > 9000 ? null : instantOf(ms)
}
