import { isLoopback } from '../shared/loopback.ts'

/** What differs between the clouds that Teams runs in. */
export interface TeamsCloud {
  /** The value of `ChannelService` that chooses it; empty for the public cloud. */
  readonly channelService: string
  /** Who signs what Teams sends us. */
  readonly issuer: string
  readonly openIdMetadata: string
  /** What our own tokens are asked for. */
  readonly scope: string
  readonly login: string
  /** The only places our token is ever sent to. */
  readonly serviceOrigins: readonly string[]
  /** Under which the OneDrive and SharePoint of its tenants are: where files that people send are kept. */
  readonly fileDomain: string
  /** Whether bots can give files there (learn.microsoft.com, bots-filesv4: not in GCC High or DoD). */
  readonly givesFiles: boolean
}

/** GCC is served by the public set, under a host of its own. */
const publicCloud: TeamsCloud = {
  channelService: '',
  issuer: 'https://api.botframework.com',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  scope: 'https://api.botframework.com',
  login: 'https://login.microsoftonline.com',
  // Exact origins: anybody can register a name under trafficmanager.net.
  serviceOrigins: ['https://smba.trafficmanager.net', 'https://smba.infra.gcc.teams.microsoft.com'],
  fileDomain: 'sharepoint.com',
  givesFiles: true,
}

const usGovernment: TeamsCloud = {
  channelService: 'https://botframework.azure.us',
  issuer: 'https://api.botframework.us',
  openIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  scope: 'https://api.botframework.us',
  login: 'https://login.microsoftonline.us',
  serviceOrigins: ['https://smba.infra.gov.teams.microsoft.us'],
  fileDomain: 'sharepoint.us',
  givesFiles: false,
}

/** The cloud a `ChannelService` names; null when we know none of that name (Teams in China takes no bots). */
export function teamsCloud(channelService: string): TeamsCloud | null {
  return [publicCloud, usGovernment].find((cloud) => cloud.channelService === channelService) ?? null
}

/** Whether something may be sent to a service URL. */
export type TrustsServiceUrl = (serviceUrl: string) => boolean

export function trustsOrigins(origins: readonly string[]): TrustsServiceUrl {
  return (serviceUrl) => {
    const url = parsed(serviceUrl)
    return url !== null && origins.includes(url.origin)
  }
}

/** For the demo: an attacker-chosen address would have the desk call it. */
export const trustsLoopback: TrustsServiceUrl = (serviceUrl) => {
  const url = parsed(serviceUrl)
  return url !== null && /^https?:$/.test(url.protocol) && isLoopback(url)
}

/** Whether a file may be fetched from somewhere. */
export type TrustsFileUrl = (url: URL) => boolean

/** A tenant's own host under the domain, and nothing that only looks like one. */
export function trustsTenantsOf({ fileDomain }: TeamsCloud): TrustsFileUrl {
  return ({ protocol, port, hostname }) => {
    const tenant = hostname.endsWith(`.${fileDomain}`) ? hostname.slice(0, -fileDomain.length - 1) : ''
    return protocol === 'https:' && port === '' && /^[a-z0-9-]+$/.test(tenant)
  }
}

/** For the demo, as with service URLs. */
export const trustsLoopbackFiles: TrustsFileUrl = (url) => /^https?:$/.test(url.protocol) && isLoopback(url)

function parsed(serviceUrl: string): URL | null {
  const url = URL.parse(serviceUrl)
  return url === null || url.username !== '' || url.password !== '' ? null : url
}
