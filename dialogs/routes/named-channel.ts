import type { Address } from '../../domain/cases/placed-card.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'

/** Where a route leads: the channel it is said in, or one that was named. */
export type Aim = { readonly place: Address } | { readonly unfit: string }

/** Only a channel the desk has been in: it cannot find others, and could not post there. */
export async function namedChannel(said: string, { desk, words, speaker }: Talk): Promise<Aim> {
  const found = await desk.cards.named(said)
  const [first, second] = found
  if (!first) return { unfit: words.say('routes.unknown-channel', { name: quoted(said) }) }
  // The same name in both chats: the speaker's own is meant.
  const own = found.filter(({ channel }) => channel === speaker.account.channel)
  if (second && own.length !== 1) return { unfit: words.say('routes.many-channels', { name: quoted(said) }) }
  return { place: own[0] ?? first }
}
