import { z } from 'zod'
import { usualTicketPatience, type TicketPatience } from '../../domain/policy/ticket-patience.ts'
import { severities, type Severity } from '../../domain/service-requests/severity.ts'

const hour = 3_600_000

const bySeverity = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ critical: value.optional(), moderate: value.optional(), minimal: value.optional() })

/** `tickets:` of a policy; what it leaves out is as usual. */
export const ticketsBlock = z.strictObject({
  'silent after hours': bySeverity(z.number().min(0.25).max(200)).optional(),
  'ask for the answer after days': bySeverity(z.number().int().min(1).max(60)).optional(),
  'not found after minutes': z.number().int().min(5).max(1440).optional(),
})

/** How long one waits for a ticket, as the policy says; as usual where it says nothing. */
export function ticketPatienceOf(given: z.infer<typeof ticketsBlock> | undefined): TicketPatience {
  const { silence, answerDays, notFoundAfterMs } = usualTicketPatience
  const said = given?.['silent after hours']
  const minutes = given?.['not found after minutes']
  return {
    silence: each((severity) => {
      const hours = said?.[severity]
      return hours === undefined ? silence[severity] : hours * hour
    }),
    answerDays: each((severity) => given?.['ask for the answer after days']?.[severity] ?? answerDays[severity]),
    notFoundAfterMs: minutes === undefined ? notFoundAfterMs : minutes * 60_000,
  }
}

function each(value: (severity: Severity) => number): Readonly<Record<Severity, number>> {
  return Object.fromEntries(severities.map((severity) => [severity, value(severity)])) as Record<Severity, number>
}
