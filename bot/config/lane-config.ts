import { isLoopback } from '../../adapters/shared/loopback.ts'
import { settingsOf, type Lane } from '../../domain/customers/lane.ts'
import { laneKeys, type Environment, type LaneKey } from './environment.ts'

/** One partner account at one operator; addresses only where they differ from the published ones. */
export interface LaneConfig {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string | undefined
  readonly apiUrl: string | undefined
  readonly loginUrl: string | undefined
  /** Microsoft Graph, for partner security alerts. */
  readonly graphUrl?: string | undefined
  /** How often the desk may ask in a minute; the published number where it is not set. */
  readonly requestsPerMinute?: number | undefined
}

/** The German cloud closed; a setting for it is an error and not an option (facts/partner-center 2.3). */
export function germany(present: Readonly<Record<string, unknown>>): readonly string[] {
  const named = Object.keys(present).filter((name) => /^(?:PARTNER_CENTER|TICKETS)_GERMANY/.test(name))
  return named.length === 0
    ? []
    : [`${named.join(', ')}: Microsoft Cloud Germany closed on 2021-10-29 and cannot be configured`]
}

/** The settings of a lane; null where there are none. Adds to `faults` what cannot be used. */
export function laneOf(lane: Lane, env: Environment, mode: 'demo' | 'live', faults: string[]): LaneConfig | null {
  const of = (key: LaneKey) => env[`${settingsOf(lane)}_${key}`] as string | undefined
  if (laneKeys.every((key) => of(key) === undefined)) return null
  const missing = (['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET'] as const).filter((key) => of(key) === undefined)
  faults.push(...missing.map((key) => `${settingsOf(lane)}_${key} is missing; the lane has other settings`))
  for (const key of ['API_URL', 'LOGIN_URL', 'GRAPH_URL'] as const) {
    const url = of(key)
    // A demo whose stand-in offers no Graph has one feed of fraud less.
    if (url === undefined ? mode === 'demo' && key !== 'GRAPH_URL' : !usable(url, mode)) {
      faults.push(
        mode === 'demo'
          ? `${settingsOf(lane)}_${key} must be a stand-in on this machine in demo mode, such as http://127.0.0.1:4000`
          : `${settingsOf(lane)}_${key} must be an https address`,
      )
    }
  }
  const perMinute = of('REQUESTS_PER_MINUTE')
  if (perMinute !== undefined && !/^[1-9]\d{1,6}$/.test(perMinute))
    faults.push(`${settingsOf(lane)}_REQUESTS_PER_MINUTE must be a whole number of 10 or more`)
  return {
    tenantId: of('TENANT_ID') ?? '',
    clientId: of('CLIENT_ID') ?? '',
    clientSecret: of('CLIENT_SECRET') ?? '',
    refreshToken: of('REFRESH_TOKEN'),
    apiUrl: of('API_URL'),
    loginUrl: of('LOGIN_URL'),
    graphUrl: of('GRAPH_URL'),
    requestsPerMinute: perMinute === undefined ? undefined : Number(perMinute),
  }
}

function usable(url: string, mode: 'demo' | 'live'): boolean {
  if (!URL.canParse(url)) return false
  const address = new URL(url)
  return isLoopback(address) || (mode === 'live' && address.protocol === 'https:')
}
