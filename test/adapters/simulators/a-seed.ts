import { connect } from 'node:net'
import type { NewId } from '../../../domain/shared/ids.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { instantOf, msOf, type Clock, type Instant } from '../../../domain/shared/time.ts'
import type { SeedCustomer, SeedSubscription, SimulatorSeed } from '../../../adapters/simulators/partner-center/seed.ts'
import {
  startPartnerCenterSimulator,
  type PartnerCenterSimulator,
  type SimulatorOptions,
} from '../../../adapters/simulators/partner-center-simulator.ts'

export const harbor = '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11'
export const seats = 'c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7710'
export const addOn = 'c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7711'
export const morning: Instant = '2026-03-31T06:00:00.000Z'

export const soldIn = {
  global: 'new-commerce',
  'us-government': 'legacy',
  china: '21vianet',
} as const satisfies Record<Lane, string>

export function aSubscription(over: Partial<SeedSubscription> = {}): SeedSubscription {
  const offer = 'Example 365 Business'
  return { id: seats, name: 'Harbor Lane office seats', offer, soldAs: 'new-commerce', quantity: 25, ...over }
}

export function aCustomer(over: Partial<SeedCustomer> = {}): SeedCustomer {
  const subscriptions = [aSubscription()]
  return { id: harbor, name: 'Harbor Lane Foods', domain: 'harborlane.onmicrosoft.example', subscriptions, ...over }
}

/** Harbor Lane with these subscriptions, and so many neighbours without any. */
export function aSeed(subscriptions: readonly SeedSubscription[] = [aSubscription()], neighbours = 0): SimulatorSeed {
  const others = Array.from({ length: neighbours }, (_, index) =>
    aCustomer({ id: guidOf(index), name: `Neighbour ${index}`, domain: `n${index}.example`, subscriptions: [] }),
  )
  return { customers: [aCustomer({ subscriptions: [...subscriptions] }), ...others] }
}

export function guidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** GUIDs in order. */
export function countedIds(from = 1000): NewId {
  let next = from
  return () => guidOf((next += 1))
}

/** A clock that stands until it is moved. */
export function standingClock(at: Instant = morning): { readonly now: Clock; move(ms: number): void } {
  let ms = msOf(at)
  return { now: () => instantOf(ms), move: (by) => void (ms += by) }
}

const running = new Set<PartnerCenterSimulator>()
const failures: unknown[] = []

/** A simulator that {@link stopSimulators} ends. */
export async function aSimulator(options: Partial<SimulatorOptions> = {}): Promise<PartnerCenterSimulator> {
  const { now } = standingClock()
  const simulator = await startPartnerCenterSimulator({
    lane: 'global',
    seed: aSeed(),
    now,
    newId: countedIds(900_000),
    onFailure: ({ cause }) => void failures.push(cause),
    ...options,
  })
  running.add(simulator)
  return simulator
}

/** Ends every simulator; throws when one made a mistake or goes on listening. */
export async function stopSimulators(): Promise<void> {
  const ended = [...running]
  running.clear()
  await Promise.all(ended.map((simulator) => simulator.close()))
  if (failures.length > 0) throw new AggregateError(failures.splice(0), 'mistakes of a simulator')
  for (const { port } of ended) if (await listens(port)) throw new Error(`a simulator still listens on ${port}`)
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
