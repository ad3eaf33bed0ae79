import { routeTopics, type RouteTopic } from '../../domain/routes/route.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'

/** Which channel hears of what. */
export async function showRoutes({ desk, words }: Talk): Promise<Reply> {
  const routes = await desk.routes.list()
  const told = async (topic: RouteTopic): Promise<string> => {
    const route = routes.find((each) => each.topic === topic)
    if (!route) return words.say(topic === 'tickets' ? 'routes.none-tickets' : 'routes.none')
    const lost = (await desk.cards.address(route.place))?.dead === true
    return lost ? words.say('routes.lost', { name: route.placeName }) : route.placeName
  }
  return {
    title: words.say('routes.title'),
    parts: [
      {
        kind: 'facts',
        facts: await Promise.all(
          routeTopics.map(async (topic) => [words.say(`route.${topic}`), await told(topic)] as const),
        ),
      },
      line(words.say('routes.how'), { weight: 'quiet' }),
    ],
  }
}

/** Sets or clears the channel of a topic, and says so. */
export async function changeRoute({ topic, change }: Extract<Intent, { verb: 'route' }>, talk: Talk): Promise<Reply> {
  const { desk, words, speaker, by } = talk
  const name = (await desk.cards.address(speaker.place))?.name ?? speaker.place
  const outcome =
    change === 'here'
      ? await desk.routes.set(topic, { place: speaker.place, name, personal: speaker.personal }, by)
      : await desk.routes.clear(topic, by)
  const text = outcome.ok
    ? words.say(`routes.${change}`, { topic: words.say(`route.${topic}`), name: outcome.value.placeName })
    : words.say(
        outcome.refusal.code === 'not-allowed' ? 'refusal.administrators-only' : `refusal.${outcome.refusal.code}`,
      )
  return said(text, { tone: outcome.ok ? 'good' : 'warning' })
}
