import type { RaiseOrder, StormOrder } from '../../../adapters/simulators/partner-center/fraud-orders.ts'
import { demoCustomers } from './customers.ts'

/** Who is struck where nobody is named: a small customer with Azure, whose month costs less than one such night. */
const struck = 'Wide World Importers'

/** Machines that nobody at the customer ordered: what a stolen password is used for most. */
export function demoAlert(customer: string = tenantOf(struck)): RaiseOrder {
  return {
    customer,
    type: 'NetworkConnectionsToCryptoMiningPools',
    severity: 'high',
    confidence: 'high',
    hits: 4,
    resources: 3,
    title: 'Crypto mining suspected',
    description: 'Three virtual machines created tonight speak to the address of a mining pool.',
  }
}

/** Enough to see cards, counters and a digest side by side, and little enough to read. */
export const demoStorm = { events: 200, customers: 12, overMs: 120_000 } satisfies StormOrder

function tenantOf(name: string): string {
  const found = demoCustomers().find((customer) => customer.name === name)
  if (!found) throw new Error(`the demo has no ${name}`)
  return found.tenantId
}
