import { unreadable, type FaultFacts, type FaultKind } from '../domain/shared/outside-fault.ts'

/** What to do about a bot token that Slack does not take, or a Slack that does not answer; without any secret. */
export function slackRemedy({ kind, code = '' }: Pick<FaultFacts, 'kind' | 'code'>): string {
  if (kind !== 'unauthorised') return code === unreadable ? foreign : remedies[kind]
  return tokens[code] ?? 'ask an administrator of the workspace what keeps the app from working there'
}

const anew = 'install the app again, put the new one into SLACK_BOT_TOKEN'

/** Slack's words for what is wrong with a token. */
const tokens: Readonly<Record<string, string>> = {
  token_revoked: `the token was revoked: ${anew}`,
  account_inactive: `the app was removed from the workspace, and its token with it: ${anew}`,
  token_expired: `the token has expired: switch token rotation off in the settings of the app, ${anew}`,
  invalid_auth:
    'Slack does not know this token: copy the Bot User OAuth Token of the app (OAuth & Permissions) into SLACK_BOT_TOKEN',
  not_authed: 'Slack got no token: copy the Bot User OAuth Token of the app (OAuth & Permissions) into SLACK_BOT_TOKEN',
  not_allowed_token_type: 'it is a token of another kind: SLACK_BOT_TOKEN begins with xoxb-',
  missing_scope:
    'a scope is missing: build the manifest (npm run desk -- manifest), update the app and install it again',
}

const foreign = 'something else answered in its place; check the address, and whether a proxy stands between'

const remedies: Readonly<Record<Exclude<FaultKind, 'unauthorised'>, string>> = {
  throttled: 'Slack is asked too often; try again in some minutes',
  busy: 'Slack is busy; try again in some minutes',
  refused: 'Slack says no; ask an administrator of the workspace and quote these words',
  'not-found': 'check SLACK_API_URL',
  unreachable: 'check SLACK_API_URL and the network, then try again',
}
