import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { loadCatalogues } from '../adapters/catalogues/load-catalogues.ts'
import { openFileImportArchive } from '../adapters/lowdb/file-import-archive.ts'
import { openLowdbStore } from '../adapters/lowdb/lowdb-store.ts'
import { isLoopback } from '../adapters/shared/loopback.ts'
import { openOperatorDirectory, type RefreshableDirectory } from '../adapters/partner-center/operator-directory.ts'
import { signIn } from '../adapters/partner-center/client.ts'
import { openPartnerCenterLane } from '../adapters/partner-center/partner-center-lane.ts'
import type { PartnerCenterDeps, Timings } from '../adapters/partner-center/settings.ts'
import { readPolicy } from '../adapters/policy-yaml/read-policy.ts'
import { catalogue } from '../dialogs/words/catalogue.ts'
import { languagesFrom, type Languages } from '../dialogs/words/languages.ts'
import type { LaneOf } from '../domain/acts/carry-out.ts'
import type { PlacesOf } from '../domain/cases/audience.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import { caseKindOf } from '../domain/cases/case.ts'
import { createDesk, type Desk } from '../domain/desk.ts'
import type { CollectionsPolicy } from '../domain/policy/collections-policy.ts'
import type { Commit, DeskStore } from '../domain/ports/desk-store.ts'
import { createLedgerDesk } from '../domain/receivables/ledger-desk.ts'
import type { NewId } from '../domain/shared/ids.ts'
import { instantOf, type Clock } from '../domain/shared/time.ts'
import { accountKey } from '../domain/staff/staff.ts'
import { endingOf } from '../domain/suspension/suspension-consequences.ts'
import type { Config } from './config.ts'
import type { LaneConfig } from './config/lane-config.ts'
import { loggable } from './logging.ts'

/** The desk with its memory and its operators, before any chat is connected. */
export interface OpenDesk {
  readonly config: Config
  readonly desk: Desk
  readonly store: DeskStore
  readonly directory: RefreshableDirectory
  readonly languages: Languages
  readonly policy: CollectionsPolicy
  readonly now: Clock
  readonly newId: NewId
  readonly placesOf: PlacesOf
  close(): Promise<void>
}

export interface OpenDeskOptions {
  readonly folder: string
  /** Lanes beside or instead of the configured ones: the demo's own simulators. */
  readonly lanes?: Config['lanes']
  readonly log: Logger
  readonly placesOf?: PlacesOf
  /** Hears of every commit that promised something. */
  readonly onPromised?: () => void
}

/** A person is waiting, and the chat waits at most some ten seconds for an answer (facts/chat-platforms 4.1). */
const forPeople: Partial<Timings> = { attemptMs: 4_000, totalMs: 7_000, retryWaitsMs: [300], patienceMs: 1_000 }

const here = (path: string) => new URL(path, import.meta.url)

/** Opens everything that remembers and everything that acts. Throws with a sentence where something cannot be used. */
export async function openDesk(config: Config, options: OpenDeskOptions): Promise<OpenDesk> {
  const { folder, log, onPromised = () => undefined } = options
  const placesOf: PlacesOf = options.placesOf ?? (({ accounts }) => accounts.map(accountKey))
  const now: Clock = () => instantOf(Date.now())
  const newId: NewId = randomUUID
  const store = telling(await openLowdbStore(folder, { now }), (commit) => {
    log.info(recordsOf(commit), 'committed')
    if (commit.outbox && commit.outbox.length > 0) onPromised()
  })
  try {
    const configured = { ...config.lanes, ...options.lanes }
    const policy = await policyIn(folder, log)
    const deps: PartnerCenterDeps = { fetch, now, newId }
    const accounts = lanes.flatMap((lane) => {
      const settings = configured[lane]
      if (!settings) return []
      const client = clientConfig(lane, settings, config)
      return [{ lane, client, tokens: signIn(client, deps) }]
    })
    const open = (timings?: Partial<Timings>): LaneOf => {
      const opened = new Map(
        accounts.map(({ lane, client, tokens }) => [lane, openPartnerCenterLane(client, { ...deps, timings }, tokens)]),
      )
      return (lane) => opened.get(lane) ?? null
    }
    const patientLaneOf = open()
    const directory = await openOperatorDirectory(
      lanes.flatMap((lane) => {
        const operator = patientLaneOf(lane)
        return operator ? [{ operator, account: accountOf(configured[lane]) }] : []
      }),
      {
        folder: join(folder, 'operators'),
        now,
        onCacheTrouble: (lane, err) => log.warn({ lane, err }, 'operator cache unusable'),
      },
    )
    const ledger = createLedgerDesk({
      store,
      archive: await openFileImportArchive(folder),
      operators: directory,
      policy,
      now,
      newId,
      endRequestsOf: (customer, at, by) => endingOf(customer, 'customer-rematched', at, by, store),
    })
    await ledger.start()
    const desk = createDesk({
      store,
      ledger,
      operators: directory,
      laneOf: open(forPeople),
      patientLaneOf,
      policy,
      placesOf,
      now,
      newId,
    })
    const catalogues = await loadCatalogues(here('../dialogs/languages/'), (raw) => catalogue.parse(raw))
    return {
      config,
      desk,
      store,
      directory,
      languages: languagesFrom(catalogues, config.language, policy.calendar.timeZone),
      policy,
      now,
      newId,
      placesOf,
      close: () => store.close(),
    }
  } catch (fault) {
    await store.close()
    throw fault
  }
}

/** Reads all customers of every lane anew; a lane that does not answer keeps what was known of it. */
export async function refreshCustomers(directory: RefreshableDirectory, laneOf: LaneOf, log: Logger): Promise<void> {
  for (const lane of lanes.filter((each) => laneOf(each) !== null)) {
    try {
      await directory.refresh(lane)
    } catch (err) {
      log.warn({ lane, ...loggable(err) }, 'customers could not be read')
    }
  }
}

async function policyIn(folder: string, log: Logger): Promise<CollectionsPolicy> {
  const own = join(folder, 'policy.yaml')
  const text = await readFile(own, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  log.info({ policy: text === null ? 'default' : own }, 'policy in force')
  if (text !== null) return readPolicy(text, own)
  const usual = here('../adapters/policy-yaml/default-policy.yaml')
  return readPolicy(await readFile(usual, 'utf8'), 'default-policy.yaml')
}

function clientConfig(lane: Lane, { apiUrl, loginUrl, ...settings }: LaneConfig, { mode }: Config) {
  return {
    lane,
    ...settings,
    apiUrl,
    loginUrl,
    application: 'Partner Desk',
    ...(mode === 'demo' && { allow: isLoopback }),
  }
}

/** Which partner account a cache belongs to, without telling it. */
function accountOf(settings: LaneConfig | undefined): string {
  const { tenantId = '', clientId = '', apiUrl = '' } = settings ?? {}
  return createHash('sha256').update(`${tenantId}|${clientId}|${apiUrl}`).digest('hex').slice(0, 16)
}

/** The store, telling somebody of each commit. */
function telling(store: DeskStore, onCommit: (commit: Commit) => void): DeskStore {
  return {
    get: (kind, id) => store.get(kind, id),
    list: (kind, where) => store.list(kind, where),
    nextNumber: (series) => store.nextNumber(series),
    async commit(commit) {
      await store.commit(commit)
      onCommit(commit)
    },
    auditOf: (about) => store.auditOf(about),
    auditTrail: () => store.auditTrail(),
    takeDue: (now, limit) => store.takeDue(now, limit),
    release: (entry) => store.release(entry),
    backlog: () => store.backlog(),
    close: () => store.close(),
  }
}

/** Kinds and numbers only: what a record says is nobody's business in a log. */
function recordsOf({ save = [], remove = [], outbox = [], settle = [], postpone = [] }: Commit) {
  return {
    saved: save.map(({ kind, id }) => (caseKindOf(id) === null ? kind : id)),
    removed: remove.length,
    promised: outbox.map(({ id, order }) => `${order.kind} ${id}`),
    kept: settle.length,
    postponed: postpone.map(({ id }) => id),
  }
}
