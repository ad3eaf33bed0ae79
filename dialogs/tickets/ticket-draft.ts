import { z } from 'zod'
import { severities, ticketTopics } from '../../domain/service-requests/service-request.ts'
import { mostCharacters } from '../phrases/too-long.ts'

/** What a conversation about a ticket has gathered so far. */
export const ticketDraft = z.object({
  who: z.string().nullable(),
  topic: z.enum(ticketTopics).nullable(),
  severity: z.enum(severities).nullable(),
  text: z.string().nullable(),
  /** Whether the form was sent. */
  sent: z.boolean().default(false),
  /** Whether what was said last fits nothing that was asked. */
  misheard: z.boolean().default(false),
  /** How long a text was of which nothing was kept; null when all was. */
  tooLong: z.number().nullable().default(null),
})

export type OpenTicketDraft = z.infer<typeof ticketDraft>

export function blankTicket(who: string | null, text: string | null): OpenTicketDraft {
  return withText({ who, topic: null, severity: null, text: null, sent: false, misheard: false, tooLong: null }, text)
}

/** The draft with another description, or with the one it had: a part of a longer one would read as the whole. */
export function withText(draft: OpenTicketDraft, text: string | null): OpenTicketDraft {
  const fits = text === null || text.length <= mostCharacters.ticket
  return fits ? { ...draft, text, tooLong: null } : { ...draft, tooLong: text.length }
}
