import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import type { ImportArchive } from '../../../domain/ports/import-archive.ts'
import type { IncomingLedger } from '../../../domain/receivables/draft-import.ts'
import { createLedgerDesk, type LedgerDesk } from '../../../domain/receivables/ledger-desk.ts'
import type { ImportRecord, LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import type { Outcome } from '../../../domain/shared/outcome.ts'
import type { Clock } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { endingOf } from '../../../domain/suspension/suspension-consequences.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { anImport, aPerson, operatorsOf, policy } from './an-import.ts'

export const mei = aPerson('mei', 'collector')
export const wang = aPerson('wang', 'approver')
export const lin = aPerson('lin', 'support')

/** An archive in memory that notices damage, and says what was read from it. */
export function memoryArchive(): ImportArchive & { readonly loaded: string[]; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  const loaded: string[] = []
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return {
    kept,
    loaded,
    async keep(imported) {
      const text = JSON.stringify(imported)
      kept.set(imported.id, text)
      return hash(text)
    },
    async load(id, sha256) {
      loaded.push(id)
      const text = kept.get(id) ?? ''
      if (hash(text) !== sha256) throw new Error(`${id} is damaged`)
      return JSON.parse(text) as LedgerImport
    },
  }
}

/** A desk on a store and archive that outlive it: `restarted` opens another one on the same. */
export function aLedgerDesk(customers: readonly OperatorCustomer[] = [], clock?: Clock) {
  const store = memoryStore()
  const archive = memoryArchive()
  let minutes = 0
  let ids = 0
  const now: Clock = clock ?? (() => `2026-03-31T10:${String((minutes += 1)).padStart(2, '0')}:00.000Z`)
  const open = (over: DeskStore = store) =>
    createLedgerDesk({
      store: over,
      chats: { root: 'teams' },
      archive,
      now,
      newId: () => `id-${(ids += 1)}`,
      policy,
      operators: operatorsOf(customers),
      endRequestsOf: (customer, at, by) => endingOf(customer, 'customer-rematched', at, by, store),
    })
  return { store, archive, desk: open(), restarted: open }
}

export function incoming(changes: Partial<LedgerImport> = {}): IncomingLedger {
  const { id, matches, ...rest } = anImport(changes)
  void [id, matches]
  return { ...rest, file: 'open.csv', rows: rest.items.length }
}

/** Proposes and says yes. */
export async function importing(desk: LedgerDesk, list: IncomingLedger, staff: Staff | null = null) {
  const proposal = await desk.propose(list)
  assert(proposal.ok, JSON.stringify(proposal))
  return desk.commit(proposal.value, staff?.id ?? 'console:mei', staff)
}

/** The record of an import that went through. */
export async function imported(
  desk: LedgerDesk,
  list: IncomingLedger,
  staff: Staff | null = null,
): Promise<ImportRecord> {
  return ok(await importing(desk, list, staff))
}

/** Taken back by Mei, and by Wang where two must agree. */
export async function takenBack(desk: LedgerDesk, id: string): Promise<ImportRecord> {
  const record = ok(await desk.undo(id, 'console:mei', mei))
  return record.status === 'undo-asked' ? ok(await desk.confirm({ case: id, version: 2 }, wang)) : record
}

export function ok<Value>(outcome: Outcome<Value, unknown>): Value {
  assert(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

export function refusalOf<Refusal>(outcome: Outcome<unknown, Refusal>): Refusal {
  assert(!outcome.ok, JSON.stringify(outcome))
  return outcome.refusal
}
