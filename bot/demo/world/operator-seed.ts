import type { SeedCustomer, SimulatorSeed } from '../../../adapters/simulators/partner-center/seed.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import type { DemoCustomer } from './customers.ts'

/** What a lane's operator knows of the demo's customers. */
export function seedOf(lane: Lane, customers: readonly DemoCustomer[], today: Day): SimulatorSeed {
  return {
    customers: customers.filter((customer) => customer.lane === lane).map((customer) => seedCustomer(customer, today)),
  }
}

/** Seats, a second product for some, and an add-on that falls with its base. */
function seedCustomer(customer: DemoCustomer, today: Day): SeedCustomer {
  const { tenantId, name, domain, lane, seats } = customer
  const base = subscriptionId(customer, 1)
  const soldAs = lane === 'china' ? '21vianet' : Number(customer.number) % 6 === 0 ? 'legacy' : 'new-commerce'
  const term = {
    start: `${addDays(today, -200)}T00:00:00Z`,
    commitmentEnd: `${addDays(today, 165)}T23:59:59Z`,
    soldAs,
  } as const
  return {
    id: tenantId,
    name,
    domain,
    subscriptions: [
      { id: base, offer: lane === 'china' ? 'Office 365 E3 (21Vianet)' : 'Microsoft 365 E3', quantity: seats, ...term },
      ...(seats > 40
        ? [{ id: subscriptionId(customer, 2), offer: 'Exchange Online Plan 1', quantity: 15, ...term }]
        : []),
      ...(seats > 60
        ? [{ id: subscriptionId(customer, 3), offer: 'Teams Phone Standard', quantity: 10, parent: base, ...term }]
        : []),
    ],
  }
}

/** Known to both sides: the ledger's invoice lines name the subscription they charge for. */
export function subscriptionId({ tenantId }: DemoCustomer, which: 1 | 2 | 3): string {
  return `${tenantId.slice(0, 8)}-5b1d-4a6e-8f1${which}-${tenantId.slice(-12)}`
}
