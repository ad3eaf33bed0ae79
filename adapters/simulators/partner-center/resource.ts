import type { Instant } from '../../../domain/shared/time.ts'
import { later } from '../../../domain/shared/time.ts'
import type { SeedSubscription, SoldAs, StatusWord } from './seed.ts'

/** A subscription as it goes over the wire (facts/partner-center 6.2); the named fields are those the rules look at. */
export interface Resource {
  id: string
  friendlyName: string
  offerName: string
  quantity: number
  status: StatusWord
  suspensionReasons: string[]
  autoRenewEnabled: boolean
  commitmentEndDate: string
  termDuration: string
  creationDate: string
  effectiveStartDate: string
  parentSubscriptionId?: string
  commitmentEndDateTime?: string
  cancellationAllowedUntilDate?: string
  scheduledNextTermInstructions?: unknown
  nextChargeInstructions?: unknown
  attributes: { objectType: string; etag?: string }
  [field: string]: unknown
}

const day = 86_400_000

export function resourceOf(customer: string, seed: SeedSubscription, now: Instant): Resource {
  const start = seed.start ?? later(now, -165 * day)
  const end = seed.commitmentEnd ?? later(now, 200 * day)
  return {
    id: seed.id,
    offerName: seed.offer,
    friendlyName: seed.name ?? seed.offer,
    quantity: seed.quantity,
    hasPurchasableAddons: false,
    creationDate: start,
    effectiveStartDate: start,
    commitmentEndDate: end,
    status: seed.status ?? 'active',
    suspensionReasons: seed.suspensionReasons ?? [],
    // facts/partner-center 6.3: a suspension has switched it off.
    autoRenewEnabled: seed.autoRenew ?? !(seed.soldAs === 'new-commerce' && seed.status === 'suspended'),
    isTrial: false,
    billingCycle: 'monthly',
    contractType: 'subscription',
    orderId: seed.id.replaceAll('-', '').slice(0, 12),
    termDuration: 'P1Y',
    links: {
      self: { uri: `/customers/${customer}/subscriptions/${seed.id}`, method: 'GET', headers: [] },
    },
    attributes: { objectType: 'Subscription' },
    ...(seed.parent !== undefined && { parentSubscriptionId: seed.parent }),
    ...byModel[seed.soldAs](start, end),
    ...seed.fields,
  }
}

const licences = { unitType: 'Licenses', billingType: 'license' }

const softwareOf = (type: 'Software' | 'SaaS') => ({
  offerId: 'SOF0TTC0XX11:0001:SOF0TTC0YY22',
  productType: { id: type, displayName: type },
})

const byModel: Readonly<Record<SoldAs, (start: Instant, end: Instant) => Partial<Resource>>> = {
  'new-commerce': (start, end) => ({
    ...licences,
    offerId: 'ABC0TTC0XX11:0001:ABC0TTC0YY22',
    productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
    isMicrosoftProduct: true,
    commitmentEndDateTime: end,
    // 6.5: seven days from purchase.
    cancellationAllowedUntilDate: later(start, 7 * day),
    refundOptions: [{ type: 'Full', expiresAt: later(start, day) }],
  }),
  legacy: () => ({ ...licences, offerId: '00000000-1111-4222-8333-444444444444' }),
  '21vianet': () => ({ ...licences, offerId: '00000000-5555-4666-8777-888888888888' }),
  software: () => ({ ...licences, ...softwareOf('Software'), autoRenewEnabled: false }),
  'perpetual-software': () => ({
    ...licences,
    ...softwareOf('Software'),
    autoRenewEnabled: false,
    commitmentEndDate: '9999-12-31T23:59:59.997',
  }),
  marketplace: () => ({ ...licences, ...softwareOf('SaaS'), isMicrosoftProduct: false, publisherName: 'Example ISV' }),
  'azure-plan': () => ({
    unitType: 'Usage-based',
    billingType: 'usage',
    offerId: 'AZP0TTC0XX11:0001:AZP0TTC0YY22',
    productType: { id: 'Azure', displayName: 'Azure' },
    autoRenewEnabled: false,
    // 4.2: does not renew.
    commitmentEndDate: '9999-12-31T23:59:59.997',
  }),
}
