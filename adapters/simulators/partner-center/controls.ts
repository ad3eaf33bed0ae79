import type { Instant } from '../../../domain/shared/time.ts'
import { z } from 'zod'
import { accessTo, type Access } from './access.ts'
import type { SimulatedAzure } from './azure-subscription.ts'
import { carryOut } from './carry-out.ts'
import { flipAzure } from './change-azure.ts'
import type { FaultOrder } from './faults.ts'
import { letFraudCome } from './fraud-incident.ts'
import {
  againSchema,
  raiseAsOrdered,
  raiseSchema,
  resolveAsOrdered,
  resolveSchema,
  seeAgainAsOrdered,
  stormAsOrdered,
  stormSchema,
  type AgainOrder,
  type RaiseOrder,
  type ResolveOrder,
  type StormOrder,
} from './fraud-orders.ts'
import { entriesOf, type LogEntry, type Transition, type VerdictEntry } from './log.ts'
import { letTimePass } from './passing-time.ts'
import type { Resource } from './resource.ts'
import { statusWords, type CustomerCondition, type SeedCustomer } from './seed.ts'
import type { FraudEventNote, SimulatedIncident } from './simulated-incident.ts'
import type { Simulation } from './simulation.ts'
import { seedInvoice, type SeedInvoice } from './simulated-invoice.ts'
import type { SwitchChange } from './switches.ts'
import { addCustomer, findSubscription } from './world.ts'

/** What the operator, a colleague at its portal or the customer does to a subscription without the desk. */
export const flipSchema = z.strictObject({
  customer: z.string(),
  subscription: z.string(),
  status: z.enum(statusWords),
  by: z.enum(['operator', 'portal', 'customer']).default('operator'),
  suspensionReasons: z.array(z.string()).optional(),
})
type Flip = z.input<typeof flipSchema>

/** What the customer does at the Azure portal, or anybody else there, to an Azure subscription. */
export const flipAzureSchema = z.strictObject({
  id: z.string(),
  status: z.enum(['active', 'inactive']),
  by: z.enum(['customer', 'portal', 'operator']).default('customer'),
})
type FlipAzure = z.input<typeof flipAzureSchema>

/** The hand behind the curtain: for tests and for the demo. */
export interface Controls {
  /** Every call and every status that really changed, in order. */
  log(): readonly LogEntry[]
  /** Only what really changed. */
  transitions(): readonly Transition[]
  /** Only what was said of alerts, in either feed or at the operator's own dashboard. */
  verdicts(): readonly VerdictEntry[]
  /** As the operator holds them, entity tags left out. */
  subscriptions(): readonly (Resource & { readonly customer: string })[]
  /** Azure subscriptions as they really are, whatever callers are shown. */
  azure(): readonly Pick<SimulatedAzure, 'customer' | 'plan' | 'id' | 'status'>[]
  /** Who gets in at a subscription now. */
  access(customer: string, subscription: string): Access
  /** Trouble for the next calls that match. */
  fault(order: FaultOrder): void
  clearFaults(): void
  set(change: SwitchChange): void
  flip(flip: Flip): void
  /** Throws where nobody could: an Azure subscription comes back only under an active plan (7). */
  flipAzure(flip: FlipAzure): void
  add(customer: SeedCustomer): void
  /** An alert appears, in both feeds unless told otherwise. Answers its id in each. */
  raiseFraud(order: RaiseOrder): Pick<SimulatedIncident, 'eventId' | 'graphId'>
  /** It goes on, and may be graver or larger. */
  seeFraudAgain(order: AgainOrder): void
  /** Many alerts, spread over a time that begins now. */
  fraudStorm(order: StormOrder): void
  /** Somebody else resolves one. */
  resolveFraud(order: ResolveOrder): void
  /** As the operator holds them. */
  fraud(): readonly SimulatedIncident[]
  /** Hears of each fraud event that appears or is seen again; ends with what is given back. */
  onFraudEvent(listener: (event: FraudEventNote) => void): () => void
  /** Azure costs this much more this month, in whole units of the customer's currency. */
  useAzure(customer: string, amount: number): void
  /** Azure spending budgets by customer. */
  budgets(): Readonly<Record<string, number | null>>
  /** The operator makes out another invoice to the partner. */
  invoice(order: SeedInvoice): void
  /** The partner pays so much of one, in whole units of its currency. */
  payInvoice(id: string, amount: number): void
  /** From now on changes for this customer are refused, or no longer are. */
  condition(customer: string, condition: CustomerCondition): void
  /** Moves the operator's clock ahead of the one handed in. */
  advance(ms: number): void
  now(): Instant
  /** Every token issued so far is answered with 401. */
  revokeTokens(): void
  /** The person gives consent anew: this refresh token is taken from now on, and none issued before. */
  consent(refreshToken: string): void
}

export function controlsOf(simulation: Simulation): Controls {
  const { world, faults, tokens } = simulation
  const upToDate = () => {
    letTimePass(world, simulation.switches, simulation.now())
    letFraudCome(simulation)
  }
  const heldBy = (customer: string, subscription: string) => {
    const held = findSubscription(world, customer, subscription)
    if (held === null) throw new Error(`there is no subscription ${subscription} of customer ${customer}`)
    return held
  }
  return {
    log: () => entriesOf(world.log),
    transitions: () => structuredClone(world.log.transitions),
    verdicts: () => structuredClone(world.log.verdicts),
    subscriptions() {
      upToDate()
      return structuredClone(world.subscriptions.map(({ customer, resource }) => ({ ...resource, customer })))
    },
    azure() {
      upToDate()
      return world.azure.map(({ customer, plan, id, status }) => ({ customer, plan, id, status }))
    },
    access(customer, subscription) {
      upToDate()
      return accessTo(heldBy(customer, subscription), world)
    },
    fault: (order) => faults.add(order),
    clearFaults: () => faults.clear(),
    set(change) {
      simulation.switches = { ...simulation.switches, ...withoutUndefined(change) }
    },
    flip(given) {
      const { customer, subscription, status, by, suspensionReasons } = flipSchema.parse(given)
      upToDate()
      const held = heldBy(customer, subscription)
      const cause = { by, at: simulation.now(), requestId: null, suspensionReasons }
      carryOut(status, held, cause, world, simulation.switches)
      simulation.save()
    },
    flipAzure(given) {
      const { id, status, by } = flipAzureSchema.parse(given)
      upToDate()
      const held = world.azure.find((each) => each.id === id)
      if (held === undefined) throw new Error(`there is no Azure subscription ${id}`)
      flipAzure(held, status, by, simulation.now(), world)
      simulation.save()
    },
    add(customer) {
      addCustomer(world, customer, simulation.now())
      simulation.save()
    },
    raiseFraud(order) {
      const { eventId, graphId } = raiseAsOrdered(simulation, raiseSchema.parse(order))
      simulation.save()
      return { eventId, graphId }
    },
    seeFraudAgain(order) {
      upToDate()
      seeAgainAsOrdered(simulation, againSchema.parse(order))
      simulation.save()
    },
    fraudStorm(order) {
      stormAsOrdered(simulation, stormSchema.parse(order))
      letFraudCome(simulation)
      simulation.save()
    },
    resolveFraud(order) {
      upToDate()
      resolveAsOrdered(simulation, resolveSchema.parse(order))
      simulation.save()
    },
    fraud() {
      upToDate()
      return structuredClone(world.fraud)
    },
    onFraudEvent(listener) {
      simulation.fraudListeners.add(listener)
      return () => void simulation.fraudListeners.delete(listener)
    },
    useAzure(customer, amount) {
      world.usedBeyond[customer] = (world.usedBeyond[customer] ?? 0) + amount
      simulation.save()
    },
    budgets: () => ({ ...world.budgets }),
    invoice(order) {
      world.invoices.push(seedInvoice.parse(order))
      simulation.save()
    },
    payInvoice(id, amount) {
      const invoice = world.invoices.find((each) => each.id === id)
      if (invoice === undefined) throw new Error(`there is no invoice ${id}`)
      invoice.paid += amount
      simulation.save()
    },
    condition(id, condition) {
      const customer = world.customers.find((each) => each.id === id)
      if (customer === undefined) throw new Error(`there is no customer ${id}`)
      customer.condition = condition
      simulation.save()
    },
    advance(ms) {
      world.aheadMs += ms
      upToDate()
      simulation.save()
    },
    now: () => simulation.now(),
    revokeTokens: () => tokens.revoke(),
    consent: (refreshToken) => tokens.consent(refreshToken),
  }
}

function withoutUndefined(change: SwitchChange) {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
