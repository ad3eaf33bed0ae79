import { z } from 'zod'
import type { AuditDraft, AuditEntry } from '../../domain/audit/audit-entry.ts'
import { severities } from '../../domain/fraud/signal.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import { pageKinds, pagerWays } from '../../domain/paging/pager-call.ts'
import { storedSilent } from './stored-silence.ts'
import { storedNews } from './stored-news.ts'
import { exactly, instant, lane } from './stored-values.ts'

const draft = z.object({
  at: instant,
  by: z.string(),
  what: z.string(),
  about: z.string(),
  customer: z.string().exactOptional(),
  lane: lane.exactOptional(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
})

export const storedAuditDraft = exactly<AuditDraft>()(draft)

export const storedAuditEntry = exactly<AuditEntry>()(
  draft.extend({ seq: z.int().positive(), prev: z.string(), hash: z.string() }),
)

const review = { lane, customer: z.string(), reason: z.enum(['fraud', 'misuse']) }
const aboutCase = { case: z.string() }

const alarm = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['silent', 'heard-again']), of: storedSilent, since: instant }),
  z.object({ what: z.literal('second-factor-locked'), staff: z.string(), until: instant }),
  z.object({ ...aboutCase, what: z.literal('suspension-undecided') }),
  z.object({ ...aboutCase, what: z.literal('suspension-unconfirmed') }),
  z.object({
    what: z.literal('pager-refused'),
    way: z.enum(pagerWays),
    case: z.string().nullable(),
    code: z.string(),
    givenUp: z.boolean(),
  }),
  z.object({ what: z.literal('nobody-to-page'), case: z.string().nullable() }),
])

const call = z.object({
  id: z.string(),
  kind: z.enum(pageKinds),
  case: z.string().nullable(),
  lane: lane.nullable(),
  severity: z.enum(severities).nullable(),
  since: instant,
  at: instant,
})

export const storedOutboxEntry = exactly<OutboxEntry>()(
  z.object({
    id: z.string(),
    order: z.discriminatedUnion('kind', [
      z.object({ ...aboutCase, kind: z.literal('suspend-subscription'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('reactivate-subscription'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('cancel-subscription'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('set-budget') }),
      z.object({ ...aboutCase, kind: z.literal('end-renewal'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('restore-subscription'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('look-by-hand'), subscription: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('remind-by-hand') }),
      z.object({ ...aboutCase, kind: z.literal('post-case'), askedIn: z.string().nullable() }),
      z.object({ ...aboutCase, kind: z.literal('remind-case') }),
      z.object({
        ...aboutCase,
        kind: z.literal('post-card'),
        place: z.string(),
        reminder: z.boolean(),
        promisedAt: instant.exactOptional(),
      }),
      z.object({ ...aboutCase, kind: z.literal('expire-case') }),
      z.object({ ...aboutCase, kind: z.literal('escalate-case') }),
      z.object({ ...aboutCase, kind: z.literal('call-approvers') }),
      z.object({ ...aboutCase, kind: z.literal('update-cards') }),
      z.object({ ...aboutCase, kind: z.literal('update-card'), card: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('tell-thread'), card: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('report-verdict') }),
      z.object({
        ...aboutCase,
        kind: z.literal('mail-ticket'),
        part: z.int(),
        unanswered: z.literal(true).exactOptional(),
      }),
      z.object({ kind: z.literal('mail-reminder'), reminder: z.string(), mark: z.string() }),
      z.object({ kind: z.literal('tell-reminder'), reminder: z.string(), place: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('change-ticket'), number: z.int() }),
      z.object({ ...aboutCase, kind: z.literal('follow-verdict') }),
      z.object({ ...aboutCase, kind: z.literal('note-act') }),
      z.object({ ...aboutCase, kind: z.literal('tell-delivery'), place: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('escalate-alert'), step: z.number() }),
      z.object({ ...review, kind: z.literal('review-holds') }),
      z.object({ ...review, kind: z.literal('post-review'), place: z.string() }),
      z.object({ kind: z.literal('announce-newcomer'), account: z.string() }),
      z.object({ kind: z.literal('post-newcomer'), account: z.string(), place: z.string() }),
      z.object({ kind: z.literal('raise-alarm'), alarm }),
      z.object({ kind: z.literal('post-alarm'), alarm, place: z.string() }),
      z.object({ kind: z.literal('announce-news'), news: storedNews }),
      z.object({ kind: z.literal('post-news'), news: storedNews, place: z.string() }),
      z.object({ kind: z.literal('post-link'), link: z.string(), place: z.string() }),
      z.object({ kind: z.literal('tidy-links') }),
      z.object({ kind: z.literal('refresh-lane'), lane }),
      z.object({ kind: z.literal('follow-event'), event: z.string() }),
      z.object({ ...aboutCase, kind: z.literal('probe-lane') }),
      z.object({ kind: z.literal('page'), call }),
      z.object({ kind: z.literal('page-by'), call, way: z.enum(pagerWays), alarmed: z.boolean() }),
      z.object({ kind: z.literal('tell-agreement'), agreement: z.string(), staff: z.string() }),
      z.object({
        kind: z.literal('recheck-debt'),
        customer: z.string().nullable(),
        undone: z.object({ import: z.string(), since: instant }).exactOptional(),
      }),
      z.object({ ...aboutCase, kind: z.literal('tell-staff'), staff: z.string() }),
    ]),
    dueAt: instant,
    attempts: z.int().nonnegative(),
  }),
)
