import { msOf, type Instant } from '../../../domain/shared/time.ts'
import { noteTransition, type Author } from './log.ts'
import type { StatusWord } from './seed.ts'
import { termEnd } from './status-rules.ts'
import type { Switches } from './switches.ts'
import { findSubscription, subscriptionsOf, type SimulatedSubscription, type World } from './world.ts'

interface Cause {
  readonly by: Author
  readonly at: Instant
  readonly requestId: string | null
  /** As the resource shows them; what the switches say where left out. */
  readonly suspensionReasons?: readonly string[] | undefined
}

/** Brings a subscription into a status with everything that follows from it (facts/partner-center 6.3). */
export function carryOut(
  to: StatusWord,
  held: SimulatedSubscription,
  cause: Cause,
  world: World,
  switches: Switches,
): void {
  const { resource } = held
  const from = resource.status
  if (from === to) return
  resource.status = to
  held.since = cause.at
  held.version += 1
  resource.suspensionReasons = to === 'suspended' ? [...(cause.suspensionReasons ?? switches.suspensionReasons)] : []
  const { by, at, requestId } = cause
  noteTransition(world.log, { at, customer: held.customer, subscription: resource.id, from, to, by, requestId })

  if (to === 'suspended' && held.soldAs === 'new-commerce') {
    // Switched off, and still off after reactivation; scheduled changes are dropped, next-charge instructions stay.
    resource.autoRenewEnabled = false
    delete resource.scheduledNextTermInstructions
  }
  const follow = { ...cause, by: 'base' as const }
  for (const addOn of addOnsOf(held, world)) {
    if (to === 'suspended' && addOn.resource.status === 'active') carryOut('suspended', addOn, follow, world, switches)
    if (to === 'active' && switches.addOnsReturn && addOn.resource.status === 'suspended')
      carryOut('active', addOn, follow, world, switches)
    if (to === 'deleted' && addOn.resource.status !== 'deleted') carryOut('deleted', addOn, follow, world, switches)
  }
}

/** A change that was accepted arrives, unless the world has moved on meanwhile. */
export function arrive(held: SimulatedSubscription, at: Instant, world: World, switches: Switches): void {
  const { underWay } = held
  held.underWay = null
  if (underWay === null) return
  const well = switches.changes !== 'fail-later' && mayArrive(underWay.to, held, at, world)
  held.arrived = { well, at }
  if (well) carryOut(underWay.to, held, { by: 'partner', at, requestId: underWay.requestId }, world, switches)
}

function mayArrive(to: StatusWord, held: SimulatedSubscription, at: Instant, world: World): boolean {
  const reversible = held.resource.status === 'active' || held.resource.status === 'suspended'
  const parent = held.resource.parentSubscriptionId
  const base = parent === undefined ? null : findSubscription(world, held.customer, parent)
  const stands = to !== 'active' || (msOf(at) < termEnd(held) && (base?.resource.status ?? 'active') === 'active')
  return reversible && stands
}

function addOnsOf(base: SimulatedSubscription, world: World): readonly SimulatedSubscription[] {
  return subscriptionsOf(world, base.customer).filter(
    ({ resource }) => resource.parentSubscriptionId === base.resource.id,
  )
}
