import { troubleOf } from '../../domain/acts/take-step.ts'
import { isLane } from '../../domain/customers/lane.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { troubleLine } from './trouble-line.ts'

/** The outside failed in the middle of a question: nothing was done, and what to do next. */
export function outsideReply(fault: OutsideFault, words: Words): Reply {
  const lane = fault.facts.service.split(':')[1] ?? ''
  const trouble = isLane(lane) ? troubleLine(troubleOf(fault), lane, words) : fault.facts.service
  return said(words.say('outside', { trouble }), { tone: 'warning' })
}
