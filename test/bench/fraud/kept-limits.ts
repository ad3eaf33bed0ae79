import type { Logged } from './chat-stand-in.ts'

/** How near a chat's limits were come to. */
export interface KeptLimits {
  /** Answers of 429. */
  readonly refused: number
  readonly messages: number
  /** The most in one channel (of Teams: one thread begun or continued) within a second, and within half a minute. */
  readonly channelSecond: number
  readonly channelHalfMinute: number
  /** The most in the whole chat within a second. */
  readonly chatSecond: number
  /** The most changes in the whole chat within a minute. */
  readonly changesMinute: number
}

export function keptLimits(log: readonly Logged[]): KeptLimits {
  const said = log.filter(({ what }) => what !== 'change')
  const byChannel = [...Map.groupBy(said, ({ channel }) => channel).values()]
  return {
    refused: log.filter(({ refused }) => refused).length,
    messages: log.length,
    channelSecond: Math.max(0, ...byChannel.map((each) => mostWithin(each, 1_000))),
    channelHalfMinute: Math.max(0, ...byChannel.map((each) => mostWithin(each, 30_000))),
    chatSecond: mostWithin(log, 1_000),
    changesMinute: mostWithin(
      log.filter(({ what }) => what === 'change'),
      60_000,
    ),
  }
}

function mostWithin(all: readonly Logged[], ms: number): number {
  let first = 0
  let most = 0
  for (const [last, { at }] of all.entries()) {
    while ((all[first]?.at ?? at) <= at - ms) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}
