import { isByHand } from '../../domain/acts/hand-over.ts'
import {
  isConfirmed,
  isPassing,
  type ActResult,
  type SubscriptionAct,
  type Trouble,
} from '../../domain/acts/subscription-act.ts'
import type { Wanted } from '../../domain/acts/aim.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { laneWaitOf } from '../../domain/lanes/lane-waits.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part, type Tone } from '../vocabulary/reply.ts'
import { troubleLine } from './trouble-line.ts'

/** One line for each act: what was done, what was not and why. */
export function actLines(
  acts: readonly SubscriptionAct[],
  wanted: Wanted,
  lane: Lane,
  talk: Pick<CardTalk, 'words' | 'nameOf'>,
): readonly Part[] {
  return acts.map((act) => line(`${act.name}: ${progress(act, wanted, lane, talk)}`, { tone: toneOf(act) }))
}

function progress(
  act: SubscriptionAct,
  wanted: Wanted,
  lane: Lane,
  { words, nameOf }: Pick<CardTalk, 'words' | 'nameOf'>,
): string {
  const { result, delay } = act
  const operator = words.say(`lane.${lane}`)
  if (delay && isByHand(act)) {
    const left = result.state === 'sent' ? result.at : null
    return words.sentences([
      words.say('act.by-hand', { trouble: troubleLine(delay.trouble, lane, words) }),
      ...(waitsForNobody.includes(delay.trouble.code)
        ? []
        : [words.say('act.by-hand.trying', { since: words.moment(delay.since) })]),
      ...(left === null ? [] : [words.say('act.by-hand.left', { at: words.moment(left) })]),
    ])
  }
  if (delay)
    return words.say(laneWaitOf(delay.trouble) === null ? 'act.delayed' : 'act.held', {
      so: words.say(`act.delayed.${howFar(result, delay.trouble)}`),
      trouble: troubleLine(delay.trouble, lane, words),
      since: words.moment(delay.since),
    })
  switch (result.state) {
    case 'waiting':
    case 'sent':
      return words.say('act.waiting')
    case 'accepted':
      return words.say('act.accepted', { operator })
    case 'done':
      if (result.byHand)
        return words.say(
          result.confirmed ? `act.by-hand.confirmed.${wanted === 'active' ? wanted : 'suspended'}` : 'act.by-hand.done',
          {
            name: nameOf(result.byHand.by),
            operator,
            at: words.moment(result.at),
          },
        )
      return words.say(result.confirmed ? `act.confirmed.${wanted}` : 'act.unconfirmed', {
        operator,
        at: words.moment(result.at),
      })
    case 'already':
      return words.say(`act.already.${wanted}`)
    case 'failed':
      if (result.byHand)
        return words.say(isPassing(result.trouble) ? 'act.by-hand.unknown' : 'act.by-hand.failed', {
          name: nameOf(result.byHand.by),
          because: result.trouble.description ?? '',
        })
      // Trouble that did not pass in time: nobody knows whether the last call was carried out.
      return words.say(isPassing(result.trouble) ? 'act.given-up' : 'act.failed', {
        trouble: troubleLine(result.trouble, lane, words),
      })
    case 'skipped':
      return words.say('act.skipped', { why: words.say(`void.${result.why}`) })
    default:
      return never(result)
  }
}

/** The desk cannot go on by itself, however long it tries. */
const waitsForNobody: readonly (string | null)[] = ['lane-not-configured', 'known-by-name']

/**
 * What is true of an act while it waits to be tried again. A call that left may have been carried out as long as it is
 * without an answer; where the last answer was a no, an earlier call may still be without one, and nobody has to know.
 */
function howFar({ state }: ActResult, trouble: Trouble): 'not-done' | 'not-confirmed' | 'under-way' {
  if (state === 'waiting') return 'not-done'
  return state === 'accepted' || trouble.kind === 'unreachable' || laneWaitOf(trouble) !== null
    ? 'not-confirmed'
    : 'under-way'
}

function toneOf(act: SubscriptionAct): Tone {
  if (act.delay || act.result.state === 'failed') return 'warning'
  return isConfirmed(act) ? 'good' : 'plain'
}
