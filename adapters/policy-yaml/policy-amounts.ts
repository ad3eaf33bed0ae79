import { z } from 'zod'
import { minorDigits } from '../../domain/shared/money.ts'

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))

/** `{ EUR: 100 }` of a policy as minor units. */
export const amounts = z
  .record(
    z.string().refine((code) => knownCurrencies.has(code), { error: 'is no currency code such as EUR' }),
    z.number().nonnegative(),
  )
  .transform((given) =>
    Object.fromEntries(
      Object.entries(given).map(([code, amount]) => [code, Math.round(amount * 10 ** minorDigits(code))]),
    ),
  )

/** The same where none would mean that it never holds. */
export const someAmounts = amounts.refine((given) => Object.keys(given).length > 0, {
  error: 'must name a currency: without one it never holds',
})

/** Days of a policy: ten years at most. */
export const wholeDays = (least: number) => z.number().int().min(least).max(3650)
