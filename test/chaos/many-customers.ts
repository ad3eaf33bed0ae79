import type { FaultOrder } from '../../adapters/simulators/partner-center/faults.ts'
import type { SeedCustomer } from '../../adapters/simulators/partner-center/seed.ts'

const trees =
  'Acacia Alder Almond Apple Ash Aspen Balsa Banyan Baobab Beech Birch Bottlebrush Boxwood Buckeye Camphor Cedar ' +
  'Cherry Chestnut Cypress Dogwood Ebony Elder Elm Eucalyptus Fig Fir Ginkgo Gum Hawthorn Hazel Hemlock Hickory ' +
  'Holly Hornbeam Ironwood Juniper Kapok Larch Laurel Linden Locust Magnolia Mahogany Maple Mulberry Myrtle Oak ' +
  'Olive Palm Pear'

/** Fifty customers with ten subscriptions each, of kinds with entity tags and without. */
export function manyCustomers(): SeedCustomer[] {
  return trees.split(' ').map((tree, at) => ({
    id: guid(at, 0),
    name: `${tree} Trading`,
    domain: `${tree.toLowerCase()}.onmicrosoft.example`,
    subscriptions: Array.from({ length: 10 }, (_, which) => ({
      id: guid(at, which + 1),
      offer: `Office ${which + 1}`,
      soldAs: which % 2 === 0 ? ('new-commerce' as const) : ('legacy' as const),
      quantity: 5,
    })),
  }))
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What an operator does to some of the next calls: answers get lost, connections break, it is slow, down, or has enough. */
export function troublesBy(random: () => number): readonly FaultOrder[] {
  const kinds: readonly FaultOrder[] = [
    { method: 'PATCH', when: 'after', then: { kind: 'drop' } },
    { method: 'PATCH', when: 'before', then: { kind: 'drop' } },
    { method: 'PATCH', when: 'after', then: { kind: 'error', status: 500 } },
    { method: 'PATCH', when: 'after', delayMs: 400 },
    { method: 'PATCH', then: { kind: 'throttle', retryAfterSeconds: 1 } },
    { method: 'PATCH', then: { kind: 'error', status: 400, code: 2055 } },
    { method: 'GET', then: { kind: 'error', status: 503 } },
    { method: 'GET', when: 'after', then: { kind: 'drop' } },
  ]
  return kinds.map((kind) => ({ ...kind, path: '/subscriptions/', times: 1 + Math.floor(random() * 3) }))
}

function guid(customer: number, which: number): string {
  return `${String(customer).padStart(8, '0')}-c4a0-4000-8000-${String(which).padStart(12, '0')}`
}
