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
  /** 9.3 (!), 3.3: whether Graph's partner security alerts are offered in this cloud, and to this app. */
  graphAlerts: z.enum(['offered', 'forbidden', 'missing']).default('offered'),
  /** 9.2: `$filter` is listed, the properties it takes are not (?). */
  graphFilter: z.enum(['taken', 'refused']).default('taken'),
  graphAlertsPerPage: z.number().int().positive().default(50),
  /** Nobody promises the host of `@odata.nextLink`. */
  graphNextLinks: z.enum(['sound', 'on-another-host']).default('sound'),
  /** 9.1 (!): still there, or retired in favour of Graph. */
  fraudEvents: z.enum(['offered', 'gone', 'missing']).default('offered'),
  /** 9.1 (!): this API takes Fraud or Ignore, other pages add Legitimate. */
  fraudLegitimate: z.enum(['refused', 'accepted']).default('refused'),
  /** 9.1 (!): examples send Resolved, one table says Resolve. */
  fraudStatusWord: z.enum(['Resolved', 'Resolve', 'either']).default('Resolved'),
  /** 9.1 (?): the largest page of events, whatever size is asked for. */
  fraudEventsPerPage: z.number().int().positive().default(100),
  /** 9.1 (!): table and sample differ. */
  fraudIsTest: z
    .strictObject({ name: z.enum(['IsTest', 'isTest']), value: z.enum(['text', 'boolean']) })
    .default({ name: 'IsTest', value: 'text' }),
  /** 9 (?): whether a verdict said to one feed is seen in the other. */
  verdictsReach: z.enum(['one-feed', 'both-feeds']).default('one-feed'),
  /** 8.2: whether the account that signs in has the role Support Request Admin, and whether its header works in lists as well (?). */
  ticketSight: z.enum(['own', 'organisation', 'organisation-by-number']).default('own'),
  /** 8.2 (?): what becomes of the header that wants the role, without it. */
  headerWithoutRole: z.enum(['ignored', 'refused']).default('ignored'),
  /** 8.2 (?): what is answered of a ticket that is there and not to be seen. */
  othersTickets: z.enum(['missing', 'forbidden']).default('missing'),
  /** 8.2: the published list has numbers, and the published ticket words. */
  ticketEnums: z.enum(['words', 'numbers', 'numbers-in-lists']).default('numbers-in-lists'),
  /** 8.2 (?): the published list has no notes and no description; no page says whether it ever has. */
  notesInLists: z.boolean().default(false),
  /** 8.2 (?): the largest page of tickets, whatever size is asked for. */
  ticketsPerPage: z.number().int().positive().default(100),
  /** 4.4 (?): what is answered behind the last page of tickets. */
  behindLastTicket: z.enum(['empty', 'refused']).default('empty'),
  /** 4.4 (?): the published list of tickets has no links. */
  ticketLinks: z.enum(['none', 'next']).default('none'),
  /** 8.2 (?): whether the partner's own list has tickets about customers, or only the customer's list. */
  customerTickets: z.enum(['in-both-lists', 'in-the-customers-list']).default('in-both-lists'),
  /** 8.1 (?): what the calls that were taken away answer. */
  ticketCreation: z.enum(['missing', 'gone', 'not-allowed']).default('missing'),
  /** 8.2: opening a closed ticket again is not documented. */
  reopeningTickets: z.enum(['refused', 'taken']).default('refused'),
  /** 8.2 (?): whether a closed ticket takes notes, another severity, or being closed once more. */
  closedTickets: z.enum(['refused', 'taken']).default('refused'),
  /** 8.4 (?): which characters a note may hold is not published; one report of another call names plain ASCII. */
  plainAsciiOnly: z.boolean().default(true),
  /** 9.5: not in the sandbox. */
  usageBudgets: z.enum(['offered', 'not-offered']).default('offered'),
  /** 9.5 (?): the published JSON of a budget is not valid JSON. */
  budgetShape: z.enum(['as-published', 'flat']).default('as-published'),
  /** 1: listed for all clouds; what a cloud without them answers is not said (?). */
  ownInvoices: z.enum(['offered', 'not-offered']).default('offered'),
  /** 11: size and offset are ignored for modern invoices. */
  invoicePaging: z.enum(['ignored', 'honoured']).default('ignored'),
  /** 11 (?): the largest page of invoices, whatever size is asked for. */
  invoicesPerPage: z.number().int().positive().default(100),
  /** 4.4 (?): whether a list of invoices has links. */
  invoiceLinks: z.enum(['next', 'none']).default('next'),
  /** 11 (?): the page says negative for a payment that came in; a sample may say otherwise. */
  paidAmounts: z.enum(['negative', 'positive']).default('negative'),
  /** The largest page of customers, whatever size is asked for. */
  customersPerPage: z.number().int().positive().default(500),
  /** 15 (?): no paging of subscriptions is documented; null gives them whole. */
  subscriptionsPerPage: z.number().int().positive().nullable().default(null),
  /** 4.4, 15 (?): in which of the two styles, where there are pages of subscriptions. Customers are always in seek style. */
  subscriptionPaging: z.enum(['seek', 'index']).default('seek'),
  /** 4.4: one published sample of links.next.uri is malformed; nobody promises the host either. */
  nextLinks: z.enum(['sound', 'malformed', 'on-another-host']).default('malformed'),
  /** 10.1 (?): what an account without a webhook is answered. */
  noRegistration: z.enum(['missing', 'empty']).default('missing'),
  /** 10.2 (!): the page has capitals, the specification has none. */
  eventFields: z.enum(['pascal', 'camel']).default('pascal'),
  /** 10.2 (!): one table has another name. */
  auditField: z.enum(['AuditUri', 'AuditUrl']).default('AuditUri'),
  /** 10.2: ten attempts; how far apart is not published. */
  deliveryPauseMs: z.number().nonnegative().default(1_000),
})
export type Switches = z.output<typeof switchesSchema>
/** Some of them; the rest stays as it is. */
export type SwitchChange = { readonly [K in keyof Switches]?: Switches[K] | undefined }

export const switchChange = switchesSchema.partial()
