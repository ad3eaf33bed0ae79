import { later, type Instant } from '../../../domain/shared/time.ts'
import { shownAzure, shownStatus, type AzureStatus, type SimulatedAzure } from './azure-subscription.ts'
import { noteTransition, type Author } from './log.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import { findSubscription, type World } from './world.ts'

interface Situation {
  readonly world: World
  readonly switches: Switches
  readonly now: Instant
}

/** Stops an Azure subscription, or throws the operator's refusal (facts/partner-center 7). */
export function stopAzure(
  held: SimulatedAzure,
  body: Readonly<Record<string, unknown>>,
  requestId: string | null,
  { world, switches, now }: Situation,
): WireAnswer {
  // The only reason shown; "others give 400, 900307".
  if (body['cancellationReason'] !== 'compromise')
    throw new OperatorRefusal(400, 900307, 'The cancellation reason is invalid.')
  if (held.starting !== null) throw new OperatorRefusal(409, 800060, 'A reactivation is in progress.')
  // Nothing is said of stopping what is stopped (?).
  if (held.status === 'inactive' && switches.stoppedAgain === 'refused')
    throw new OperatorRefusal(400, 800040, 'The transition from inactive to inactive is not allowed.')
  becomeAzure(held, 'inactive', { by: 'partner', at: now, requestId }, world)
  return { status: 200, body: shownAzure(held, switches, now) }
}

/** Accepts a reactivation, which arrives with the usual delay, or throws the operator's refusal. */
export function startAzure(held: SimulatedAzure, requestId: string | null, situation: Situation): WireAnswer {
  const { world, switches, now } = situation
  if (switches.azureReactivation === 'not-permitted')
    throw new OperatorRefusal(403, 900335, 'The partner may not reactivate this Azure entitlement.')
  // (!) Another page says that only the Azure portal can; without its plan nothing can.
  if (switches.azureReactivation === 'portal-only' || !planIsActive(held, world))
    throw new OperatorRefusal(400, 900337, 'The partner cannot reactivate this Azure entitlement.')
  if (held.status === 'inactive') held.starting ??= { at: later(now, switches.entitlementLagMs), requestId }
  return { status: 202 }
}

/** A reactivation arrives, unless the plan fell meanwhile. */
export function arriveAzure(held: SimulatedAzure, at: Instant, world: World): void {
  const { starting } = held
  held.starting = null
  if (starting === null || !planIsActive(held, world)) return
  becomeAzure(held, 'active', { by: 'partner', at, requestId: starting.requestId }, world)
  held.lags = false
}

/** The customer at the Azure portal: may bring it back while the plan is active (7). Throws an ordinary error where not. */
export function flipAzure(held: SimulatedAzure, to: AzureStatus, by: Author, at: Instant, world: World): void {
  if (to === 'active' && !planIsActive(held, world)) throw new Error(`the plan ${held.plan} is not active`)
  held.starting = null
  becomeAzure(held, to, { by, at, requestId: null }, world)
}

/** Whether an Azure subscription under this plan still reads active: then the plan can be neither suspended nor ended. */
export function hasActiveAzure(customer: string, plan: string, { world, switches, now }: Situation): boolean {
  return azureUnder(world, customer, plan).some((each) => shownStatus(each, switches, now) === 'active')
}

export function azureUnder(world: World, customer: string, plan: string): readonly SimulatedAzure[] {
  return world.azure.filter((each) => each.customer === customer && each.plan === plan)
}

function becomeAzure(
  held: SimulatedAzure,
  to: AzureStatus,
  cause: { readonly by: Author; readonly at: Instant; readonly requestId: string | null },
  world: World,
): void {
  const { status: from, customer, id: subscription } = held
  if (from === to) return
  held.status = to
  held.since = cause.at
  held.lags = true
  noteTransition(world.log, { ...cause, customer, subscription, from, to })
}

function planIsActive({ customer, plan }: SimulatedAzure, world: World): boolean {
  return findSubscription(world, customer, plan)?.resource.status === 'active'
}
