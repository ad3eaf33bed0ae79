import { setImmediate as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { loadCatalogues } from '../adapters/catalogues/load-catalogues.ts'
import { understandLedgerCsv } from '../adapters/ledger-csv/understand-ledger-csv.ts'
import { openFileImportArchive } from '../adapters/lowdb/file-import-archive.ts'
import { openFileUploadShelf } from '../adapters/lowdb/file-upload-shelf.ts'
import { openLowdbStore } from '../adapters/lowdb/lowdb-store.ts'
import { openWatchMemory } from '../adapters/partner-center/watch-cache.ts'
import type { RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { openHolidays } from '../adapters/holidays/open-holidays.ts'
import { policyReader } from '../adapters/policy-yaml/policy-reader.ts'
import type { Keyring } from '../adapters/shared/keyring.ts'
import { oneTimeCodes } from '../adapters/totp/one-time-codes.ts'
import { letterWriter } from '../dialogs/reminders/write-letter.ts'
import { catalogue, isWhole } from '../dialogs/words/catalogue.ts'
import { languagesFrom, type Languages } from '../dialogs/words/languages.ts'
import type { PlacesOf } from '../domain/cases/audience.ts'
import { createDesk, type Desk } from '../domain/desk.ts'
import type { Lane } from '../domain/customers/lane.ts'
import type { CollectionsPolicy } from '../domain/policy/collections-policy.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'
import type { UploadShelf } from '../domain/ports/upload-shelf.ts'
import { createLedgerDesk } from '../domain/receivables/ledger-desk.ts'
import type { UnderstandLedger } from '../domain/receivables/understanding.ts'
import type { NewId } from '../domain/shared/ids.ts'
import type { Clock } from '../domain/shared/time.ts'
import { accountKey } from '../domain/staff/staff.ts'
import { endingOf } from '../domain/suspension/suspension-consequences.ts'
import type { Config } from './config.ts'
import { openCustomerMail } from './open-customer-mail.ts'
import { openTicketMail } from './open-ticket-mail.ts'
import { openPagers } from './open-pagers.ts'
import { chatsOf } from './config/chats.ts'
import { deskKeyring } from './desk-keyring.ts'
import type { DemoClock } from './demo/demo-clock.ts'
import { wallClock } from './wall-clock.ts'
import { newCode } from './new-code.ts'
import { draftIn, policyInForce } from './open-policy.ts'
import { openLanes, type AccessOf, type FeedsOf, type ReadTicketsOf, type SpendingOf } from './open-lanes.ts'
import { loggableCommit, tellingStore } from './telling-store.ts'

/** The desk with its memory and its operators, before any chat is connected. */
export interface OpenDesk {
  readonly config: Config
  readonly desk: Desk
  readonly store: DeskStore
  readonly directory: RefreshableDirectory
  /** How each configured lane signs in, and how much it may ask. */
  readonly accessOf: AccessOf
  readonly feedsOf: FeedsOf
  readonly spendingOf: SpendingOf
  /** Each lane's tickets at its operator, where it lets us read them. */
  readonly ticketsOf: ReadTicketsOf
  /** Names the partner account of each configured lane without telling it. */
  readonly accounts: Readonly<Partial<Record<Lane, string>>>
  readonly languages: Languages
  readonly policy: CollectionsPolicy
  /** Seals what is secret and must be kept. */
  readonly keyring: Keyring
  readonly now: Clock
  /** This machine's own clock, which what the outside dates by itself goes by: the same unless a demo was moved ahead. */
  readonly wall: Clock
  /** Null where nothing can be moved: only a running demo can. */
  readonly demoClock: DemoClock | null
  readonly newId: NewId
  readonly placesOf: PlacesOf
  readonly uploads: UploadShelf
  readonly understandLedger: UnderstandLedger
  close(): Promise<void>
}

export interface OpenDeskOptions {
  readonly folder: string
  /** Lanes beside or instead of the configured ones: the demo's own simulators. */
  readonly lanes?: Config['lanes']
  readonly log: Logger
  /** Where a person is spoken to; unless told, in the chats of their accounts. */
  readonly placesOf?: PlacesOf
  /** The clock of a demo that can be moved ahead; this machine's own where it is left out. */
  readonly clock?: DemoClock
  /** Hears of every commit that promised something. */
  readonly onPromised?: () => void
}

const here = (path: string) => new URL(path, import.meta.url)

/** Opens everything that remembers and everything that acts. Throws with a sentence where something cannot be used. */
export async function openDesk(config: Config, options: OpenDeskOptions): Promise<OpenDesk> {
  const { folder, log, onPromised = () => undefined } = options
  const placesOf: PlacesOf = options.placesOf ?? (({ accounts }) => accounts.map(accountKey))
  const now = options.clock?.now ?? wallClock
  const newId: NewId = randomUUID
  const store = tellingStore(await openLowdbStore(folder, { now }), (commit) => {
    log.info(loggableCommit(commit), 'committed')
    if (commit.outbox && commit.outbox.length > 0) onPromised()
  })
  try {
    const inForce = await policyInForce({ store, now, folder, mode: config.mode, log })
    const { policy } = inForce
    const onThrottled = (lane: Lane, retryAfterMs: number | null) =>
      log.warn({ lane, retryAfterMs }, 'the operator asks for less')
    const onCacheTrouble = (lane: Lane, err: unknown) => log.warn({ lane, err }, 'operator cache unusable')
    const keyring = await deskKeyring(config.deskKeys, folder)
    const opened = await openLanes({
      configured: { ...config.lanes, ...options.lanes },
      mode: config.mode,
      folder,
      deps: { fetch, now, newId, onThrottled },
      keyring,
      onCacheTrouble,
      onTokenTrouble: (lane, err) => log.error({ lane, err }, 'refresh token not kept or not readable; run the doctor'),
    })
    const { laneOf, patientLaneOf, sweepLaneOf, webhooksOf, directory, accounts } = opened
    const { accessOf, feedsOf, spendingOf, ticketsOf, ownInvoicesOf } = opened
    const chats = chatsOf({ teams: config.mode === 'demo' || config.teams !== null, slack: config.slack !== null })
    const ledger = createLedgerDesk({
      store,
      chats,
      archive: await openFileImportArchive(folder),
      operators: directory,
      policy,
      now,
      newId,
      endRequestsOf: (customer, at, by) => endingOf(customer, 'customer-rematched', at, by, store),
    })
    await ledger.start()
    const catalogues = await loadCatalogues(here('../dialogs/languages/'), (raw) => catalogue.parse(raw))
    const languages = languagesFrom(catalogues, config.language, policy.calendar.timeZone)
    const desk = createDesk({
      store,
      ledger,
      operators: directory,
      laneOf,
      patientLaneOf,
      sweepLaneOf,
      feedsOf,
      webhooksOf,
      ownInvoicesOf,
      spendingOf,
      memory: await openWatchMemory({ folder: join(folder, 'operators'), accounts, onTrouble: onCacheTrouble }),
      policy,
      inForce,
      pause,
      policies: { reader: policyReader, draft: () => draftIn(folder) },
      holidays: await openHolidays(folder, now),
      ticketsOf,
      mailboxOf: openTicketMail(config.ticketMail),
      writeLetter: letterWriter(
        languagesFrom(catalogues.filter(isWhole), config.language, policy.calendar.timeZone),
        config.partner,
      ),
      customerMailbox: openCustomerMail(config.customerMail),
      ledgerSources: config.ledgerSources.map((open) => open({ fetch, now, timeZone: policy.calendar.timeZone })),
      pagers: openPagers(config.pager, { fetch, now, words: languages.best() }),
      placesOf,
      chats,
      now,
      wait: (ms) => sleep(ms, undefined, { ref: false }),
      newId,
      newCode,
      sealer: keyring,
      // An app shows the codes of its own clock.
      codes: { ...oneTimeCodes, stepOf: (secret, typed) => oneTimeCodes.stepOf(secret, typed, wallClock()) },
    })
    return {
      config,
      desk,
      store,
      directory,
      accessOf,
      feedsOf,
      spendingOf,
      ticketsOf,
      accounts,
      languages,
      policy,
      keyring,
      now,
      wall: wallClock,
      demoClock: options.clock ?? null,
      newId,
      placesOf,
      uploads: await openFileUploadShelf(folder, { now }),
      understandLedger: understandLedgerCsv,
      close: () => store.close(),
    }
  } catch (fault) {
    await store.close()
    throw fault
  }
}
