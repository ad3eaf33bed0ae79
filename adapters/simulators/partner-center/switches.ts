import { z } from 'zod'

/**
 * What the facts call unknown (?) or contradictory (!), and how much the simulation may be asked. Each can be set
 * both ways; what stands here as the default is the harder way for a client. Numbers: facts/partner-center.
 */
export const switchesSchema = z.strictObject({
  /** 4.2: a byte order mark may precede the JSON. */
  byteOrderMark: z.boolean().default(true),
  /** 4.2: enum values travel as numbers. */
  enumsAsIntegers: z.boolean().default(false),
  /** 4.5: the documented shape, or the one printed on one page. */
  errorShape: z.enum(['A', 'B']).default('A'),
  /** 4.1 (!): called required by the page, never sent by the official SDK. */
  contractVersion: z.enum(['required', 'ignored']).default('required'),
  /** 4.1: which answers are given again to a repeated MS-RequestId. */
  requestMemory: z.enum(['every-answer', 'successes', 'none']).default('every-answer'),
  /** 4.3 (!): the samples of new commerce carry no entity tag. */
  entityTags: z.enum(['not-new-commerce', 'everywhere', 'nowhere']).default('not-new-commerce'),
  /** 4.3 (!): one page sends If-Match, another does not, the SDK never does. */
  ifMatch: z.enum(['required', 'optional']).default('required'),
  /** 4.3: entity tags are short-lived; how short is not published. */
  entityTagLifetimeMs: z.number().positive().default(60_000),
  /** 6.1 (!): the text demands the full resource and resets what is left out; a sample sends the status alone. */
  fieldsLeftOut: z.enum(['reset', 'kept']).default('reset'),
  /**
   * 6.1: a change answers 200, or 202 with something to poll; what never arrives is accepted and then forgotten, what
   * fails is accepted and then not done.
   */
  changes: z.enum(['at-once', 'later', 'fail-later', 'never-arrive']).default('at-once'),
  provisioningMs: z.number().nonnegative().default(120_000),
  /**
   * What the `Location` of a 202 names. docs: update-a-subscription-by-id shows the subscription, without the version;
   * nobody promises the host.
   */
  location: z.enum(['subscription', 'provisioning-status', 'on-another-host', 'none']).default('subscription'),
  /** docs: get-subscription-provisioning-status, "updated every 15 minutes". */
  provisioningSeenMs: z.number().nonnegative().default(900_000),
  /** 6.5: after seven days one code speaks of days, the other of hours. */
  cancellationRefusal: z.enum(['days', 'hours']).default('days'),
  /** 6.6: an expiring subscription takes no updates; how long before its end is not said (?), and 6.4 says none. */
  expiringHours: z.number().nonnegative().default(0),
  /** 7: a stop is shown about ten minutes late. */
  entitlementLagMs: z.number().nonnegative().default(600_000),
  /** 7 (!): by API, or in the Azure portal alone. */
  azureReactivation: z.enum(['portal-only', 'not-permitted', 'works']).default('portal-only'),
  /** 7 (?): nothing is said of stopping what is stopped and still reads active. */
  stoppedAgain: z.enum(['refused', 'taken']).default('refused'),
  /** 7 (!): the page of the call that reads one entitlement names both. */
  oneEntitlement: z.enum(['GET', 'POST']).default('POST'),
  /** docs: get-a-list-of-available-licenses and get-subscription-provisioning-status want a role in the customer's tenant. */
  customerRole: z.enum(['given', 'missing']).default('given'),
  /** docs: get-a-customer-s-service-costs-line-items names no cloud (?). */
  serviceCosts: z.enum(['offered', 'not-offered']).default('offered'),
  /** 6.3 (?): whether 21Vianet goes on charging for what is suspended. */
  vianetChargesSuspended: z.boolean().default(true),
  /** 6.6: what is wrong with the partner's own account; then every call is refused. */
  standing: z.enum(['sound', 'programme-inactive', 'role-missing', 'blocked-by-policy']).default('sound'),
  /** 6.2 (?): the values of suspensionReasons are not published; these appear on what the partner suspends. */
  suspensionReasons: z.array(z.string()).default([]),
  /** 6.3 says that add-ons fall with their base, and nothing of their return (?). */
  addOnsReturn: z.boolean().default(false),
  /** 6.3: legacy 90 days, in older pages up to 120 (!); 21Vianet 60 days, on archived pages. */
  legacyDaysUntilDeleted: z.number().positive().default(90),
  vianetDaysUntilDeleted: z.number().positive().default(60),
  /** 6.4 (!): what becomes of new commerce that is still suspended when its term ends. */
  suspendedAtTermEnd: z.enum(['expired', 'disabled', 'deleted']).default('expired'),
  /** 6.3: around a renewal, up to 24 h, the status is read-only. Counted before and after. */
  renewalWindowHours: z.number().nonnegative().default(24),
  /** 6.6 (!): 800082, not ready, was 400 in 2021. */
  notReady: z.union([z.literal(409), z.literal(400)]).default(409),
  /** 3.3 (!): whether app-only tokens may change subscriptions. */
  appOnlyMayChange: z.boolean().default(true),
  /** 3.1: v1.0 tokens name their lifetime as text. */
  tokenLifetimeSeconds: z.number().positive().default(3599),
  /** 3.2: a new refresh token comes along; what becomes of the old one is not said. `unchanged`: none comes. */
  oldRefreshTokens: z.enum(['refused', 'accepted', 'unchanged']).default('refused'),
  /** 4.6 */
  requestsPerMinute: z.number().int().positive().default(500),
  /** The largest page of customers, whatever size is asked for. */
  customersPerPage: z.number().int().positive().default(500),
  /** 15 (?): no paging of subscriptions is documented; null gives them whole. */
  subscriptionsPerPage: z.number().int().positive().nullable().default(null),
  /** 4.4, 15 (?): in which of the two styles, where there are pages of subscriptions. Customers are always in seek style. */
  subscriptionPaging: z.enum(['seek', 'index']).default('seek'),
  /** 4.4: one published sample of links.next.uri is malformed; nobody promises the host either. */
  nextLinks: z.enum(['sound', 'malformed', 'on-another-host']).default('malformed'),
})
export type Switches = z.output<typeof switchesSchema>
/** Some of them; the rest stays as it is. */
export type SwitchChange = { readonly [K in keyof Switches]?: Switches[K] | undefined }

export const switchChange = switchesSchema.partial()
