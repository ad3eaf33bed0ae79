import type { SeedCustomer, SimulatorSeed } from '../../../adapters/simulators/partner-center/seed.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import type { DemoCustomer } from './customers.ts'
import { demoTickets } from './tickets.ts'

type SeedSubscription = SeedCustomer['subscriptions'][number]

/** What a lane's operator knows of the demo's customers. */
export function seedOf(lane: Lane, customers: readonly DemoCustomer[], today: Day): SimulatorSeed {
  return {
    customers: customers.filter((customer) => customer.lane === lane).map((customer) => seedCustomer(customer, today)),
    tickets: [...demoTickets(lane, customers, today)],
    invoices: ownInvoices(lane, today),
  }
}

/** What the operator made out to the partner: one that is paid, and one that will be due. */
function ownInvoices(lane: Lane, today: Day): NonNullable<SimulatorSeed['invoices']> {
  const currency = lane === 'china' ? 'CNY' : lane === 'us-government' ? 'USD' : 'EUR'
  const of = (number: number, past: number, total: number) => {
    const date = addDays(today, -past)
    return { id: `${lane.charAt(0).toUpperCase()}${date.replaceAll('-', '')}${number}`, date, total, currency }
  }
  return [{ ...of(1, 50, 18_420.5), paid: 18_420.5 }, of(2, 20, 19_310.25)]
}

/** Seats, a second product for some, an add-on that falls with its base, and what only some have. */
function seedCustomer(customer: DemoCustomer, today: Day): SeedCustomer {
  const { tenantId, name, domain, lane, seats, monthly, currency } = customer
  const base = subscriptionId(customer, 1)
  const soldAs = soldTo(customer)
  const term = {
    start: `${addDays(today, -200)}T00:00:00Z`,
    commitmentEnd: `${addDays(today, 165)}T23:59:59Z`,
    soldAs,
  } as const
  // The operator takes four fifths of what the customer is billed.
  const charged = (amount: number) => ({ monthlyCharge: { amount: Math.round(amount * 0.8), currency } })
  const mailboxes = seats > 40 ? Math.round(monthly / 5) : 0
  const bought: readonly SeedSubscription[] = [
    {
      id: base,
      offer: lane === 'china' ? 'Office 365 E3 (21Vianet)' : 'Microsoft 365 E3',
      quantity: seats,
      ...charged(monthly - mailboxes),
      ...fewerNextTerm(customer),
      ...term,
    },
    ...(seats > 40
      ? [
          {
            id: subscriptionId(customer, 2),
            offer: 'Exchange Online Plan 1',
            quantity: 15,
            ...charged(mailboxes),
            ...term,
          },
        ]
      : []),
    ...(seats > 60
      ? [{ id: subscriptionId(customer, 3), offer: 'Teams Phone Standard', quantity: 10, parent: base, ...term }]
      : []),
    ...azurePlan(customer),
    ...justBought(customer, today),
  ]
  return {
    id: tenantId,
    name,
    domain,
    subscriptions: [...bought],
    // Most of what is bought is given to people.
    licences: bought
      .filter((each) => each.soldAs !== 'azure-plan')
      .map(({ offer, quantity }) => ({ product: offer, assigned: Math.ceil(quantity * 0.85), total: quantity })),
  }
}

function soldTo({ lane, number }: DemoCustomer) {
  if (lane === 'china') return '21vianet'
  return Number(number) % 6 === 0 ? 'legacy' : 'new-commerce'
}

/** Known by name, or every so many of those who fill the list. */
const withAzure = new Set(['Adventure Works', 'Wide World Importers'])
const withFewerSeats = new Set(['Northwind Traders', 'Adventure Works'])
const withPurchase = new Set(['Tailspin Toys'])

/** A change for the next term, which a suspension of new commerce drops. */
function fewerNextTerm(customer: DemoCustomer): Pick<SeedSubscription, 'fields'> {
  const chosen = withFewerSeats.has(customer.name) || Number(customer.number) % 10 === 3
  if (!chosen || soldTo(customer) !== 'new-commerce') return {}
  const product = { productId: 'CFQ7TTC0LFLX', skuId: '0001', billingCycle: 'Monthly', termDuration: 'P1Y' }
  return { fields: { scheduledNextTermInstructions: { product, quantity: Math.ceil(customer.seats * 0.8) } } }
}

/** A plan with one or two Azure subscriptions, which have to be stopped before the plan can be suspended. */
function azurePlan(customer: DemoCustomer): readonly SeedSubscription[] {
  if (customer.lane === 'china' || !(withAzure.has(customer.name) || Number(customer.number) % 14 === 1)) return []
  const { tenantId, currency, monthly, seats } = customer
  const azure = ['production', ...(seats > 40 ? ['test'] : [])].map((purpose, at) => ({
    id: `${tenantId.slice(0, 8)}-a2a2-4c4c-9d9${at + 1}-${tenantId.slice(-12)}`,
    name: `${customer.domain.split('.')[0]}-${purpose}`,
  }))
  const monthlyCharge = { amount: Math.round(monthly * 0.3), currency }
  return [
    { id: subscriptionId(customer, 4), offer: 'Azure plan', soldAs: 'azure-plan', quantity: 1, azure, monthlyCharge },
  ]
}

/** Bought two days ago: new commerce can be cancelled for seven. */
function justBought(customer: DemoCustomer, today: Day): readonly SeedSubscription[] {
  const { name, number, lane, seats } = customer
  if (lane === 'china' || !(withPurchase.has(name) || Number(number) % 20 === 9)) return []
  const start = `${addDays(today, -2)}T09:00:00Z` as const
  const commitmentEnd = `${addDays(today, 363)}T23:59:59Z` as const
  const quantity = Math.max(1, Math.round(seats / 10))
  return [
    { id: subscriptionId(customer, 5), offer: 'Power BI Pro', soldAs: 'new-commerce', quantity, start, commitmentEnd },
  ]
}

/** Known to both sides: the ledger's invoice lines name the subscription they charge for. */
export function subscriptionId({ tenantId }: DemoCustomer, which: 1 | 2 | 3 | 4 | 5): string {
  return `${tenantId.slice(0, 8)}-5b1d-4a6e-8f1${which}-${tenantId.slice(-12)}`
}
