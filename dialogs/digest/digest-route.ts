import type { TimeZone } from '../../domain/shared/time.ts'
import { quoted } from '../phrases/quoted.ts'
import { namedChannel, type Aim } from '../routes/named-channel.ts'
import { clock } from '../routes/narrowing-text.ts'
import { notAmongUs } from '../routes/not-among-us.ts'
import { withLanguage } from '../routes/route-reached.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { minuteOf } from '../understanding/narrowing.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

const dayMinutes = 24 * 60

/** Sets or clears the morning digest of a channel, with its hour where its readers are. */
export async function changeDigestRoute(
  { change, time, zone }: Extract<Intent, { verb: 'route-digest' }>,
  talk: Talk,
): Promise<Reply> {
  const { desk, words, by } = talk
  const minute = time === null ? null : minuteOf(time)
  if (time !== null && (minute === null || minute >= dayMinutes)) return warning('routes.unclear-time', time)
  const named = zone === null ? null : zoneCalled(zone)
  if (zone !== null && named === null) return warning('routes.unclear-zone', zone)
  const aim = typeof change === 'object' ? await namedChannel(change.to, talk) : await here(talk)
  if ('unfit' in aim) return said(aim.unfit, { tone: 'warning' })
  const { place, name, kind } = aim.place
  if (change === 'off') {
    const outcome = await desk.digests.clear(place, by)
    if (outcome.ok) return said(words.say('routes.digest-off', { name: outcome.value.placeName }), { tone: 'good' })
    return said(whyNot(outcome.refusal.code), { tone: 'warning' })
  }
  const unfit = kind === 'personal' ? null : await notAmongUs(aim.place, talk)
  if (unfit !== null) return said(unfit, { tone: 'warning' })
  const outcome = await desk.digests.set({ place, name, personal: kind === 'personal' }, { minute, zone: named }, by)
  if (!outcome.ok) return said(whyNot(outcome.refusal.code), { tone: 'warning' })
  const { minute: at, zone: there } = outcome.value
  return said(words.say('routes.digest-here', { name, time: clock(at), zone: there }), { tone: 'good' })

  function whyNot(code: 'not-allowed' | 'not-a-channel' | 'no-route' | 'not-found' | 'changed-since'): string {
    if (code === 'not-allowed') return words.say('refusal.administrators-only')
    if (code === 'no-route') return words.say('routes.digest-none')
    return words.say(code === 'not-a-channel' ? 'refusal.not-a-channel' : 'refusal.same-moment')
  }
  function warning(key: 'routes.unclear-time' | 'routes.unclear-zone', typed: string): Reply {
    return said(words.say(key, { said: quoted(typed) }), { tone: 'warning' })
  }
}

/** Which channels get the digest, and when. */
export async function digestFacts(talk: Talk): Promise<readonly (readonly [string, string])[]> {
  const { desk, words } = talk
  const routes = await desk.digests.list()
  return Promise.all(
    routes.map(async ({ place, placeName, minute, zone }) => {
      const name = withLanguage(placeName, await desk.cards.address(place), talk)
      return [words.say('routes.digest'), words.say('routes.digest-at', { name, time: clock(minute), zone })] as const
    }),
  )
}

/** `europe/berlin`, or `berlin` where no other zone ends so; null for what is no zone. */
export function zoneCalled(typed: string): TimeZone | null {
  const plain = (name: string) => name.toLowerCase().replaceAll('_', ' ').trim()
  const wanted = plain(typed)
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  const exact = zones.find((zone) => plain(zone) === wanted)
  if (exact !== undefined) return exact
  const ending = zones.filter((zone) => plain(zone).split('/').at(-1) === wanted)
  if (ending.length === 1) return ending[0] ?? null
  // Names that are kept for old times' sake, such as Asia/Calcutta.
  return wanted.includes('/') ? knownElsewhere(typed.trim().replaceAll(' ', '_')) : null
}

function knownElsewhere(name: string): TimeZone | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

async function here({ desk, words, speaker }: Talk): Promise<Aim> {
  // A command is answered privately, but is about the channel in which it was typed.
  const place = speaker.typedIn ?? speaker.place
  if (speaker.personal && speaker.typedIn === undefined) return { unfit: words.say('refusal.not-a-channel') }
  const address = await desk.cards.address(place)
  return address ? { place: address } : { unfit: words.say('routes.unknown-channel', { name: quoted(place) }) }
}
