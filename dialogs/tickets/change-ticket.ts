import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { severities, type Severity } from '../../domain/service-requests/severity.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { showCase } from '../case-list.ts'
import { quoted } from '../phrases/quoted.ts'
import { mostCharacters, tooLongText } from '../phrases/too-long.ts'
import { asOfNow, decides, whyNotOurs } from '../staff/belongs.ts'
import { helpForStrangers } from '../staff/help.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { wordIn } from '../understanding/phrase.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import { leftToDo } from './after-ticket.ts'
import { doTicket, type TicketDoing } from './do-ticket.ts'
import { ticketLine } from './ticket-card.ts'
import { mayNotTicket, ticketEndRefusalLine } from './ticket-refusals.ts'

type Change = Extract<Intent, { verb: 'change-ticket' }>

/** Somebody may write to the same ticket at the same moment; typed words mean it as it stands. */
const mostTries = 5

/** Does what was typed about one ticket, as it stands. */
export async function changeTicket(asked: Change, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const { case: id } = asked
  if (!mayAsk(by.roles, 'file ticket')) return warning(mayNotTicket(words))
  const found = await desk.cards.read(id)
  if (!found) return warning(words.say('case.unknown', { case: id }))
  if (found.kind !== 'service-request') return warning(words.say('ticket.none', { case: id }))
  const doing = doingOf(asked, found.value, talk)
  if (typeof doing === 'string') return warning(doing)
  const act = `ticket.${asked.change}` as const
  const why = decides[act] ? await whyNotOurs(act, talk) : null
  if (why !== null) return warning(why)
  const now = decides[act] ? await asOfNow(talk) : by
  return now ? done(doing, id, { ...talk, by: now }) : helpForStrangers(talk)
}

async function done(doing: TicketDoing, id: CaseId, talk: Talk): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    const version = (await talk.desk.cards.read(id))?.version ?? 0
    const outcome = await doTicket(doing, { case: id, version }, talk)
    if (outcome.ok) return confirmed(doing, outcome.value, talk)
    if (outcome.refusal.code !== 'changed-since' || tries === mostTries)
      return warning(ticketEndRefusalLine(outcome.refusal, talk))
  }
}

/** What is to be done, or what is missing for it. */
function doingOf(
  { change, case: id, said: typed }: Change,
  { lane }: ServiceRequest,
  talk: Talk,
): TicketDoing | string {
  const { words, grammars } = talk
  const text = typed?.trim() ?? ''
  if (text.length > mostCharacters.words) return tooLongText(text.length, mostCharacters.words, words)
  switch (change) {
    case 'note':
    case 'answer':
      return text === '' ? words.say(`ticket.how.${change}`, { case: id }) : { do: change, text }
    case 'severity': {
      const severity = wordIn<Severity>(grammars, 'severities', text)
      if (severity !== null) return { do: 'severity', severity }
      return words.say('refusal.severity-unknown', {
        operator: words.say(`lane.${lane}`),
        said: text === '' ? 'none' : quoted(text),
        severities: words.list(severities.map((each) => words.say(`severity.${each}`))),
      })
    }
    case 'filed':
      return { do: 'filed', number: text }
    case 'close':
    case 'reopen':
    case 'not-filed':
      return { do: change }
  }
}

/** What came of it, in a line; what is left to do by hand comes with it. */
function confirmed(doing: TicketDoing, request: ServiceRequest, talk: Talk): Reply {
  const { words } = talk
  const left = leftToDo(doing.do, request, words)
  return {
    parts: [line(confirmation(doing, request, talk), { tone: 'good' }), ...left] satisfies readonly Part[],
    buttons: [showCase(request.id, words)],
  }
}

function confirmation(doing: TicketDoing, request: ServiceRequest, talk: Talk): string {
  const { words } = talk
  const change = request.changes.at(-1)
  const isChange =
    doing.do === 'note' || doing.do === 'severity' || (doing.do === 'close' && request.status === 'filed')
  if (!isChange || !change) return words.say('ticket.now', { case: request.id, how: ticketLine(request, talk) })
  const road = change.road === 'by-hand' ? 'hand' : change.road
  return words.say('ticket.asked', { case: request.id, operator: words.say(`lane.${request.lane}`), road })
}

function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
