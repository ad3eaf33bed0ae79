import { z } from 'zod'
import type { News } from '../../domain/outbox/news.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { severity } from './stored-alert.ts'
import { storedMorning } from './stored-digest.ts'
import { storedStopped } from './stored-reminder.ts'
import { ticketQuestion } from './stored-service-request.ts'
import { difference } from './stored-sighting.ts'
import { day, exactly, lane, listOf, money } from './stored-values.ts'

const aboutCustomer = { lane, customer: z.string(), name: z.string() }

export const storedNews = exactly<News>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('baseline'),
      lane,
      customers: z.number(),
      unread: z.number(),
      found: listOf(z.object({ customer: z.string(), subscription: z.string(), difference })),
      more: z.number(),
    }),
    z.object({
      kind: z.literal('countdown'),
      rows: listOf(
        z.object({
          customer: z.string(),
          subscription: z.string(),
          lane,
          day: day.nullable(),
          days: z.number().nullable(),
        }),
      ),
      more: z.number(),
    }),
    z.object({
      kind: z.literal('fraud-digest'),
      lane,
      customer: z.string().exactOptional(),
      rows: listOf(z.object({ case: z.string(), customer: z.string(), type: z.string(), severity, hits: z.number() })),
      more: z.number(),
    }),
    z.object({
      kind: z.literal('new-address'),
      customer: z.string(),
      name: z.string(),
      address: z.string(),
      by: z.string(),
    }),
    z.object({ kind: z.literal('morning'), morning: storedMorning }),
    z.object({ kind: z.literal('letter-stopped'), name: z.string(), reminder: storedStopped }),
    z.object({
      kind: z.literal('tickets'),
      rows: listOf(
        z.object({
          case: z.string(),
          lane,
          customer: z.string(),
          severity: z.enum(severities),
          about: ticketQuestion,
          days: z.number(),
        }),
      ),
      more: z.number(),
    }),
    z.object({
      kind: z.literal('credit-breach'),
      rows: listOf(
        z.object({
          ...aboutCustomer,
          exposure: money,
          limit: money,
          atLeast: z.boolean(),
          grown: z.boolean(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('own-overdue'),
      audience: z.enum(['administration', 'approvals']),
      lane,
      days: z.number(),
      bears: z.number(),
      overdue: listOf(money),
      invoices: listOf(z.object({ id: z.string(), dueOn: day, open: money })),
      more: z.number(),
    }),
    z.object({ ...aboutCustomer, kind: z.literal('credit-review'), reviewOn: day }),
    z.object({ ...aboutCustomer, kind: z.literal('credit-held'), case: z.string(), reviewOn: day }),
    z.object({
      kind: z.literal('lift-proposed'),
      customer: z.string(),
      name: z.string(),
      why: z.enum(['paid', 'agreed', 'rematched']),
    }),
    z.object({ kind: z.literal('unknown-event'), lane, name: z.string() }),
  ]),
)
