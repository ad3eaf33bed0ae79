import type { Lane } from '../../../domain/customers/lane.ts'
import type { NewId } from '../../../domain/shared/ids.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Faults } from './faults.ts'
import type { FraudEventNote } from './simulated-incident.ts'
import type { Switches } from './switches.ts'
import type { Throttle } from './throttle.ts'
import type { TokenDesk } from './tokens.ts'
import type { World } from './world.ts'

/** Everything one simulated operator consists of. */
export interface Simulation {
  readonly lane: Lane
  readonly world: World
  readonly faults: Faults
  readonly throttle: Throttle
  readonly tokens: TokenDesk
  readonly newId: NewId
  switches: Switches
  /** The operator's own clock. */
  now(): Instant
  /** Keeps the world, where it is kept. */
  save(): void
  /** Breaks off each call that is held without an answer. */
  readonly hanging: Set<() => void>
  /** Hear of each fraud event that appears, or is seen again. */
  readonly fraudListeners: Set<(event: FraudEventNote) => void>
}
