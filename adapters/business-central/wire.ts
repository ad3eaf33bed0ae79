import { z } from 'zod'
import { asDay, type Day } from '../../domain/shared/time.ts'

const text = z
  .string()
  .nullish()
  .transform((said) => said?.trim() ?? '')

/** `0001-01-01` stands for none, as does every day before there were books to keep. */
const day = text.transform((said): Day | null => (said < '1900' ? null : asDay(said.slice(0, 10))))

export const companyWire = z.object({ id: z.string().min(1), name: z.string().min(1), displayName: text })

export const companyInformationWire = z.object({ currencyCode: text })

export const customerWire = z.object({ number: z.string(), displayName: text, country: text, email: text })
export type CustomerWire = z.output<typeof customerWire>

export const lineWire = z.object({
  lineType: text,
  description: text,
  description2: text,
  netAmountIncludingTax: z.number().nullish().default(null),
})
export type LineWire = z.output<typeof lineWire>

/** In v2.0 the debtor is whom it is billed to: the ledger entry behind it is theirs, and so is what remains of it. */
export const invoiceWire = z.object({
  number: z.string().min(1),
  status: text,
  invoiceDate: day,
  dueDate: day,
  customerNumber: text,
  billToCustomerNumber: text,
  billToName: text,
  currencyCode: text,
  remainingAmount: z.number(),
  salesInvoiceLines: z.array(lineWire).nullish().default(null),
})
export type InvoiceWire = z.output<typeof invoiceWire>

/** v2.0 does not say how much of a credit memo is left. */
export const creditMemoWire = z.object({
  number: z.string().min(1),
  status: text,
  creditMemoDate: day,
  customerNumber: text,
  billToCustomerNumber: text,
  billToName: text,
  currencyCode: text,
  totalAmountIncludingTax: z.number(),
})
export type CreditMemoWire = z.output<typeof creditMemoWire>

/** One row a customer, in local currency whatever currency it names, and a row of totals whose number is empty. */
export const agedWire = z.object({ customerNumber: text, name: text, currencyCode: text, balanceDue: z.number() })
export type AgedWire = z.output<typeof agedWire>

/** The fields of a wire shape, to ask for no others. */
export function fieldsOf(shape: z.ZodObject): readonly string[] {
  return Object.keys(shape.shape)
}
