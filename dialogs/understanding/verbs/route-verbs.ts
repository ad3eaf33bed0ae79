import type { RouteTopic } from '../../../domain/routes/route.ts'
import type { Intent } from '../intent.ts'
import { nameOfWord } from '../pattern.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

type Change = Extract<Intent, { verb: 'route-fraud' }>['change']

/** Which channel gets which news. */
export const routeVerbs: ReadVerbs = {
  'route-here': (heard) => route(heard, 'here'),
  'route-off': (heard) => route(heard, 'off'),
  'route-to': routeTo,
  'route-digest-here': (heard) => digest(heard, 'here'),
  'route-digest-to': (heard) => digest(heard, { to: heard.slots['place'] ?? '' }),
  'route-digest-off': (heard) => digest(heard, 'off'),
  'route-fraud-here': (heard) => fraud(heard, 'here'),
  'route-fraud-to': (heard) => fraud(heard, { to: heard.slots['place'] ?? '' }),
  'route-fraud-off': (heard) => fraud(heard, 'off'),
}

function route(heard: HeardVerb, change: 'here' | 'off'): Intent | null {
  const topic = topicIn(heard)
  return topic && { verb: 'route', topic, change }
}

function routeTo(heard: HeardVerb): Intent | null {
  const topic = topicIn(heard)
  const change = { to: heard.slots['place'] ?? '' }
  return topic === 'fraud' ? { verb: 'route-fraud', only: null, change } : topic && { verb: 'route', topic, change }
}

function digest({ slots }: HeardVerb, change: Change): Intent {
  return { verb: 'route-digest', change, time: slots['time'] ?? null, zone: slots['zone'] ?? null }
}

/** Only fraud is told apart by customer, operator, severity and hours, and sent to a channel by its name. */
function fraud({ slots, readNarrowing }: HeardVerb, change: Change): Intent {
  const read = readNarrowing(slots['only'] ?? '')
  if ('unread' in read) return { verb: 'route-unclear', unread: read.unread }
  return 'named' in read
    ? { verb: 'route-customer', named: read.named, change }
    : { verb: 'route-fraud', only: read.only, change }
}

function topicIn({ slots, grammar }: HeardVerb): RouteTopic | null {
  return nameOfWord<RouteTopic>(grammar.routes, slots['route'] ?? '')
}
