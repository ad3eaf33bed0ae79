import { openAccess, openClient } from '../../../../adapters/partner-center/client.ts'
import { openRequestIds } from '../../../../adapters/partner-center/request-ids.ts'
import type { PartnerCenterConfig, PartnerCenterDeps } from '../../../../adapters/partner-center/settings.ts'
import { openTickets, type PartnerCenterTickets } from '../../../../adapters/partner-center/tickets/tickets.ts'
import { isLoopback } from '../../../../adapters/shared/loopback.ts'
import type { SwitchChange } from '../../../../adapters/simulators/partner-center/switches.ts'
import type { Lane } from '../../../../domain/customers/lane.ts'
import { aSimulator } from '../../simulators/a-seed.ts'
import { aConfig, instantDeps, scriptedFetch, type Scripted } from '../a-lane.ts'

function ticketsWith(config: PartnerCenterConfig, deps: PartnerCenterDeps): PartnerCenterTickets {
  const client = openClient(config, deps, openAccess(config, deps))
  return openTickets({ looking: client, finding: client, changing: client }, config.lane, openRequestIds())
}

/** At a wire that answers as scripted. */
export function scriptedTickets(...answers: readonly Scripted[]) {
  const { fetch, said } = scriptedFetch(...answers)
  return { said, tickets: ticketsWith(aConfig, instantDeps({ fetch, timings: { retryWaitsMs: [] } }).deps) }
}

/** The real adapter, talking to a simulator as the demo does, in a person's name. */
export async function simulatedTickets(
  switches: SwitchChange = {},
  over: Partial<PartnerCenterDeps> = {},
  lane: Lane = 'global',
) {
  const simulator = await aSimulator({ lane, switches })
  const { connection } = simulator
  return {
    simulator,
    tickets: ticketsWith({ lane, ...connection, allow: isLoopback }, instantDeps(over).deps),
    /** What was really done, without what was filed. */
    done: () => simulator.ticketEntries().filter(({ what }) => what !== 'filed'),
  }
}
