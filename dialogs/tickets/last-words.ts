import type { OperatorNote } from '../../domain/ports/operator-tickets.ts'
import type { AskedChange, ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { never } from '../../domain/shared/outcome.ts'
import { cutWords } from '../phrases/cut-words.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import { refusedBecause, wantedLine } from './change-words.ts'

/** As much of one note as stands among others. */
export const mostOfNote = 300

/** As many as a card tells; its thread, and the operator, have them all. */
const mostTold = 4

/** What was said of a ticket last, by the operator and by us, oldest first; what is not settled is always among it. */
export function lastWords(request: ServiceRequest, talk: CardTalk): readonly Part[] {
  const { words } = talk
  // What came without a date came after what stands before it.
  let newest = ''
  const all = [
    ...request.heard.map((note) => {
      newest = note.at ?? newest
      return { at: newest, settled: true, text: heardLine(note, talk) }
    }),
    ...request.changes.map((change) => ({
      at: change.at,
      settled: change.result.state === 'done' || change.result.state === 'by-hand',
      text: changeLine(change, talk),
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const last = new Set(all.slice(-mostTold))
  const told = all.filter((each) => last.has(each) || !each.settled)
  const more = all.length - told.length
  return [
    ...(more === 0 ? [] : [line(words.say('ticket.earlier', { count: more }), { weight: 'quiet' as const })]),
    ...told.map(({ text, settled }) => line(text, settled ? {} : { tone: 'warning' })),
  ]
}

/** Who wrote at the operator, when, and what. */
function heardLine({ by, at, text }: OperatorNote, { words }: CardTalk): string {
  return words.say('ticket.heard', {
    name: by ?? 'none',
    at: at === null ? 'none' : words.moment(at),
    text: cutWords(text, mostOfNote),
  })
}

/** What one of us wanted of the operator's ticket, and what came of it. */
function changeLine(change: AskedChange, talk: CardTalk): string {
  const { words, nameOf } = talk
  return words.say('ticket.ours', {
    name: nameOf(change.by),
    at: words.moment(change.at),
    wanted: wantedLine({ wanted: shortened(change.wanted) }, words),
    state: stateOf(change, talk),
  })
}

/** The same with as much of a note's text as stands among others. */
export function shortened(wanted: AskedChange['wanted'], most = mostOfNote): AskedChange['wanted'] {
  return wanted.change === 'note' ? { ...wanted, text: cutWords(wanted.text, most) } : wanted
}

function stateOf({ result, road }: AskedChange, { words, nameOf }: CardTalk): string {
  switch (result.state) {
    case 'owed':
      return words.say(road === 'mail' ? 'ticket.state.owed-mail' : 'ticket.state.owed')
    case 'done':
      if (result.by !== undefined) return words.say('ticket.state.done-by', { name: nameOf(result.by) })
      return words.say(road === 'mail' ? 'ticket.state.mailed' : 'ticket.state.done')
    case 'by-hand':
      return words.say('ticket.state.by-hand')
    case 'refused':
      return words.say('ticket.state.refused', { why: refusedBecause(result, words) })
    default:
      return never(result)
  }
}
