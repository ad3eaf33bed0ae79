import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const currency = z.string().regex(/^[A-Z]{3}$/)
/** In the currency's own decimals, as people write it: 1234.56 */
const amount = z.number()

const lineSeed = z.strictObject({
  description: z.string(),
  description2: z.string().default(''),
  lineType: z.string().default('Item'),
  /** With tax, after the invoice's discount. */
  amount,
})

/** A posted invoice, or one that is none yet. */
export const invoiceSeed = z.strictObject({
  number: z.string(),
  customer: z.string(),
  /** Who pays, where that is somebody else. */
  billTo: z.string().optional(),
  date: day,
  due: day,
  /** Left out: local currency. */
  currency: currency.optional(),
  total: amount,
  status: z.enum(['Draft', 'Posted', 'Canceled', 'Corrective']).default('Posted'),
  lines: z.array(lineSeed).default([]),
})

/** A posted credit memo. */
export const memoSeed = z.strictObject({
  number: z.string(),
  customer: z.string(),
  date: day,
  currency: currency.optional(),
  total: amount,
  /** How much of it is applied to invoices. */
  applied: amount.default(0),
})

/** What stands in the customer ledger and is no sales document: an opening balance, a finance charge. */
export const journalSeed = z.strictObject({
  customer: z.string(),
  due: day,
  currency: currency.optional(),
  amount,
})

export const customerSeed = z.strictObject({
  number: z.string(),
  displayName: z.string(),
  country: z.string().default(''),
  email: z.string().default(''),
  currency: currency.optional(),
  blocked: z.enum([' ', 'Ship', 'Invoice', 'All']).default(' '),
})

/** One company's books, and who may read them. */
export const booksSeed = z.strictObject({
  tenantId: z.string().default('books-tenant'),
  clientId: z.string().default('desk-books'),
  clientSecret: z.string().default('simulated-books-secret'),
  environment: z.string().default('Production'),
  company: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string().default('') }),
  /** Companies beside it, whose books are empty. */
  otherCompanies: z.array(z.string()).default([]),
  local: currency.default('EUR'),
  /** What one unit of a currency is worth in local currency. */
  rates: z.record(currency, z.number().positive()).default({}),
  customers: z.array(customerSeed).default([]),
  invoices: z.array(invoiceSeed).default([]),
  memos: z.array(memoSeed).default([]),
  journal: z.array(journalSeed).default([]),
})
export type BooksSeed = z.input<typeof booksSeed>
