import type { SentMessage } from './slack-api.ts'

/** What the desk remembers of a message: all that Slack finds it by, and answers to it. */
export function messageToken({ channel, ts, thread }: SentMessage): string {
  return [channel, ts, ...(thread === null ? [] : [thread])].join(':')
}

/** The reverse of {@link messageToken}. */
export function sentMessage(token: string): SentMessage {
  const [channel = '', ts = '', thread = null] = token.split(':')
  return { channel, ts, thread }
}
