import type { Actor } from '../audit/audit-entry.ts'
import { decider } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { loadActive } from './active-imports.ts'
import * as decisions from './decide-import.ts'
import { planFacts, type ImportParts } from './draft-import.ts'
import { changed, differs, mendCard, type EffectChanged } from './effect-changed.ts'
import { consequencesOf } from './import-consequences.ts'
import type { ImportTurns } from './import-turns.ts'
import type { ImportEffect, ImportRecord } from './ledger-import.ts'
import { ownersWithout, withOwners } from './owners-by-import.ts'
import { guardedEffect } from './plan-import.ts'

type Decided<Refusal> = Promise<Outcome<ImportRecord, Refusal | VersionRefusal>>

/** Taking an import back, whole; asked and confirmed within a turn of the imports. */
interface TakingBack {
  /** Takes it back, or asks a second person where that changes much. */
  ask(id: CaseId, by: Actor, staff: Staff | null): Decided<decisions.UndoRefusal>
  /** The second person's yes, worked out afresh; where it would now do something else the card is mended instead. */
  confirm(at: CaseAt, by: Staff): Decided<decisions.ConfirmRefusal | EffectChanged>
}

export function createTakingBack(parts: ImportParts, turns: ImportTurns): TakingBack {
  const { store, archive, newId, endRequestsOf } = parts
  const decide = decider('ledger-import', parts)

  /** What taking an import back changes. */
  const workedOut = async ({ id, sha256 }: ImportRecord, at: Instant) => {
    const left = await loadActive(parts, turns.active, { without: id })
    const imported = turns.active.inForce.find((one) => one.id === id) ?? (await archive.load(id, sha256))
    const effect = guardedEffect(imported, turns.active.ledger, left.ledger, await planFacts(at, parts))
    const owners = await ownersWithout(id, left, parts)
    return { effect: withOwners(effect, owners), owners }
  }
  const effectOf = async (record: ImportRecord, at: Instant): Promise<ImportEffect> =>
    (await workedOut(record, at)).effect

  const undone = async (next: ImportRecord, at: Instant, by: Actor, named?: string | null) => {
    const { effect, owners } = await workedOut(next, at)
    const who = named === undefined ? { by } : { by, named }
    const owning = owners.write({ by, at, newId })
    const { rematched } = effect
    return consequencesOf(next, { ...who, what: 'undone', at, active: turns.active, rematched, owning, endRequestsOf })
  }

  return {
    async ask(id, by, staff) {
      const found = await store.get('ledger-import', id)
      const named = staff?.id ?? null
      return decide(
        { case: id, version: found?.version ?? 0 },
        async (record, moment) =>
          decisions.undoImport(record, { by, staff, now: moment, effect: await effectOf(record, moment) }),
        async (next, moment) => {
          if (next.status !== 'undo-asked') return undone(next, moment, by, named)
          const facts = { by, named, at: moment, active: null, rematched: [], endRequestsOf }
          const asked = await consequencesOf(next, { ...facts, what: 'undo-asked' })
          const end = order(newId, { kind: 'expire-case', case: id }, decisions.importEnd(next.undo))
          return { ...asked, later: [end] }
        },
      )
    },

    async confirm(at, by) {
      const outcome = await decide<decisions.ConfirmRefusal | EffectChanged>(
        at,
        async (record, moment) => {
          const yes = decisions.confirmUndo(record, { by, now: moment })
          if (!yes.ok || record.status !== 'undo-asked') return yes
          const effect = await effectOf(record, moment)
          return differs(effect, record.undo.effect) ? changed(effect) : yes
        },
        (next, moment) => undone(next, moment, by.id),
      )
      if (!outcome.ok && outcome.refusal.code === 'effect-changed') await mendCard(at, outcome.refusal.effect, parts)
      return outcome
    },
  }
}
