import { z } from 'zod'
import { minorDigits, money, type Currency, type Money } from '../../../domain/shared/money.ts'
import { camel } from '../wire.ts'
import { currencyOfLocale } from './currency-of-locale.ts'

/** A number, also as text; null for what is none. */
const decimal = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .refine(Number.isFinite)
  .nullish()
  .catch(null)
  .transform((said) => said ?? null)

/** Null, or left out, where there is none; what cannot be read is not none, and keeps the whole from being believed. */
const sum = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .refine(Number.isFinite)
  .nullish()

/** docs: customer-usage-resources: no amount means no budget. An older sample of the summary misspells it. */
const budget = z
  .object({ amount: sum, ammount: sum, usageSpendingBudget: sum })
  .transform(({ amount, ammount, usageSpendingBudget }) => amount ?? usageSpendingBudget ?? ammount ?? null)

/** What a customer used this month: a usage summary, or one record of many (facts/partner-center 9.5). */
export const usageWire = z.preprocess(
  camel,
  z
    .object({
      resourceId: z.string().min(1).nullish().catch(null),
      id: z.string().min(1).nullish().catch(null),
      budget: budget.nullish(),
      totalCost: decimal,
      percentUsed: decimal,
      currencyCode: z.string().nullish().catch(null),
      currencyLocale: z.string().nullish().catch(null),
    })
    .transform(({ budget: amount, resourceId, id, currencyCode, currencyLocale, ...rest }) => ({
      ...rest,
      customer: (resourceId ?? id ?? '').toLowerCase(),
      budget: amount ?? null,
      currency: currencyIn(currencyCode ?? '') ?? currencyOfLocale(currencyLocale ?? ''),
    })),
)
export type Usage = z.output<typeof usageWire>

/**
 * The budget alone. The published JSON of it is none: an object without a name stands inside (9.5 (?)), see {@link named}.
 * What has none of these fields is no budget at all, rather than one that is not set.
 */
export const budgetWire = z.preprocess(
  camel,
  z
    .record(z.string(), z.unknown())
    .refine((said) => ['amount', 'usageSpendingBudget', 'budget', 'attributes'].some((name) => name in said))
    .transform((said) => ({ amount: budget.parse(said['budget'] ?? said) })),
)

/** The same text as JSON, with a name for the object that has none. */
export function named(text: string): string {
  return text.replace(/^\s*\{\s*\{/, '{"budget":{')
}

/** In whole minor units; published samples carry binary fractions. Null for more than can be counted. */
export function moneyOf(amount: number, currency: Currency): Money | null {
  const minor = Math.round(amount * 10 ** minorDigits(currency))
  return Number.isSafeInteger(minor) ? money(minor, currency) : null
}

function currencyIn(code: string): Currency | null {
  return /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : null
}
