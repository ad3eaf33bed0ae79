import { z } from 'zod'

/** What can be read of a company. */
export const resources = [
  'companyInformation',
  'customers',
  'salesInvoices',
  'salesCreditMemos',
  'agedAccountsReceivables',
] as const
export type Resource = (typeof resources)[number]

/**
 * What the facts call unknown or contradictory, and how much may be asked. What stands here as the default is the harder
 * way for a client. Numbers: facts/partner-center.
 */
export const booksSwitches = z.strictObject({
  /** 12.1: "" for local currency. The published source of API v2.0 writes its code instead. */
  localCurrency: z.enum(['empty', 'code']).default('empty'),
  /** 12.1: a Total row may appear. */
  totalRow: z.boolean().default(true),
  /** How many entities a page holds at most; the published number is 20,000. */
  pageSize: z.number().int().positive().default(20_000),
  nextLinks: z.enum(['sound', 'on-another-host', 'in-a-circle']).default('sound'),
  /** What the app may not read. Invoices and credit memos then are shown as none, and no error is (published source). */
  forbidden: z.array(z.enum(resources)).default([]),
  /** How a missing permission is said where it is said: no page tells. */
  forbiddenSaid: z.enum(['401', '403', '400']).default('401'),
  requestsPerMinute: z.number().int().positive().default(600),
  tokenLifetimeSeconds: z.number().int().positive().default(3_600),
})
export type BooksSwitches = z.output<typeof booksSwitches>
export type BooksSwitchChange = z.input<typeof booksSwitches>
