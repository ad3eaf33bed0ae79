import { chained, type AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import { StaleWrite, type Kind } from '../../domain/ports/desk-store.ts'
import { sha256 } from '../shared/sha256.ts'
import type { AnyStored, DeskState } from './desk-state.ts'
import { keep, type Kept } from './kept.ts'
import type { PreparedCommit } from './prepare-commit.ts'

/** The next state while it is made out of the one that is believed. Copies only what is changed. */
export class DeskDraft {
  readonly #believed: DeskState
  readonly #records = new Map<Kind, Map<string, Kept<AnyStored>>>()
  readonly #outbox: Map<string, Kept<OutboxEntry>>
  readonly #numbers: Map<string, number>
  readonly #audit: Kept<AuditEntry>[]
  #changed = false

  constructor(believed: DeskState) {
    this.#believed = believed
    this.#outbox = new Map(believed.outbox)
    this.#numbers = new Map(believed.numbers)
    this.#audit = [...believed.audit]
  }

  /** All of a commit, or nothing and a {@link StaleWrite}. */
  commit({ save, remove, unchanged, audit, outbox, settle, postpone }: PreparedCommit): void {
    for (const { kind, basedOn, record } of save) this.#mustStand(kind, record.value.id, basedOn)
    for (const { kind, id, basedOn } of [...remove, ...unchanged]) this.#mustStand(kind, id, basedOn)
    for (const id of [...settle, ...postpone.map(({ value }) => value.id)])
      if (!this.#outbox.has(id)) throw new StaleWrite('outbox', id)
    for (const { value } of outbox) if (this.#outbox.has(value.id)) throw new StaleWrite('outbox', value.id)

    for (const { kind, record } of save) this.#own(kind).set(record.value.id, record)
    for (const { kind, id } of remove) this.#own(kind).delete(id)
    for (const id of settle) this.#outbox.delete(id)
    for (const entry of [...postpone, ...outbox]) this.#outbox.set(entry.value.id, entry)
    for (const draft of audit) this.#audit.push(keep(chained(this.#audit.at(-1)?.value ?? null, draft, sha256)))
    this.#changed ||= [save, remove, audit, outbox, settle, postpone].some(({ length }) => length > 0)
  }

  nextNumber(series: string): number {
    const number = (this.#numbers.get(series) ?? 0) + 1
    this.#numbers.set(series, number)
    this.#changed = true
    return number
  }

  /** The believed state itself when nothing was changed. */
  end(): DeskState {
    if (!this.#changed) return this.#believed
    return {
      records: new Map([...this.#believed.records, ...this.#records]),
      outbox: this.#outbox,
      numbers: this.#numbers,
      audit: this.#audit,
    }
  }

  #mustStand(kind: Kind, id: string, basedOn: number | null): void {
    const ofKind = this.#records.get(kind) ?? this.#believed.records.get(kind)
    if ((ofKind?.get(id)?.value.version ?? null) !== basedOn) throw new StaleWrite(kind, id)
  }

  #own(kind: Kind): Map<string, Kept<AnyStored>> {
    const own = this.#records.get(kind) ?? new Map(this.#believed.records.get(kind))
    this.#records.set(kind, own)
    return own
  }
}
