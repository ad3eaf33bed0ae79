import { z } from 'zod'
import { incidentCalled, madeId, raise, seeAgain, settle, spread } from './fraud-incident.ts'
import { simulatedFeeds, verdictReasons, type Raised, type SimulatedIncident } from './simulated-incident.ts'
import type { Simulation } from './simulation.ts'
import { subscriptionsOf, type World } from './world.ts'

/** facts/partner-center 9.1 */
export const fraudTypes = [
  'NetworkConnectionsToCryptoMiningPools',
  'UsageAnomalyDetection',
  'VirtualMachineDeploymentAnomaly',
  'MultiRegionVirtualMachineScaleSetDeploymentAnomaly',
  'MultiRegionMachineLearningUsageAnomaly',
  'ServiceHealthSecurityAdvisory',
] as const

const severity = z.enum(['informational', 'low', 'medium', 'high'])
/** By name, or so many. */
const resources = z.union([z.number().int().nonnegative(), z.array(z.object({ id: z.string(), kind: z.string() }))])

/** An alert that both feeds tell of. */
export const raiseSchema = z.strictObject({
  /** Need not be one the operator sells to. */
  customer: z.string(),
  /** The customer's first Azure subscription, else its first subscription, where left out. */
  subscription: z.string().optional(),
  /** Any word, in PascalCase. */
  type: z.string().default(fraudTypes[0]),
  severity: severity.default('high'),
  confidence: z.enum(['low', 'medium', 'high']).default('medium'),
  isTest: z.boolean().default(false),
  hits: z.number().int().nonnegative().default(1),
  resources: resources.default(1),
  status: z.enum(['active', 'investigating']).default('active'),
  title: z.string().optional(),
  description: z.string().optional(),
  details: z.record(z.string(), z.string()).default({}),
  feeds: z.array(z.enum(simulatedFeeds)).default([...simulatedFeeds]),
})
export type RaiseOrder = z.input<typeof raiseSchema>

export const againSchema = z.strictObject({
  /** Its id in either feed. */
  id: z.string(),
  hits: z.number().int().optional(),
  severity: severity.optional(),
  resources: resources.optional(),
})
export type AgainOrder = z.input<typeof againSchema>

/** So many alerts over so many customers in so long, the same ones each time; who was seeded first comes first. */
export const stormSchema = z.strictObject({
  events: z.number().int().positive(),
  customers: z.number().int().positive(),
  overMs: z.number().int().nonnegative().default(300_000),
  /** One severity for all; mixed where left out, every tenth high. */
  severity: severity.optional(),
})
export type StormOrder = z.input<typeof stormSchema>

/** Somebody resolves it in the operator's own dashboard. */
export const resolveSchema = z.strictObject({
  id: z.string(),
  reason: z.enum(verdictReasons),
  by: z.string().default('admin@partner.example'),
})
export type ResolveOrder = z.input<typeof resolveSchema>

export function raiseAsOrdered(simulation: Simulation, order: z.output<typeof raiseSchema>): SimulatedIncident {
  return raise(simulation, raised(simulation.world, order), simulation.now())
}

export function seeAgainAsOrdered(simulation: Simulation, { id, ...grown }: z.output<typeof againSchema>): void {
  const incident = incidentCalled(simulation.world, id)
  seeAgain(simulation, incident, {
    ...(grown.hits !== undefined && { hits: grown.hits }),
    ...(grown.severity !== undefined && { severity: grown.severity }),
    ...(grown.resources !== undefined && { resources: resourcesOf(incident.subscription, grown.resources) }),
  })
}

export function stormAsOrdered(
  simulation: Simulation,
  { events, customers, overMs, severity: all }: z.output<typeof stormSchema>,
): void {
  const { world } = simulation
  const struck = world.customers.slice(0, customers)
  if (struck.length < customers) throw new Error(`there are only ${struck.length} customers`)
  world.fraudDue.push(
    ...spread(simulation.now(), overMs, events).map((at, nth) => {
      const round = Math.floor(nth / customers)
      const customer = struck[nth % customers]?.id ?? ''
      const subscriptions = alertable(world, customer)
      const mixed = nth % 10 === 0 ? 'high' : nth % 3 === 0 ? 'low' : 'medium'
      const incident = raised(
        world,
        raiseSchema.parse({
          customer,
          subscription: subscriptions[round % Math.max(1, subscriptions.length)]?.id,
          type: fraudTypes[round % fraudTypes.length],
          severity: all ?? mixed,
        }),
      )
      return { at, incident }
    }),
  )
}

export function resolveAsOrdered(simulation: Simulation, { id, reason, by }: z.output<typeof resolveSchema>): void {
  const incident = incidentCalled(simulation.world, id)
  settle(simulation, incident, { status: 'resolved', reason }, { feed: 'portal', name: by, requestId: null })
}

function raised(world: World, { title, description, ...order }: z.output<typeof raiseSchema>): Raised {
  const { customer, type } = order
  const subscriptions = alertable(world, customer)
  const found = subscriptions.find(({ id }) => order.subscription === undefined || id === order.subscription)
  const subscription = order.subscription ?? found?.id ?? madeId(`subscription of ${customer}`)
  return {
    ...order,
    subscription,
    subscriptionName: found?.name ?? 'Azure subscription 1',
    resources: resourcesOf(subscription, order.resources),
    title: title ?? `Suspicious use: ${type}`,
    description: description ?? 'Use that does not look like the customer’s own was detected.',
  }
}

function alertable(world: World, customer: string): readonly { readonly id: string; readonly name: string }[] {
  const azure = world.azure.filter((each) => each.customer === customer)
  if (azure.length > 0) return azure
  return subscriptionsOf(world, customer).map(({ resource: { id, friendlyName: name } }) => ({ id, name }))
}

function resourcesOf(subscription: string, asked: z.output<typeof resources>): SimulatedIncident['resources'] {
  if (typeof asked !== 'number') return asked
  return Array.from({ length: asked }, (_, nth) => ({
    id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm${nth + 1}`,
    kind: 'AzureResource',
  }))
}
