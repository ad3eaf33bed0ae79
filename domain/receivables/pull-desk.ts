import type { Actor } from '../audit/audit-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { KnownAs, LedgerSource } from '../ports/ledger-source.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { dayAt, msOf, type Clock, type Instant, type TimeZone } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { LedgerDesk } from './ledger-desk.ts'
import type { ImportRecord } from './ledger-import.ts'
import type { PullNote } from './pull-note.ts'
import type { Taken, TakeRefusal } from './take-pulled.ts'

/** How often books are read, in ms: usually; where the last try got no answer; where it was refused. */
export const pullEveryMs = { usually: 4 * 3_600_000, afterSilence: 15 * 60_000, afterNo: 3_600_000 }
/** The timetable's own beat may come a little early. */
const graceMs = 5_000
/** Whoever asks in a chat is answered within so long. */
const patienceMs = 8_000

/** What came of reading books. */
export type Pulled =
  | Taken
  /** Not read: what was read before waits for somebody's yes. */
  | { readonly kind: 'waits'; readonly record: ImportRecord }
  /** Not read: somebody said no to what was read today, or took it back. The desk asks again tomorrow. */
  | { readonly kind: 'put-off'; readonly record: ImportRecord }
  | { readonly kind: 'failed'; readonly fault: OutsideFault }
  /** Read, and not to be believed. */
  | { readonly kind: 'not-taken'; readonly refusal: TakeRefusal }

/** How the desk does with some books, since it was started. */
export interface PullState {
  readonly source: string
  /** What people call them. */
  readonly title: string
  readonly triedAt: Instant | null
  /** When they were last read and taken over. */
  readonly okAt: Instant | null
  readonly last: Pulled | null
  /** What should be known of what they said last; of what waits, where they were not read since. */
  readonly notes: readonly PullNote[]
  readonly isReading: boolean
}

/** Reads the books by itself: on a schedule, and when somebody asks. */
export interface PullDesk {
  states(): readonly PullState[]
  /** Reads all books where it is time, one reading of the same books at a time; answers how those stand then. */
  pass(): Promise<readonly PullState[]>
  /**
   * Reads all books now, for somebody. Where they are being read already this is that reading. Answers how they stand, after
   * a few seconds also where the reading goes on. Null: they may not ask.
   */
  pull(by: Staff): Promise<readonly PullState[] | null>
}

interface PullParts {
  readonly store: Pick<DeskStore, 'list'>
  readonly ledger: Pick<LedgerDesk, 'take'>
  readonly sources: readonly LedgerSource[]
  readonly policy: { readonly calendar: { readonly timeZone: TimeZone } }
  readonly now: Clock
  /** Left out: whoever asks is answered when all is read. */
  readonly wait?: (ms: number) => Promise<void>
}

interface Seen {
  readonly triedAt: Instant
  readonly okAt: Instant | null
  readonly last: Pulled
  readonly notes: readonly PullNote[]
}

/** What came of one try. */
type Read = Pick<Seen, 'last' | 'notes'>

export function createPullDesk({ store, ledger, sources, policy, now, wait }: PullParts): PullDesk {
  const seen = new Map<string, Seen>()
  const underWay = new Map<string, Promise<void>>()

  const states = (): readonly PullState[] =>
    sources.map(({ name, title }) => {
      const { triedAt = null, okAt = null, last = null, notes = [] } = seen.get(name) ?? {}
      return { source: name, title, triedAt, okAt, last, notes, isReading: underWay.has(name) }
    })

  return {
    states,
    async pass() {
      const due = sources.filter(isDue)
      await Promise.all(due.map((source) => readInTurn(source, 'desk', null)))
      return states().filter(({ source }) => due.some(({ name }) => name === source))
    },
    async pull(by) {
      if (!mayAsk(by.roles, 'import ledger')) return null
      const read = Promise.all(sources.map((source) => readInTurn(source, by.id, by)))
      await (wait ? Promise.race([read, wait(patienceMs)]) : read)
      return states()
    },
  }

  function isDue({ name }: LedgerSource): boolean {
    const before = seen.get(name)
    if (!before) return true
    const { triedAt, last } = before
    return msOf(now()) - msOf(triedAt) >= everyMs(last) - graceMs
  }

  /** One reading of the same books at a time: two at once would be two imports of one state. */
  function readInTurn(source: LedgerSource, by: Actor, staff: Staff | null): Promise<void> {
    const running = underWay.get(source.name)
    if (running) return running
    const run = readOnce(source, by, staff).finally(() => underWay.delete(source.name))
    underWay.set(source.name, run)
    return run
  }

  async function readOnce(source: LedgerSource, by: Actor, staff: Staff | null): Promise<void> {
    const triedAt = now()
    const { last, notes } = (await waitsFor(source, staff)) ?? (await pulled(source, by, staff))
    const isOk = last.kind === 'imported' || last.kind === 'unchanged'
    seen.set(source.name, { triedAt, last, notes, okAt: isOk ? triedAt : (seen.get(source.name)?.okAt ?? null) })
  }

  /** Whether reading now would only ask people again what they are asked already, or have answered today. */
  async function waitsFor({ name }: LedgerSource, staff: Staff | null): Promise<Read | null> {
    const own = (await store.list('ledger-import'))
      .map(({ value }) => value)
      .filter(({ pulled }) => pulled?.source === name)
    const record = own.at(-1)
    if (!record) return null
    const { notes = [] } = record.pulled ?? {}
    if (record.status === 'pending') return { last: { kind: 'waits', record }, notes }
    const isNo = record.status === 'rejected' || record.status === 'undone'
    const today = dayAt(now(), policy.calendar.timeZone)
    return isNo && staff === null && record.asOf >= today ? { last: { kind: 'put-off', record }, notes } : null
  }

  /** Under which name each of a source's books was taken over, the latest reading first. */
  async function namesOf({ name }: LedgerSource): Promise<KnownAs> {
    const records = (await store.list('ledger-import')).map(({ value }) => value).toReversed()
    const isActive = ({ status }: ImportRecord) => status === 'active' || status === 'undo-asked'
    return (books) =>
      records.find((one) => isActive(one) && one.pulled?.source === name && one.pulled.books === books)?.scope.value ??
      null
  }

  async function pulled(source: LedgerSource, by: Actor, staff: Staff | null): Promise<Read> {
    const { name, title } = source
    try {
      const { notes, books, ...reading } = await source.pull(await namesOf(source))
      const incoming = {
        ...reading,
        file: title,
        pulled: { source: name, notes, ...(books !== undefined && { books }) },
      }
      const taken = await ledger.take(incoming, by, staff)
      // Somebody else's import came between: what was read still holds beside it.
      const again = !taken.ok && taken.refusal.code === 'changed-since' ? await ledger.take(incoming, by, staff) : taken
      return { last: again.ok ? again.value : { kind: 'not-taken', refusal: again.refusal }, notes }
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      return { last: { kind: 'failed', fault }, notes: [] }
    }
  }
}

function everyMs(last: Pulled): number {
  switch (last.kind) {
    case 'failed':
      return last.fault.retryable ? pullEveryMs.afterSilence : pullEveryMs.afterNo
    case 'not-taken':
      return pullEveryMs.afterNo
    // Nothing is asked outside: what was decided meanwhile is seen soon.
    case 'waits':
    case 'put-off':
      return pullEveryMs.afterSilence
    case 'imported':
    case 'unchanged':
      return pullEveryMs.usually
  }
}
