import { z } from 'zod'

/** An invoice that the operator made out to the partner (11); amounts in whole units of the currency. */
export const seedInvoice = z.strictObject({
  id: z.string().min(1),
  /** The day it was made out. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  total: z.number(),
  paid: z.number().nonnegative().default(0),
  currency: z.string().length(3),
  documentType: z.enum(['Invoice', 'Credit Note']).default('Invoice'),
})
export type SeedInvoice = z.input<typeof seedInvoice>
export type SimulatedInvoice = z.output<typeof seedInvoice>

/** The partner pays so much of one. */
export const payOrder = z.strictObject({ id: z.string(), amount: z.number().positive() })
