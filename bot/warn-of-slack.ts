import type { Logger } from 'pino'
import { appStanding } from '../adapters/slack/app-standing.ts'
import type { SlackApi } from '../adapters/slack/slack-api.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { loggable } from './logging.ts'
import { slackRemedy } from './slack-remedy.ts'

/** Says in the log what keeps a desk that starts from working in Slack, if anything does. Never rejects. */
export async function warnOfSlack(api: Pick<SlackApi, 'call'>, log: Logger): Promise<void> {
  const chat = 'slack'
  try {
    const { team, bot, isBot, scopes } = await appStanding(api)
    const ids = { chat, team: team.id, bot: bot.id }
    if (!isBot) log.warn(ids, 'SLACK_BOT_TOKEN is no bot’s token; npm run desk -- doctor says more')
    else if (scopes && scopes.lacking.length > 0)
      log.warn({ ...ids, lacking: scopes.lacking }, 'the Slack app lacks scopes; npm run desk -- doctor says more')
    else log.info(ids, 'Slack accepts the token')
  } catch (fault) {
    const remedy = fault instanceof OutsideFault ? slackRemedy(fault.facts) : 'npm run desk -- doctor says more'
    log.warn({ chat, ...loggable(fault) }, `Slack does not work yet: ${remedy}`)
  }
}
