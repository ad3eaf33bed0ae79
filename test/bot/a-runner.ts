import sinon, { type SinonFakeTimers } from 'sinon'
import { createLog } from '../../bot/logging.ts'
import { createOutboxRunner, type OutboxRunner, type RunnerParts } from '../../bot/outbox-runner.ts'
import type { OutboxEntry, Tried } from '../../domain/outbox/outbox-entry.ts'
import { instantOf, later, type Instant } from '../../domain/shared/time.ts'
import { morning } from '../kit/builders.ts'
import { memoryStore } from '../kit/memory-store.ts'

/** A promise to bring the cards of `S-1` up to date, due so many ms into the morning. */
export function aPromise(id: string, dueMs = 0, attempts = 0): OutboxEntry {
  return { id, order: { kind: 'update-cards', case: 'S-1' }, dueAt: later(morning, dueMs), attempts }
}

/** The morning's clock, which only a test moves; the runner's timers hang on it as well. */
export function aMorning(): SinonFakeTimers {
  return sinon.useFakeTimers({
    now: Date.parse(morning),
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date'],
  })
}

export interface ARunner {
  readonly runner: OutboxRunner
  /** Each try, as `id at ms`, counted from the start of the morning. */
  readonly tries: readonly string[]
  readonly outcomes: readonly string[]
  /** Lines of the log, as they are written. */
  readonly logged: readonly string[]
}

interface ARunnerParts extends Partial<Omit<RunnerParts, 'keep'>> {
  readonly keep?: (entry: OutboxEntry) => Promise<unknown>
  /** What is said of each try that did not throw. */
  readonly tells?: (entry: OutboxEntry) => Tried
}

/** A runner that keeps each promise by settling it, after `keep` was asked. */
export function aRunner(clock: SinonFakeTimers, parts: ARunnerParts = {}): ARunner {
  const { store = memoryStore(), keep = async () => undefined, tells = () => 'kept', ...others } = parts
  const tries: string[] = []
  const outcomes: string[] = []
  const logged: string[] = []
  const now = (): Instant => instantOf(clock.now)
  const runner = createOutboxRunner({
    now,
    log: createLog('info', { write: (line) => void logged.push(line) }),
    onTried: (kind, outcome) => outcomes.push(`${kind} ${outcome}`),
    ...others,
    store,
    async keep(entry) {
      tries.push(`${entry.id} at ${clock.now - Date.parse(morning)}`)
      await keep(entry)
      await store.commit({ settle: [entry.id] })
      return tells(entry)
    },
  })
  return { runner, tries, outcomes, logged }
}

/** A door that stays shut until it is opened. */
export function aDoor(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { passed: promise, open: resolve }
}
