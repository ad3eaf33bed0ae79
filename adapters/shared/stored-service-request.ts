import { z } from 'zod'
import { severities, ticketTopics, type ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { exactly, instant, lane } from './stored-values.ts'

const drafted = z.object({
  id: z.string(),
  lane,
  customer: z.object({ id: z.string(), name: z.string(), domain: z.string() }).nullable(),
  topic: z.enum(ticketTopics),
  severity: z.enum(severities),
  text: z.string(),
  openedBy: z.string(),
  openedAt: instant,
})

export const storedServiceRequest = exactly<ServiceRequest>()(
  z.discriminatedUnion('status', [
    drafted.extend({ status: z.literal('handed-over') }),
    drafted.extend({
      status: z.literal('filed'),
      operatorNumber: z.string(),
      filedBy: z.string(),
      filedAt: instant,
    }),
    drafted.extend({ status: z.literal('not-filed'), endedBy: z.string(), endedAt: instant }),
  ]),
)
