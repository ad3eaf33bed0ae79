import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { lanes, type Lane } from '../../domain/customers/lane.ts'
import { instantOf, msOf, type Instant } from '../../domain/shared/time.ts'
import {
  createWatchMemory,
  type SeenCustomer,
  type SeenLane,
  type SeenSubscription,
  type WatchMemory,
} from '../../domain/watch/watch-memory.ts'
import { difference } from '../shared/stored-sighting.ts'
import { exactly, instant, listOf } from '../shared/stored-values.ts'

const subscription = exactly<SeenSubscription>()(
  z.object({
    id: z.string(),
    name: z.string(),
    status: z.enum(['active', 'suspended', 'deleted', 'expired', 'pending', 'disabled', 'unknown']),
    model: z.enum(['new-commerce', 'legacy', 'azure-plan', '21vianet', 'unknown']),
    commitmentEnd: instant.nullable(),
    inServiceAt: instant.nullable(),
    difference: difference.nullable(),
  }),
)

/** As domain/fraud/bought packs it. */
const bought = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d (-|\d{4}-\d\d-\d\d)(;[\d.]+( [\d.]+ \d{4}-\d\d-\d\d (new|more))? [^ ;]+)*$/)

/**
 * Ten thousand customers of whom there is little to say: an id, two moments in milliseconds, and what they have bought,
 * which an older desk did not remember.
 */
const row = z.tuple([
  z.string(),
  z.number(),
  z.number().nullable(),
  listOf(subscription),
  bought.nullable().default(null),
])

const cached = z.object({
  account: z.string(),
  baselineAt: instant.nullable(),
  wholeAt: instant.nullable(),
  wholeFrom: instant.nullable(),
  customers: z.array(row),
})

interface CacheParts {
  readonly folder: string
  /** The partner account of each configured lane: what was seen of another account is no baseline for this one. */
  readonly accounts: Readonly<Partial<Record<Lane, string>>>
  /** Hears of a cache that could not be used or kept; the watch goes on without it. */
  readonly onTrouble: (lane: Lane, cause: unknown) => void
}

/** The watch's memory, kept in a file of its own for each lane. What is lost is rebuilt by a new baseline. */
export async function openWatchMemory({ folder, accounts, onTrouble }: CacheParts): Promise<WatchMemory> {
  const known: Partial<Record<Lane, SeenLane>> = {}
  for (const lane of lanes) {
    const account = accounts[lane]
    const seen = account === undefined ? null : await read(lane, account)
    if (seen !== null) known[lane] = seen
  }
  const writing = new Map<Lane, Promise<void>>()
  return createWatchMemory(known, (lane, seen) => {
    // One after the other: each replaces the file whole.
    const next = (writing.get(lane) ?? Promise.resolve()).then(() => write(lane, seen))
    writing.set(lane, next)
    return next
  })

  async function read(lane: Lane, account: string): Promise<SeenLane | null> {
    try {
      const kept = cached.parse(JSON.parse(await readFile(fileOf(folder, lane), 'utf8')))
      if (kept.account !== account) return null
      const customers = kept.customers.map(([id, tried, seen, subscriptions, purchases]): [string, SeenCustomer] => [
        id,
        {
          triedAt: instantOf(tried),
          seenAt: seen === null ? null : instantOf(seen),
          subscriptions,
          bought: purchases,
        },
      ])
      return { ...kept, customers: new Map(customers) }
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) onTrouble(lane, cause)
      return null
    }
  }

  async function write(lane: Lane, { baselineAt, wholeAt, wholeFrom, customers }: SeenLane): Promise<void> {
    const rows = [...customers].map(([id, seen]) => [
      id,
      msOf(seen.triedAt),
      millisecondsOf(seen.seenAt),
      seen.subscriptions,
      seen.bought,
    ])
    const file = fileOf(folder, lane)
    const text = JSON.stringify({ account: accounts[lane], baselineAt, wholeAt, wholeFrom, customers: rows })
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(`${file}.new`, text, { mode: 0o600 })
      await rename(`${file}.new`, file)
    } catch (cause) {
      onTrouble(lane, cause)
    }
  }
}

function millisecondsOf(at: Instant | null): number | null {
  return at === null ? null : msOf(at)
}

function fileOf(folder: string, lane: Lane): string {
  return join(folder, `operator-watch.${lane}.json`)
}
