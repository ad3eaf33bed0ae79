import type { ChannelAccount } from '../../../domain/staff/staff.ts'

/** Through which chat offices are played: handed over directly, or over the wires of one of the real ones. */
export type PlayedThrough = 'no wire' | 'Teams' | 'Slack'

let through: PlayedThrough = 'no wire'
let language: string | null = null
const open: { close(): Promise<void> }[] = []

/** The office that is opened next, and who closes it when its spec is over. */
export function playedThrough(): PlayedThrough {
  return through
}

export function playThrough(next: PlayedThrough): void {
  through = next
}

/** The tag of the language in which offices are played by an interpreter; null: as they are written down. */
export function playedIn(): string | null {
  return language
}

export function playIn(tag: string | null): void {
  language = tag
}

/** The chat in which a transcript's people are unless it says another. */
export function usualChat(): ChannelAccount['channel'] {
  return through === 'Slack' ? 'slack' : 'teams'
}

export function closedAfterwards<Opened extends { close(): Promise<void> }>(opened: Opened): Opened {
  open.push(opened)
  return opened
}

export async function closeAll(): Promise<void> {
  for (const each of open.splice(0)) await each.close()
}
