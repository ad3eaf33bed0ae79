import { z } from 'zod'
import type { Address } from '../../domain/cases/placed-card.ts'
import { placeOf, type Origin } from './origin.ts'
import type { Person } from './people.ts'

/** What it takes to speak first in Slack: a channel, or a person, whose chat with the desk it then is. */
export const slackReference = z.object({ channel: z.string().min(1) })

/** How to answer later where something was said; with the channel of a command that is answered privately. */
export function addressesOf(origin: Origin, { name, locale }: Person): readonly Address[] {
  const { user, at, typedIn } = origin
  const shared = at ?? typedIn
  const own: Address = {
    place: placeOf({ ...origin, at: null }),
    channel: 'slack',
    kind: 'personal',
    name,
    locale,
    reference: { channel: user },
    dead: false,
  }
  if (shared === null) return [own]
  const channel: Address = {
    place: placeOf({ ...origin, at: { ...shared, thread: null } }),
    channel: 'slack',
    kind: 'channel',
    name: shared.name === '' ? shared.channel : `#${shared.name}`,
    locale: null,
    reference: { channel: shared.channel },
    dead: false,
  }
  return at === null ? [own, channel] : [channel]
}
