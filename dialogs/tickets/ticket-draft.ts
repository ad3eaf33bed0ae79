import { z } from 'zod'
import { ticketTopics } from '../../domain/service-requests/service-request.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { mostCharacters } from '../phrases/too-long.ts'

/** What is written in words, in the order in which a form asks for it. */
export const ticketFields = ['title', 'text', 'impact', 'tried', 'contact', 'inChinese'] as const
export type TicketField = (typeof ticketFields)[number]

/**
 * How much of each is kept. With the labels in two languages, the ids and the record, all of it together is what one
 * message of every chat can show whole.
 */
export const mostIn: Readonly<Record<TicketField, number>> = {
  title: 120,
  text: mostCharacters.ticket,
  impact: 500,
  tried: 500,
  contact: 200,
  inChinese: 1_500,
}

const words = z.string().nullable().default(null)

/** What a conversation about a ticket has gathered so far. */
export const ticketDraft = z.object({
  who: z.string().nullable(),
  /** The case it comes from. */
  from: z.string().nullable().default(null),
  /** The ticket that is written anew, at the version the person saw; null before it was read. */
  revises: z.object({ case: z.string(), version: z.number().nullable() }).nullable().default(null),
  /**
   * Whether what the case or the ticket says is in it already: asked once, or a field that was emptied would fill
   * again.
   */
  filled: z.boolean().default(false),
  topic: z.enum(ticketTopics).nullable(),
  /** What the words seem to be about, as it was shown last: it counts once somebody saw it and sent the form. */
  guessed: z.enum(ticketTopics).nullable().default(null),
  severity: z.enum(severities).nullable(),
  title: words,
  text: words,
  impact: words,
  tried: words,
  contact: words,
  inChinese: words,
  /** Whether the form was sent. */
  sent: z.boolean().default(false),
  /** Whether somebody else has changed the ticket since the person saw it. */
  overtaken: z.boolean().default(false),
  /** Whether what was said last fits nothing that was asked. */
  misheard: z.boolean().default(false),
  /** A severity that was asked for and is none of the operator's. */
  notSevere: z.string().nullable().default(null),
  /** How long a text was of which nothing was kept, and where; null when all was. */
  tooLong: z.number().nullable().default(null),
  tooLongIn: z.enum(ticketFields).default('text'),
})

export type OpenTicketDraft = z.infer<typeof ticketDraft>

const blank: OpenTicketDraft = {
  who: null,
  from: null,
  revises: null,
  filled: false,
  topic: null,
  guessed: null,
  severity: null,
  title: null,
  text: null,
  impact: null,
  tried: null,
  contact: null,
  inChinese: null,
  sent: false,
  overtaken: false,
  misheard: false,
  notSevere: null,
  tooLong: null,
  tooLongIn: 'text',
}

export function blankTicket(who: string | null, text: string | null): OpenTicketDraft {
  return withWords({ ...blank, who }, 'text', text)
}

/** A ticket about what a case is about; `text`: what else was said. */
export function ticketFrom(from: string, text: string | null): OpenTicketDraft {
  return withWords({ ...blank, from }, 'text', text)
}

/** What was drafted, to be written anew. */
export function draftAgain(ticket: string): OpenTicketDraft {
  return { ...blank, revises: { case: ticket, version: null } }
}

/** The draft with other words in a field, or with those it had: a part of longer ones would read as the whole. */
export function withWords(draft: OpenTicketDraft, field: TicketField, said: string | null): OpenTicketDraft {
  const fits = said === null || said.length <= mostIn[field]
  return fits ? { ...draft, [field]: said } : { ...draft, tooLong: said.length, tooLongIn: field }
}
