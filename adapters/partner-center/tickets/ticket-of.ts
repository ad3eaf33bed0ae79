import type { OperatorNote, OperatorTicket } from '../../../domain/ports/operator-tickets.ts'
import { saidIn, type Said } from '../said.ts'

/** In the order of the operator's numbers (facts/partner-center 8.2); its `none` says as little as its `unknown`. */
const severities = ['unknown', 'critical', 'moderate', 'minimal'] as const
const statuses = ['unknown', 'open', 'closed', 'attention-needed'] as const

/**
 * One ticket of the operator's, read liberally; what cannot be read of it is unknown or left out. Null for what carries
 * no number: nobody could ask for it.
 */
export function ticketOf(raw: unknown): OperatorTicket | null {
  const said = saidIn(raw)
  const number = asTicketNumber(idIn(raw))
  if (said === null || number === null) return null
  const status = wordOf(statuses, said.text('status'))
  const isOpen = status === 'open' || status === 'attention-needed'
  return {
    number,
    title: said.text('title') ?? '',
    severity: wordOf(severities, said.text('severity')),
    status,
    createdAt: said.instant('createdDate'),
    modifiedAt: said.instant('lastModifiedDate'),
    // The last time it was closed, which may have been before it was opened again.
    closedAt: isOpen ? null : said.instant('lastClosedDate'),
    notes: notesIn(said),
  }
}

/**
 * A number as tickets are asked for by it, else null. The published ones are of digits, in JSON a text or a number; one
 * table calls them GUIDs (8.2 (!)). A JSON number with more digits than it can hold exactly is none.
 */
export function asTicketNumber(id: unknown): string | null {
  const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id
  const plain = typeof text === 'string' ? text.trim() : ''
  return /^[0-9a-z][0-9a-z-]{0,63}$/i.test(plain) ? plain : null
}

function idIn(raw: unknown): unknown {
  const fields: readonly (readonly [string, unknown])[] = Object.entries(raw ?? {})
  return fields.find(([name]) => name.toLowerCase() === 'id')?.[1]
}

/** A word in any case and spelling, `AttentionNeeded` or `attention_needed`, or its number, also as text (4.2). */
function wordOf<const Word extends string>(words: readonly Word[], said: string | null): Word | 'unknown' {
  if (said === null) return 'unknown'
  if (/^\d{1,3}$/.test(said)) return words[Number(said)] ?? 'unknown'
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')
  return words.find((word) => letters(word) === letters(said)) ?? 'unknown'
}

/** Oldest first; one without a date comes before those that have one. One without words says nothing. */
function notesIn(said: Said): readonly OperatorNote[] {
  const notes = said.list('notes').flatMap((raw): OperatorNote[] => {
    const note = saidIn(typeof raw === 'string' ? { text: raw } : raw)
    const text = note?.letter('text') ?? null
    if (note === null || text === null) return []
    return [{ by: note.text('createdByName'), at: note.instant('createdDate'), text }]
  })
  return notes.toSorted((one, other) => inOrder(one.at ?? '', other.at ?? ''))
}

/** Newest first; what names no moment comes last, and of two the higher number first. */
export function newestFirst(tickets: readonly OperatorTicket[]): readonly OperatorTicket[] {
  const made = ({ createdAt }: OperatorTicket) => createdAt ?? ''
  return tickets.toSorted((one, other) => inOrder(made(other), made(one)) || inOrder(other.number, one.number))
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
