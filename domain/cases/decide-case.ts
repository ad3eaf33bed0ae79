import type { AuditDraft } from '../audit/audit-entry.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import { StaleWrite, type Commit, type DeskStore, type Removal, type Save } from '../ports/desk-store.ts'
import type { CaseId, NewId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Clock, Instant } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { CaseKind, Cases } from './case.ts'

/** What every desk decides with. */
export interface DeciderParts {
  readonly store: DeskStore
  readonly now: Clock
  readonly newId: NewId
}

/** What a decision brings with it, in the same commit. */
export interface Consequences {
  readonly audit: readonly AuditDraft[]
  /** Promises that are due at once. */
  readonly orders: readonly Order[]
  /** Promises of a later day. */
  readonly later?: readonly OutboxEntry[]
  readonly also?: Pick<Commit, 'save' | 'remove'>
}

/** Part of somebody else's commit that ends all open requests of a customer. */
export interface Ending {
  readonly save: readonly Save[]
  readonly remove: readonly Removal[]
  readonly audit: readonly AuditDraft[]
  readonly orders: readonly Order[]
}

/** A decision of one person, or of the desk itself, about one case. */
type Decide<Case> = <Refusal>(
  at: CaseAt,
  rule: (found: Case, now: Instant) => Promise<Outcome<Case, Refusal>> | Outcome<Case, Refusal>,
  consequences: (next: Case, now: Instant) => Promise<Consequences> | Consequences,
) => Promise<Outcome<Case, Refusal | VersionRefusal>>

/**
 * The road of every decision about a case: read, let the rule decide, commit once. The rule is asked before the
 * version is compared, so that a late press hears who decided and not merely that something changed.
 */
export function decider<K extends CaseKind>(kind: K, { store, now, newId }: DeciderParts): Decide<Cases[K]> {
  return <Refusal>(
    at: CaseAt,
    rule: (found: Cases[K], now: Instant) => Promise<Outcome<Cases[K], Refusal>> | Outcome<Cases[K], Refusal>,
    consequences: (next: Cases[K], now: Instant) => Promise<Consequences> | Consequences,
  ) =>
    unlessStale<Cases[K], Refusal>(async () => {
      const found = await store.get(kind, at.case)
      if (!found) return refused({ code: 'not-found' })
      const moment = now()
      const outcome = await rule(found.value, moment)
      if (!outcome.ok) return outcome
      if (found.version !== at.version) return refused({ code: 'changed-since' })

      const { audit, orders, later = [], also = {} } = await consequences(outcome.value, moment)
      await store.commit({
        ...also,
        save: [saveOf(kind, at.case, outcome.value, at.version), ...(also.save ?? [])],
        audit,
        outbox: [...orders.map((what) => order(newId, what, moment)), ...later],
      })
      return granted(outcome.value)
    })
}

/** Ends a case that nobody decided in time, or moves it on; `end` answers null where it is not due yet, or over already. */
export function expirer<K extends CaseKind>(
  kind: K,
  parts: DeciderParts,
  end: (found: Cases[K], now: Instant) => Cases[K] | null,
  consequences: (next: Cases[K], now: Instant) => Promise<Consequences> | Consequences,
): (id: CaseId) => Promise<void> {
  const decide = decider(kind, parts)
  return async (id) => {
    const found = await parts.store.get(kind, id)
    if (!found) return
    const outcome = await decide(
      { case: id, version: found.version },
      (value, moment) => {
        const ended = end(value, moment)
        return ended ? granted(ended) : refused({ code: 'not-due' })
      },
      consequences,
    )
    // Somebody wrote at the same moment: the promise is tried again and sees what they did.
    if (!outcome.ok && outcome.refusal.code === 'changed-since') throw new StaleWrite(kind, id)
  }
}

/** A Save of a case whose kind is only known as a parameter. */
export function saveOf<K extends CaseKind>(kind: K, id: string, value: Cases[K], basedOn: number | null): Save {
  return { kind, id, value, basedOn } as Save
}
