import { join } from 'node:path'
import { openOperatorDirectory, type RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { signIn } from '../adapters/partner-center/client.ts'
import { openPartnerCenterLane } from '../adapters/partner-center/partner-center-lane.ts'
import type { PartnerCenterConfig, PartnerCenterDeps, Timings } from '../adapters/partner-center/settings.ts'
import { isLoopback } from '../adapters/shared/loopback.ts'
import { sha256 } from '../adapters/shared/sha256.ts'
import type { LaneOf } from '../domain/acts/trade.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Config } from './config.ts'
import type { LaneConfig } from './config/lane-config.ts'

/** The operators of the configured lanes; a lane that is not configured is null. */
interface OpenLanes {
  /** For somebody who waits for an answer: gives up within seconds. */
  readonly laneOf: LaneOf
  /** For what nobody waits for. */
  readonly patientLaneOf: LaneOf
  /** Everybody's customers, as last read. */
  readonly directory: RefreshableDirectory
}

interface LanesOptions {
  readonly configured: Config['lanes']
  /** In demo mode only operators on this machine are spoken to. */
  readonly mode: Config['mode']
  readonly folder: string
  readonly deps: PartnerCenterDeps
  readonly onCacheTrouble: (lane: Lane, cause: unknown) => void
}

/** A person is waiting, and the chat waits at most some ten seconds for an answer (facts/chat-platforms 4.1). */
const forPeople: Partial<Timings> = { attemptMs: 4_000, totalMs: 7_000, retryWaitsMs: [300], patienceMs: 1_000 }

/** Calls nobody yet. Throws with a sentence where an address cannot be used. */
export async function openLanes({ configured, mode, folder, deps, onCacheTrouble }: LanesOptions): Promise<OpenLanes> {
  const accounts = lanes.flatMap((lane) => {
    const settings = configured[lane]
    if (!settings) return []
    const client = clientConfig(lane, settings, mode)
    return [{ client, tokens: signIn(client, deps), account: accountOf(settings) }]
  })
  const open = (timings?: Partial<Timings>) =>
    accounts.map(({ client, tokens, account }) => ({
      operator: openPartnerCenterLane(client, { ...deps, timings }, tokens),
      account,
    }))
  const [patient, quick] = [open(), open(forPeople)]
  const among = (opened: typeof patient): LaneOf => {
    const byLane = new Map(opened.map(({ operator }) => [operator.lane, operator]))
    return (lane) => byLane.get(lane) ?? null
  }
  return {
    laneOf: among(quick),
    patientLaneOf: among(patient),
    directory: await openOperatorDirectory(patient, {
      folder: join(folder, 'operators'),
      now: deps.now,
      onCacheTrouble,
    }),
  }
}

function clientConfig(lane: Lane, settings: LaneConfig, mode: Config['mode']): PartnerCenterConfig {
  return { lane, ...settings, application: 'Partner Desk', ...(mode === 'demo' && { allow: isLoopback }) }
}

/** Which partner account a cache belongs to, without telling it. */
function accountOf({ tenantId, clientId, apiUrl = '' }: LaneConfig): string {
  return sha256(`${tenantId}|${clientId}|${apiUrl}`).slice(0, 16)
}
