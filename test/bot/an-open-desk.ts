import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { unkeptRefreshTokens } from '../../adapters/partner-center/refresh-tokens.ts'
import { openKeyring } from '../../adapters/shared/keyring.ts'
import { readConfig } from '../../bot/config.ts'
import type { OpenDesk } from '../../bot/open-desk.ts'
import { english, traditionalChinese as chinese } from '../kit/languages.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import { createDesk } from '../../domain/desk.ts'
import { createLedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Chats } from '../../domain/staff/chats.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'
import { createWatchMemory } from '../../domain/watch/watch-memory.ts'
import { endingOf } from '../../domain/suspension/suspension-consequences.ts'
import { memoryArchive } from '../domain/receivables/a-ledger-desk.ts'
import { everybody } from '../kit/a-desk.ts'
import { anActingLane, anOperatorCustomer, aPolicy, aSubscription, morning } from '../kit/builders.ts'
import { fakeOperator, type FakeOperator } from '../kit/fake-operator.ts'
import { plainLetters } from '../kit/letters.ts'
import { memoryShelf } from '../kit/memory-shelf.ts'
import { clockCodes, plainSealer } from '../kit/second-factors.ts'
import { memoryStore } from '../kit/memory-store.ts'

/** An open desk in memory, with a real ledger; a test may change what hangs on it, and the hour. */
export interface AnOpenDesk extends OpenDesk {
  readonly operator: FakeOperator
  time: Instant
}

/** Everybody works here, the lane in China has one customer, nothing was imported, and it is a Monday morning. */
export async function anOpenDesk(
  staff: readonly Staff[] = everybody,
  chats: Chats = { root: 'teams', other: null },
): Promise<AnOpenDesk> {
  const store = memoryStore()
  const policy = aPolicy()
  const customer = anOperatorCustomer()
  const operator = fakeOperator('china', [[customer, [aSubscription()]]])
  const directory = {
    revision: 1,
    customers: () => [customer],
    readAt: () => morning,
    refresh: async () => undefined,
  }
  const access = {
    refreshTokens: unkeptRefreshTokens(null),
    budget: { take: async () => undefined, rest: () => undefined, perMinute: 500, throttled: 0 },
    api: new URL('https://operator.example/'),
  }
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const now = () => open.time
  const ledger = createLedgerDesk({
    store,
    chats: { root: 'teams' },
    archive: memoryArchive(),
    operators: directory,
    policy,
    now,
    newId,
    endRequestsOf: (customer, at, by) => endingOf(customer, 'customer-rematched', at, by, store),
  })
  const laneOf: OpenDesk['desk']['laneOf'] = (lane) => (lane === 'china' ? operator : null)
  const placesOf: OpenDesk['placesOf'] = ({ accounts }) => accounts.map(accountKey)
  for (const value of staff) await store.commit({ save: [{ kind: 'staff', id: value.id, value, basedOn: null }] })

  await store.commit({ save: [{ kind: 'lane', id: 'china', value: anActingLane('china'), basedOn: null }] })

  const open: AnOpenDesk = {
    config: readConfig({}),
    desk: createDesk({
      store,
      memory: createWatchMemory(),
      ledger,
      operators: directory,
      laneOf,
      patientLaneOf: laneOf,
      sweepLaneOf: laneOf,
      feedsOf: () => [],
      webhooksOf: () => null,
      spendingOf: () => null,
      writeLetter: plainLetters,
      policy,
      holidays: { in: async () => () => false },
      placesOf,
      chats,
      now,
      newId,
      newCode: () => '7KQ2M9FD',
      sealer: plainSealer,
      codes: clockCodes,
    }),
    store,
    directory,
    accessOf: (lane) => (lane === 'china' ? access : null),
    feedsOf: () => [],
    spendingOf: () => null,
    ticketsOf: () => null,
    accounts: { china: 'partner' },
    languages: languagesFrom([english, chinese], 'en', policy.calendar.timeZone),
    policy,
    keyring: openKeyring(['a key of the specs']),
    now,
    wall: now,
    demoClock: null,
    newId,
    placesOf,
    uploads: memoryShelf(now),
    understandLedger: understandLedgerCsv,
    close: () => store.close(),
    operator,
    time: morning,
  }
  return open
}
