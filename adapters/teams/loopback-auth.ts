import type { IncomingMessage } from 'node:http'
import type { Activity } from 'botbuilder-core'
import { PasswordServiceClientCredentialFactory, type AuthenticateRequestResult } from 'botframework-connector'
import { isLoopbackAddress } from '../shared/loopback.ts'
import { DeskAuthentication } from './desk-authentication.ts'
import { teamsCloud, trustsLoopback, trustsLoopbackFiles } from './teams-cloud.ts'

/** The demo's way in: no signatures, so nobody but this machine, directly, may knock. */
export class LoopbackAuthentication extends DeskAuthentication {
  constructor(environment: string | undefined) {
    if (environment === 'production') throw new Error('the demo door does not open when NODE_ENV is production')
    const publicCloud = teamsCloud('')
    if (!publicCloud) throw new Error('no public cloud')
    super('', publicCloud, new PasswordServiceClientCredentialFactory('', ''), trustsLoopback, trustsLoopbackFiles)
  }

  /** A proxy on this machine looks local, so does a web page in a browser here: both give themselves away. */
  override admits({ socket, headers }: IncomingMessage): boolean {
    const passedOn = Object.keys(headers).some(
      (name) => name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'origin',
    )
    return isLoopbackAddress(socket.remoteAddress ?? '') && !passedOn
  }

  override async authenticateRequest(activity: Activity): Promise<AuthenticateRequestResult> {
    this.checkOrigin(activity)
    return this.accepted()
  }
}
