import { INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder-core'
import { AuthenticationError } from 'botframework-connector'
import type { Handler } from 'restify'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { Clock } from '../../domain/shared/time.ts'
import { putHeard } from '../../dialogs/vocabulary/heard.ts'
import { said } from '../../dialogs/vocabulary/reply.ts'
import { replyActivity } from '../../dialogs/vocabulary/reply-activity.ts'
import { answer } from '../shared/http-server.ts'
import { readJsonObject } from '../shared/request-body.ts'
import type { DeskAuthentication } from './desk-authentication.ts'
import { readTeamsActivity } from './read-teams-activity.ts'
import { consentAnswer, isFileConsent } from './file-consent.ts'
import { answeredConsents, fileGiver, type AnsweredConsents } from './give-file.ts'
import { removedFrom } from './removed-from.ts'
import { recentDeliveries } from '../shared/recent-deliveries.ts'
import { fileFetcher } from './sent-files.ts'
import { KeysUnreachable, restMs } from './signing-keys.ts'
import { localeOf, type Stranger } from './speaker-of.ts'
import type { TeamsAdapter } from './teams-adapter.ts'
import { TooBusy, turnLock, usualLimits, type TurnLimits } from '../shared/turn-lock.ts'
import { wireToActivity } from './wire-activity.ts'

interface TeamsDoorOptions {
  readonly adapter: TeamsAdapter
  readonly authentication: DeskAuthentication
  readonly now: Clock
  /** What a turn does; `heardIn(context.activity)` says what was heard. */
  readonly turn: (context: TurnContext) => Promise<void>
  /** Hears which places the desk was removed from. */
  readonly onRemoved: (gone: (address: Address) => boolean) => Promise<void>
  /** What somebody reads with whom the desk does not talk. */
  readonly toStrangers: (why: Stranger, locale: string | null) => string
  /** Hears why a request was turned away; for the log. */
  readonly onTurnedAway: (why: string) => void
  readonly limits?: TurnLimits
}

/** Teams' own messages stay well below; 100 KB in UTF-16 is the most it takes. */
const largestBody = 256 * 1024

/** `POST /api/messages`: admit, read, check the signature, then one turn at a time per person and conversation. */
export function teamsDoor(options: TeamsDoorOptions): Handler {
  const { adapter, authentication, now, limits = usualLimits, onTurnedAway } = options
  const deliveries = recentDeliveries<unknown>(now)
  const lock = turnLock(limits)
  const consents = answeredConsents()

  return async (req, res) => {
    if (!authentication.admits(req)) {
      onTurnedAway('not-admitted')
      return answer(res, 403)
    }
    const activity = wireToActivity(await readJsonObject(req, largestBody))
    if (!activity) return answer(res, 400)
    try {
      const invoked = await adapter.receive(activity, req.headers.authorization ?? '', async (context) => {
        // Only now is it known to be Teams that speaks: strangers must not fill what is remembered.
        const heard = () => lock(personKey(activity), () => hear(context, options, consents))
        const key = deliveryKey(activity)
        const { result, copy } = key === null ? { result: await heard(), copy: false } : await deliveries(key, heard)
        if (copy && result !== null) context.turnState.set(INVOKE_RESPONSE_KEY, result)
      })
      answer(res, invoked?.status ?? 200, invoked?.body as object | undefined)
    } catch (cause) {
      if (cause instanceof TooBusy) return answer(res, 429)
      if (cause instanceof KeysUnreachable) {
        onTurnedAway('keys unreachable')
        res.setHeader('Retry-After', String(restMs / 1_000))
        return answer(res, 503)
      }
      if (!(cause instanceof AuthenticationError)) throw cause
      onTurnedAway(cause.message)
      answer(res, 401)
    }
  }
}

/** One turn; gives back what an invoke is answered with. */
async function hear(context: TurnContext, options: TeamsDoorOptions, consents: AnsweredConsents): Promise<unknown> {
  const { authentication, turn, toStrangers, onRemoved } = options
  const gone = removedFrom(context.activity)
  if (gone) await onRemoved(gone)
  const give = fileGiver(context, authentication.trustsFile, consents)
  const reading = readTeamsActivity(context.activity, fileFetcher(authentication.trustsFile), give)
  if (reading?.kind === 'heard') {
    putHeard(context.activity, reading.heard)
    await turn(context)
  } else if (reading?.kind === 'refused') {
    const text = toStrangers(reading.why, localeOf(context.activity))
    await context.sendActivity(replyActivity(said(text)))
  }
  if (isFileConsent(context.activity) && !context.turnState.has(INVOKE_RESPONSE_KEY))
    await context.sendActivity(consentAnswer())
  return context.turnState.get(INVOKE_RESPONSE_KEY) ?? null
}

function personKey({ conversation, from }: Activity): string {
  return JSON.stringify([conversation.id, (from as Activity['from'] | undefined)?.id])
}

/** An edited message has the id of the one it was; its type tells them apart. */
function deliveryKey({ type, conversation, id }: Partial<Activity>): string | null {
  return id == null ? null : JSON.stringify([type, conversation?.id, id])
}
