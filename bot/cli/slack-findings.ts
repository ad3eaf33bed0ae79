import { slackPath } from '../../adapters/slack/app-manifest.ts'
import { appStanding, asksForSocket, type AppStanding } from '../../adapters/slack/app-standing.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { SlackConfig } from '../config/slack-config.ts'
import type { OpenDesk } from '../open-desk.ts'
import { openWorkspace } from '../open-slack.ts'
import { slackRemedy } from '../slack-remedy.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'

/** Whether the token of Slack works, what it may do, and how Slack finds its way here. Asks Slack, and changes nothing. */
export async function slackFindings(open: OpenDesk): Promise<readonly Finding[]> {
  const { mode, slack } = open.config
  if (mode === 'demo') {
    return slack?.apiUrl == null
      ? [ok('Slack: none; to try it, say DESK_MODE=demo and set SLACK_API_URL to a stand-in on this machine')]
      : [ok(`Slack: a stand-in at ${slack.apiUrl}`)]
  }
  if (slack === null) return [ok('Slack: not configured; to be there as well, set SLACK_BOT_TOKEN and its companions')]
  return Promise.all([tokenFinding(slack, open), ...ways(slack, open)])
}

async function tokenFinding(slack: SlackConfig, open: OpenDesk): Promise<Finding> {
  try {
    return standingFinding(await appStanding(openWorkspace(slack, open).api))
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) return unknown('Slack', fault)
    const finding = fault.facts.kind === 'throttled' ? look : wrong
    return finding(`Slack: ${saidBy(fault)}; ${slackRemedy(fault.facts)}`)
  }
}

function standingFinding({ team, bot, isBot, scopes }: AppStanding): Finding {
  const line = `Slack: ${bot.name} (${bot.id}) in the workspace ${team.name} (${team.id})`
  if (!isBot) return wrong(`${line} is a person's token, not a bot's; SLACK_BOT_TOKEN begins with xoxb-`)
  if (scopes === null) return look(`${line}; it did not say which scopes the token has`)
  const { lacking, needless } = scopes
  if (lacking.length > 0)
    return wrong(
      `${line} lacks ${lacking.join(', ')}; build the manifest (npm run desk -- manifest), update the app and install it again`,
    )
  return needless.length > 0
    ? look(`${line} may more than it needs: ${needless.join(', ')}; take that away and install it again`)
    : ok(`${line}, with the scopes it needs`)
}

function ways(slack: SlackConfig, open: OpenDesk): readonly Promise<Finding>[] {
  const { signingSecret, appToken } = slack
  const http = ok(
    `Slack requests: taken at ${slackPath}, signed; whether the signing secret is right shows when somebody writes there`,
  )
  return [
    ...(signingSecret === null ? [] : [Promise.resolve(http)]),
    ...(appToken === null ? [] : [socketFinding(slack, appToken, open)]),
  ]
}

async function socketFinding(slack: SlackConfig, appToken: string, open: OpenDesk): Promise<Finding> {
  try {
    await asksForSocket(openWorkspace({ ...slack, botToken: appToken }, open).api)
    return ok('Slack Socket Mode: SLACK_APP_TOKEN is accepted')
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) return unknown('Slack Socket Mode', fault)
    const what =
      fault.facts.kind === 'unauthorised'
        ? 'make an app-level token with the scope connections:write, put it into SLACK_APP_TOKEN, and switch Socket Mode on'
        : slackRemedy(fault.facts)
    return wrong(`Slack Socket Mode: ${saidBy(fault)}; ${what}`)
  }
}

/** Slack says no in a word that the desk does not know, and so takes for a mistake of its own. */
function unknown(what: string, cause: unknown): Finding {
  return wrong(
    `${what}: ${cause instanceof Error ? cause.message : String(cause)}; look the word up among Slack's errors`,
  )
}
