import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { Customer } from '../../domain/customers/customer.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import type { MessageKey } from '../words/message-key.ts'

const mostShown = 15

/** What a day's answer is made of, in words; what is not here is counted and no more. */
const told: Readonly<Record<string, MessageKey & `past.${string}`>> = {
  'assignment.made': 'past.assignment-made',
  'customer-note.written': 'past.note-written',
  'skip.decided': 'past.skip-decided',
  'final-notice.recorded': 'past.notice-recorded',
  'final-notice.undone': 'past.notice-undone',
  'suspension.requested': 'past.suspension-requested',
  'suspension.approved': 'past.suspension-approved',
  'suspension.rejected': 'past.suspension-rejected',
  'suspension.withdrawn': 'past.suspension-withdrawn',
  'suspension.expired': 'past.suspension-expired',
  'suspension.voided': 'past.suspension-voided',
  'suspension.acted': 'past.suspension-acted',
  'agreement.recorded': 'past.agreement-recorded',
  'agreement.undone': 'past.agreement-undone',
  'resumption.asked': 'past.resumption-asked',
}

/** `why contoso on 2026-11-03`: what was decided until the end of that day, from the audit alone; and what it lacks. */
export async function showPast(customer: Customer, on: string, talk: Talk): Promise<Reply> {
  const { desk, words } = talk
  const { day: today } = await desk.book.today()
  const day = readDayIn([words, ...talk.languages], on, today)
  if (day === null) return said(words.say('day.unclear', { said: quoted(on) }))
  if (day > today) return said(words.say('past.ahead', { name: customer.name }))
  const entries = await desk.why.recordedUpTo(customer, day)
  const named = entries.filter(({ what }) => what in told)
  const shown = named.slice(-mostShown)
  const others = entries.length - shown.length
  return {
    title: words.say('past.title', { name: customer.name, day: words.day(day) }),
    parts: [
      ...(shown.length === 0 ? [line(words.say('past.nothing'))] : []),
      ...shown.map((entry) => line(entryLine(entry, talk))),
      ...(others > 0 ? [line(words.say('past.others', { count: others }))] : []),
      line(words.say('past.not-on-record'), { weight: 'quiet' }),
    ],
  }
}

function entryLine({ at, by, what, about, details = {} }: AuditEntry, { words, nameOf }: Talk): string {
  const key = told[what]
  const list = what === 'assignment.made' && typeof details['import'] === 'string' ? details['import'] : null
  const said =
    list !== null
      ? words.say('past.assignment-listed', { case: list })
      : key === undefined
        ? what
        : words.say(key, { about })
  return words.sentences([
    words.say('past.entry', { at: words.moment(at), name: by === 'desk' ? words.say('past.desk') : nameOf(by), said }),
    ...basisLine(details, words),
  ])
}

/** How somebody stood, as the entry of the decision kept it. */
function basisLine({ basis }: Readonly<Record<string, unknown>>, words: Talk['words']): readonly string[] {
  const kept = basis as
    | {
        overdue?: readonly { minor: number; currency: string }[]
        oldestDaysPastDue?: number
        ledgerAsOf?: string | null
      }
    | undefined
  if (!kept?.overdue || kept.overdue.length === 0) return []
  return [
    words.say('past.basis', {
      sums: words.list(kept.overdue.map((sum) => words.money(sum))),
      days: kept.oldestDaysPastDue ?? 0,
    }),
  ]
}
