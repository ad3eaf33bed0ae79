import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { createAlertDesk, type AlertDesk } from '../../../domain/fraud/alert-desk.ts'
import { createFeedDesk, type FeedDesk } from '../../../domain/fraud/feed-desk.ts'
import type { FraudAlert } from '../../../domain/fraud/fraud-alert.ts'
import { lanes } from '../../../domain/customers/lane.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import type { FraudFeed } from '../../../domain/ports/fraud-feed.ts'
import { createActGate } from '../../../domain/lanes/act-gate.ts'
import { createRouteDesk } from '../../../domain/routes/route-desk.ts'
import type { StandingBook } from '../../../domain/receivables/standing-book.ts'
import { later, type Instant } from '../../../domain/shared/time.ts'
import { createStaffDesk } from '../../../domain/staff/staff-desk.ts'
import { accountKey, type Staff } from '../../../domain/staff/staff.ts'
import {
  anActingLane,
  anOperatorCustomer,
  aPolicy,
  fabrikam,
  ines,
  mei,
  morning,
  otto,
  rosa,
  wang,
} from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'

/** The fraud room by itself: real records and promises, feeds that are played. */
export interface AFraudDesk {
  readonly alerts: AlertDesk
  readonly feeds: FeedDesk
  readonly store: DeskStore
  /** Pauses between looks, ms; no time passes in them. */
  readonly waited: readonly number[]
  now: Instant
  pass(ms: number): void
  /** The one customer that this desk knows. */
  knows(id: string): void
  alert(id: string): Promise<FraudAlert>
  version(id: string): Promise<number>
  /** What was promised and is not kept yet, by kind. */
  promised(kind: OutboxEntry['order']['kind']): Promise<readonly OutboxEntry[]>
  deeds(id: string): Promise<readonly string[]>
}

const everybody: readonly Staff[] = [mei, wang, ines, rosa, otto]

export async function aFraudDesk(feeds: readonly FraudFeed[] = []): Promise<AFraudDesk> {
  const store = memoryStore()
  for (const value of everybody) await store.commit({ save: [{ kind: 'staff', id: value.id, value, basedOn: null }] })
  const operator = anOperatorCustomer({ lane: 'global', tenantId: fabrikam, name: 'Fabrikam Inc' })
  const customer = { id: fabrikam, name: 'Fabrikam Inc', lane: 'global', operator, accounts: [] }
  const world = { now: later(morning, 6 * 3_600_000), knows: fabrikam }
  const book = {
    today: async () => ({ of: (id: string) => (id === world.knows ? { customer, ledgerAsOf: null } : null) }),
  } as unknown as StandingBook
  let ids = 0
  const waited: number[] = []
  const parts = {
    store,
    book,
    now: () => world.now,
    newId: () => `id-${(ids += 1)}`,
    newCode: () => '7KQ2M9FD',
    chats: { root: 'teams', other: null } as const,
    feedsOf: (lane: string) => feeds.filter((feed) => feed.lane === lane),
    spendingOf: () => null,
    placesOf: ({ accounts }: Staff) => accounts.map(accountKey),
    policy: aPolicy(),
  }
  const staff = createStaffDesk(parts)
  await store.commit({
    save: [{ kind: 'lane', id: 'global', value: anActingLane('global'), basedOn: null }],
  })
  const brakes = { count: async () => ({}), waitFor: async () => undefined }
  const gate = createActGate({ store, brakes })
  const alerts = createAlertDesk({ ...parts, gate, staff, routes: createRouteDesk(parts) })
  return {
    alerts,
    feeds: createFeedDesk({ ...parts, alerts, lanes, wait: async (ms) => void waited.push(ms) }),
    waited,
    store,
    get now() {
      return world.now
    },
    set now(at) {
      world.now = at
    },
    knows: (id) => void (world.knows = id),
    pass: (ms) => void (world.now = later(world.now, ms)),
    async alert(id) {
      const found = await store.get('fraud-alert', id)
      if (!found) throw new Error(`no alert ${id}`)
      return found.value
    },
    version: async (id) => (await store.get('fraud-alert', id))?.version ?? 0,
    async promised(kind) {
      const due = await store.takeDue('2999-01-01T00:00:00.000Z', 10_000)
      for (const { id } of due) await store.release(id)
      return due.filter(({ order }) => order.kind === kind)
    },
    deeds: async (id) => (await store.auditOf(id)).map(({ what, by }) => `${what} by ${by}`),
  }
}
