import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Log } from './log.ts'
import type { DueIncident, SimulatedIncident } from './simulated-incident.ts'
import { azureOf, type SimulatedAzure } from './azure-subscription.ts'
import { resourceOf, type Resource } from './resource.ts'
import type { SimulatedInvoice } from './simulated-invoice.ts'
import type { DueAnswer, SimulatedTicket } from './simulated-ticket.ts'
import type { CustomerCondition, SeedCustomer, SoldAs, StatusWord } from './seed.ts'
import type { WireAnswer } from './wire-answer.ts'

export interface SimulatedCustomer {
  readonly id: string
  readonly name: string
  readonly domain: string
  condition: CustomerCondition
  readonly licences: readonly { readonly product: string; readonly assigned: number; readonly total: number }[]
}

export interface SimulatedSubscription {
  readonly customer: string
  readonly soldAs: SoldAs
  readonly resource: Resource
  /** One higher with each change; what entity tags stand for. */
  version: number
  /** In its present status since then. */
  since: Instant
  readonly monthlyCharge: { readonly amount: number; readonly currency: string } | null
  /** A change that was accepted and has not arrived; `at` is null when it never will. */
  underWay: { readonly to: StatusWord; readonly at: Instant | null; readonly requestId: string | null } | null
  /** How the last change that was only accepted ended, and when; null while there was none. */
  arrived: { readonly well: boolean; readonly at: Instant } | null
}

/** Everything the operator knows. Plain data: what is written to a file and read back is the same world. */
export interface World {
  /** How far the simulated clock is ahead of the one handed in. */
  aheadMs: number
  readonly customers: SimulatedCustomer[]
  readonly subscriptions: SimulatedSubscription[]
  readonly azure: SimulatedAzure[]
  /** Suspicious use, in the order it was raised (9). */
  readonly fraud: SimulatedIncident[]
  /** What a storm still holds. */
  fraudDue: DueIncident[]
  /** How much was ever raised; ids are made of it. */
  fraudCount: number
  /** Azure spending budgets by customer, in whole units of its currency (9.5). */
  readonly budgets: Record<string, number | null>
  /** What Azure cost this month beyond what the plans cost anyway, by customer. */
  readonly usedBeyond: Record<string, number>
  /** What the operator asks of the partner itself, oldest first (11). */
  readonly invoices: SimulatedInvoice[]
  /** The partner's tickets, in the order they were filed (8.2). */
  readonly tickets: SimulatedTicket[]
  /** How many were ever filed; numbers are made of it. */
  ticketCount: number
  /** What the operator will write of its tickets, and when. */
  ticketAnswersDue: DueAnswer[]
  /** Answers by MS-RequestId, for repeated requests (facts/partner-center 4.1). */
  readonly answers: Record<string, WireAnswer>
  readonly log: Log
}

export function emptyWorld(): World {
  const log: Log = { seq: 0, calls: [], transitions: [], verdicts: [], tickets: [] }
  const fraud = { fraud: [], fraudDue: [], fraudCount: 0, budgets: {}, usedBeyond: {} }
  const sold = { customers: [], subscriptions: [], azure: [] }
  return {
    aheadMs: 0,
    ...sold,
    ...fraud,
    tickets: [],
    ticketCount: 0,
    ticketAnswersDue: [],
    invoices: [],
    answers: {},
    log,
  }
}

export function addCustomer(world: World, seed: SeedCustomer, now: Instant): void {
  const { id, name, domain, condition = 'sound', licences = [] } = seed
  if (world.customers.some((customer) => customer.id === id)) throw new Error(`customer ${id} is there already`)
  world.customers.push({ id, name, domain, condition, licences })
  for (const subscription of seed.subscriptions) {
    world.azure.push(...azureOf(id, subscription, now))
    world.subscriptions.push({
      customer: id,
      soldAs: subscription.soldAs,
      resource: resourceOf(id, subscription, now),
      version: 1,
      since: subscription.since ?? now,
      monthlyCharge: subscription.monthlyCharge ?? null,
      underWay: null,
      arrived: null,
    })
  }
}

export function subscriptionsOf(world: World, customer: string): readonly SimulatedSubscription[] {
  return world.subscriptions.filter((held) => held.customer === customer)
}

export function findSubscription(world: World, customer: string, id: string): SimulatedSubscription | null {
  return subscriptionsOf(world, customer).find(({ resource }) => resource.id === id) ?? null
}

/** The world as last saved, else null. A damaged file is an error: a proof must not go on with half a world. */
export function loadWorld(file: string): World | null {
  if (!existsSync(file)) return null
  const empty = emptyWorld()
  const kept = JSON.parse(readFileSync(file, 'utf8')) as World
  // One that was kept before there were Azure subscriptions, alerts, budgets, tickets or invoices has none.
  return { ...empty, ...kept, log: { ...empty.log, ...kept.log } }
}

/** Replaces the file whole. */
export function saveWorld(file: string, world: World): void {
  writeFileSync(`${file}.new`, JSON.stringify(world))
  renameSync(`${file}.new`, file)
}
