import type { SwitchAskRefusal, SwitchRefusal } from '../../domain/lanes/decide-lane-switch.ts'
import { switchEnd, type LaneSwitch } from '../../domain/lanes/lane-switch.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Verb } from '../../domain/staff/powers.ts'
import { byWhom } from '../phrases/by-whom.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply, type Tone } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { operatorsOf } from './lane-lines.ts'

/** The card of a stop, or of what is asked about a lane. */
export function switchCard(found: LaneSwitch, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const at = { case: found.id, version }
  const operators = operatorsOf(found.lanes, words)
  return {
    title:
      found.change === 'stop'
        ? words.say('stop.title', { case: found.id })
        : words.say(`switch.title.${found.change}`, { case: found.id, operator: operators }),
    tone: toneOf(found),
    parts: [line(switchLine(found, talk), { weight: 'strong' }), ...facts(found, talk), ...how(found, words)],
    buttons: buttons(found, at, words),
    shows: at,
  }
}

/** One line on how it stands. */
export function switchLine(found: LaneSwitch, { words, nameOf }: CardTalk): string {
  const operators = operatorsOf(found.lanes, words)
  switch (found.status) {
    case 'offered':
      return words.say('switch.offered', { operator: operators })
    case 'taken':
      return words.say('switch.taken', { case: found.asked })
    case 'pending':
      return words.say(`switch.pending.${found.change}`, {
        operator: operators,
        expires: words.deadline(switchEnd(found)),
      })
    case 'confirmed':
      return words.say(`switch.confirmed.${found.change}`, { operator: operators, name: nameOf(found.confirmedBy) })
    case 'rejected':
      return words.say('switch.rejected', { name: nameOf(found.rejectedBy) })
    case 'expired':
      return words.say('switch.expired')
    case 'in-force':
      return words.say('stop.stopped', { operator: operators, name: nameOf(found.stoppedBy) })
    case 'lifted':
      return words.say('stop.lifted', { operator: operators, name: nameOf(found.stoppedBy) })
    default:
      return never(found)
  }
}

/** Why nothing was switched, and what to do about it. */
export function switchRefusalLine(refusal: SwitchAskRefusal | SwitchRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotSwitch(refusal.verb, words)
    case 'not-configured':
      return words.say('refusal.lane.not-configured', { operator: words.say(`lane.${refusal.lane}`) })
    case 'not-stopped':
      return refusal.lane === null
        ? words.say('refusal.lane.none-stopped')
        : words.say('refusal.lane.not-stopped', { operator: words.say(`lane.${refusal.lane}`) })
    case 'acts-already':
    case 'watches-already':
      return words.say(`refusal.lane.${refusal.code}`, { operator: words.say(`lane.${refusal.lane}`) })
    case 'asked-before':
      return words.say('refusal.lane.asked-before', { case: refusal.case })
    case 'overtaken':
      return words.say('refusal.lane.overtaken')
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.asked.id,
        outcome: switchLine(refusal.asked, talk),
      })
    case 'expired':
    case 'own-request':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

/** Whose role it takes instead. */
export function mayNotSwitch(verb: Verb, words: Words): string {
  if (verb === 'stop lane') return mayNotAsk(verb, words.say('refusal.lane.may-not-stop'), words)
  if (verb === 'restart lane') return mayNotAsk(verb, words.say('refusal.lane.may-not-restart'), words)
  return words.say('refusal.administrators-only')
}

function facts(found: LaneSwitch, talk: CardTalk): readonly Part[] {
  const { words } = talk
  if (found.change === 'stop') {
    const by = byWhom('fact.stopped-by', found.stoppedBy, found.stoppedAt, talk)
    const back = found.status === 'in-force' ? found.restarted : []
    return [
      { kind: 'facts', facts: [[words.say('fact.operators'), operatorsOf(found.lanes, words)], by] },
      ...(back.length === 0 ? [] : [line(words.say('stop.partly', { operator: operatorsOf(back, words) }))]),
    ]
  }
  if (!('askedBy' in found)) return []
  return [{ kind: 'facts', facts: [byWhom('fact.asked-by', found.askedBy, found.askedAt, talk)] }]
}

function how({ status }: LaneSwitch, words: Words): readonly Part[] {
  return status === 'in-force' ? [line(words.say('stop.restart-how'), { weight: 'quiet' })] : []
}

function buttons(found: LaneSwitch, at: { case: string; version: number }, words: Words): readonly Button[] {
  const { grammar } = words
  if (found.status === 'pending') {
    return [
      { label: words.say('button.confirm'), tone: 'good', acts: { act: 'lane-switch.confirm', ...at } },
      { label: words.say('button.reject'), tone: 'danger', acts: { act: 'lane-switch.reject', ...at } },
    ]
  }
  if (found.status === 'in-force') return [{ label: words.say('button.restart'), says: phrase(grammar, 'restart') }]
  if (found.status !== 'offered') return []
  return found.lanes.map((lane) => ({
    label: words.say('button.act-in', { operator: words.say(`lane.${lane}`) }),
    says: phrase(grammar, 'act', { lane: wordFor(grammar, 'lanes', lane) }),
  }))
}

function toneOf({ status }: LaneSwitch): Tone {
  if (status === 'in-force') return 'danger'
  return status === 'pending' || status === 'offered' ? 'warning' : 'plain'
}
