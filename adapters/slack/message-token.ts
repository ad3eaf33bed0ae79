import type { SentMessage } from './slack-api.ts'

/** What the desk remembers of a message: both of what Slack finds it by. */
export function messageToken({ channel, ts }: SentMessage): string {
  return `${channel}:${ts}`
}

/** The reverse of {@link messageToken}. */
export function sentMessage(token: string): SentMessage {
  const [channel = '', ts = ''] = token.split(':')
  return { channel, ts }
}
