import { z } from 'zod'

export const ticketSeverity = z.enum(['critical', 'moderate', 'minimal'])
export const ticketStatus = z.enum(['open', 'closed', 'attention_needed'])
export const ticketUser = z.enum(['desk', 'somebody else'])
export const ticketAuthor = z.enum(['operator', 'desk', 'somebody else'])

/** A ticket as a person files it at the portal: no call does (8.1). */
export const fileSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().default(''),
  severity: ticketSeverity.default('moderate'),
  openedBy: ticketUser.default('desk'),
  /** Need not be one the operator sells to. */
  customer: z.string().nullable().default(null),
})
/** A ticket that its operator answers by itself: the facts promise no time. */
export const fileOrderSchema = fileSchema.extend({
  answer: z
    .strictObject({ text: z.string().min(1), afterMs: z.number().int().nonnegative() })
    .nullable()
    .default(null),
})
export type FileOrder = z.input<typeof fileOrderSchema>

const instant = z.templateLiteral([z.string(), 'T', z.string(), 'Z'])

/** A ticket that is older than the simulation. */
export const seedTicket = fileSchema.extend({
  createdAt: instant,
  status: ticketStatus.default('open'),
  /** Oldest first. */
  notes: z.array(z.strictObject({ by: ticketAuthor, at: instant, text: z.string() })).default([]),
})
export type SeedTicket = z.input<typeof seedTicket>
