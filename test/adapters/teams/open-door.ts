import type { Activity, TurnContext } from 'botbuilder-core'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import type { DeskAuthentication } from '../../../adapters/teams/desk-authentication.ts'
import { TeamsAdapter } from '../../../adapters/teams/teams-adapter.ts'
import { teamsDoor } from '../../../adapters/teams/teams-door.ts'
import type { TurnLimits } from '../../../adapters/shared/turn-lock.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import type { Clock } from '../../../domain/shared/time.ts'

export const now: Clock = () => '2026-03-31T02:10:00.000Z'

/** Our own token to Teams, without anybody to ask for it. */
export const ourToken: ServiceClientCredentialsFactory = {
  isValidAppId: () => Promise.resolve(true),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: () =>
    Promise.resolve({
      signRequest: (request) => {
        request.headers.set('authorization', 'Bearer ours')
        return Promise.resolve(request)
      },
    }),
}

export interface OpenDoor {
  readonly port: number
  readonly failures: readonly { readonly reference: string; readonly cause: unknown }[]
  readonly turnedAway: readonly string[]
  /** What the desk was told it is removed from. */
  readonly removals: readonly ((address: Address) => boolean)[]
  /** Every turn that ran, in order. */
  readonly turns: readonly Activity[]
  turn: (context: TurnContext) => Promise<void>
  clock: Clock
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

/** The whole way in, on loopback over real HTTP. */
export async function openDoor(authentication: DeskAuthentication, limits?: TurnLimits): Promise<OpenDoor> {
  const failures: { reference: string; cause: unknown }[] = []
  const turnedAway: string[] = []
  const turns: Activity[] = []
  const removals: ((address: Address) => boolean)[] = []
  let ids = 0
  const newReference = () => `ref-${failures.length + 1}`
  const onFailure = (failure: { reference: string; cause: unknown }) => void failures.push(failure)
  const adapter = new TeamsAdapter({
    authentication,
    newReference,
    newId: () => `file-${(ids += 1)}`,
    onFailure,
    apology: (reference, locale) => `Sorry, ${locale}: ${reference}`,
  })
  const server = createHttpServer('door', newReference, onFailure)
  const door: OpenDoor = {
    port: 0,
    failures,
    turnedAway,
    turns,
    removals,
    turn: async () => undefined,
    clock: now,
    post: (body, headers = {}) =>
      fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    close: () => server.close(),
  }
  server.routes.post(
    '/api/messages',
    teamsDoor({
      adapter,
      authentication,
      now: () => door.clock(),
      turn: async (context) => {
        turns.push(context.activity)
        await door.turn(context)
      },
      onRemoved: async (gone) => void removals.push(gone),
      toStrangers: (why, locale) => `Not for you (${why}, ${locale})`,
      onTurnedAway: (why) => void turnedAway.push(why),
      ...(limits === undefined ? {} : { limits }),
    }),
  )
  const port = await server.listen(0, '127.0.0.1')
  return Object.assign(door, { port })
}
