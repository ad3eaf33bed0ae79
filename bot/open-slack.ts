import type { TurnContext } from 'botbuilder-core'
import type { Logger } from 'pino'
import { openSeenDeliveries } from '../adapters/lowdb/seen-deliveries.ts'
import { download } from '../adapters/shared/download.ts'
import { slackDoor } from '../adapters/slack/slack-door.ts'
import { slackHosts } from '../adapters/slack/slack-hosts.ts'
import { slackWorkspace, type SlackWorkspace } from '../adapters/slack/slack-workspace.ts'
import { largestFile } from '../dialogs/vocabulary/heard.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { logConnection } from './log-connection.ts'
import type { SlackConfig } from './config/slack-config.ts'
import { loggable } from './logging.ts'
import type { Metrics } from './metrics.ts'
import type { OpenDesk } from './open-desk.ts'
import { slackSays, slackSaysTo } from './slack-says.ts'
import { warnOfSlack } from './warn-of-slack.ts'

/** The workspace as a desk in this mode sees it. */
export function openWorkspace(slack: SlackConfig, { config, languages, now }: OpenDesk): SlackWorkspace {
  const demo = config.mode === 'demo'
  return slackWorkspace({
    botToken: slack.botToken,
    hosts: slackHosts(slack.apiUrl, demo),
    trusting: demo,
    now,
    words: slackSays(languages.best()),
  })
}

/** What an operator reads, who can do something about it. */
const thrownOut =
  'the app was uninstalled from Slack, or its token revoked: install it again and put the new token into SLACK_BOT_TOKEN'
const lockedOut =
  'Slack refuses the token of the desk, or the app lacks a scope: install the app of `desk manifest` again and check SLACK_BOT_TOKEN'

/** A person waits for it. */
const fileTimeMs = 20_000

interface SlackParts {
  readonly folder: string
  readonly log: Logger
  readonly metrics: Metrics
  readonly turn: (context: TurnContext) => Promise<void>
}

/** Opens the ways in which Slack reaches the desk. */
export async function openSlack(
  { botToken, signingSecret, appToken }: SlackConfig,
  workspace: SlackWorkspace,
  { config, languages, desk, wall, newId }: OpenDesk,
  { folder, log, metrics, turn }: SlackParts,
) {
  const seen = await openSeenDeliveries(folder, {
    now: wall,
    onTrouble: (err) => log.error({ err }, 'deliveries cannot be remembered'),
  })
  const door = slackDoor({
    workspace,
    signingSecret,
    appToken,
    // Slack signs by its own.
    now: wall,
    turn,
    says: slackSaysTo(languages, (account) => desk.staff.whoIs(account)),
    isFirst: (key) => seen.isFirst(key),
    read: (url) =>
      download(url, {
        allowed: (each) => workspace.hosts.files(each),
        headers: { authorization: `Bearer ${botToken}` },
        largest: largestFile,
        timeoutMs: fileTimeMs,
        service: 'slack',
      }),
    async onRemoved(gone, from) {
      if (from === 'workspace') log.error({ chat: 'slack' }, thrownOut)
      await desk.cards.loseWhere(gone)
    },
    onTurnedAway: (why) => {
      metrics.turn('turned-away')
      log.warn({ chat: 'slack', why }, 'turned away')
    },
    onFailure: (cause) => {
      const reference = newId()
      metrics.turn('failed')
      const line = { reference, chat: 'slack', ...loggable(cause) }
      if (!(cause instanceof OutsideFault)) log.error(line, 'request failed')
      else if (cause.facts.kind === 'unauthorised') log.error(line, lockedOut)
      else log.warn(line, 'request failed')
      return reference
    },
    onConnection: (change) => logConnection(change, log),
  })
  return {
    ...door,
    start() {
      door.start()
      // In the background: no start waits for Slack. A stand-in knows no token.
      if (config.mode === 'live') void warnOfSlack(workspace.api, log)
    },
    async close() {
      await door.close()
      await seen.close()
    },
  }
}
