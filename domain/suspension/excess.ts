import type { Money } from '../shared/money.ts'

/** Which limit is exceeded, and by what. Amounts in minor units. */
export type Excess =
  | { readonly over: 'people'; readonly people: number; readonly limit: number }
  | { readonly over: 'amount'; readonly amount: Money; readonly limit: number }
