import type { SimulatorSeed } from '../../../adapters/simulators/partner-center/seed.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Severity } from '../../../domain/fraud/signal.ts'

/** Those whose operators have feeds of fraud, and tell of it by themselves. */
export const lanesWithFeeds = ['global', 'us-government'] as const satisfies readonly Lane[]
export type LaneWithFeeds = (typeof lanesWithFeeds)[number]

/** In the words that somebody routes by. */
export const levels = ['informational', 'low', 'medium', 'high'] as const satisfies readonly Severity[]

/** In each lane, the first customers: large ones, each with a channel of its own. */
export const largeEach = 6
/** Each alert about a large customer is of another of its subscriptions, so that each has a card. */
const subscriptionsOfLarge = 30

/** What a channel is for: a severity of a lane, or one customer by their place in the lane, whose alerts are high. */
export interface BenchChannel {
  readonly lane: LaneWithFeeds
  readonly level: (typeof levels)[number]
  readonly large: number | null
}

/** Twenty in each chat: one for each lane and severity, and one for each large customer. */
export const channels: readonly BenchChannel[] = lanesWithFeeds.flatMap((lane) => [
  ...levels.map((level) => ({ lane, level, large: null })),
  ...Array.from({ length: largeEach }, (_, large) => ({ lane, level: 'high' as const, large })),
])

/** The account the desk signs in with; fraudEvents is open to people only, so that it has a refresh token. */
export const account = {
  tenantId: '7b000000-0000-4000-8000-00000000aaaa',
  clientId: '7b000000-0000-4000-8000-00000000bbbb',
  clientSecret: 'not-a-secret',
  refreshToken: 'not-a-secret-either',
} as const

/** Every customer has a number of its own over all lanes. */
export function customerNumbered(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-3a0e-4f7e-9a51-6f2f6c7d0a11`
}

/** What a customer is called by its number; a card has it in its title. */
export function nameNumbered(number: number): string {
  return `Bench ${String(number).padStart(4, '0')}`
}

/** The id of a customer's Azure subscription, from 1; its last four digits are in its name too, and so on every card. */
export function azureNumbered(customer: number, nth: number): string {
  return `${customerNumbered(customer).slice(0, 8)}-a2a2-4c4c-9d91-6f2f6c7d${String(nth).padStart(4, '0')}`
}

/** So many customers with two Azure subscriptions each, large ones with more, numbered from `first` on. */
export function stormSeed(first: number, count: number): SimulatorSeed {
  return {
    partner: account,
    customers: Array.from({ length: count }, (_, at) => {
      const number = first + at
      const id = customerNumbered(number)
      const azure = Array.from({ length: at < largeEach ? subscriptionsOfLarge : 2 }, (_, nth) => {
        const azureId = azureNumbered(number, nth + 1)
        return { id: azureId, name: `azure ${azureId.slice(-12)}` }
      })
      return {
        id,
        name: nameNumbered(number),
        domain: `bench-${number}.onmicrosoft.example`,
        subscriptions: [
          {
            id: `${id.slice(0, 8)}-5b1d-4a6e-8f11-6f2f6c7d0a11`,
            offer: 'Azure plan',
            soldAs: 'azure-plan',
            quantity: 1,
            azure,
          },
        ],
      }
    }),
  }
}
