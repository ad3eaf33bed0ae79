import { z } from 'zod'
import { asDay } from '../../domain/shared/time.ts'

/** The same JSON with the first letter of every key lower: the operator writes `status` and `Status` (facts/partner-center 4.2). */
export function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [uncapitalised(key), camel(held)]))
}

const uncapitalised = (key: string) => (/^[A-Z]/.test(key) ? key.charAt(0).toLowerCase() + key.slice(1) : key)

/** An enum as a word in any case or as the operator's number, which is the word's place in the list; else `unknown` (4.2). */
function oneOf<const Word extends string>(words: readonly Word[]) {
  return z
    .union([z.string(), z.number()])
    .nullish()
    .transform((said): Word | 'unknown' => {
      if (typeof said === 'number') return words[said] ?? 'unknown'
      return words.find((word) => word === said?.toLowerCase()) ?? 'unknown'
    })
}

/** A word whose numbers nobody published. */
function wordOf<const Word extends string>(words: readonly Word[]) {
  return z.unknown().transform((said): Word | 'unknown' => {
    return words.find((word) => typeof said === 'string' && word === said.toLowerCase()) ?? 'unknown'
  })
}

/** Text that may be missing: an empty one then, as the operator itself sometimes writes. */
const text = z
  .string()
  .nullish()
  .transform((said) => said ?? '')

/** One customer in a list (5). */
export const customerWire = z.preprocess(
  camel,
  z.object({
    id: z.string().min(1),
    companyProfile: z.object({ companyName: text, domain: text }),
  }),
)

/** What is scheduled for the next term (6.2), as far as people are told of it; the rest is handed back as it came. */
export const scheduledWire = z.preprocess(
  camel,
  z.object({
    quantity: z.number().nullish().catch(null),
    product: z.object({ productId: text, termDuration: text, billingCycle: text }).nullish().catch(null),
  }),
)

/** One subscription, as far as the desk reads it (6.2). Status by the operator's numbers: 6.1. */
export const subscriptionWire = z.preprocess(
  camel,
  z.object({
    id: z.string().min(1),
    offerId: text,
    offerName: text,
    friendlyName: text,
    entitlementId: text,
    parentSubscriptionId: text,
    productType: z.object({ id: text }).nullish(),
    quantity: z.number().nullish(),
    status: oneOf(['none', 'active', 'suspended', 'deleted', 'expired', 'pending', 'disabled']),
    suspensionReasons: z.array(z.union([z.string(), z.number()]).transform(String)).nullish(),
    billingType: oneOf(['none', 'usage', 'license', 'benefit']),
    autoRenewEnabled: z.boolean().nullish(),
    commitmentEndDate: text,
    commitmentEndDateTime: text,
    termDuration: text,
    billingCycle: z
      .union([z.string(), z.number()])
      .nullish()
      .transform((said) => String(said ?? '')),
    cancellationAllowedUntilDate: text,
    scheduledNextTermInstructions: z.record(z.string(), z.unknown()).nullish(),
    attributes: z.object({ etag: text }).nullish(),
  }),
)
export type SubscriptionWire = z.output<typeof subscriptionWire>

/** One Azure subscription under a plan (7); here `subscriptionId` is the plan. */
export const entitlementWire = z.preprocess(
  camel,
  z.object({ id: z.string().min(1), friendlyName: text, status: wordOf(['active', 'inactive']) }),
)

/** The licences of one product; the fields are those of the public page "Get a list of available licenses". */
export const licenceWire = z.preprocess(
  camel,
  z.object({
    productSku: z.object({ id: text, name: text, skuPartNumber: text }),
    consumedUnits: z.number().int().nonnegative(),
    totalUnits: z.number().int().nonnegative(),
  }),
)

const day = text.transform((said, context) => {
  const found = asDay(said.slice(0, 10))
  if (found !== null) return found
  context.addIssue('no date')
  return z.NEVER
})

/** One line of what the partner is charged; the fields are those of the public page "Service costs resources". */
export const costWire = z.preprocess(
  camel,
  z.object({
    subscriptionId: text,
    afterTaxTotal: z.number(),
    currencyCode: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .toUpperCase(),
    startDate: day,
    endDate: day,
  }),
)

/** How far an order has come (6.1). */
export const provisioningWire = z.preprocess(camel, z.object({ status: wordOf(['success', 'pending', 'failed']) }))

const link = z.object({ uri: text, headers: z.array(z.object({ key: z.string(), value: text })).nullish() })

/** What to name when asking for the next page: seek style a token, index style a number (4.4). */
export type NextPage = { readonly token: string } | { readonly offset: string }

/**
 * A page of items and how to ask for the next. Of `links.next` only what it carries is taken, never its address: a
 * published sample is malformed, and an address could name another host.
 */
export function pageOf<Item extends z.ZodType>(item: Item) {
  const page = z.object({
    items: z.array(item),
    continuationToken: text,
    links: z.object({ next: link.nullish() }).nullish(),
  })
  return z.preprocess(camel, page).transform(({ items, continuationToken, links }, context) => {
    const next = nextOf(continuationToken, links?.next)
    if (next === 'unclear') context.addIssue('there is a next page that cannot be asked for')
    return next === 'unclear' ? z.NEVER : { items, next }
  })
}

function nextOf(continuationToken: string, next: z.output<typeof link> | null | undefined) {
  const inLink = next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken')?.value
  const token = continuationToken === '' ? inLink : continuationToken
  // The token travels in a header.
  if (token) return /^[\x21-\x7e]+$/.test(token) ? { token } : 'unclear'
  if (!next) return null
  const offset = new URLSearchParams(next.uri.replaceAll('?', '&')).get('offset') ?? ''
  return /^\d{1,9}$/.test(offset) ? { offset } : 'unclear'
}
