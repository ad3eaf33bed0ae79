import { z } from 'zod'
import { ticketTopics, type ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { exactly, instant, lane, listOf } from './stored-values.ts'

export const ticketQuestion = z.enum(['number', 'answer', 'not-visible', 'several', 'silence'])

const severity = z.enum(severities)
const seenSeverity = z.enum([...severities, 'unknown'])
const refusal = z.object({
  code: z.string(),
  words: z.string().nullable(),
  mayBeThere: z.literal(true).exactOptional(),
})

const wanted = z.discriminatedUnion('change', [
  z.object({ change: z.literal('note'), text: z.string() }),
  z.object({ change: z.literal('severity'), severity }),
  z.object({ change: z.literal('close') }),
])

const asked = z.object({
  number: z.int(),
  wanted,
  by: z.string(),
  at: instant,
  intent: z.string(),
  road: z.enum(['api', 'mail', 'by-hand']),
  result: z.discriminatedUnion('state', [
    z.object({ state: z.literal('owed') }),
    z.object({ state: z.literal('done'), at: instant, by: z.string().exactOptional() }),
    z.object({ state: z.literal('by-hand') }),
    refusal.extend({ state: z.literal('refused'), at: instant }),
  ]),
})

const opened = z.object({
  id: z.string(),
  lane,
  customer: z.object({ id: z.string(), name: z.string(), domain: z.string() }).nullable(),
  topic: z.enum(ticketTopics),
  severity,
  filing: z.enum(['mail', 'by-hand']),
  title: z.string(),
  text: z.string(),
  impact: z.string().nullable(),
  tried: z.string().nullable(),
  contact: z.string().nullable(),
  inChinese: z.string().nullable(),
  from: z.string().nullable(),
  subscriptions: listOf(z.object({ id: z.string(), name: z.string() })),
  correlationIds: listOf(z.string()),
  evidence: listOf(z.object({ at: instant, what: z.string(), about: z.string() })),
  attachments: listOf(z.enum(['dossier'])),
  openedBy: z.string(),
  openedAt: instant,
  changes: listOf(asked),
  heard: listOf(z.object({ by: z.string().nullable(), at: instant.nullable(), text: z.string() })),
  copy: z
    .object({
      status: z.enum(['open', 'attention-needed', 'closed', 'unknown']),
      severity: seenSeverity,
      modifiedAt: instant.nullable(),
      seenAt: instant,
    })
    .nullable(),
  question: z
    .object({
      about: ticketQuestion,
      asked: z.int(),
      at: instant,
    })
    .nullable(),
  several: listOf(z.string()),
  waitsSince: instant.exactOptional(),
  mailId: z.string().nullable(),
})

const filed = opened.extend({
  operatorNumber: z.string().nullable(),
  filedBy: z.string().nullable(),
  filedAt: instant,
})

export const storedServiceRequest = exactly<ServiceRequest>()(
  z.discriminatedUnion('status', [
    opened.extend({ status: z.literal('handed-over'), mailRefused: refusal.nullable() }),
    opened.extend({ status: z.literal('sending') }),
    filed.extend({ status: z.literal('filed') }),
    filed.extend({
      status: z.literal('closed'),
      closedBy: z.string().nullable(),
      closedAt: instant,
      answer: z.string().nullable(),
    }),
    opened.extend({ status: z.literal('not-filed'), endedBy: z.string(), endedAt: instant }),
  ]),
)
