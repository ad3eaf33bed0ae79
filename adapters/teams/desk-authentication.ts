import type { IncomingMessage } from 'node:http'
import type { Activity } from 'botbuilder-core'
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector'
import { DirectConnectors } from './connector-factory.ts'
import type { TeamsCloud, TrustsFileUrl, TrustsServiceUrl } from './teams-cloud.ts'

/** Why a request was turned away; for the log, never for its sender. */
type Turned = 'no-token' | 'channel' | 'tenant' | 'service-url' | `token ${string}`

/** To be thrown: the door answers 401 and says nothing of why. */
export function turnedAway(why: Turned): AuthenticationError {
  return new AuthenticationError(why, 401)
}

/** What both ways in share: one outgoing identity, guarded connectors, and the SDK's other doors kept shut. */
export abstract class DeskAuthentication extends BotFrameworkAuthentication {
  readonly trusts: TrustsServiceUrl
  readonly trustsFile: TrustsFileUrl
  /** Whether files can be given in this cloud at all. */
  readonly givesFiles: boolean
  readonly #appId: string
  readonly #cloud: TeamsCloud
  readonly #inner: BotFrameworkAuthentication
  #userTokens: Promise<UserTokenClient> | null = null

  constructor(
    appId: string,
    cloud: TeamsCloud,
    credentials: ServiceClientCredentialsFactory,
    trusts: TrustsServiceUrl,
    trustsFile: TrustsFileUrl,
  ) {
    super()
    this.trusts = trusts
    this.trustsFile = trustsFile
    this.givesFiles = cloud.givesFiles
    this.#appId = appId
    this.#cloud = cloud
    // Empty parameters leave the SDK its own constants of that cloud; giving it one would drop all the others.
    this.#inner = BotFrameworkAuthenticationFactory.create(
      cloud.channelService,
      true,
      ...(['', '', '', '', '', '', ''] as const),
      credentials,
      new AuthenticationConfiguration(),
    )
  }

  /** Whether a request may be looked at, judged before its body is read. */
  abstract admits(request: IncomingMessage): boolean

  /** A connector for speaking first. Throws `UntrustedServiceUrl`. */
  async connect(serviceUrl: string) {
    return this.createConnectorFactory(this.#ourselves()).create(serviceUrl, this.#cloud.scope)
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new DirectConnectors(this.#inner.createConnectorFactory(identity), this.trusts)
  }

  /** We never sign people in, but a turn cannot be made without one. */
  override createUserTokenClient(): Promise<UserTokenClient> {
    this.#userTokens ??= this.#inner.createUserTokenClient(this.#ourselves()).catch((cause: unknown) => {
      this.#userTokens = null
      throw cause
    })
    return this.#userTokens
  }

  override getOriginatingAudience(): string {
    return this.#cloud.scope
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw turnedAway('channel')
  }

  override async authenticateChannelRequest(): Promise<ClaimsIdentity> {
    throw turnedAway('channel')
  }

  protected accepted(identity: ClaimsIdentity = this.#ourselves()): AuthenticateRequestResult {
    return {
      audience: this.#cloud.scope,
      callerId: '',
      claimsIdentity: identity,
      connectorFactory: this.createConnectorFactory(identity),
    }
  }

  /** What every activity must have, signed or not. */
  protected checkOrigin({ channelId, serviceUrl }: Activity): void {
    if (channelId !== 'msteams') throw turnedAway('channel')
    if (!this.trusts(serviceUrl)) throw turnedAway('service-url')
  }

  #ourselves(): ClaimsIdentity {
    const claim = (type: string) => ({ type, value: this.#appId })
    return new ClaimsIdentity(
      [claim(AuthenticationConstants.AudienceClaim), claim(AuthenticationConstants.AppIdClaim)],
      true,
    )
  }
}
