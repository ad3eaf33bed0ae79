import type { Lane } from '../../domain/customers/lane.ts'
import { secureAddress } from '../shared/secure-address.ts'

/** Where a lane's operator answers. Both addresses end in a slash, so that paths can be resolved against them. */
export interface Endpoints {
  readonly api: URL
  readonly login: URL
  /** What tokens are asked for: always the operator's published root, also where a stand-in answers in its place. */
  readonly audience: string
}

/** Addresses that differ from the published ones, and the guard each must pass. */
export interface EndpointOverrides {
  readonly apiUrl?: string | undefined
  readonly loginUrl?: string | undefined
  /** Microsoft Graph, for partner security alerts. */
  readonly graphUrl?: string | undefined
  /** Says no to addresses that may not be called; in demo mode that is `isLoopback`. */
  readonly allow?: ((url: URL) => boolean) | undefined
}

// facts/partner-center 2.1
const published: Readonly<Record<Lane, { readonly api: string; readonly login: string; readonly graph: string }>> = {
  global: {
    api: 'https://api.partnercenter.microsoft.com',
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
  },
  'us-government': {
    api: 'https://api.partnercenter.microsoft.com',
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
  },
  china: {
    api: 'https://partner.partnercenterapi.microsoftonline.cn',
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
}

/** Throws an ordinary error, to be shown at start-up, when an address cannot or may not be used. */
export function endpointsOf(lane: Lane, { apiUrl, loginUrl, allow }: EndpointOverrides = {}): Endpoints {
  const { api, login } = published[lane]
  return { api: address(apiUrl ?? api, allow), login: address(loginUrl ?? login, allow), audience: api }
}

/** The same for the lane's Microsoft Graph, which has tokens of its own: here `api` is Graph. */
export function graphEndpointsOf(lane: Lane, { loginUrl, graphUrl, allow }: EndpointOverrides = {}): Endpoints {
  const { graph, login } = published[lane]
  return { api: address(graphUrl ?? graph, allow), login: address(loginUrl ?? login, allow), audience: graph }
}

function address(text: string, allow: EndpointOverrides['allow']): URL {
  const url = secureAddress(text, allow)
  // facts/partner-center 2.3: a German address in a configuration is an error, not an option.
  if (/\.(microsoftonline|microsoft|cloudapi|azure)\.de$/.test(url.hostname))
    throw new Error(`${url.hostname}: the German cloud closed on 2021-10-29`)
  return url
}
