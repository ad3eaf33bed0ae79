import { join } from 'node:path'
import { openAccess, openClient, openGraphAccess, type Access } from '../adapters/partner-center/client.ts'
import { endpointsOf, graphEndpointsOf } from '../adapters/partner-center/endpoints.ts'
import { openFraudEvents } from '../adapters/partner-center/fraud/fraud-events.ts'
import { openGraphAlerts } from '../adapters/partner-center/fraud/graph-alerts.ts'
import { openOperatorDirectory, type RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { openOwnInvoices } from '../adapters/partner-center/invoices/own-invoices.ts'
import { openPartnerCenterLane } from '../adapters/partner-center/partner-center-lane.ts'
import type { CalledFor, RateBudget } from '../adapters/partner-center/rate-budget.ts'
import {
  openRefreshTokens,
  unkeptRefreshTokens,
  type RefreshTokens,
} from '../adapters/partner-center/refresh-tokens.ts'
import { openRequestIds } from '../adapters/partner-center/request-ids.ts'
import type { PartnerCenterConfig, PartnerCenterDeps, Timings } from '../adapters/partner-center/settings.ts'
import { openSpending } from '../adapters/partner-center/spending/spending.ts'
import { openTickets, type PartnerCenterTickets } from '../adapters/partner-center/tickets/tickets.ts'
import { openWebhookRegistration } from '../adapters/partner-center/webhook-registration.ts'
import type { Keyring } from '../adapters/shared/keyring.ts'
import { isLoopback } from '../adapters/shared/loopback.ts'
import { sha256 } from '../adapters/shared/sha256.ts'
import type { LaneOf } from '../domain/acts/trade.ts'
import type { WebhooksOf } from '../domain/ports/operator-webhooks.ts'
import { capabilities, lanes, type Lane } from '../domain/customers/lane.ts'
import type { FraudFeed } from '../domain/ports/fraud-feed.ts'
import type { OwnInvoicesOf } from '../domain/ports/own-invoices.ts'
import type { Spending } from '../domain/ports/spending.ts'
import type { Config } from './config.ts'
import type { LaneConfig } from './config/lane-config.ts'

/** How a lane signs in, and how much it may ask. */
export interface LaneAccess {
  readonly refreshTokens: RefreshTokens
  readonly budget: RateBudget
  /** Where its operator answers. */
  readonly api: URL
}
export type AccessOf = (lane: Lane) => LaneAccess | null
/** The operator's feeds of fraud in a lane, the one to be believed first in front; none where there are none. */
export type FeedsOf = (lane: Lane) => readonly FraudFeed[]
/** Azure spending in a lane; null where none is sold there. */
export type SpendingOf = (lane: Lane) => Spending | null

/**
 * A lane's tickets at its operator; null where it lets nobody read them (21Vianet), and where the lane signs in as the app
 * alone: tickets are shown to a person only (facts/partner-center 3.3, 8.2).
 */
export type ReadTicketsOf = (lane: Lane) => PartnerCenterTickets | null

/** The operators of the configured lanes; a lane that is not configured is null. */
interface OpenLanes {
  /** For somebody who waits for an answer: gives up within seconds, and goes first. */
  readonly laneOf: LaneOf
  /** For what was decided and nobody waits for. */
  readonly patientLaneOf: LaneOf
  /** For what looks around on its own: goes last, within half of what the operator takes from us, and waits minutes. */
  readonly sweepLaneOf: LaneOf
  /** How each operator is told where to send events. */
  readonly webhooksOf: WebhooksOf
  /** Names the partner account of each configured lane without telling it: what is kept of another is not believed. */
  readonly accounts: Readonly<Partial<Record<Lane, string>>>
  /** Everybody's customers, as last read. */
  readonly directory: RefreshableDirectory
  readonly accessOf: AccessOf
  /** For what may not wait: goes before everything but people. */
  readonly feedsOf: FeedsOf
  readonly spendingOf: SpendingOf
  readonly ownInvoicesOf: OwnInvoicesOf
  /** The look at all of them goes late and may take its time, one is found while somebody waits, a change is an act. */
  readonly ticketsOf: ReadTicketsOf
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
  // Quick enough for a card within seconds, patient enough for a poll of many pages in a storm.
  feed: { attemptMs: 10_000, totalMs: 25_000, retryWaitsMs: [500, 1500] },
  act: {},
  chore: {},
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
    const fraud = { feeds: openFeeds(client, access), spending: openAzureSpending(client, access) }
    const tickets = openReadTickets(client, access)
    // Read once a day, and when somebody asks.
    const invoices = openOwnInvoices(openClient(client, { ...deps, timings: timings.person }, access, 'person'))
    return { lane, client, account: accountOf(settings), refreshTokens, access, ...fraud, tickets, invoices }
  }
  function openFeeds(config: PartnerCenterConfig, access: Access): readonly FraudFeed[] {
    const { lane } = config
    const own = { ...deps, timings: timings.feed }
    // A demo's stand-in may offer no Graph; the real one is never spoken to from there.
    const graph = capabilities[lane].graphAlerts !== 'no' && !(mode === 'demo' && config.graphUrl === undefined)
    const events = capabilities[lane].fraudEvents !== 'no'
    return [
      ...(graph
        ? [
            openGraphAlerts(
              openClient(config, own, openGraphAccess(config, deps, access), 'feed'),
              lane,
              graphEndpointsOf(lane, config),
            ),
          ]
        : []),
      ...(events ? [openFraudEvents(openClient(config, own, access, 'feed'), lane, openRequestIds())] : []),
    ]
  }
  function openAzureSpending(config: PartnerCenterConfig, access: Access): Spending | null {
    const { lane } = config
    if (capabilities[lane].azureBudgets === 'no') return null
    // Somebody may wait for it, and in a storm it is read for each alert: as quick as for people, but after them.
    const client = openClient(config, { ...deps, timings: timings.person }, access, 'feed')
    return openSpending(client, lane, openRequestIds())
  }
  function openReadTickets(config: PartnerCenterConfig, access: Access): PartnerCenterTickets | null {
    const { lane } = config
    if (capabilities[lane].readsTickets !== 'yes' || access.tokens.signsInAs === 'app') return null
    const as = (calledFor: CalledFor, patience: CalledFor = calledFor) =>
      openClient(config, { ...deps, timings: timings[patience] }, access, calledFor)
    const clients = { looking: as('chore'), finding: as('act', 'person'), changing: as('act') }
    return openTickets(clients, lane, openRequestIds())
  }
  const open = (calledFor: CalledFor) =>
    accounts.map(({ client, access, account }) => ({
      operator: openPartnerCenterLane(client, { ...deps, timings: timings[calledFor] }, access, calledFor),
      account,
    }))
  const sweeping = open('sweep')
  const webhooks = new Map(
    accounts.map(({ lane, client, access }) => [lane, openWebhookRegistration(client, deps, access)]),
  )
  const among = (opened: typeof sweeping): LaneOf => {
    const byLane = new Map(opened.map(({ operator }) => [operator.lane, operator]))
    return (lane) => byLane.get(lane) ?? null
  }
  return {
    laneOf: among(open('person')),
    patientLaneOf: among(open('act')),
    sweepLaneOf: among(sweeping),
    webhooksOf: (lane) => webhooks.get(lane) ?? null,
    directory: await openOperatorDirectory(sweeping, { folder: operators, now: deps.now, onCacheTrouble }),
    accounts: Object.fromEntries(accounts.map(({ lane, account }) => [lane, account])),
    feedsOf: (lane) => accounts.find((each) => each.lane === lane)?.feeds ?? [],
    ownInvoicesOf: (lane) => accounts.find((each) => each.lane === lane)?.invoices ?? null,
    spendingOf: (lane) => accounts.find((each) => each.lane === lane)?.spending ?? null,
    ticketsOf: (lane) => accounts.find((each) => each.lane === lane)?.tickets ?? null,
    accessOf(lane) {
      const found = accounts.find((each) => each.lane === lane)
      if (!found) return null
      const { client, refreshTokens, access } = found
      return { refreshTokens, budget: access.budget, api: endpointsOf(lane, client).api }
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
