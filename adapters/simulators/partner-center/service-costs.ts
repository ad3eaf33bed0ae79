import { msOf, type Instant } from '../../../domain/shared/time.ts'
import type { AzureStatus } from './azure-subscription.ts'
import type { SoldAs, StatusWord } from './seed.ts'
import type { Switches } from './switches.ts'
import type { SimulatedSubscription, World } from './world.ts'

/** A billed month, both days included, as midnights in UTC without a zone (docs: service-costs-resources). */
interface BilledMonth {
  readonly from: string
  readonly to: string
  readonly days: number
}

const day = 86_400_000

/** The newest month that is over. */
export function lastBilledMonth(now: Instant): BilledMonth {
  const at = new Date(now)
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1))
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 0))
  const text = (date: Date) => date.toISOString().slice(0, 19)
  return { from: text(first), to: text(last), days: last.getUTCDate() }
}

/** What the partner is charged for a month of a subscription, day by day; null where it has no price. */
export function chargedFor(
  held: SimulatedSubscription,
  { from, days }: BilledMonth,
  world: World,
  switches: Switches,
): { readonly amount: number; readonly currency: string } | null {
  if (held.monthlyCharge === null) return null
  const { amount, currency } = held.monthlyCharge
  const begins = Date.parse(`${from}Z`)
  const charged = Array.from({ length: days }, (_, index) => statusAt(held, begins + index * day, world)).filter(
    (status) => isCharged(status, held.soldAs, switches),
  ).length
  return { amount: (amount * charged) / days, currency }
}

// facts/partner-center 6.3, 6.4: nothing is charged in the disabled periods, nor for what has expired.
function isCharged(status: StatusWord | AzureStatus | null, soldAs: SoldAs, switches: Switches): boolean {
  if (status !== 'suspended') return status === 'active'
  // New commerce: charging continues; legacy: it stops; 21Vianet: not stated (?).
  if (soldAs === '21vianet') return switches.vianetChargesSuspended
  return soldAs !== 'legacy'
}

/** Null before its purchase. */
function statusAt(held: SimulatedSubscription, ms: number, world: World): StatusWord | AzureStatus | null {
  const { resource, customer } = held
  if (ms < Date.parse(resource.creationDate)) return null
  const later = world.log.transitions.find(
    (each) => each.customer === customer && each.subscription === resource.id && msOf(each.at) > ms,
  )
  return later?.from ?? resource.status
}
