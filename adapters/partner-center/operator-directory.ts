import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorDirectory } from '../../domain/ports/operator-directory.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import type { Clock } from '../../domain/shared/time.ts'
import { readCustomerCache, writeCustomerCache, type KnownCustomers } from './customer-cache.ts'

interface DirectoryLane {
  readonly operator: Pick<OperatorLane, 'lane' | 'customers'>
  /** The partner account; what was cached for another account is not believed. */
  readonly account: string
}

interface DirectoryDeps {
  /** Where the caches live; made when missing. */
  readonly folder: string
  readonly now: Clock
  /** Hears of a cache that could not be used or kept; the directory goes on without it. */
  readonly onCacheTrouble?: ((lane: Lane, cause: unknown) => void) | undefined
}

/** The port the domain reads, and the means to read the operators anew. */
export interface RefreshableDirectory extends OperatorDirectory {
  /** Reads a lane whole. Throws `OutsideFault` and then still knows what it knew. */
  refresh(lane: Lane): Promise<void>
}

/** The customers of the given lanes, from their caches until the first {@link RefreshableDirectory.refresh}. */
export async function openOperatorDirectory(
  lanes: readonly DirectoryLane[],
  { folder, now, onCacheTrouble = () => undefined }: DirectoryDeps,
): Promise<RefreshableDirectory> {
  const known = new Map<Lane, KnownCustomers>()
  const underWay = new Map<Lane, Promise<void>>()
  let revision = 0
  let all: readonly OperatorCustomer[] = []

  for (const { operator, account } of lanes) {
    const cached = await readCustomerCache(folder, operator.lane, account, onCacheTrouble)
    if (cached !== null) believe(operator.lane, cached)
  }

  function believe(lane: Lane, fresh: KnownCustomers): void {
    const before = known.get(lane)
    known.set(lane, fresh)
    if (before !== undefined && JSON.stringify(before.customers) === JSON.stringify(fresh.customers)) return
    all = lanes.flatMap(({ operator }) => known.get(operator.lane)?.customers ?? [])
    revision += 1
  }

  async function readWhole({ operator, account }: DirectoryLane): Promise<void> {
    const found = new Map<string, OperatorCustomer>()
    // A customer that moves between pages while they are read may be met twice.
    for await (const page of operator.customers()) for (const customer of page) found.set(customer.tenantId, customer)
    const fresh = { readAt: now(), customers: [...found.values()] }
    believe(operator.lane, fresh)
    await writeCustomerCache(folder, operator.lane, account, fresh).catch((cause: unknown) =>
      onCacheTrouble(operator.lane, cause),
    )
  }

  return {
    get revision() {
      return revision
    },
    customers: () => all,
    readAt: (lane) => known.get(lane)?.readAt ?? null,
    async refresh(lane) {
      const asked = lanes.find(({ operator }) => operator.lane === lane)
      if (asked === undefined) throw new Error(`lane ${lane} is not configured`)
      const reading = underWay.get(lane) ?? readWhole(asked).finally(() => underWay.delete(lane))
      underWay.set(lane, reading)
      return reading
    },
  }
}
