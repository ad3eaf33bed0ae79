import { join } from 'node:path'
import { openAccess } from '../adapters/partner-center/client.ts'
import { openOperatorDirectory, type RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { openPartnerCenterLane } from '../adapters/partner-center/partner-center-lane.ts'
import type { CalledFor, RateBudget } from '../adapters/partner-center/rate-budget.ts'
import {
  openRefreshTokens,
  unkeptRefreshTokens,
  type RefreshTokens,
} from '../adapters/partner-center/refresh-tokens.ts'
import type { PartnerCenterConfig, PartnerCenterDeps, Timings } from '../adapters/partner-center/settings.ts'
import type { Keyring } from '../adapters/shared/keyring.ts'
import { isLoopback } from '../adapters/shared/loopback.ts'
import { sha256 } from '../adapters/shared/sha256.ts'
import type { LaneOf } from '../domain/acts/trade.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Config } from './config.ts'
import type { LaneConfig } from './config/lane-config.ts'

/** How a lane signs in, and how much it may ask. */
export interface LaneAccess {
  readonly refreshTokens: RefreshTokens
  readonly budget: RateBudget
}
export type AccessOf = (lane: Lane) => LaneAccess | null

/** The operators of the configured lanes; a lane that is not configured is null. */
interface OpenLanes {
  /** For somebody who waits for an answer: gives up within seconds, and goes first. */
  readonly laneOf: LaneOf
  /** For what was decided and nobody waits for. */
  readonly patientLaneOf: LaneOf
  /** For what looks around on its own: goes last, within half of what the operator takes from us, and waits minutes. */
  readonly sweepLaneOf: LaneOf
  /** Names the partner account of each configured lane without telling it: what is kept of another is not believed. */
  readonly accounts: Readonly<Partial<Record<Lane, string>>>
  /** Everybody's customers, as last read. */
  readonly directory: RefreshableDirectory
  readonly accessOf: AccessOf
}

interface LanesOptions {
  readonly configured: Config['lanes']
  /** In demo mode only operators on this machine are spoken to. */
  readonly mode: Config['mode']
  readonly folder: string
  readonly keyring: Keyring
  readonly deps: PartnerCenterDeps
  readonly onCacheTrouble: (lane: Lane, cause: unknown) => void
  readonly onTokenTrouble: (lane: Lane, cause: unknown) => void
}

const timings: Readonly<Record<CalledFor, Partial<Timings>>> = {
  // The chat waits at most some ten seconds for an answer (facts/chat-platforms 4.1).
  person: { attemptMs: 4_000, totalMs: 7_000, retryWaitsMs: [300], patienceMs: 1_000 },
  act: {},
  sweep: { totalMs: 180_000, patienceMs: 60_000 },
}

/** Calls nobody yet. Throws with a sentence where an address cannot be used. */
export async function openLanes(options: LanesOptions): Promise<OpenLanes> {
  const { configured, mode, folder, deps, onCacheTrouble } = options
  const operators = join(folder, 'operators')
  const accounts = await Promise.all(
    lanes.flatMap((lane) => {
      const settings = configured[lane]
      return settings ? [openAccount(lane, settings)] : []
    }),
  )
  async function openAccount(lane: Lane, settings: LaneConfig) {
    const client = clientConfig(lane, settings, mode)
    const refreshTokens = await refreshTokensOf(lane, settings, operators, options)
    const access = openAccess(client, deps, refreshTokens)
    return { lane, client, account: accountOf(settings), refreshTokens, access }
  }
  const open = (calledFor: CalledFor) =>
    accounts.map(({ client, access, account }) => ({
      operator: openPartnerCenterLane(client, { ...deps, timings: timings[calledFor] }, access, calledFor),
      account,
    }))
  const sweeping = open('sweep')
  const among = (opened: typeof sweeping): LaneOf => {
    const byLane = new Map(opened.map(({ operator }) => [operator.lane, operator]))
    return (lane) => byLane.get(lane) ?? null
  }
  return {
    laneOf: among(open('person')),
    patientLaneOf: among(open('act')),
    sweepLaneOf: among(sweeping),
    directory: await openOperatorDirectory(sweeping, { folder: operators, now: deps.now, onCacheTrouble }),
    accounts: Object.fromEntries(accounts.map(({ lane, account }) => [lane, account])),
    accessOf(lane) {
      const found = accounts.find((each) => each.lane === lane)
      return found ? { refreshTokens: found.refreshTokens, budget: found.access.budget } : null
    },
  }
}

async function refreshTokensOf(
  lane: Lane,
  settings: LaneConfig,
  folder: string,
  { keyring, deps, onTokenTrouble }: LanesOptions,
): Promise<RefreshTokens> {
  const { refreshToken: configured } = settings
  if (configured === undefined) return unkeptRefreshTokens(null)
  const account = accountOf(settings)
  return openRefreshTokens({ folder, lane, account, configured, keyring, now: deps.now, onTrouble: onTokenTrouble })
}

function clientConfig(lane: Lane, settings: LaneConfig, mode: Config['mode']): PartnerCenterConfig {
  return { lane, ...settings, application: 'Partner Desk', ...(mode === 'demo' && { allow: isLoopback }) }
}

/** Which partner account a cache or a lane's record belongs to, without telling it; another address is another account. */
function accountOf({ tenantId, clientId, apiUrl = '' }: LaneConfig): string {
  return sha256(`${tenantId}|${clientId}|${apiUrl}`).slice(0, 16)
}
