import type { Address } from '../../domain/cases/placed-card.ts'
import { chatOf, chats, routeTopics, type Route, type RouteTopic } from '../../domain/routes/route.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { chatName } from '../phrases/chat-name.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { isLost } from '../vocabulary/messenger.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'

/** Which channels hear of what. */
export async function showRoutes({ desk, words }: Talk): Promise<Reply> {
  const routes = await desk.routes.list()
  const told = async ({ place, placeName: name }: Route): Promise<string> => {
    const address = await desk.cards.address(place)
    if (address?.dead) return words.say('routes.lost', { name })
    return address?.outsiders ? words.say('routes.overheard', { name }) : name
  }
  const facts = async (topic: RouteTopic): Promise<readonly (readonly [string, string])[]> => {
    const label = words.say(`route.${topic}`)
    const own = chats.flatMap((chat) => routes.find((each) => each.topic === topic && chatOf(each) === chat) ?? [])
    if (own.length === 0) return [[label, words.say(topic === 'tickets' ? 'routes.none-tickets' : 'routes.none')]]
    const labelOf = (route: Route) =>
      own.length === 1 ? label : words.say('routes.in-chat', { topic: label, chat: chatName[chatOf(route)] })
    return Promise.all(own.map(async (route) => [labelOf(route), await told(route)] as const))
  }
  return {
    title: words.say('routes.title'),
    parts: [
      { kind: 'facts', facts: (await Promise.all(routeTopics.map(facts))).flat() },
      line(words.say('routes.how'), { weight: 'quiet' }),
    ],
  }
}

/** Sets or clears the channel that a topic has in the chat where it is said, and says so. */
export async function changeRoute({ topic, change }: Extract<Intent, { verb: 'route' }>, talk: Talk): Promise<Reply> {
  const { desk, words, speaker, by } = talk
  const chat = speaker.account.channel
  // A command is answered privately, but is about the channel in which it was typed.
  const place = speaker.typedIn ?? speaker.place
  const personal = speaker.personal && speaker.typedIn === undefined
  const address = await desk.cards.address(place)
  const name = address?.name ?? place
  const unfit = change === 'here' && !personal && address ? await notAmongUs(address, talk) : null
  if (unfit !== null) return said(unfit, { tone: 'warning' })
  const outcome =
    change === 'here'
      ? await desk.routes.set(topic, { chat, place, name, personal }, by)
      : await desk.routes.clear(topic, chat, by)
  if (outcome.ok) {
    const done = { topic: words.say(`route.${topic}`), name: outcome.value.placeName }
    return said(words.say(`routes.${change}`, done), { tone: 'good' })
  }
  return said(await whyNot(outcome.refusal.code, topic, talk), { tone: 'warning' })
}

/** Why no case may be shown in a channel, and what to do; null where only our own people read. */
async function notAmongUs(place: Address, { roster, words }: Talk): Promise<string | null> {
  const { name, channel } = place
  try {
    return (await roster?.hasOutsiders(place)) ? words.say('routes.outsiders', { name }) : null
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return words.say(isLost(fault) ? 'routes.not-there' : 'routes.readers-unknown', { name, chat: chatName[channel] })
  }
}

async function whyNot(
  code: Extract<Awaited<ReturnType<Talk['desk']['routes']['set']>>, { ok: false }>['refusal']['code'],
  topic: RouteTopic,
  { desk, words, speaker }: Talk,
): Promise<string> {
  if (code === 'not-allowed') return words.say('refusal.administrators-only')
  const others = code === 'no-route' ? await desk.routes.list() : []
  const other = others.find((each) => each.topic === topic)
  if (!other) return words.say(`refusal.${code}`)
  return words.say('refusal.no-route-in-chat', {
    chat: chatName[speaker.account.channel],
    other: chatName[chatOf(other)],
    name: other.placeName,
  })
}
