import type { Membership, Roster } from '../../dialogs/vocabulary/roster.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A chat's roster that says what it is told to: everybody is a member, and nobody an outsider, until then. */
export interface FakeRoster extends Roster {
  /** Whom it was asked about, and where they were seen. */
  readonly asked: readonly string[]
  set(user: string, membership: Membership): void
  /** From now on it cannot be asked. */
  silence(): void
}

export function fakeRoster(chat: 'teams' | 'slack'): FakeRoster {
  const memberships = new Map<string, Membership>()
  const asked: string[] = []
  let silent = false
  const listening = () => {
    if (silent) throw new OutsideFault({ service: chat, kind: 'unreachable' })
  }
  return {
    asked,
    set: (user, membership) => void memberships.set(user, membership),
    silence: () => void (silent = true),
    async membership({ channel, user }, { place }) {
      listening()
      asked.push(`${channel}:${user} in ${place}`)
      return memberships.get(user) ?? 'member'
    },
    async hasOutsiders() {
      listening()
      return [...memberships.values()].some((each) => each !== 'member')
    },
  }
}
