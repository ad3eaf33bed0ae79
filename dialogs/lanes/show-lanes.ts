import { capabilities, lacks, laneAbilities } from '../../domain/customers/lane.ts'
import type { LaneState } from '../../domain/lanes/lane-state.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import type { Talk } from '../talk.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { laneLine, laneOnCard } from './lane-lines.ts'

/** Each lane: what it does at this moment, since when and by whom, and what it can do at all. */
export async function showLanes(talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const states = await desk.lanes.all()
  return {
    title: words.say('lanes.title'),
    again: phrase(words.grammar, 'lanes'),
    parts: [
      {
        kind: 'facts',
        facts: states.map((state) => [words.say(`lane.${state.lane}`), laneLine(state, talk)] as const),
      },
      ...states.filter(({ status }) => status !== 'not-configured').flatMap((state) => abilities(state, talk)),
    ],
    buttons: buttons(states, talk),
  }
}

/** What stands still, for the top of everybody's home; nothing while all goes on. */
export function standingStill({ stateOf, ...talk }: Talk, states: readonly LaneState[]): readonly Part[] {
  return states
    .filter(({ status }) => status === 'stopped' || status === 'paused')
    .flatMap(({ lane }) => laneOnCard(lane, { ...talk, stateOf }))
}

/** What a lane can do, and for everything else what to do instead. */
function abilities({ lane }: LaneState, { words }: Talk): readonly Part[] {
  const operator = words.say(`lane.${lane}`)
  const can = laneAbilities.filter((each) => capabilities[lane][each] === 'yes')
  return [
    line(words.say('lanes.can', { operator, what: words.list(can.map((each) => words.say(`lanes.can.${each}`))) })),
    ...lacks(lane).map(({ ability, known }) => {
      const what = words.say(known === 'no' ? `lanes.cannot.${ability}` : `lanes.can.${ability}`)
      return line(words.say(known === 'no' ? 'lanes.cannot' : 'lanes.unknown', { operator, what }), { weight: 'quiet' })
    }),
  ]
}

function buttons(states: readonly LaneState[], { words, by }: Talk): readonly Button[] {
  const { grammar } = words
  const of = ({ lane }: LaneState) => ({ lane: wordFor(grammar, 'lanes', lane) })
  const operator = ({ lane }: LaneState) => words.say(`lane.${lane}`)
  const running = states.filter(({ status }) => status !== 'not-configured' && status !== 'stopped')
  const stopped = states.filter(({ status }) => status === 'stopped')
  const watching = states.filter(({ status }) => status === 'watch-only')
  const acting = states.filter(({ status }) => status === 'acting')
  const may = (verb: 'stop lane' | 'restart lane' | 'act in lane' | 'watch lane') => mayAsk(by.roles, verb)
  return [
    ...(may('stop lane') && running.length > 0
      ? [{ label: words.say('button.stop'), tone: 'danger', says: phrase(grammar, 'stop') } as const]
      : []),
    ...(may('stop lane') && running.length > 1
      ? running.map((state) => ({
          label: words.say('button.stop-in', { operator: operator(state) }),
          says: phrase(grammar, 'stop', of(state)),
        }))
      : []),
    ...(may('restart lane')
      ? stopped.map((state) => ({
          label: words.say('button.restart-in', { operator: operator(state) }),
          says: phrase(grammar, 'restart', of(state)),
        }))
      : []),
    ...(may('act in lane')
      ? watching.map((state) => ({
          label: words.say('button.act-in', { operator: operator(state) }),
          says: phrase(grammar, 'act', of(state)),
        }))
      : []),
    ...(may('watch lane')
      ? acting.map((state) => ({
          label: words.say('button.watch-in', { operator: operator(state) }),
          says: phrase(grammar, 'watch-only', of(state)),
        }))
      : []),
  ]
}
