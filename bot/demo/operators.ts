import { randomUUID } from 'node:crypto'
import { startPartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import { lanes } from '../../domain/customers/lane.ts'
import type { Clock, Day } from '../../domain/shared/time.ts'
import type { Config } from '../config.ts'
import type { LaneConfig } from '../config/lane-config.ts'
import { wallClock } from '../wall-clock.ts'
import type { DemoCustomer } from './world/customers.ts'
import { demoAlert } from './world/fraud.ts'
import { seedOf } from './world/operator-seed.ts'

interface DemoOperators {
  readonly lanes: Config['lanes']
  /** Raises the demo’s alert, where it may be heard of: nothing happens where a lane was pointed at a stand-in. */
  raiseAlert(): void
  close(): Promise<void>
}

/** One simulated operator for each lane that was not pointed at a stand-in, over real HTTP on this machine. */
export async function startOperators(
  configured: Config['lanes'],
  customers: readonly DemoCustomer[],
  today: Day,
  now: Clock = wallClock,
): Promise<DemoOperators> {
  const simulators = await Promise.all(
    lanes
      .filter((lane) => configured[lane] === undefined)
      .map((lane) =>
        startPartnerCenterSimulator({
          lane,
          seed: seedOf(lane, customers, today),
          now,
          newId: randomUUID,
          // The next start of the demo meets another operator, which would know nothing of a token this one had changed.
          // Whoever tries the desk writes in their own language.
          switches: { oldRefreshTokens: 'unchanged', azureReactivation: 'works', plainAsciiOnly: false },
        }),
      ),
  )
  return {
    lanes: Object.fromEntries(simulators.map(({ lane, connection }): [string, LaneConfig] => [lane, connection])),
    raiseAlert: () => void simulators.find(({ lane }) => lane === 'global')?.raiseFraud(demoAlert()),
    close: async () => void (await Promise.all(simulators.map((simulator) => simulator.close()))),
  }
}
