import { msOf } from '../../../domain/shared/time.ts'
import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, remembered } from './admission.ts'
import { collection } from './collection.ts'
import { customerOf } from './customer-routes.ts'
import { bodyOf } from './json-body.ts'
import { orRefusal, served, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import { subscriptionsOf, type SimulatedCustomer } from './world.ts'

/** Azure spending: the budget, and what is used of it (facts/partner-center 9.5). */
export function addUsageRoutes({ get, patch }: HttpServer['routes'], simulation: Simulation): void {
  // 9.5: Global and US Gov.
  if (simulation.lane === 'china') return
  const open = (mayAppOnly: boolean, handle: Handle) =>
    served(
      simulation,
      admitted(
        simulation,
        () => mayAppOnly,
        (call) => (simulation.switches.usageBudgets === 'offered' ? handle(call) : { status: 404 }),
      ),
    )
  const budget = '/v1/customers/:cid/usagebudget'
  // 3.3: the budget takes both credentials, summary and records a person only.
  get(
    budget,
    open(true, (call) => shownBudget(simulation, customerOf(simulation, call))),
  )
  patch(
    budget,
    open(
      true,
      remembered(simulation, (call) => orRefusal(simulation, () => setBudget(simulation, call))),
    ),
  )
  get(
    '/v1/customers/:cid/usagesummary',
    open(false, (call) => ({ status: 200, body: summary(simulation, customerOf(simulation, call)) })),
  )
  get(
    '/v1/customers/usagerecords',
    open(false, () => records(simulation)),
  )
}

/** The published sample has an object without a name inside, and is no JSON (?). */
function shownBudget({ world, switches }: Simulation, { id }: SimulatedCustomer): WireAnswer {
  const amount = world.budgets[id] ?? null
  const own = { ...(amount !== null && { amount, usageSpendingBudget: amount }), attributes }
  const links = { self: { uri: `/v1/customers/${id}/usagebudget`, method: 'GET', headers: [] } }
  if (switches.budgetShape === 'flat') return { status: 200, body: { ...own, links } }
  return { status: 200, body: `{\n    ${JSON.stringify(own)},\n    "links": ${JSON.stringify(links)}\n}` }
}

const attributes = { objectType: 'SpendingBudget' }

function setBudget(simulation: Simulation, call: ApiCall): WireAnswer {
  const customer = customerOf(simulation, call)
  const { amount } = bodyOf(call)
  if (amount !== null && !(typeof amount === 'number' && amount >= 0))
    throw new OperatorRefusal(400, 800002, 'The amount is no number.')
  // docs: customer-usage-resources: null means that no budget is allocated.
  simulation.world.budgets[customer.id] = amount
  return shownBudget(simulation, customer)
}

function summary(simulation: Simulation, customer: SimulatedCustomer): object {
  const now = new Date(simulation.now())
  const month = (ahead: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString()
  return {
    ...usage(simulation, customer),
    billingStartDate: month(0),
    billingEndDate: month(1),
    attributes: { objectType: 'CustomerUsageSummary' },
  }
}

function records(simulation: Simulation): WireAnswer {
  const { world, switches } = simulation
  const shown = world.customers
    .filter(({ id }) => plansOf(simulation, id).length > 0)
    .map((customer) => {
      const used = usage(simulation, customer)
      const budget = world.budgets[customer.id] ?? null
      const percentUsed = budget === null ? 0 : Math.round((used.totalCost / budget) * 10_000) / 100
      return { ...used, percentUsed, isUpgraded: true, attributes: { objectType: 'CustomerMonthlyUsageRecord' } }
    })
  return { status: 200, body: collection('/customers/usagerecords', shown, 0, Math.max(1, shown.length), switches) }
}

/** Where nothing was ever charged the currency is the partner's, which the simulation takes to be US dollars. */
function usage(simulation: Simulation, { id, name }: SimulatedCustomer) {
  const { world } = simulation
  const amount = world.budgets[id] ?? null
  return {
    budget: { ...(amount !== null && { amount }), attributes },
    resourceId: id,
    id,
    resourceName: name,
    name,
    totalCost: usedBy(simulation, id),
    currencyCode: plansOf(simulation, id)[0]?.monthlyCharge?.currency ?? 'USD',
    lastModifiedDate: simulation.now(),
  }
}

/** What the plans cost a month, as far as the month has come, and what was used beyond that. */
function usedBy(simulation: Simulation, id: string): number {
  const at = new Date(simulation.now())
  const begins = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)
  const passed = (msOf(simulation.now()) - begins) / (Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) - begins)
  const monthly = plansOf(simulation, id).reduce((sum, { monthlyCharge }) => sum + (monthlyCharge?.amount ?? 0), 0)
  return monthly * passed + (simulation.world.usedBeyond[id] ?? 0)
}

function plansOf({ world }: Simulation, id: string) {
  return subscriptionsOf(world, id).filter(({ soldAs }) => soldAs === 'azure-plan')
}
