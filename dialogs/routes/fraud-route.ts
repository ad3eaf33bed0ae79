import type { RouteOnly } from '../../domain/routes/route.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Talk } from '../talk.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Intent } from '../understanding/intent.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { namedChannel, type Aim } from './named-channel.ts'
import { narrowingText } from './narrowing-text.ts'
import { notAmongUs } from './not-among-us.ts'

/** Set or cleared in the channel where it is said, or set to one that is named. */
export type RouteChange = Extract<Intent, { verb: 'route-fraud' }>['change']

/** Sets or clears a channel for some of the fraud alerts; `customer`: the name of the one it is for. */
export async function changeFraudRoute(
  { only, change, customer = null }: { only: RouteOnly | null; change: RouteChange; customer?: string | null },
  talk: Talk,
): Promise<Reply> {
  const { desk, words, by, speaker } = talk
  const topic = narrowingText(only, customer, words)
  if (change === 'off') {
    const outcome = await desk.routes.clear('fraud', speaker.account.channel, by, only)
    return outcome.ok
      ? said(words.say('routes.off', { topic, name: outcome.value.placeName }), { tone: 'good' })
      : warning(whyNot(outcome.refusal.code, talk))
  }
  const aim = change === 'here' ? await here(talk) : await namedChannel(change.to, talk)
  if ('unfit' in aim) return warning(aim.unfit)
  const { place, name, channel: chat, kind } = aim.place
  const unfit = kind === 'personal' ? null : await notAmongUs(aim.place, talk)
  if (unfit !== null) return warning(unfit)
  const outcome = await desk.routes.set('fraud', { chat, place, name, personal: kind === 'personal' }, by, only)
  if (!outcome.ok) return warning(whyNot(outcome.refusal.code, talk))
  const first = customer === null ? [] : [words.say('routes.own-first')]
  return said(words.sentences([words.say('routes.here', { topic, name }), ...first]), { tone: 'good' })
}

/** What was said of a channel for fraud alerts and is no narrowing. */
export function unclearRoute(unread: string, { words }: Talk): Reply {
  return warning(words.say('routes.unclear', { said: quoted(unread) }))
}

async function here({ desk, words, speaker }: Talk): Promise<Aim> {
  // A command is answered privately, but is about the channel in which it was typed.
  const place = speaker.typedIn ?? speaker.place
  if (speaker.personal && speaker.typedIn === undefined) return { unfit: words.say('refusal.not-a-channel') }
  const address = await desk.cards.address(place)
  return address ? { place: address } : { unfit: words.say('routes.unknown-channel', { name: quoted(place) }) }
}

function whyNot(code: 'not-allowed' | 'not-a-channel' | 'no-route' | VersionRefusal['code'], { words }: Talk): string {
  if (code === 'not-allowed') return words.say('refusal.administrators-only')
  return words.say(code === 'no-route' ? 'routes.none-such' : `refusal.${code}`)
}

function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
