import type { TurnContext } from 'botbuilder-core'
import type { Logger } from 'pino'
import { setTimeout as wait } from 'node:timers/promises'
import type { OnFailure } from '../adapters/shared/http-server.ts'
import type { DeskAuthentication } from '../adapters/teams/desk-authentication.ts'
import { TeamsAdapter } from '../adapters/teams/teams-adapter.ts'
import { teamsDoor } from '../adapters/teams/teams-door.ts'
import { teamsMessenger } from '../adapters/teams/teams-messenger.ts'
import { cutWords } from './card-words.ts'
import type { Metrics } from './metrics.ts'
import type { OpenDesk } from './open-desk.ts'

interface TeamsParts {
  readonly log: Logger
  readonly metrics: Metrics
  readonly turn: (context: TurnContext) => Promise<void>
  readonly onFailure: OnFailure
}

/** Opens the door through which Teams reaches the desk, and the way back. */
export function openTeams(
  authentication: DeskAuthentication,
  { desk, languages, now, newId }: OpenDesk,
  { log, metrics, turn, onFailure }: TeamsParts,
) {
  const adapter = new TeamsAdapter({
    authentication,
    newReference: newId,
    newId,
    onFailure,
    apology: (reference, locale) => languages.best(locale).say('apology', { reference }),
    // A card has many readers.
    words: cutWords(languages.best()),
  })
  return {
    messenger: teamsMessenger({ authentication, now, wait: (ms) => wait(ms) }),
    handler: teamsDoor({
      adapter,
      authentication,
      now,
      turn,
      onRemoved: (gone) => desk.cards.loseWhere(gone),
      toStrangers: (_why, locale) => languages.best(locale).say('stranger.refused'),
      onTurnedAway: (why) => {
        metrics.turn('turned-away')
        log.warn({ chat: 'teams', why }, 'turned away')
      },
    }),
  }
}
