import assert from 'node:assert/strict'
import type { SeedCustomer, SeedSubscription } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aCustomer, aSimulator, aSubscription, countedIds, harbor, seats } from '../simulators/a-seed.ts'
import { laneAt } from './a-lane.ts'

export const day = 86_400_000
export const minute = 60_000

interface World {
  readonly lane?: Lane
  readonly subscription?: Partial<SeedSubscription>
  /** Sold beside it. */
  readonly more?: readonly SeedSubscription[]
  readonly customer?: Partial<SeedCustomer>
  readonly switches?: SwitchChange
  /** Whether calls are made as an app alone, and not in a person's name. */
  readonly appOnly?: boolean
  /** Hears of each call before it leaves. */
  readonly before?: (method: string, simulator: PartnerCenterSimulator) => void
}

/** The desk's own client at a simulated operator, over HTTP; one subscription, Harbor Lane's seats. */
export async function atTheOperator({
  lane: which = 'global',
  subscription,
  more = [],
  customer,
  switches = {},
  appOnly = false,
  before = () => undefined,
}: World = {}) {
  const own = aCustomer({ subscriptions: [aSubscription(subscription), ...more], ...customer })
  const simulator = await aSimulator({ lane: which, seed: { customers: [own] }, switches })
  const watched: typeof fetch = async (input, init) => {
    before(init?.method ?? 'GET', simulator)
    return fetch(input, init)
  }
  const person = appOnly ? {} : { refreshToken: simulator.connection.refreshToken }
  const lane = laneAt(simulator, { fetch: watched }, person)
  const newIntent = countedIds(7_000)
  const raw = () => {
    const [only] = simulator.subscriptions()
    assert.ok(only)
    return only
  }
  return {
    simulator,
    lane,
    /** A fresh intent for each act. */
    newIntent,
    look: (id = seats) => lane.subscription(harbor, id),
    suspend: (id = seats, intent = newIntent()) => lane.suspend(harbor, id, intent),
    reactivate: (id = seats, intent = newIntent()) => lane.reactivate(harbor, id, intent),
    cancel: (id = seats, intent = newIntent()) => lane.cancel(harbor, id, intent),
    /** As the operator holds it. */
    raw,
    /** The changing calls that arrived, in order: method, MS-RequestId and status. */
    changes: () =>
      simulator
        .log()
        .flatMap((entry) =>
          entry.kind === 'call' && entry.method !== 'GET' && entry.path.startsWith('/v1/')
            ? [{ method: entry.method, requestId: entry.requestId, answered: entry.answered }]
            : [],
        ),
  }
}
export type AtTheOperator = Awaited<ReturnType<typeof atTheOperator>>

/** The fault a call ends with; anything else is a failure of the test. */
export async function faultOf(call: Promise<unknown>): Promise<OutsideFault> {
  try {
    await call
  } catch (thrown) {
    if (thrown instanceof OutsideFault) return thrown
    throw thrown
  }
  throw new Error('it went well')
}

/** Kind and code of the fault a call ends with. */
export async function noOf(call: Promise<unknown>): Promise<readonly [string, string | undefined]> {
  const { kind, code } = (await faultOf(call)).facts
  return [kind, code]
}
