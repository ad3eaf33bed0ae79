import { isMatched } from '../../domain/customers/customer.ts'
import type { TicketDraft } from '../../domain/service-requests/service-request-desk.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { orNotNow } from '../phrases/not-now.ts'
import type { Script } from '../script.ts'
import { forReaders } from '../talk.ts'
import { said } from '../vocabulary/reply.ts'
import { hearTicketForm } from './hear-ticket-form.ts'
import { ticketCard } from './ticket-card.ts'
import { ticketDraft, type OpenTicketDraft } from './ticket-draft.ts'
import { ticketForm } from './ticket-form.ts'
import { mayNotTicket, ticketRefusalLine } from './ticket-refusals.ts'

/** The customer, then one form for the rest; the operator follows from the customer's lane and is never asked for. */
export const openTicket: Script<OpenTicketDraft, TicketDraft> = {
  name: 'open-ticket',
  draft: ticketDraft,

  async next(filled, talk) {
    const { words } = talk
    const { who, topic, severity, text, misheard, tooLong } = filled
    if (!mayAsk(talk.by.roles, 'file ticket')) return { stop: said(mayNotTicket(words)) }
    const meant = await whoIsMeant(who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    if (!isMatched(customer)) return { stop: await matchProposals(customer, talk) }
    const understood = !misheard && tooLong === null
    if (understood && topic !== null && severity !== null && text !== null) {
      return { ready: { customer: customer.id, topic, severity, text } }
    }
    const operator = words.say(`lane.${customer.lane}`)
    return { ask: ticketForm(filled, { name: customer.name, operator }, talk) }
  },

  async hear(filled, answer, talk) {
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid(answer, talk) }
    return hearTicketForm(filled, answer, talk)
  },

  async finish(complete, talk) {
    const outcome = await talk.desk.tickets.open(complete, talk.by, talk.speaker.place)
    return outcome.ok ? ticketCard(outcome.value, 1, forReaders(talk)) : said(ticketRefusalLine(outcome.refusal, talk))
  },
}
