import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { createDesk, type Desk } from '../../domain/desk.ts'
import type { Order, OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import type { Commit, DeskStore, Kind, Records, Save } from '../../domain/ports/desk-store.ts'
import { noHolidays } from '../../domain/ports/holiday-calendar.ts'
import { createWatchMemory } from '../../domain/watch/watch-memory.ts'
import type { OperatorTickets } from '../../domain/ports/operator-tickets.ts'
import type { TicketMailbox } from '../../domain/ports/ticket-mailbox.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import type { LedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import type { Ledger } from '../../domain/receivables/ledger.ts'
import { later, type Instant } from '../../domain/shared/time.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'
import {
  anActingLane,
  aLedger,
  aNotice,
  anOperatorCustomer,
  aPolicy,
  aSubscription,
  fabrikam,
  ines,
  lin,
  mei,
  morning,
  otto,
  phones,
  rosa,
  sam,
  uma,
  wang,
} from './builders.ts'
import { fakeOperator, type FakeOperator } from './fake-operator.ts'
import { clockCodes, plainSealer } from './second-factors.ts'
import { plainLetters } from './letters.ts'
import { memoryStore } from './memory-store.ts'

export const everybody: readonly Staff[] = [mei, wang, lin, ines, rosa, otto, uma, sam]

/** What a test may turn while the desk runs. */
interface World {
  now: Instant
  ledger: Ledger
  customers: readonly OperatorCustomer[]
  /** Null while the lane's customers were never read. */
  readAt: Instant | null
  /** Whether the lane is configured at all. */
  configured: boolean
}

export interface ADesk {
  readonly desk: Desk
  readonly store: DeskStore
  readonly world: World
  readonly operator: FakeOperator
  /** Every commit that was written, in order. */
  readonly commits: readonly Commit[]
  /** The same desk after its process died: same store, same operator, nothing in memory. */
  reopened(through?: Through): ADesk
  /** What is promised and due, taken from the outbox. */
  due(): Promise<readonly OutboxEntry[]>
  /** Carries out the acts that are due and lets everything else be; says which orders it met. */
  carryOutDue(): Promise<readonly Order[]>
  /** Carries out what becomes due for so long, as it becomes due. */
  run(hours: number): Promise<void>
  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | null>
  audited(about: string): Promise<readonly string[]>
}

/** How the tickets of the one operator are filed and followed. */
interface Followed {
  readonly tickets: OperatorTickets | null
  readonly mailbox: TicketMailbox | null
}

/** Stands between the desk and what it works with, to fail where a test wants it to. */
export interface Through {
  store?(store: DeskStore): DeskStore
  lane?(lane: OperatorLane): OperatorLane
}

/** A desk in memory where everybody works and Contoso is due for suspension, with one final notice that has passed. */
export async function aDesk(
  changes: {
    /** How many suspensions for non-payment a day may have. */
    readonly limit?: number
    readonly policy?: Partial<CollectionsPolicy>
    /** More customers of the operator, each with the usual subscriptions. */
    readonly customers?: readonly string[]
    readonly tickets?: OperatorTickets
    readonly mailbox?: TicketMailbox
  } = {},
): Promise<ADesk> {
  const store = memoryStore()
  const customers = [
    anOperatorCustomer(),
    anOperatorCustomer({ tenantId: fabrikam, name: 'Fabrikam 中国', domain: 'fabrikam.cn' }),
    ...(changes.customers ?? []).map((tenantId) => anOperatorCustomer({ tenantId, name: tenantId })),
  ]
  const operator = fakeOperator(
    'china',
    customers.map((customer) => [
      customer,
      customer.tenantId === fabrikam ? [] : [aSubscription(), aSubscription({ id: phones, name: 'Phones' })],
    ]),
  )
  const world: World = { now: morning, ledger: aLedger(), customers, readAt: morning, configured: true }
  const notice = aNotice()
  await store.commit({
    save: [
      ...everybody.map((value): Save => ({ kind: 'staff', id: value.id, value, basedOn: null })),
      { kind: 'final-notice', id: notice.id, value: notice, basedOn: null },
      { kind: 'lane', id: 'china', value: anActingLane('china'), basedOn: null },
    ],
  })
  let ids = 0
  const policy = aPolicy({ ...(changes.limit === undefined ? {} : { dailyLimit: changes.limit }), ...changes.policy })
  const { tickets = null, mailbox = null } = changes
  return open(store, operator, world, policy, () => `id-${(ids += 1)}`, {}, { tickets, mailbox })
}

function open(
  kept: DeskStore,
  operator: FakeOperator,
  world: World,
  policy: CollectionsPolicy,
  newId: () => string,
  through: Through = {},
  followed: Followed = { tickets: null, mailbox: null },
): ADesk {
  const commits: Commit[] = []
  const watched: DeskStore = {
    ...kept,
    async commit(commit) {
      await kept.commit(commit)
      commits.push(commit)
    },
  }
  const store = through.store?.(watched) ?? watched
  const lane = through.lane?.(operator) ?? operator
  const laneOf = (asked: Lane) => (world.configured && asked === lane.lane ? lane : null)
  const desk = createDesk({
    store,
    ledger: { current: () => world.ledger } as LedgerDesk,
    operators: {
      get revision() {
        return world.customers.reduce((sum, { tenantId }) => sum * 31 + tenantId.length, world.customers.length)
      },
      customers: () => world.customers,
      readAt: () => world.readAt,
    },
    laneOf,
    patientLaneOf: laneOf,
    sweepLaneOf: laneOf,
    feedsOf: () => [],
    webhooksOf: () => null,
    spendingOf: () => null,
    ticketsOf: (asked) => (asked === followed.tickets?.lane ? followed.tickets : null),
    mailboxOf: (asked) => (asked === followed.mailbox?.lane ? followed.mailbox : null),
    writeLetter: plainLetters,
    memory: createWatchMemory(),
    policy,
    holidays: { in: async () => noHolidays },
    placesOf: ({ accounts }) => accounts.map(accountKey),
    chats: { root: 'teams', other: 'slack' },
    now: () => world.now,
    newId,
    newCode: () => '7KQ2M9FD',
    sealer: plainSealer,
    codes: clockCodes,
  })

  const keep = async (entry: OutboxEntry): Promise<unknown> => {
    const { order } = entry
    switch (order.kind) {
      case 'suspend-subscription':
        return desk.carryOut.suspension(entry, order)
      case 'reactivate-subscription':
        return desk.carryOut.resumption(entry, order)
      case 'restore-subscription':
        return desk.carryOut.restoring(entry, order)
      case 'look-by-hand':
        return desk.byHand.look(entry, order)
      case 'change-ticket':
        return desk.tickets.carryOut(entry, order)
      case 'mail-ticket':
        return desk.tickets.send(entry, order, ({ title, text }) =>
          Promise.resolve({ subject: title, text, attachments: [] }),
        )
      case 'remind-by-hand':
        return desk.byHand.remind(entry, order.case)
      case 'recheck-debt':
        if (order.undone) await desk.agreements.judgeAnew(order.undone.since)
        await desk.agreements.tend('marks')
        if (order.undone) await desk.suspensions.tellGroundBack(order.undone)
        await desk.suspensions.withdrawUnjustified(order.customer)
        await desk.resumptions.seeToPaid(order.customer)
        return desk.cards.settle(entry)
      case 'expire-case':
        await desk.suspensions.expire(order.case)
        await desk.resumptions.expire(order.case)
        return desk.cards.settle(entry)
      default:
        return desk.cards.settle(entry)
    }
  }
  const carryOutDue = async (): Promise<readonly Order[]> => {
    const met: Order[] = []
    for (;;) {
      const due = await kept.takeDue(world.now, 20)
      if (due.length === 0) return met
      for (const entry of due) {
        met.push(entry.order)
        try {
          await keep(entry)
        } catch (fault) {
          // The process is gone, and its claims with it.
          for (const { id } of due) await kept.release(id)
          throw fault
        }
      }
    }
  }

  return {
    desk,
    store: kept,
    world,
    operator,
    commits,
    reopened: (next) => open(kept, operator, world, policy, newId, next, followed),
    async due() {
      const due = await kept.takeDue(world.now, 1000)
      for (const { id } of due) await kept.release(id)
      return due
    },
    carryOutDue,
    async run(hours) {
      const end = later(world.now, hours * 3_600_000)
      for (;;) {
        await carryOutDue()
        const { earliestDue } = await kept.backlog()
        if (earliestDue === null || earliestDue > end) break
        world.now = earliestDue
      }
      world.now = end
    },
    get: async (kind, id) => (await kept.get(kind, id))?.value ?? null,
    audited: async (about) => (await kept.auditOf(about)).map(({ what, by }) => `${what} by ${by}`),
  }
}
