import { capabilities } from '../../domain/customers/lane.ts'
import type { AnyCase } from '../../domain/cases/case.ts'
import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import { noBasis, type ServiceRequest, type TicketBasis } from '../../domain/service-requests/service-request.ts'
import { maySee } from '../may-see.ts'
import type { Talk } from '../talk.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { openingOf } from './from-case.ts'
import { namedMoment, zoneOf } from './operator-moment.ts'
import { tonguesOf } from './operator-words/tongues.ts'
import { mostIn, withWords, type OpenTicketDraft } from './ticket-draft.ts'
import { ticketRefusalLine } from './ticket-refusals.ts'
import { withYourWords } from './your-words.ts'

type About = { readonly draft: OpenTicketDraft; readonly basis: TicketBasis } | { readonly stop: Reply }

/** Whom a draft is about, where the case or the ticket it comes from tells: asked anew each time, and judged anew. */
export async function whomItIsAbout(draft: OpenTicketDraft, talk: Talk): Promise<About> {
  const { desk, words, by } = talk
  const about = draft.revises?.case ?? draft.from
  if (about === null) return { draft, basis: noBasis }
  const found = await desk.cards.read(about)
  if (!found) return { stop: said(words.say('case.unknown', { case: about })) }
  if (!maySee(found.kind, by)) return { stop: said(words.say('refusal.may-not', { name: by.name })) }
  if (draft.revises === null) {
    const prefill = await desk.tickets.prefill(about)
    if (!prefill || prefill.customer === null) return { stop: said(words.say('ticket.not-from', { case: about })) }
    return { draft: { ...draft, who: prefill.customer, topic: draft.topic ?? prefill.topic }, basis: prefill.basis }
  }
  if (found.kind !== 'service-request') return { stop: said(words.say('case.unknown', { case: about })) }
  const { value: request, version } = found
  if (request.status !== 'handed-over') {
    const why = said(ticketRefusalLine({ code: 'left-already', request }, talk), { tone: 'warning' })
    return { stop: draft.filled ? withYourWords(why, draft, words) : why }
  }
  const who = request.customer?.id ?? ''
  if (draft.filled) {
    // What somebody else wrote meanwhile is not written over unseen.
    const overtaken = draft.revises.version !== version
    const seen = { case: request.id, version }
    return {
      draft: overtaken ? { ...draft, who, revises: seen, sent: false, overtaken } : { ...draft, who },
      basis: request,
    }
  }
  const { topic, severity, title, text, impact, tried, contact, inChinese } = request
  const paper = {
    title: isOwn(request) ? title : null,
    text: text === '' ? null : text,
    impact,
    tried,
    contact,
    inChinese,
  }
  const revises = { case: request.id, version }
  return { draft: { ...draft, who, revises, filled: true, topic, severity, ...paper }, basis: request }
}

/** The draft with what nobody has to type: what the case says, and who writes. */
export async function prefilled(
  draft: OpenTicketDraft,
  { lane }: MatchedCustomer,
  talk: Talk,
): Promise<OpenTicketDraft> {
  if (draft.filled) return draft
  const found = draft.from === null ? null : await talk.desk.cards.read(draft.from)
  const base = { ...draft, filled: true, contact: draft.contact ?? talk.by.name }
  if (!found || laneOf(found) !== lane) return base
  const zone = zoneOf(lane, talk.zone)
  const [first, second] = tonguesOf(lane).map((words) => openingOf(found, words, (at) => namedMoment(at, zone, words)))
  if (!first) return base
  const bilingual = capabilities[lane].operator === '21vianet'
  const opening = bilingual ? (second ?? first) : first
  // Somebody's own words go first.
  const text = [draft.text, opening.text].filter((each) => each !== null).join('\n')
  const filled = withWords(withWords(base, 'title', draft.title ?? opening.title.slice(0, mostIn.title)), 'text', text)
  return bilingual ? withWords(filled, 'inChinese', first.text.slice(0, mostIn.inChinese)) : filled
}

/** Whether somebody wrote the title; one that is the first line of the problem follows it. */
function isOwn({ title, text, inChinese }: ServiceRequest): boolean {
  const [first = ''] = (text === '' ? (inChinese ?? '') : text).split('\n', 1)
  return first.replace(/\s+/gu, ' ').trim().slice(0, mostIn.title) !== title
}

/** The operator a case has to do with: what it says is told to no other. */
function laneOf({ value }: AnyCase) {
  if ('lane' in value) return value.lane
  return 'identity' in value ? (value.identity?.lane ?? null) : null
}
