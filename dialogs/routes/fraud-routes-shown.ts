import { lanes, type Lane } from '../../domain/customers/lane.ts'
import { chatOf, type Route } from '../../domain/routes/route.ts'
import { chatName } from '../phrases/chat-name.ts'
import type { Talk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import { joint } from '../words/joint.ts'
import { narrowingText } from './narrowing-text.ts'
import { routeReached } from './route-reached.ts'

type Fact = readonly [label: string, value: string]

/** The channels chosen for fraud alerts, one each, with what each is for. */
export async function fraudFacts(routes: readonly Route[], talk: Talk): Promise<readonly Fact[]> {
  const { desk, words } = talk
  const own = routes.filter(({ topic }) => topic === 'fraud')
  if (own.length === 0) return [[words.say('route.fraud'), words.say('routes.none-fraud')]]
  const { directory } = await desk.book.today()
  const several = new Set(own.map(chatOf)).size > 1
  return Promise.all(
    own.map(async (route): Promise<Fact> => {
      const { only = null } = route
      // Somebody nobody lists any more is still known by what the route was set for.
      const customer = only?.customer === undefined ? null : (directory.byId(only.customer)?.name ?? only.customer)
      const topic = narrowingText(only, customer, words)
      const label = several ? words.say('routes.in-chat', { topic, chat: chatName[chatOf(route)] }) : topic
      return [label, await routeReached(route, talk)]
    }),
  )
}

/** Who would hear of an alert at this moment, a line for each operator; nothing where no channel was ever chosen. */
export async function fraudNow({ desk, words, stateOf }: Talk): Promise<readonly Part[]> {
  const chosen = (await desk.routes.list()).filter(({ topic }) => topic === 'fraud')
  if (chosen.length === 0) return []
  const known = lanes.filter((lane) => stateOf(lane).status !== 'not-configured')
  const some = chosen.some(({ only }) => only?.customer !== undefined)
  return [
    ...(await Promise.all(known.map(async (lane) => line(await heardNow(lane))))),
    ...(some ? [line(words.say('routes.own-first'))] : []),
  ]

  async function heardNow(lane: Lane): Promise<string> {
    const heard = (await desk.routes.now(lane)).map(({ severities, routes }) => {
      const levels = words.list(severities.map((severity) => words.say(`alert.severity.${severity}`)))
      const which = severities.length === 5 ? words.say('routes.all-levels') : levels
      return routes.length === 0
        ? words.say('routes.now-leads', { levels: which })
        : words.say('routes.now-channel', {
            levels: which,
            names: words.list(routes.map(({ placeName }) => placeName)),
          })
    })
    return words.say('routes.now', {
      operator: words.say(`lane.${lane}`),
      heard: heard.join(joint(words.grammar, 'clauses')),
    })
  }
}
