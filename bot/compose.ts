import { PrivateConversationState, type Activity, type TurnContext } from 'botbuilder-core'
import type { Logger } from 'pino'
import { openLowdbDialogStorage } from '../adapters/lowdb/lowdb-dialog-storage.ts'
import type { HttpServer, OnFailure } from '../adapters/shared/http-server.ts'
import { slackAddressesOf } from '../adapters/slack/slack-bot-adapter.ts'
import { addressOf } from '../adapters/teams/address-of.ts'
import { asFault } from '../adapters/teams/connector-faults.ts'
import type { DeskAuthentication } from '../adapters/teams/desk-authentication.ts'
import { teamsRoster } from '../adapters/teams/teams-roster.ts'
import { conversations } from '../dialogs/conversation.ts'
import { heardIn } from '../dialogs/vocabulary/heard.ts'
import type { Rosters } from '../dialogs/vocabulary/roster.ts'
import type { Address } from '../domain/cases/placed-card.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { msOf } from '../domain/shared/time.ts'
import type { SlackConfig } from './config/slack-config.ts'
import { degraded } from './degraded.ts'
import { promiseKeeper } from './keep-promise.ts'
import { loggable, traced } from './logging.ts'
import { createMetrics, overdueMs } from './metrics.ts'
import type { OpenDesk } from './open-desk.ts'
import { openSlack, openWorkspace } from './open-slack.ts'
import { openTeams } from './open-teams.ts'
import { openWebhooks } from './open-webhooks.ts'
import { mailWriter } from '../dialogs/tickets/ticket-mail.ts'
import { createOutboxRunner, type OutboxRunner } from './outbox-runner.ts'
import { createDeskServer, type DeskServerParts } from './server.ts'
import { createTalks } from './talk-of.ts'
import { tidyUploads } from './tidy-uploads.ts'
import { createTurn } from './turn.ts'
import type { Cast } from './demo/cast.ts'

/** A desk that can be talked to. */
export interface RunningDesk {
  readonly server: HttpServer
  readonly runner: OutboxRunner
  /** Able to serve? As /readyz answers it. */
  readonly ready: DeskServerParts['ready']
  close(): Promise<void>
}

interface ComposeOptions {
  readonly folder: string
  /** Null: the desk is not in Teams. */
  readonly authentication: DeskAuthentication | null
  /** Null: the desk is not in Slack. */
  readonly slack: SlackConfig | null
  readonly log: Logger
  /** Plays everybody, in demo mode only. */
  readonly cast: Cast | null
}

/** A promise this long overdue means that the desk does not serve. */
const tooLateMs = 5 * 60_000

/** Connects an open desk to its chats: the only place that chooses which parts speak to which. */
export async function compose(open: OpenDesk, options: ComposeOptions): Promise<RunningDesk> {
  const { desk, store, languages, now, newId, placesOf } = open
  const { folder, authentication, slack, log, cast } = options
  const metrics = createMetrics(store, now, () => desk.lanes.all(), open.accessOf)
  const workspace = slack && openWorkspace(slack, open)
  // The demo asks no chat who belongs: whoever is there plays somebody.
  const rosters: Rosters = cast
    ? {}
    : {
        ...(authentication ? { teams: teamsRoster({ authentication, now }) } : {}),
        ...(workspace ? { slack: workspace.roster } : {}),
      }
  const talks = createTalks(open, cast, rosters)
  const storage = await openLowdbDialogStorage(folder, {
    now,
    onDamaged: (damaged) => log.error(damaged, 'half-typed drafts were lost'),
  })
  const state = new PrivateConversationState(storage)
  const onFailure: OnFailure = ({ reference, path, cause }) => {
    metrics.turn('failed')
    // Teams being out of reach is nobody's bug here.
    const fault = asFault(cause, msOf(now()))
    log[fault instanceof OutsideFault ? 'warn' : 'error']({ reference, path, ...loggable(fault) }, 'request failed')
  }

  const turn = createTurn({
    desk,
    languages,
    state,
    open: conversations(state, newId),
    identify: (speaker) => (cast ? cast.identify(speaker) : desk.staff.whoIs(speaker.account)),
    talkOf: (speaker, by, words) => talks.ofTurn(speaker, by, words),
    addressesOf: (activity) => addressesOf(activity, authentication),
  })
  const answered = async (context: TurnContext): Promise<void> => {
    const began = performance.now()
    await traced({ turn: newId() }, async () => {
      await turn(context)
      const ms = Math.round(performance.now() - began)
      log.info({ chat: context.activity.channelId, heard: heardIn(context.activity)?.kind, ms }, 'answered')
    })
    metrics.turn('answered', (performance.now() - began) / 1000)
  }
  const inTeams = authentication && openTeams(authentication, open, { log, metrics, turn: answered, onFailure })
  const inSlack =
    slack && workspace && (await openSlack(slack, workspace, open, { folder, log, metrics, turn: answered }))
  const runner = createOutboxRunner({
    store,
    keep: promiseKeeper({
      desk,
      messengers: {
        ...(inTeams ? { teams: inTeams.messenger } : {}),
        ...(workspace ? { slack: workspace.messenger } : {}),
      },
      placesOf,
      rosters,
      talkFor: (place) => talks.ofPlace(place),
      writeMail: mailWriter({
        dossiers: desk.dossiers,
        talk: async () => ({ ...(await talks.ofPlace('')), words: languages.best('en') }),
      }),
    }),
    now,
    log,
    onTried: (kind, outcome) => metrics.promise(kind, outcome),
  })
  const ready: DeskServerParts['ready'] = async () => {
    const { waiting, earliestDue, stuck } = await store.backlog()
    const lateMs = overdueMs(earliestDue, now)
    // A stopped lane serves as it should: it is shown here, and is no reason to be taken out of service.
    const lanes = Object.fromEntries((await desk.lanes.all()).map(({ lane, status }) => [lane, status]))
    return {
      ready: lateMs < tooLateMs,
      // Named, and no reason for 503: whoever took the desk out of service for it would stop the alerts altogether.
      degraded: await degraded(desk),
      store: true,
      outbox: { waiting, lateMs, stuck },
      lanes,
    }
  }
  const server = createDeskServer({
    newReference: newId,
    onFailure,
    metrics: metrics.register,
    // The demo asks nobody who they are; live mode may stand behind a proxy with a name of its own.
    loopbackOnly: open.config.mode === 'demo',
    teams: inTeams?.handler ?? null,
    slack: inSlack?.handler ?? null,
    webhooks: openWebhooks(open, { metrics, log }),
    ready,
  })
  inSlack?.start()
  const tidying = tidyUploads(open.uploads, log)
  return {
    server,
    runner,
    ready,
    async close() {
      tidying.stop()
      await server.close()
      await inSlack?.close()
      await runner.stop()
      await storage.close()
    },
  }
}

/** How the place an activity comes from is reached. */
function addressesOf(activity: Activity, teams: DeskAuthentication | null): readonly Address[] {
  if (activity.channelId === 'slack') return slackAddressesOf(activity)
  const address = teams && addressOf(activity, teams.trusts)
  return address ? [address] : []
}
