import type { Clock } from '../../../domain/shared/time.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { slackApi, type SlackApi } from '../../../adapters/slack/slack-api.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { openFakeSlack, type FakeSlack } from '../../kit/fake-slack.ts'

export interface AnApi {
  readonly slack: FakeSlack
  readonly api: SlackApi
  readonly now: Clock
  /** Milliseconds; moved by a test alone. */
  at: number
  /** How long was to be waited, each time. */
  readonly waits: readonly number[]
  close(): Promise<void>
}

/** Slack's Web API as the desk calls it, with a clock that only a test moves. */
export async function anApi(checkBlocks?: Parameters<typeof openFakeSlack>[0]): Promise<AnApi> {
  const slack = await openFakeSlack(checkBlocks)
  const waits: number[] = []
  const now = () => instantOf(made.at)
  const wait = async (ms: number) => void waits.push(ms)
  const made: AnApi = {
    slack,
    api: slackApi({ token: 'xoxb-of-the-desk', hosts: slackHosts(slack.apiUrl, true), now, wait }),
    now,
    at: Date.parse('2026-03-31T02:00:00.000Z'),
    waits,
    close: () => slack.close(),
  }
  return made
}
