import { z } from 'zod'
import { severities } from '../../domain/service-requests/severity.ts'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { Words } from '../words/words.ts'
import { cutWords } from '../phrases/cut-words.ts'
import { questionLine, refusedBecause, wantedLine } from './change-words.ts'
import { shortened } from './last-words.ts'

const severity = z.enum(severities)

/** What the audit keeps of a ticket, as far as a thread tells it. */
const kept = z.object({
  severity: severity.optional().catch(undefined),
  heard: z.object({ by: z.string().nullable(), text: z.string() }).optional().catch(undefined),
  answer: z.string().optional().catch(undefined),
  question: z
    .object({ about: z.enum(['number', 'answer', 'not-visible', 'several', 'silence']) })
    .optional()
    .catch(undefined),
  change: z
    .object({
      wanted: z.discriminatedUnion('change', [
        z.object({ change: z.literal('note'), text: z.string() }),
        z.object({ change: z.literal('severity'), severity }),
        z.object({ change: z.literal('close') }),
      ]),
      road: z.string().optional(),
      result: z.looseObject({
        code: z.string().optional(),
        words: z.string().nullable().optional(),
        mayBeThere: z.literal(true).optional(),
      }),
    })
    .optional()
    .catch(undefined),
})

/** The words that the lines of a ticket's thread are filled in with; empty where the entry says nothing of the kind. */
export function ticketFacts({ about, by, what, details }: AuditEntry, words: Words): Readonly<Record<string, string>> {
  if (!about.startsWith('PD-')) return {}
  const told = kept.safeParse(details ?? {}).data
  const change = told?.change
  return {
    text: heardWords(told?.heard, words),
    answer: cutWords(told?.answer ?? '', mostInThread),
    // What a person was to bring there may have been seen there by the desk itself.
    road:
      what === 'ticket.change-done' && by === 'desk'
        ? roadKey(change?.road?.replace('by-hand', 'api'))
        : roadKey(change?.road),
    severity: told?.severity === undefined ? '' : words.say(`severity.${told.severity}`),
    question: told?.question === undefined ? '' : questionLine(told.question, words),
    wanted: change === undefined ? '' : wantedLine({ wanted: shortened(change.wanted, mostInThread) }, words),
    why:
      change?.result.code === undefined
        ? ''
        : refusedBecause(
            {
              code: change.result.code,
              words: change.result.words ?? null,
              ...(change.result.mayBeThere && { mayBeThere: true }),
            },
            words,
          ),
  }
}

/** As much of one note as a thread tells. */
const mostInThread = 600

/** What the operator wrote, and who wrote it there. */
function heardWords(note: { readonly by: string | null; readonly text: string } | undefined, words: Words): string {
  if (note === undefined) return ''
  return words.say('ticket.said', { name: note.by ?? 'none', text: cutWords(note.text, mostInThread) })
}

/** A name that a message can choose by. */
function roadKey(road: string | undefined): string {
  return road === 'by-hand' ? 'hand' : (road ?? 'api')
}
