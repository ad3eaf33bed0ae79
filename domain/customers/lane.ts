/** One partner account at one operator. A customer belongs to exactly one lane and nothing of it ever crosses to another. */
export type Lane = 'global' | 'us-government' | 'china'

export const lanes: readonly Lane[] = ['global', 'us-government', 'china']

/** Who runs the cloud: Microsoft, or 21Vianet in China. */
type Operator = 'microsoft' | '21vianet'

/** Unknown is no yes: nothing is offered that only may work (facts/partner-center section 15). */
type Known = 'yes' | 'no' | 'unknown'

/** What the desk may try to do in a lane through its operator's API. */
export const laneAbilities = [
  'suspends',
  'cancels',
  'azurePlans',
  'restoresAutoRenew',
  'readsTickets',
  'readsAudit',
  'webhooks',
  'graphAlerts',
  'fraudEvents',
  'azureBudgets',
] as const

export type LaneAbility = (typeof laneAbilities)[number]

/** What a lane can do through its operator's API; what it cannot is done by hand (facts/partner-center section 1). */
type LaneCapabilities = Readonly<Record<LaneAbility, Known>> & {
  readonly operator: Operator
  /** Creating tickets by API is gone everywhere since 2020; following them is not (section 8). */
  readonly filesTickets: false
  /** Days after which a suspended subscription's data is deleted, where the operator publishes a number. */
  readonly deletesSuspendedAfterDays: number | null
}

export const capabilities: Readonly<Record<Lane, LaneCapabilities>> = {
  global: {
    operator: 'microsoft',
    // [K:suspend-a-subscription] [K:reactivate-a-suspended-a-subscription]
    suspends: 'yes',
    // [K:cancel-an-azure-marketplace-subscription]
    cancels: 'yes',
    // [K:cancel-an-azure-subscription]
    azurePlans: 'yes',
    // Section 6.3: a suspension switches it off, and a change of the resumed subscription on again.
    restoresAutoRenew: 'yes',
    filesTickets: false,
    // [K:get-all-service-requests-for-a-customer]
    readsTickets: 'yes',
    // [K:get-a-record-of-partner-center-activity-by-user]
    readsAudit: 'yes',
    // [K:partner-center-webhooks]
    webhooks: 'yes',
    // Section 9.2: under /beta only.
    graphAlerts: 'yes',
    // Section 9.1: offered, though one guide calls it retired.
    fraudEvents: 'yes',
    // [K:get-a-customer-s-usage-spending-budget]
    azureBudgets: 'yes',
    deletesSuspendedAfterDays: null,
  },
  'us-government': {
    operator: 'microsoft',
    // [K:suspend-a-subscription]
    suspends: 'yes',
    // Not listed on the page.
    cancels: 'unknown',
    // [K:cancel-an-azure-subscription] lists it.
    azurePlans: 'yes',
    // No page says whether new commerce, and with it auto-renew, is the same there.
    restoresAutoRenew: 'unknown',
    filesTickets: false,
    // [K:get-all-service-requests-for-a-customer]
    readsTickets: 'yes',
    // [K:get-a-record-of-partner-center-activity-by-user]
    readsAudit: 'yes',
    // [K:partner-center-webhooks]
    webhooks: 'yes',
    // Section 9.3: one version of the page says so, the other not.
    graphAlerts: 'unknown',
    // Section 15: the page does not name it.
    fraudEvents: 'unknown',
    // [K:get-a-customer-s-usage-spending-budget]
    azureBudgets: 'yes',
    deletesSuspendedAfterDays: null,
  },
  china: {
    operator: '21vianet',
    // [K:suspend-a-subscription]
    suspends: 'yes',
    // Not listed for cancelling, and the founding page offers none there.
    cancels: 'no',
    // [K:national]: no Azure there, though one page lists the call.
    azurePlans: 'no',
    // Section 15: new commerce and what a suspension does to it are unknown there.
    restoresAutoRenew: 'unknown',
    filesTickets: false,
    // [K:national]: portal only.
    readsTickets: 'no',
    // Section 1: none in China.
    readsAudit: 'no',
    // Section 15: listed, but nobody names the host.
    webhooks: 'unknown',
    // Section 9.3: not available there.
    graphAlerts: 'no',
    // Section 9.4: no Azure is sold there, and nothing comparable exists.
    fraudEvents: 'no',
    azureBudgets: 'no',
    deletesSuspendedAfterDays: 60,
  },
}

/** How the settings of a lane begin. */
export const settingsOf = (lane: Lane) => `PARTNER_CENTER_${lane.toUpperCase().replaceAll('-', '_')}` as const
/** What a lane is known not to do, or not known to do. */
export function lacks(lane: Lane): readonly { readonly ability: LaneAbility; readonly known: Exclude<Known, 'yes'> }[] {
  return laneAbilities.flatMap((ability) => {
    const known = capabilities[lane][ability]
    return known === 'yes' ? [] : [{ ability, known }]
  })
}

export function isLane(text: string): text is Lane {
  return (lanes as readonly string[]).includes(text)
}
