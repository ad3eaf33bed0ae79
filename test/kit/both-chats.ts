import { newFolder, removeFolder, startDesk, startOperator, type DeskProcess, type Operator } from './demo-desk.ts'
import { openFakeSlack, type FakeSlack } from './fake-slack.ts'
import { endAll } from './processes.ts'
import { slackPerson, type SlackPerson } from './slack-person.ts'
import { slackRequests } from './slack-requests.ts'
import { openTeamsConnector, type TeamsConnector } from './teams-connector.ts'
import { teamsPerson, type TeamsPerson } from './teams-person.ts'

/** The channels of both chats that news goes to. */
export const approvals = { teams: '19:approvals@thread.tacv2', slack: 'CAPPROVALS' } as const

const secret = 'not-a-secret'

/** A demo desk in a process of its own between a Teams, a Slack and an operator that outlive it. */
export interface BothChats {
  readonly folder: string
  readonly operator: Operator
  readonly teams: TeamsConnector
  readonly slack: FakeSlack
  readonly desk: DeskProcess
  /** Starts the desk on what it left behind. Whoever sat there must sit down again. */
  start(): Promise<void>
  /** Somebody's own chat with the desk, or (with `in`) a channel in which they mention it. */
  inTeams(name: string, channel?: string): TeamsPerson
  /** Somebody in Slack, who sees these channels beside their own chat. */
  inSlack(name: string, ...channels: readonly string[]): SlackPerson
  /** Sends news about approvals, or about something else, to a channel of each chat, as Ines. */
  route(...topics: readonly ('approvals' | 'fraud' | 'tickets')[]): Promise<void>
  /** The history told under the newest card in each channel, oldest first. */
  threads(): { readonly teams: readonly string[]; readonly slack: readonly string[] }
  close(): Promise<void>
}

/** `extra`: settings of the desk beside those of its chats and its operator. */
export async function openBothChats(extra: Readonly<Record<string, string>> = {}): Promise<BothChats> {
  const folder = await newFolder()
  const [operator, teams, slack] = await Promise.all([
    startOperator('global', folder),
    openTeamsConnector(),
    openFakeSlack(),
  ])
  slack.channels.set(approvals.slack, { name: 'approvals' })
  const settings = { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret, ...extra }
  let desk: DeskProcess | null = null
  const running = (): DeskProcess => {
    if (!desk) throw new Error('no desk was started')
    return desk
  }

  const inTeams = (name: string, channel?: string) =>
    teamsPerson(running().url, teams, name, `aad-${name.toLowerCase()}`, channel)
  const inSlack = (name: string, ...channels: readonly string[]) => {
    const user = `U${name.toUpperCase()}`
    slack.users.set(user, { name })
    // Slack lives on the desk's day: what was signed on another is refused.
    const requests = slackRequests(`${running().url}/slack/events`, secret, () => Date.now() + operator.aheadMs)
    return slackPerson(slack, requests, user, channels)
  }

  return {
    folder,
    operator,
    teams,
    slack,
    get desk() {
      return running()
    },
    async start() {
      desk = await startDesk(folder, [operator], settings)
    },
    inTeams,
    inSlack,
    async route(...topics) {
      const there = inTeams('Ines', approvals.teams)
      await there.say('be administrator')
      await there.sees(/You are now Ines/)
      const here = inSlack('Ines', approvals.slack)
      await here.mention(approvals.slack, 'be administrator')
      await here.reads(/You are now Ines/)
      for (const topic of topics.length === 0 ? ['approvals'] : topics) {
        const routed = new RegExp(`news about ${topic} goes to`)
        await there.say(`route ${topic} here`)
        await there.sees(routed)
        await here.mention(approvals.slack, `route ${topic} here`)
        await here.reads(routed)
      }
    },
    threads() {
      // News that is no case's, such as a lane's baseline, stands in the same channels.
      const isCard = (shown: object) => /S-\d+: suspen/.test(JSON.stringify(shown))
      const root = teams.shown.findLast(
        (shown) => shown.conversation === `${approvals.teams};messageid=${shown.id}` && isCard(shown),
      )
      const card = slack.shown.findLast(
        (shown) => shown.channel === approvals.slack && shown.thread === null && isCard(shown),
      )
      return {
        teams: historyIn(
          teams.shown.filter(({ conversation, id }) => conversation === root?.conversation && id !== root.id),
        ),
        slack: historyIn(slack.shown.filter(({ thread }) => thread === card?.ts)),
      }
    },
    async close() {
      await endAll()
      await Promise.all([teams.close(), slack.close()])
      await removeFolder(folder)
    },
  }
}

/** "Mar 31, 2025, 10:00 AM · Wang approved it." and its like; not what is answered to somebody there. */
function historyIn(thread: readonly { readonly versions: readonly Record<string, unknown>[] }[]): readonly string[] {
  return thread.map(({ versions }) => String(versions.at(-1)?.['text'])).filter((text) => text.includes(' · '))
}
