import type { SlackConfig } from '../config/slack-config.ts'

interface Started {
  readonly port: number
  readonly playground: string | null
  readonly slack: SlackConfig | null
}

/** What the person who started the demo reads. */
export function welcome({ port, playground, slack }: Started): string {
  const chat = playground ?? `no local client; point one at http://127.0.0.1:${port}/api/messages`
  return `
Partner Desk, demo. Nothing leaves this machine; Ctrl-C ends everything.

  Chat    ${chat}
  Desk    http://127.0.0.1:${port}
${slackLines(port, slack)}
You are Mei, a collector. Six things to try:

  1. overdue                               who owes what, and since when
  2. customer fabrikam                     one customer's standing, holds and subscriptions
  3. suspend fabrikam for non-payment      choose, then ask a second person
  4. be approver                           now you are Wang: press Approve on the card, and watch it being confirmed
  5. ticket contoso about a wrong invoice  two customers match, then one form; China's goes to 21Vianet
  6. be fraud lead                         claim the alert that has come, stop what it is about, and give the verdict

Approving with a code: start with DESK_DATA=folder and a policy.yaml in it with low limits for step-up; then, with the
same DESK_DATA, npm run desk -- totp enrol --for Wang
More fraud: npm run desk -- demo fraud, or demo storm for two hundred alerts within two minutes
A ticket filed: npm run desk -- demo ticket PD-1 does what a person does at the operator’s portal, and has it answered
Time going by: npm run desk -- demo advance 3d moves the demo’s clocks ahead; what falls due happens

`
}

/** For a stand-in: the real Slack cannot reach a loopback address. */
function slackLines(port: number, slack: SlackConfig | null): string {
  if (slack === null) return ''
  const to = slack.apiUrl ?? 'nowhere; set DESK_MODE=demo and SLACK_API_URL to a stand-in on this machine'
  return `  Slack   http://127.0.0.1:${port}/slack/events
          SLACK_SIGNING_SECRET=${slack.signingSecret ?? ''}  SLACK_BOT_TOKEN=${slack.botToken}
          answers go to ${to}
`
}
