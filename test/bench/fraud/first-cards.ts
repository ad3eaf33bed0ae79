import { setTimeout as wait } from 'node:timers/promises'
import { spread, type Spread } from '../spread.ts'
import type { Logged } from './chat-stand-in.ts'
import { chatNames, type ChatName, type StormOffice } from './storm-office.ts'
import { azureNumbered, channels, customerNumbered, largeEach, type BenchChannel } from './storm-world.ts'

/** How a lot of alerts became cards in one chat. */
export interface FirstCards {
  readonly chat: ChatName
  readonly channels: number
  /** Milliseconds from the alert to its card. */
  readonly ms: Spread
  readonly lost: number
  readonly doubled: number
}

/** When an alert was raised, by the numbers of its customer and subscription. */
export type Raised = ReadonlyMap<string, number>

/** Of the channels that hear of a lane's severities. */
const generalEach = channels.filter(({ lane, large }) => lane === 'global' && large === null).length

/** How many customers a lane needs for so many alerts in all. */
export function customersFor(alerts: number): number {
  return largeEach + generalEach * Math.ceil(alerts / channels.length)
}

/**
 * Ten distinct alerts a second, over all channels in turn: each of another customer where a channel hears of many, and of
 * another subscription where it is a large customer's own. `customersEach`: how many there are in each lane; `had`: how
 * many alerts there were before.
 */
export async function raiseSteadily(
  office: StormOffice,
  { count, perSecond, customersEach, had }: { count: number; perSecond: number; customersEach: number; had: number },
): Promise<Raised> {
  const raised = new Map<string, number>()
  const began = Date.now()
  const sent: Promise<unknown>[] = []
  for (let at = 0; at < count; at += 1) {
    const due = began + (at * 1_000) / perSecond
    await wait(Math.max(0, due - Date.now()))
    const nth = (had + at) % channels.length
    const channel = channels[nth]
    if (!channel) throw new Error('no channel')
    const round = Math.floor((had + at) / channels.length)
    const { customer, subscription } = struckIn(channel, nth % generalEach, round, customersEach)
    raised.set(`${customer}/${subscription}`, Date.now())
    const order = {
      customer: customerNumbered(customer),
      subscription: azureNumbered(customer, subscription),
      severity: channel.level,
    }
    sent.push(office.operators[channel.lane].control('POST', 'fraud', order))
  }
  await Promise.all(sent)
  return raised
}

/** Who is struck in a round whose alert belongs into a channel; `place`: of those that hear of severities. */
function struckIn({ lane, large }: BenchChannel, place: number, round: number, customersEach: number) {
  const first = 1 + (lane === 'global' ? 0 : customersEach)
  return large === null
    ? { customer: first + largeEach + round * generalEach + place, subscription: 1 }
    : { customer: first + large, subscription: round + 1 }
}

/** Waits until each has a card in each chat, or nothing more comes for so long. */
export async function cardsOf(office: StormOffice, raised: Raised, patienceMs: number): Promise<readonly FirstCards[]> {
  let found = -1
  for (let since = Date.now(); Date.now() - since < patienceMs; await wait(500)) {
    const posts = (await Promise.all(chatNames.map((chat) => postsOf(office, chat, raised)))).flat()
    if (posts.length > found) since = Date.now()
    found = posts.length
    if (found >= raised.size * chatNames.length) break
  }
  return Promise.all(
    chatNames.map(async (chat) => {
      const posts = await postsOf(office, chat, raised)
      const firsts = new Map(posts.toReversed().map((post) => [alertOf(post), post.at]))
      return {
        chat,
        channels: new Set(posts.map(({ channel }) => channel)).size,
        ms: spread([...firsts].map(([alert, at]) => at - (raised.get(alert) ?? at))),
        lost: raised.size - firsts.size,
        doubled: posts.length - firsts.size,
      }
    }),
  )
}

async function postsOf(office: StormOffice, chat: ChatName, raised: Raised) {
  return (await office.log(chat)).filter(
    (logged) => logged.what === 'post' && !logged.refused && raised.has(alertOf(logged)),
  )
}

function alertOf({ customer, subscription }: Logged): string {
  return `${customer}/${subscription}`
}
