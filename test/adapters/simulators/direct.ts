import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import { countedIds, harbor, seats } from './a-seed.ts'

export interface DirectCall {
  readonly method?: string
  readonly body?: unknown
  readonly requestId?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface DirectAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON, where it is an object. */
  readonly body: Record<string, unknown>
}

const newId = countedIds(500_000)
export const seatsPath = `/v1/customers/${harbor}/subscriptions/${seats}`

export async function send(url: string, init: RequestInit = {}): Promise<DirectAnswer> {
  const response = await fetch(url, init)
  // Not text(): that would hide a byte order mark.
  const text = Buffer.from(await response.arrayBuffer()).toString()
  const parsed: unknown = /^\uFEFF?[{[]/.test(text) ? JSON.parse(text.replace('\uFEFF', '')) : {}
  return { status: response.status, headers: response.headers, text, body: parsed as Record<string, unknown> }
}

export function signIn(
  { connection, lane }: PartnerCenterSimulator,
  over: Readonly<Record<string, string>> = {},
  tenant = connection.tenantId,
): Promise<DirectAnswer> {
  const china = lane === 'china'
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: connection.clientId,
    client_secret: connection.clientSecret,
    resource: china ? 'https://partner.partnercenterapi.microsoftonline.cn' : 'https://api.partnercenter.microsoft.com',
    ...over,
  })
  return send(`${connection.loginUrl}/${tenant}/oauth2/token`, { method: 'POST', body })
}

/** Calls the simulated operator by hand, without anything the desk's client does. */
export async function caller(simulator: PartnerCenterSimulator, grant: Readonly<Record<string, string>> = {}) {
  const token = String((await signIn(simulator, grant)).body['access_token'])
  return (path: string, { method = 'GET', body, requestId, headers }: DirectCall = {}): Promise<DirectAnswer> =>
    send(`${simulator.connection.apiUrl}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'MS-RequestId': requestId ?? newId(),
        'MS-CorrelationId': newId(),
        'MS-Contract-Version': 'v1',
        ...headers,
      },
    })
}
