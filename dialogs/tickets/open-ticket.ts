import { z } from 'zod'
import { isMatched } from '../../domain/customers/customer.ts'
import {
  severities,
  ticketTopics,
  type Severity,
  type TicketTopic,
} from '../../domain/service-requests/service-request.ts'
import type { TicketDraft } from '../../domain/service-requests/service-request-desk.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { notNow, orNotNow } from '../phrases/not-now.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import type { Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { wordFor, wordIn } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { ticketCard } from './ticket-card.ts'
import { mayNotTicket, ticketRefusalLine } from './ticket-refusals.ts'

const draft = z.object({
  who: z.string().nullable(),
  topic: z.enum(ticketTopics).nullable(),
  severity: z.enum(severities).nullable(),
  text: z.string().nullable(),
  /** Whether what was said last fits nothing that was asked. */
  misheard: z.boolean().default(false),
  /** How long a text was of which nothing was kept; null when all was. */
  tooLong: z.number().nullable().default(null),
})

type OpenTicketDraft = z.infer<typeof draft>

export function blankTicket(who: string | null, text: string | null): OpenTicketDraft {
  return { who, topic: null, severity: null, misheard: false, ...described(text) }
}

/** What is kept of a description: a part of one would read as the whole. */
function described(text: string | null): Pick<OpenTicketDraft, 'text' | 'tooLong'> {
  if (text === null || text.length <= mostCharacters.ticket) return { text, tooLong: null }
  return { text: null, tooLong: text.length }
}

/** Customer, topic, severity, words; the operator follows from the customer's lane and is never asked for. */
export const openTicket: Script<OpenTicketDraft, TicketDraft> = {
  name: 'open-ticket',
  draft,

  async next({ who, topic, severity, text, misheard, tooLong }, talk) {
    const { words } = talk
    const complaints = [...misheardLine(misheard, words), ...tooLongLine(tooLong, mostCharacters.ticket, words)]
    if (!mayAsk(talk.by.roles, 'file ticket')) return { stop: said(mayNotTicket(words)) }
    const meant = await whoIsMeant(who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    const operator = words.say(`lane.${customer.lane}`)
    if (topic === null) {
      const title = words.say('ticket.which-topic', { name: customer.name, operator })
      const topics = ticketTopics.map((each) => ({
        label: words.say(`topic.${each}`),
        says: wordFor(words.grammar, 'topics', each),
      }))
      return { ask: choice(title, topics, complaints, talk) }
    }
    if (severity === null) {
      const all = severities.map((each) => ({
        label: words.say(`severity.${each}`),
        says: wordFor(words.grammar, 'severities', each),
      }))
      return {
        ask: choice(words.say('ticket.which-severity', { name: customer.name, operator }), all, complaints, talk),
      }
    }
    if (text === null) {
      const question = line(words.say('ticket.which-text', { operator }))
      const title = words.say('ticket.for', { name: customer.name, operator })
      return { ask: { title, parts: [...complaints, question], buttons: [notNow(words)] } }
    }
    return { ready: { customer: customer.id, topic, severity, text } }
  },

  async hear(filled, answer, talk) {
    const { text } = answer
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid(answer, talk) }
    if (filled.topic === null) {
      const topic = wordIn<TicketTopic>(talk.grammars, 'topics', text)
      return { ...filled, topic, misheard: topic === null, tooLong: null }
    }
    if (filled.severity === null) {
      const severity = wordIn<Severity>(talk.grammars, 'severities', text)
      return { ...filled, severity, misheard: severity === null, tooLong: null }
    }
    const words = text.trim()
    return { ...filled, ...described(words === '' ? null : words), misheard: words === '' }
  },

  async finish(complete, talk) {
    const outcome = await talk.desk.tickets.open(complete, talk.by, talk.speaker.place)
    return outcome.ok ? ticketCard(outcome.value, 1, forReaders(talk)) : said(ticketRefusalLine(outcome.refusal, talk))
  },
}

function choice(title: string, answers: readonly Button[], complaints: readonly Part[], { words }: Talk): Reply {
  return { title, parts: complaints, buttons: [...answers, notNow(words)] }
}
