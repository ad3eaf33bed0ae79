import { z } from 'zod'
import { asDay, type Day } from '../../../domain/shared/time.ts'
import { camel } from '../wire.ts'

/** A number, also as text. What cannot be read is not nothing: it keeps the whole from being believed. */
const amount = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .refine(Number.isFinite)

/** The day of a date, whatever time stands behind it. */
const day = z.string().transform((said, context): Day => {
  const read = asDay(said.slice(0, 10))
  if (read !== null) return read
  context.addIssue('no day')
  return z.NEVER
})

const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .toUpperCase()

/** One invoice of the partner, as far as the desk reads it (facts/partner-center 11). */
export const invoiceWire = z.preprocess(
  camel,
  z.object({
    id: z.string().min(1),
    invoiceDate: day,
    totalCharges: amount,
    /** Negative when a payment came in; left out where none did. */
    paidAmount: amount.nullish(),
    currencyCode: currency,
    /** `Invoice` or `Credit Note`, in whichever case and spelling. */
    documentType: z.string().nullish().catch(null),
  }),
)
export type InvoiceOnWire = z.output<typeof invoiceWire>

/** What is owed in one currency (11). 0001-01-01 means never (4.2). */
export const summaryWire = z.preprocess(
  camel,
  z.object({
    balanceAmount: amount,
    currencyCode: currency,
    accountingDate: day
      .nullish()
      .catch(null)
      .transform((said) => (said === undefined || said === null || said <= '1900-01-01' ? null : said)),
  }),
)
