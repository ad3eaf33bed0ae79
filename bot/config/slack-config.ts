import { isLoopback } from '../../adapters/shared/loopback.ts'
import type { Environment } from './environment.ts'

/** The desk's app in one Slack workspace. */
export interface SlackConfig {
  readonly botToken: string
  /** For requests over HTTP; null where only Socket Mode is used. */
  readonly signingSecret: string | null
  /** For Socket Mode; null where it is not used. */
  readonly appToken: string | null
  /** Base of the Web API; null for slack.com. In a demo null means that there is nobody to speak to. */
  readonly apiUrl: string | null
}

/** Printed at the start of a demo, so that a stand-in for Slack can sign what it sends. */
export const demoSlack: SlackConfig = {
  botToken: 'xoxb-demo',
  signingSecret: 'partner-desk-demo-secret',
  appToken: null,
  apiUrl: null,
}

/** The settings of Slack; null where there are none, save for the demo's own. Adds to `faults` what cannot be used. */
export function slackOf(env: Environment, mode: 'demo' | 'live', faults: string[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = env
  const apiUrl = SLACK_API_URL ?? null
  if (apiUrl !== null && !mayBeCalled(apiUrl, mode))
    faults.push(
      mode === 'demo'
        ? 'SLACK_API_URL must be a stand-in on this machine in demo mode'
        : 'SLACK_API_URL must be an https address, or one of this machine',
    )
  if (mode === 'demo') {
    if (SLACK_APP_TOKEN !== undefined && apiUrl === null)
      faults.push('SLACK_APP_TOKEN needs SLACK_API_URL in demo mode: the demo connects to nobody else')
    return {
      botToken: SLACK_BOT_TOKEN ?? demoSlack.botToken,
      signingSecret: SLACK_SIGNING_SECRET ?? demoSlack.signingSecret,
      appToken: SLACK_APP_TOKEN ?? null,
      apiUrl,
    }
  }
  if ([SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN].every((value) => value === undefined)) return null
  if (SLACK_BOT_TOKEN === undefined) faults.push('SLACK_BOT_TOKEN is missing')
  if (SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined)
    faults.push('SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode)')
  return {
    botToken: SLACK_BOT_TOKEN ?? '',
    signingSecret: SLACK_SIGNING_SECRET ?? null,
    appToken: SLACK_APP_TOKEN ?? null,
    apiUrl,
  }
}

function mayBeCalled(address: string, mode: 'demo' | 'live'): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return isLoopback(url) || (mode === 'live' && url.protocol === 'https:')
}
