import { sha256 } from '../shared/sha256.ts'
import type { SlackMessage } from './slack-message.ts'

interface Where {
  readonly channel: string
  readonly ts: string
}

/** What stands in messages of ours, as far as this process put it there: nothing is changed into itself. */
export interface StandingMessages {
  stands(at: Where, message: SlackMessage): void
  /** It is about to be changed: until that is known to have worked, nobody knows what stands there. */
  changes(at: Where): void
  isStanding(at: Where, message: SlackMessage): boolean
}

const mostKept = 5_000

export function standingMessages(): StandingMessages {
  const known = new Map<string, string>()
  const keyOf = ({ channel, ts }: Where) => `${channel}:${ts}`
  const digest = ({ text, blocks }: SlackMessage) => sha256(JSON.stringify([text, blocks]))
  return {
    stands(at, message) {
      if (known.size >= mostKept) known.clear()
      known.set(keyOf(at), digest(message))
    },
    changes: (at) => void known.delete(keyOf(at)),
    isStanding: (at, message) => known.get(keyOf(at)) === digest(message),
  }
}
