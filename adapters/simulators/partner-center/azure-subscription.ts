import { msOf, type Instant } from '../../../domain/shared/time.ts'
import type { SeedSubscription } from './seed.ts'
import type { Switches } from './switches.ts'

export type AzureStatus = 'active' | 'inactive'

/** One Azure subscription under an Azure plan (facts/partner-center 7). */
export interface SimulatedAzure {
  readonly customer: string
  readonly plan: string
  readonly id: string
  readonly name: string
  /** What it really is; callers may see it later. */
  status: AzureStatus
  since: Instant
  /** Whether it is still shown as it was before. */
  lags: boolean
  /** A reactivation that was accepted and has not arrived. */
  starting: { readonly at: Instant; readonly requestId: string | null } | null
}

/** The Azure subscriptions of a seeded plan. */
export function azureOf(customer: string, seed: SeedSubscription, since: Instant): readonly SimulatedAzure[] {
  const counted = Array.from({ length: seed.activeAzureSubscriptions ?? 0 }, (_, index) => ({
    id: `${seed.id.slice(0, -4)}${(0xa000 + index).toString(16)}`,
    name: `Azure subscription ${index + 1}`,
  }))
  return [...(seed.azure ?? []), ...counted].map(({ id, name = id, ...own }) => ({
    customer,
    plan: seed.id,
    id,
    name,
    status: 'status' in own ? (own.status ?? 'active') : 'active',
    since,
    lags: false,
    starting: null,
  }))
}

/** The status callers are shown: about ten minutes late. */
export function shownStatus({ status, since, lags }: SimulatedAzure, switches: Switches, now: Instant): AzureStatus {
  const late = lags && msOf(now) - msOf(since) < switches.entitlementLagMs
  const before = status === 'active' ? 'inactive' : 'active'
  return late ? before : status
}

/** As it goes over the wire; here `subscriptionId` is the plan. */
export function shownAzure(held: SimulatedAzure, switches: Switches, now: Instant): object {
  const { customer, plan, id, name } = held
  const uri = `/customers/${customer}/subscriptions/${plan}/azureEntitlements/${id}`
  return {
    id,
    friendlyName: name,
    status: shownStatus(held, switches, now),
    subscriptionId: plan,
    links: { self: { uri, method: 'GET', headers: [] } },
  }
}
