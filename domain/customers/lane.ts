/** One partner account at one operator. A customer belongs to exactly one lane and nothing of it ever crosses to another. */
export type Lane = 'global' | 'us-government' | 'china'

export const lanes: readonly Lane[] = ['global', 'us-government', 'china']

/** Who runs the cloud: Microsoft, or 21Vianet in China. */
type Operator = 'microsoft' | '21vianet'

/** What a lane can do through its operator's API; what it cannot is done by hand (facts/partner-center section 1). */
interface LaneCapabilities {
  readonly operator: Operator
  /** Creating tickets by API is gone everywhere since 2020; following them is not (section 8). */
  readonly filesTickets: boolean
  readonly readsTickets: boolean
  /** Whether a subscription can be ended for good; never in China (section 1). */
  readonly cancels: boolean
  /** Days after which a suspended subscription's data is deleted, where the operator publishes a number. */
  readonly deletesSuspendedAfterDays: number | null
}

export const capabilities: Readonly<Record<Lane, LaneCapabilities>> = {
  global: {
    operator: 'microsoft',
    filesTickets: false,
    readsTickets: true,
    cancels: true,
    deletesSuspendedAfterDays: null,
  },
  'us-government': {
    operator: 'microsoft',
    filesTickets: false,
    readsTickets: true,
    cancels: true,
    deletesSuspendedAfterDays: null,
  },
  china: {
    operator: '21vianet',
    filesTickets: false,
    readsTickets: false,
    cancels: false,
    deletesSuspendedAfterDays: 60,
  },
}

/** How the settings of a lane begin. */
export const settingsOf = (lane: Lane) => `PARTNER_CENTER_${lane.toUpperCase().replaceAll('-', '_')}` as const

export function isLane(text: string): text is Lane {
  return (lanes as readonly string[]).includes(text)
}
