import { chatOf, chats, routeTopics, type Route, type RouteTopic } from '../../domain/routes/route.ts'
import { digestFacts } from '../digest/digest-route.ts'
import { chatName } from '../phrases/chat-name.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { feedLines } from './feed-lines.ts'
import { fraudFacts, fraudNow } from './fraud-routes-shown.ts'
import { namedChannel } from './named-channel.ts'
import { notAmongUs } from './not-among-us.ts'
import { routeReached } from './route-reached.ts'

/** Which channels hear of what. */
export async function showRoutes(talk: Talk): Promise<Reply> {
  const { desk, words } = talk
  const routes = await desk.routes.list()
  const told = (route: Route) => routeReached(route, talk)
  const facts = async (topic: RouteTopic): Promise<readonly (readonly [string, string])[]> => {
    if (topic === 'fraud') return fraudFacts(routes, talk)
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
      { kind: 'facts', facts: [...(await Promise.all(routeTopics.map(facts))).flat(), ...(await digestFacts(talk))] },
      ...(await fraudNow(talk)),
      ...(await feedLines(talk)),
      line(words.say('routes.how'), { weight: 'quiet' }),
    ],
  }
}

/** Sets or clears the channel that a topic has in the chat where it is said, and says so. */
export async function changeRoute({ topic, change }: Extract<Intent, { verb: 'route' }>, talk: Talk): Promise<Reply> {
  const { desk, words, speaker, by } = talk
  if (typeof change === 'object') return routeTo(topic, change.to, talk)
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

/** The same for a channel that is called by its name. */
async function routeTo(topic: RouteTopic, to: string, talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  const aim = await namedChannel(to, talk)
  if ('unfit' in aim) return said(aim.unfit, { tone: 'warning' })
  const { place, name, channel: chat, kind } = aim.place
  const unfit = await notAmongUs(aim.place, talk)
  if (unfit !== null) return said(unfit, { tone: 'warning' })
  const outcome = await desk.routes.set(topic, { chat, place, name, personal: kind === 'personal' }, by)
  return outcome.ok
    ? said(words.say('routes.here', { topic: words.say(`route.${topic}`), name }), { tone: 'good' })
    : said(await whyNot(outcome.refusal.code, topic, talk), { tone: 'warning' })
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
