import { openAccess, openClient, openGraphAccess } from '../../../../adapters/partner-center/client.ts'
import { graphEndpointsOf } from '../../../../adapters/partner-center/endpoints.ts'
import { openFraudEvents } from '../../../../adapters/partner-center/fraud/fraud-events.ts'
import { openGraphAlerts } from '../../../../adapters/partner-center/fraud/graph-alerts.ts'
import { openRequestIds } from '../../../../adapters/partner-center/request-ids.ts'
import type { PartnerCenterDeps } from '../../../../adapters/partner-center/settings.ts'
import { isLoopback } from '../../../../adapters/shared/loopback.ts'
import type { PartnerCenterSimulator } from '../../../../adapters/simulators/partner-center-simulator.ts'
import type { FeedName } from '../../../../domain/fraud/signal.ts'
import type { FraudFeed } from '../../../../domain/ports/fraud-feed.ts'
import { instantDeps } from '../a-lane.ts'

/** The real adapter, talking to a simulator as the demo does, in a person's name. */
export function feedAt(
  { lane, connection }: PartnerCenterSimulator,
  name: FeedName,
  over: Partial<PartnerCenterDeps> = {},
): FraudFeed {
  const config = { lane, ...connection, allow: isLoopback }
  const { deps } = instantDeps(over)
  const access = openAccess(config, deps)
  if (name === 'fraud-events') return openFraudEvents(openClient(config, deps, access), lane, openRequestIds())
  const client = openClient(config, deps, openGraphAccess(config, deps, access))
  return openGraphAlerts(client, lane, graphEndpointsOf(lane, config))
}
