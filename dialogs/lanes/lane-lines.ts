import type { Lane } from '../../domain/customers/lane.ts'
import type { LaneState } from '../../domain/lanes/lane-state.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** What stands on top of everything that is to be done in a lane; nothing while it acts. */
export function laneOnCard(lane: Lane, { words, nameOf, stateOf }: CardTalk): readonly Part[] {
  const state = stateOf(lane)
  const operator = words.say(`lane.${lane}`)
  switch (state.status) {
    case 'stopped': {
      const said = { operator, name: nameOf(state.by), since: words.moment(state.since), case: state.case }
      return [line(words.say('lane.on-card.stopped', said), { tone: 'danger', weight: 'strong' })]
    }
    case 'watch-only':
      return [line(words.say('lane.on-card.watch-only', { operator }), { tone: 'warning', weight: 'strong' })]
    case 'paused': {
      const said = { operator, since: words.moment(state.since), case: state.case }
      return [line(words.say('lane.on-card.paused', said), { tone: 'warning', weight: 'strong' })]
    }
    case 'acting':
    case 'not-configured':
      return []
    default:
      return never(state)
  }
}

/** How a lane stands, since when and by whom. */
export function laneLine(state: LaneState, { words, nameOf }: CardTalk): string {
  switch (state.status) {
    case 'acting':
    case 'watch-only': {
      const { status, since, by } = state
      if (since === null) return words.say(`lanes.${status}`)
      const names = by.length === 0 ? 'none' : words.list(by.map(nameOf))
      return words.say(`lanes.${status}-since`, { since: words.moment(since), names })
    }
    case 'stopped':
      return words.say('lanes.stopped', {
        name: nameOf(state.by),
        since: words.moment(state.since),
        case: state.case,
        acts: state.acts ? 'yes' : 'no',
      })
    case 'paused':
      return words.say('lanes.paused', { since: words.moment(state.since), case: state.case })
    case 'not-configured':
      return words.say('lanes.not-configured')
    default:
      return never(state)
  }
}

/** `21Vianet and Partner Center`. */
export function operatorsOf(some: readonly Lane[], words: Words): string {
  return words.list(some.map((lane) => words.say(`lane.${lane}`)))
}
