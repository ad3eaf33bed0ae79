import type { Activity } from 'botbuilder-core'
import {
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import { errors, jwtVerify, type JWTPayload } from 'jose'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import { DeskAuthentication, turnedAway } from './desk-authentication.ts'
import { KeysUnreachable, teamsKeys } from './signing-keys.ts'
import { trustsOrigins, trustsTenantsOf, type TeamsCloud } from './teams-cloud.ts'
import { tenantsOf } from './wire-activity.ts'

interface ChannelAuthenticationOptions {
  readonly cloud: TeamsCloud
  readonly appId: string
  /** The only tenants whose people may talk to the desk. */
  readonly tenants: readonly string[]
  readonly credentials: ServiceClientCredentialsFactory
  readonly now: Clock
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/

/**
 * Lets in only what Teams itself signed for this desk. The SDK's own check remembers every tenant id that a stranger
 * makes up, before looking at a signature (botbuilder-js#4643), and lets tokens in that the desk itself sent out.
 */
export class ChannelAuthentication extends DeskAuthentication {
  readonly #options: ChannelAuthenticationOptions
  readonly #tenants: ReadonlySet<string>
  readonly #keys: ReturnType<typeof teamsKeys>

  constructor(options: ChannelAuthenticationOptions) {
    const { cloud, appId, tenants, credentials, now } = options
    // Without an app id the SDK checks nothing at all, silently.
    if (appId === '' || tenants.length === 0) throw new Error('an app id and at least one tenant are needed')
    super(appId, cloud, credentials, trustsOrigins(cloud.serviceOrigins), trustsTenantsOf(cloud))
    this.#options = options
    this.#tenants = new Set(tenants.map((tenant) => tenant.toLowerCase()))
    this.#keys = teamsKeys(cloud.openIdMetadata, () => msOf(now()))
  }

  override admits(): boolean {
    return true
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const token = bearer.exec(authorization)?.[1]
    if (token === undefined) throw turnedAway('no-token')
    this.checkOrigin(activity)
    const tenants = tenantsOf(activity)
    if (tenants.length === 0 || !tenants.every((tenant) => this.#tenants.has(tenant))) throw turnedAway('tenant')

    const claims = await this.#verified(token)
    // The body is not signed: this claim is what ties the token to where we answer.
    if (claims['serviceurl'] !== activity.serviceUrl) throw turnedAway('service-url')
    const identity = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }))
    return this.accepted(new ClaimsIdentity(identity, true))
  }

  async #verified(token: string): Promise<JWTPayload> {
    const { cloud, appId, now } = this.#options
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: cloud.issuer,
        audience: appId,
        algorithms: ['RS256'],
        clockTolerance: 300,
        requiredClaims: ['exp', 'serviceurl'],
        currentDate: new Date(msOf(now())),
      })
      return payload
    } catch (cause) {
      if (cause instanceof KeysUnreachable) throw cause
      throw turnedAway(`token ${cause instanceof errors.JOSEError ? cause.code : 'unchecked'}`)
    }
  }
}
