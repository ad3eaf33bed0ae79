import { z } from 'zod'
import { seedInvoice } from './simulated-invoice.ts'
import { seedTicket } from './ticket-orders.ts'

const instant = z.templateLiteral([z.string(), 'T', z.string(), 'Z'])

/** How a simulated subscription was sold; the resource's fields and what suspension does follow from it. */
const soldAs = z.enum([
  'new-commerce',
  'legacy',
  'azure-plan',
  '21vianet',
  // 6.5: these can be cancelled within windows of their own.
  'software',
  'perpetual-software',
  'marketplace',
])
export type SoldAs = z.output<typeof soldAs>

/** The operator's words for a status, in the order of its numbers (facts/partner-center 6.1). */
export const statusWords = ['none', 'active', 'suspended', 'deleted', 'expired', 'pending', 'disabled'] as const
export type StatusWord = (typeof statusWords)[number]

const seedAzure = z.object({
  id: z.string(),
  name: z.string().optional(),
  status: z.enum(['active', 'inactive']).optional(),
})

const seedSubscription = z.object({
  id: z.string(),
  /** The friendly name; the offer's where left out. */
  name: z.string().optional(),
  offer: z.string(),
  soldAs,
  quantity: z.number().int().nonnegative(),
  status: z.enum(statusWords).optional(),
  /** Since when it is in that status. */
  since: instant.optional(),
  suspensionReasons: z.array(z.string()).optional(),
  parent: z.string().optional(),
  start: instant.optional(),
  commitmentEnd: instant.optional(),
  autoRenew: z.boolean().optional(),
  /** The Azure subscriptions under an Azure plan (7). */
  azure: z.array(seedAzure).optional(),
  /** So many more of them, all active, with ids and names made from the plan's. */
  activeAzureSubscriptions: z.number().int().nonnegative().optional(),
  /** What the operator charges the partner for one month of it, in whole units of the currency. */
  monthlyCharge: z.object({ amount: z.number().nonnegative(), currency: z.string() }).optional(),
  /** Any further field of the resource, as it goes over the wire. */
  fields: z.record(z.string(), z.unknown()).optional(),
})
export type SeedSubscription = z.input<typeof seedSubscription>

/** Why the operator refuses any change for a customer (6.6). */
export const customerCondition = z.enum(['sound', 'locked', 'under-review', 'not-approved', 'no-relationship'])
export type CustomerCondition = z.output<typeof customerCondition>

export const seedCustomer = z.object({
  /** The customer's tenant id. */
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  condition: customerCondition.optional(),
  /** Licences by product, and how many are given to people. */
  licences: z.array(z.object({ product: z.string(), assigned: z.number().int(), total: z.number().int() })).optional(),
  subscriptions: z.array(seedSubscription),
})
export type SeedCustomer = z.input<typeof seedCustomer>

/** What a lane's operator knows when the simulation starts. Plain data: it survives JSON. */
export const simulatorSeed = z.object({
  /** The account the desk must sign in with; a made-up one where left out. */
  partner: z
    .object({
      tenantId: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      refreshToken: z.string().optional(),
    })
    .optional(),
  customers: z.array(seedCustomer),
  /** Tickets that were filed before, oldest first. */
  tickets: z.array(seedTicket).default([]),
  /** What the operator made out to the partner, oldest first. */
  invoices: z.array(seedInvoice).default([]),
})
export type SimulatorSeed = z.input<typeof simulatorSeed>
