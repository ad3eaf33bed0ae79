import type { Lane } from '../../../domain/customers/lane.ts'
import type { Currency } from '../../../domain/shared/money.ts'

/** How a customer of the demo pays; decides what its ledger looks like today. */
export type Habit =
  /** Nothing open. */
  | 'paid'
  /** Open, not yet due. */
  | 'punctual'
  /** A few days late. */
  | 'late'
  | 'reminded'
  /** Old enough for a final notice, none given. */
  | 'final'
  /** A final notice was given and has run out. */
  | 'suspendable'
  /** Old enough, but nobody ever gave a final notice. */
  | 'unwarned'
  /** An old debt, mostly covered by an unallocated payment. */
  | 'part-paid'

export interface DemoCustomer {
  readonly number: string
  readonly name: string
  readonly lane: Lane
  readonly currency: Currency
  readonly tenantId: string
  readonly domain: string
  readonly habit: Habit
  /** How the ledger writes the name; it carries neither domain nor tenant for these, so nobody is matched. */
  readonly ledgerName: string | null
  /** Whole units of the currency; what one month costs. */
  readonly monthly: number
  readonly seats: number
  /** Days by which the oldest debt is older than the habit's own. */
  readonly behind: number
}

/** Those worth knowing by name; the rest fill the list. */
const known: readonly Omit<DemoCustomer, 'number' | 'tenantId' | 'ledgerName'>[] = [
  customer('Contoso Ltd', 'china', 'CNY', 'suspendable', 24_100, 120),
  customer('Contoso Pharma', 'global', 'EUR', 'reminded', 3_400, 60),
  customer('Fabrikam Inc', 'global', 'EUR', 'suspendable', 1_850, 45),
  customer('Northwind Traders', 'global', 'GBP', 'part-paid', 2_600, 80),
  customer('Adventure Works', 'us-government', 'USD', 'suspendable', 5_200, 140),
  customer('Wide World Importers', 'global', 'USD', 'unwarned', 980, 25),
  customer('Tailspin Toys', 'global', 'EUR', 'final', 640, 12),
  customer('Harbor Lane Foods', 'global', 'EUR', 'late', 410, 25),
  customer('Zhejiang Lotus Trading', 'china', 'CNY', 'final', 18_000, 70),
  customer('Kyoto Paper Works', 'global', 'JPY', 'reminded', 310_000, 40),
]

const firsts = [
  'Alpine',
  'Blue Yonder',
  'Cobalt',
  'Delta',
  'Evergreen',
  'Falcon',
  'Granite',
  'Horizon',
  'Ivory',
  'Juniper',
]
const seconds = [
  'Airlines',
  'Bakery',
  'Clinics',
  'Dairy',
  'Engineering',
  'Furniture',
  'Gardens',
  'Hotels',
  'Insurance',
  'Logistics',
]
const seconds2 = [
  'Media',
  'Networks',
  'Optics',
  'Printing',
  'Quarries',
  'Robotics',
  'Schools',
  'Textiles',
  'Utilities',
  'Vineyards',
]
const habits: readonly Habit[] = [
  'paid',
  'paid',
  'punctual',
  'punctual',
  'punctual',
  'late',
  'late',
  'reminded',
  'reminded',
  'final',
  'suspendable',
  'unwarned',
  'part-paid',
]
const currencies: Readonly<Record<Lane, readonly Currency[]>> = {
  global: ['EUR', 'EUR', 'USD', 'GBP', 'CHF'],
  'us-government': ['USD'],
  china: ['CNY'],
}

/** About two hundred customers in every stage of every lane; the same each time. */
export function demoCustomers(): readonly DemoCustomer[] {
  const names = [...seconds, ...seconds2].flatMap((second) => firsts.map((first) => `${first} ${second}`)).slice(0, 190)
  const filling = names.map((name, at) => {
    const lane: Lane = at % 5 === 4 ? 'china' : at % 9 === 8 ? 'us-government' : 'global'
    const ofLane = currencies[lane]
    const currency = ofLane[at % ofLane.length] ?? 'EUR'
    const habit = habits[(at * 7) % habits.length] ?? 'paid'
    return customer(name, lane, currency, habit, 120 + ((at * 37) % 60) * 25, 5 + ((at * 11) % 90), at)
  })
  return [...known, ...filling].map((customer, at) => ({
    ...customer,
    number: String(10_001 + at),
    tenantId: guid(at),
    // The books of every fortieth customer know only a name, written in their own way.
    ledgerName: at % 40 === 6 ? `${customer.name} GmbH` : null,
  }))
}

function customer(name: string, lane: Lane, currency: Currency, habit: Habit, monthly: number, seats: number, at = 0) {
  // Never so far that a habit would fall into the next stage.
  const behind = ['suspendable', 'unwarned', 'part-paid'].includes(habit) ? (at * 17) % 48 : at % 3
  return { name, lane, currency, habit, monthly, seats, behind, domain: domainOf(name, lane) }
}

function domainOf(name: string, lane: Lane): string {
  const label = name
    .toLowerCase()
    .replace(/ (ltd|inc)$/, '')
    .replaceAll(' ', '')
  return `${label}.${lane === 'china' ? 'partner.onmschina.example' : 'onmicrosoft.example'}`
}

function guid(at: number): string {
  const part = (at * 2_654_435_761) % 4_294_967_296
  return `${part.toString(16).padStart(8, '0')}-3a0e-4f7e-9a51-${String(at).padStart(12, '0')}`
}
