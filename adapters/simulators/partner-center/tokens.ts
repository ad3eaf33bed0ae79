import { later, msOf, type Instant } from '../../../domain/shared/time.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { NewId } from '../../../domain/shared/ids.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

/** The one account that may sign in. */
export interface PartnerAccount {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
}

interface Bearer {
  readonly kind: 'app' | 'user'
  readonly audience: string
  readonly until: Instant
}

export interface TokenDesk {
  /** The sign-in endpoint (facts/partner-center 3.1, 3.2). */
  issue(tenant: string, form: URLSearchParams, now: Instant): WireAnswer
  /** Who is calling. Throws the 401 of Partner Center, or of Graph, each of which takes only tokens for itself (2.1). */
  bearer(authorization: string | undefined, now: Instant, host?: 'partner-center' | 'graph'): Bearer
  /** From now on no token issued so far is taken. */
  revoke(): void
  /** From now on this refresh token is taken, and none issued so far (3.2: consent yields one). */
  consent(refreshToken: string): void
}

// 2.1: US Gov shares the global root; 21Vianet has its own.
const audiences: Readonly<Record<Lane, string>> = {
  global: 'https://api.partnercenter.microsoft.com',
  'us-government': 'https://api.partnercenter.microsoft.com',
  china: 'https://partner.partnercenterapi.microsoftonline.cn',
}
// 2.1
const graphAudiences: Readonly<Record<Lane, string>> = {
  global: 'https://graph.microsoft.com',
  'us-government': 'https://graph.microsoft.us',
  china: 'https://microsoftgraph.chinacloudapi.cn',
}
// 2.1, 3.1: still signed in to, no longer taken by the API.
const formerAudiences: Readonly<Record<Lane, string>> = {
  global: 'https://graph.windows.net',
  'us-government': 'https://graph.windows.net',
  china: 'https://graph.chinacloudapi.cn',
}

export function openTokenDesk(lane: Lane, partner: PartnerAccount, switches: () => Switches, newId: NewId): TokenDesk {
  const issued = new Map<string, Bearer>()
  const refreshTokens = new Set([partner.refreshToken])

  return {
    issue(tenant, form, now) {
      if (tenant !== partner.tenantId) return signInError(400, 'invalid_request', 'AADSTS90002: no such tenant.')
      if (form.get('client_id') !== partner.clientId)
        return signInError(400, 'unauthorized_client', 'AADSTS700016: no such application.')
      if (form.get('client_secret') !== partner.clientSecret)
        return signInError(401, 'invalid_client', 'AADSTS7000215: invalid client secret.')
      const audience = form.get('resource') ?? ''
      if (![audiences, graphAudiences, formerAudiences].some((known) => known[lane] === audience))
        return signInError(400, 'invalid_resource', 'AADSTS500011: no such resource.')

      const grant = form.get('grant_type')
      const presented = form.get('refresh_token') ?? ''
      if (grant === 'refresh_token' && !refreshTokens.has(presented))
        return signInError(400, 'invalid_grant', 'AADSTS70008: the refresh token is expired or revoked.')
      // 3.2: the password grant no longer works.
      if (grant !== 'client_credentials' && grant !== 'refresh_token')
        return signInError(400, 'unsupported_grant_type', 'AADSTS70003: unsupported grant type.')

      const seconds = switches().tokenLifetimeSeconds
      const access_token = `simulated-${newId()}`
      const until = later(now, seconds * 1000)
      issued.set(access_token, { kind: grant === 'refresh_token' ? 'user' : 'app', audience, until })
      const body = {
        token_type: 'Bearer',
        // v1.0 says these as text.
        expires_in: String(seconds),
        expires_on: String(Math.floor(msOf(until) / 1000)),
        not_before: String(Math.floor(msOf(now) / 1000)),
        resource: audience,
        access_token,
      }
      if (grant === 'client_credentials') return { status: 200, body }
      const scope = 'user_impersonation'
      if (switches().oldRefreshTokens === 'unchanged') return { status: 200, body: { ...body, scope } }
      if (switches().oldRefreshTokens === 'refused') refreshTokens.delete(presented)
      const refresh_token = `refresh-${newId()}`
      refreshTokens.add(refresh_token)
      return { status: 200, body: { ...body, scope, refresh_token } }
    },

    bearer(authorization, now, host = 'partner-center') {
      // 6.6: no token, no access, wrong audience.
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) throw new OperatorRefusal(401, 800001, 'There is no token.')
      const found = issued.get(token)
      if (found === undefined || found.until <= now) throw new OperatorRefusal(401, 400, 'Access is denied.')
      const wanted = host === 'graph' ? graphAudiences : audiences
      if (found.audience !== wanted[lane]) throw new OperatorRefusal(401, 900420, 'The audience is wrong.')
      return found
    },

    revoke: () => issued.clear(),

    consent(refreshToken) {
      refreshTokens.clear()
      refreshTokens.add(refreshToken)
    },
  }
}

function signInError(status: number, error: string, error_description: string): WireAnswer {
  return { status, body: { error, error_description } }
}
