import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import type { TicketDraft } from '../../domain/service-requests/open-ticket.ts'
import type { CaseAt } from '../../domain/shared/versioned.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { matchProposals } from '../customer/match-proposals.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { orNotNow } from '../phrases/not-now.ts'
import type { Script } from '../script.ts'
import { forReaders, type Talk } from '../talk.ts'
import { said } from '../vocabulary/reply.ts'
import { prefilled, whomItIsAbout } from './fill-ticket.ts'
import { guessTopic } from './guess-topic.ts'
import { hearTicketForm } from './hear-ticket-form.ts'
import { ticketCard } from './ticket-card.ts'
import { ticketDraft, type OpenTicketDraft } from './ticket-draft.ts'
import { ticketForm } from './ticket-form.ts'
import { mayNotTicket, ticketRefusalLine } from './ticket-refusals.ts'
import { withYourWords } from './your-words.ts'

interface Complete {
  readonly draft: TicketDraft
  /** The ticket that is written anew, as the person saw it. */
  readonly at: CaseAt | null
}

/** The customer, then one form for the rest; the operator follows from the customer's lane and is never asked for. */
export const openTicket: Script<OpenTicketDraft, Complete> = {
  name: 'open-ticket',
  draft: ticketDraft,

  async next(filled, talk) {
    const { words, desk } = talk
    if (!mayAsk(talk.by.roles, 'file ticket')) return { stop: said(mayNotTicket(words)) }
    const about = await whomItIsAbout(filled, talk)
    if ('stop' in about) return about
    const meant = await whoIsMeant(about.draft.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ask: orNotNow(meant.reply, words) }
    const { customer } = meant
    if (!isMatched(customer)) {
      const matching = await matchProposals(customer, talk)
      return { stop: about.draft.filled ? withYourWords(matching, about.draft, words) : matching }
    }
    const draft = await prefilled(about.draft, customer, talk)
    const { severity, text, inChinese } = draft
    const topic = draft.topic ?? draft.guessed
    const written = text !== null || inChinese !== null
    if (
      draft.sent &&
      draft.tooLong === null &&
      topic !== null &&
      severity !== null &&
      written &&
      hasTried(draft, customer.lane)
    ) {
      const { impact, tried, contact, title, revises } = draft
      const paper = { title: title ?? '', text: text ?? '', impact, tried, contact, inChinese }
      const { from, subscriptions, correlationIds, evidence, attachments } = about.basis
      const basis = { from, subscriptions, correlationIds, evidence, attachments }
      return {
        ready: {
          draft: { customer: customer.id, topic, severity, ...paper, ...basis },
          at: revises === null || revises.version === null ? null : { case: revises.case, version: revises.version },
        },
      }
    }
    const similar = (await desk.tickets.similar(customer.id, topic)).filter(({ id }) => id !== draft.revises?.case)
    const guessed = guessTopic(draft.title, text, inChinese)
    return {
      ask: ticketForm({ draft: { ...draft, guessed }, customer, basis: about.basis, similar }, talk),
      keep: { ...draft, guessed, misheard: false, notSevere: null },
    }
  },

  async hear(filled, answer, talk) {
    const meant = await whoIsMeant(filled.who, talk, ({ id }) => id)
    if (meant.kind === 'ask') return { ...filled, who: await whoSaid(answer, talk) }
    return hearTicketForm(filled, answer, talk, { triedOnly: lacksTriedOnly(filled, meant.customer.lane) })
  },

  async finish({ draft, at }, talk) {
    const outcome = await open(draft, at, talk)
    if (!outcome.ok)
      return withYourWords(said(ticketRefusalLine(outcome.refusal, talk), { tone: 'warning' }), draft, talk.words)
    return ticketCard(outcome.value, at === null ? 1 : at.version + 1, forReaders(talk))
  },
}

function open(draft: TicketDraft, at: CaseAt | null, { desk, by, speaker }: Talk) {
  return at === null ? desk.tickets.open(draft, by, speaker.place) : desk.tickets.revise(at, draft, by)
}

/** 21Vianet takes only what the partner reasonably cannot solve, and asks what was tried (facts/partner-center 8.5). */
export function asksWhatWasTried(lane: Lane): boolean {
  return capabilities[lane].operator === '21vianet'
}

function hasTried({ tried }: OpenTicketDraft, lane: Lane): boolean {
  return tried !== null || !asksWhatWasTried(lane)
}

/** Whether what is typed next can only be what was tried. */
function lacksTriedOnly(draft: OpenTicketDraft, lane: Lane | null): boolean {
  const { severity, text, inChinese } = draft
  const topic = draft.topic ?? draft.guessed
  const rest = topic !== null && severity !== null && (text !== null || inChinese !== null)
  return rest && lane !== null && !hasTried(draft, lane)
}
