import type { SeedTicket } from '../../../adapters/simulators/partner-center/ticket-orders.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import type { DemoCustomer } from './customers.ts'

interface DemoTicket extends Pick<SeedTicket, 'title' | 'description' | 'severity' | 'status'> {
  readonly lane: Lane
  /** By name. */
  readonly customer: string
  readonly daysAgo: number
  readonly notes: readonly { readonly by: 'desk' | 'operator'; readonly daysLater: number; readonly text: string }[]
}

/** Filed at the portal before the desk was there, in the name it signs in with; none carries a number of the desk's. */
const filedBefore: readonly DemoTicket[] = [
  {
    lane: 'global',
    customer: 'Northwind Traders',
    title: 'Credit note of the cancelled Power BI seats is missing',
    description: 'We cancelled ten seats within seven days of the purchase. The invoice of that month has no credit.',
    severity: 'minimal',
    status: 'closed',
    daysAgo: 48,
    notes: [
      { by: 'operator', daysLater: 2, text: 'The credit will be on the next invoice. May we close this request?' },
      { by: 'desk', daysLater: 33, text: 'It is on the invoice. Thank you, please close.' },
    ],
  },
  {
    lane: 'global',
    customer: 'Harbor Lane Foods',
    title: 'Seats of Microsoft 365 E3 are charged twice',
    description: 'The last invoice has two lines for the same subscription and the same month.',
    severity: 'moderate',
    status: 'attention_needed',
    daysAgo: 6,
    notes: [
      {
        by: 'operator',
        daysLater: 1,
        text: 'One of the lines may be a change of seats in the middle of the month. Please send the dates of all changes.',
      },
    ],
  },
  {
    lane: 'us-government',
    customer: 'Adventure Works',
    title: 'Scheduled change of seats cannot be seen any more',
    description: 'After a resumption the change that was scheduled for the next term is gone.',
    severity: 'minimal',
    status: 'open',
    daysAgo: 3,
    notes: [],
  },
]

/** What was filed in a lane about the demo's customers, oldest first. */
export function demoTickets(lane: Lane, customers: readonly DemoCustomer[], today: Day): readonly SeedTicket[] {
  return filedBefore.flatMap(({ lane: where, customer, daysAgo, notes, ...ticket }) => {
    const tenant = customers.find(({ name }) => name === customer)?.tenantId
    if (where !== lane || tenant === undefined) return []
    const filed = addDays(today, -daysAgo)
    return {
      ...ticket,
      customer: tenant,
      openedBy: 'desk',
      createdAt: `${filed}T09:12:00.000Z`,
      notes: notes.map(({ by, text, daysLater }) => ({ by, text, at: `${addDays(filed, daysLater)}T14:40:00.000Z` })),
    }
  })
}
