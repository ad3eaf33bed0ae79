import { z } from 'zod'
import { verdicts, type FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { confidences, feedNames, severities } from '../../domain/fraud/signal.ts'
import { storedIdentity } from './stored-suspension.ts'
import { day, dunningStage, exactly, holdReason, instant, lane, listOf, money } from './stored-values.ts'

export const severity = z.enum(severities)
const said = { by: z.string(), at: instant }
const risk = z.object({ severity, spend: listOf(money), resources: z.number() })

const basis = z.object({
  owes: z.object({ overdue: listOf(money), days: z.number(), stage: dunningStage, asOf: day }).nullable(),
  held: listOf(z.object({ name: z.string(), reasons: listOf(holdReason) })),
  moreHeld: z.number(),
})

const alerted = z.object({
  id: z.string(),
  key: z.string(),
  lane,
  customer: z.string().nullable(),
  identity: storedIdentity.nullable(),
  calledThere: z.string().nullable(),
  subscription: z.object({ id: z.string(), name: z.string(), kind: z.enum(['azure', 'seats', 'unknown']) }).nullable(),
  basis: basis.exactOptional(),
  type: z.string(),
  suspicion: z.enum(['fraud', 'misuse']),
  severity,
  confidence: z.enum(confidences),
  isTest: z.boolean(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  country: z.string().nullable(),
  details: z.record(z.string(), z.string()),
  resources: listOf(z.object({ id: z.string(), kind: z.string() })),
  items: listOf(
    z.object({
      source: z.enum([...feedNames, 'desk', 'person']),
      id: z.string(),
      status: z.enum(['active', 'investigating', 'resolved', 'unknown']),
      hits: z.number().nullable(),
      seenAt: instant,
    }),
  ),
  hits: z.number(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  openedAt: instant,
  waitsSince: instant,
  reportedBy: z.string().exactOptional(),
  answerBy: instant,
  spend: z.object({ amounts: listOf(money), perHour: listOf(money), readAt: instant }).nullable(),
  reading: z.object({ since: instant, used: money, month: z.string() }).exactOptional(),
  before: z.string().nullable(),
  holder: z.object(said).nullable(),
  snooze: z.object({ ...said, until: instant, because: z.string(), atRisk: risk }).nullable(),
  answers: listOf(z.object({ case: z.string(), at: instant })),
  escalated: z.object({ step: z.number(), at: instant }).nullable(),
  told: risk,
  digested: z.enum(['waiting', 'told']).exactOptional(),
  pagedUndelivered: z.literal(true).exactOptional(),
})

const reported = z.discriminatedUnion('state', [
  z.object({ state: z.literal('nobody-to-tell') }),
  z.object({ state: z.literal('telling') }),
  z.object({ state: z.literal('told'), at: instant, as: z.enum(['fraud', 'legitimate', 'ignore']) }),
  z.object({
    state: z.literal('refused'),
    at: instant,
    code: z.string().nullable(),
    words: z.string().nullable(),
  }),
])

export const storedAlert = exactly<FraudAlert>()(
  z.discriminatedUnion('status', [
    alerted.extend({ status: z.literal('pending') }),
    alerted.extend({
      status: z.literal('decided'),
      verdict: z.enum(verdicts),
      because: z.string(),
      decidedBy: z.string(),
      intent: z.string(),
      asIgnore: z.boolean(),
      reported,
      endedAt: instant,
    }),
    alerted.extend({ status: z.literal('resolved-elsewhere'), reason: z.string().nullable(), endedAt: instant }),
  ]),
)
