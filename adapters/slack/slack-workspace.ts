import { setTimeout as wait } from 'node:timers/promises'
import type { Messenger } from '../../dialogs/vocabulary/messenger.ts'
import type { Roster } from '../../dialogs/vocabulary/roster.ts'
import type { Clock } from '../../domain/shared/time.ts'
import { slackChannels, type Channels } from './channels.ts'
import { demoChannels, demoPeople } from './demo-people.ts'
import { slackPeople, type People } from './people.ts'
import { slackApi, type SlackApi } from './slack-api.ts'
import type { SlackHosts } from './slack-hosts.ts'
import { slackMessenger } from './slack-messenger.ts'
import { slackRoster } from './slack-roster.ts'
import type { SlackWords } from './slack-words.ts'

/** The workspace the desk is in, as its Web API shows it. */
export interface SlackWorkspace {
  readonly hosts: SlackHosts
  readonly api: SlackApi
  readonly people: People
  readonly channels: Channels
  readonly messenger: Messenger
  readonly roster: Roster
}

interface SlackWorkspaceOptions {
  readonly botToken: string
  readonly hosts: SlackHosts
  /** Nobody is asked who they are: the demo. */
  readonly trusting: boolean
  readonly now: Clock
  readonly words: SlackWords
}

/** Makes no call: a Slack that is down keeps nobody from starting. */
export function slackWorkspace({ botToken, hosts, trusting, now, words }: SlackWorkspaceOptions): SlackWorkspace {
  const api = slackApi({ token: botToken, hosts, now, wait: (ms) => wait(ms) })
  const known = { people: slackPeople(api, now), channels: slackChannels(api, now) }
  const people = trusting ? demoPeople(known.people) : known.people
  const channels = trusting ? demoChannels(known.channels) : known.channels
  return {
    hosts,
    api,
    people,
    channels,
    messenger: slackMessenger(api, words),
    roster: slackRoster(people, channels),
  }
}
