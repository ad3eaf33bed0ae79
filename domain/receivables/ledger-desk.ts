import { canonical, type Actor } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import { decider, expirer, saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { ImportArchive } from '../ports/import-archive.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { activeFrom, loadActive } from './active-imports.ts'
import * as decisions from './decide-import.ts'
import { draftImport, planFacts, type DraftParts, type ImportDraft, type IncomingLedger } from './draft-import.ts'
import { consequencesOf, type EndRequestsOf } from './import-consequences.ts'
import { createImportTurns } from './import-turns.ts'
import type { Ledger } from './ledger.ts'
import type { ImportEffect, ImportRecord } from './ledger-import.ts'
import { guardedEffect, planImport, type PlanRefusal } from './plan-import.ts'

/** What a person is shown before they say yes; nothing is kept yet. */
interface ImportProposal {
  readonly incoming: IncomingLedger
  readonly effect: ImportEffect
}

/** What it would do is no longer what was shown. */
type EffectChanged = { readonly code: 'effect-changed'; readonly effect: ImportEffect }
type Decided<Refusal> = Promise<Outcome<ImportRecord, Refusal | VersionRefusal>>

/** The one owner of the ledger: imports come in, are confirmed and taken back here. */
export interface LedgerDesk {
  /** Loads the active imports; throws when the archive is damaged. */
  start(): Promise<void>
  /** Takes notice of what another process of this desk imported. */
  refresh(): Promise<void>
  /** The ledger as it is now; the same value until an import changes it. */
  current(): Ledger
  /** Works out what an incoming ledger would do; keeps nothing. */
  propose(incoming: IncomingLedger): Promise<Outcome<ImportProposal, PlanRefusal>>
  /** The yes to what was shown: active at once, or pending where a second person must say yes. */
  commit(
    proposal: ImportProposal,
    by: Actor,
    staff: Staff | null,
  ): Decided<PlanRefusal | decisions.CommitRefusal | EffectChanged>
  /** A second person's yes, to an import or to taking it back, planned afresh; where it would now do something else the card is mended instead. */
  confirm(at: CaseAt, by: Staff): Decided<PlanRefusal | decisions.ConfirmRefusal | EffectChanged>
  /** A no, to an import or to taking it back. */
  reject(at: CaseAt, by: Staff): Decided<decisions.RejectRefusal>
  /** Takes an import back, or asks a second person where that changes much. */
  undo(id: CaseId, by: Actor, staff: Staff | null): Decided<decisions.UndoRefusal>
  /** Ends a question that nobody answered in time; does nothing when somebody did. */
  expire(id: CaseId): Promise<void>
}

interface LedgerDeskParts extends DeciderParts, DraftParts {
  readonly archive: ImportArchive
  readonly endRequestsOf: EndRequestsOf
}

export function createLedgerDesk(parts: LedgerDeskParts): LedgerDesk {
  const { store, archive, now, newId, endRequestsOf } = parts
  const decide = decider('ledger-import', parts)
  const turns = createImportTurns(parts)

  /** What was shown, and what lies behind it. */
  const drafts = new WeakMap<ImportProposal, ImportDraft>()

  return {
    start: () => turns.inTurn(async () => undefined),
    refresh: () => turns.inTurn(async () => undefined),
    current: () => turns.active.ledger,

    propose: (incoming) =>
      turns.inTurn(async () => {
        const drafted = await draftImport(incoming, turns.active, now(), parts)
        if (!drafted.ok) return drafted
        const proposal = { incoming, effect: drafted.value.plan.effect }
        drafts.set(proposal, drafted.value)
        return granted(proposal)
      }),

    commit: (proposal, by, staff) =>
      turns.changing((believe) =>
        unlessStale<ImportRecord, PlanRefusal | decisions.CommitRefusal | EffectChanged>(async () => {
          const { incoming, effect } = proposal
          const refusal = decisions.mayCommit(effect, staff)
          if (refusal) return refused(refusal)
          const at = now()
          const shown = drafts.get(proposal)
          const drafted =
            shown?.key === turns.active.key ? granted(shown) : await draftImport(incoming, turns.active, at, parts)
          if (!drafted.ok) return drafted
          const { plan } = drafted.value
          if (differs(plan.effect, effect)) return changed(plan.effect)

          const id = caseId('ledger-import', await store.nextNumber('L'))
          const { file, rows, scope, complete, asOf } = incoming
          const imported = { ...drafted.value.imported, id }
          const sha256 = await archive.keep(imported)
          const asked = { id, file, sha256, scope, complete, asOf, rows, effect, by, staff: staff?.id ?? null, at }
          const record = decisions.askImport(asked, activeFrom(turns.active, at))
          const { audit, orders, also } = await consequencesOf(record, {
            ...(record.status === 'active'
              ? { what: 'activated', active: turns.active }
              : { what: 'proposed', active: null }),
            by,
            at,
            rematched: record.status === 'active' ? effect.rematched : [],
            endRequestsOf,
          })
          await store.commit({
            ...also,
            save: [saveOf('ledger-import', id, record, null), ...(also?.save ?? [])],
            audit,
            outbox: [
              ...orders.map((what) => order(newId, what, at)),
              ...(record.status === 'pending'
                ? [order(newId, { kind: 'expire-case', case: id }, decisions.importEnd(record))]
                : []),
            ],
          })
          believe({ imported, ledger: plan.ledger })
          return granted(record)
        }),
      ),

    confirm: (at, by) =>
      turns.changing(async (believe) => {
        const found = await store.get('ledger-import', at.case)
        if (found?.value.status === 'undo-asked') return confirmUndo(at, by)
        const outcome = await decide<PlanRefusal | decisions.ConfirmRefusal | EffectChanged>(
          at,
          async (record, moment) => {
            const yes = decisions.confirmImport(record, { by, now: activeFrom(turns.active, moment) })
            if (!yes.ok) return yes
            const imported = await archive.load(record.id, record.sha256)
            const plan = planImport(turns.active.inForce, turns.active.ledger, imported, await planFacts(moment, parts))
            if (!plan.ok) return plan
            believe({ imported, ledger: plan.value.ledger })
            return differs(plan.value.effect, record.effect) ? changed(plan.value.effect) : yes
          },
          (next, moment) =>
            consequencesOf(next, {
              what: 'confirmed',
              by: by.id,
              at: moment,
              active: turns.active,
              rematched: next.effect.rematched,
              endRequestsOf,
            }),
        )
        if (!outcome.ok && outcome.refusal.code === 'effect-changed') await mendCard(at, outcome.refusal.effect)
        return outcome
      }),

    reject: (at, by) =>
      decide(
        at,
        (record, moment) => decisions.rejectImport(record, { by, now: moment }),
        (next, moment) => {
          const what = next.status === 'active' ? 'undo-rejected' : 'rejected'
          return consequencesOf(next, { what, by: by.id, at: moment, active: null, rematched: [], endRequestsOf })
        },
      ),

    undo: (id, by, staff) =>
      turns.changing(async () => {
        const found = await store.get('ledger-import', id)
        const named = staff?.id ?? null
        return decide(
          { case: id, version: found?.version ?? 0 },
          async (record, moment) =>
            decisions.undoImport(record, { by, staff, now: moment, effect: await undoing(record, moment) }),
          async (next, moment) => {
            const facts = { by, named, at: moment, endRequestsOf }
            if (next.status !== 'undo-asked') {
              const { rematched } = await undoing(next, moment)
              return consequencesOf(next, { ...facts, what: 'undone', active: turns.active, rematched })
            }
            const asked = await consequencesOf(next, { ...facts, what: 'undo-asked', active: null, rematched: [] })
            const end = order(newId, { kind: 'expire-case', case: id }, decisions.importEnd(next.undo))
            return { ...asked, later: [end] }
          },
        )
      }),
    expire: expirer('ledger-import', parts, decisions.expireImport, (next, at) =>
      consequencesOf(next, { what: 'expired', by: 'desk', at, active: null, rematched: [], endRequestsOf }),
    ),
  }

  /** What taking an import back changes. */
  async function undoing({ id, sha256 }: ImportRecord, at: Instant): Promise<ImportEffect> {
    const { ledger } = await loadActive(parts, turns.active, { without: id })
    const imported = turns.active.inForce.find((one) => one.id === id) ?? (await archive.load(id, sha256))
    return guardedEffect(imported, turns.active.ledger, ledger, await planFacts(at, parts))
  }

  async function confirmUndo(at: CaseAt, by: Staff): Decided<decisions.ConfirmRefusal | EffectChanged> {
    const outcome = await decide<decisions.ConfirmRefusal | EffectChanged>(
      at,
      async (record, moment) => {
        const yes = decisions.confirmUndo(record, { by, now: moment })
        if (!yes.ok || record.status !== 'undo-asked') return yes
        const effect = await undoing(record, moment)
        return differs(effect, record.undo.effect) ? changed(effect) : yes
      },
      async (next, moment) => {
        const { rematched } = await undoing(next, moment)
        return consequencesOf(next, {
          what: 'undone',
          by: by.id,
          at: moment,
          active: turns.active,
          rematched,
          endRequestsOf,
        })
      },
    )
    if (!outcome.ok && outcome.refusal.code === 'effect-changed') await mendCard(at, outcome.refusal.effect)
    return outcome
  }

  /** The next yes must be to what it does now. */
  async function mendCard(at: CaseAt, effect: ImportEffect): Promise<void> {
    await decide<never>(
      at,
      (record) =>
        granted(
          record.status === 'undo-asked' ? { ...record, undo: { ...record.undo, effect } } : { ...record, effect },
        ),
      (next, moment) =>
        consequencesOf(next, { what: 'replanned', by: 'desk', at: moment, active: null, rematched: [], endRequestsOf }),
    )
  }
}

function differs(a: ImportEffect, b: ImportEffect): boolean {
  return canonical(a) !== canonical(b)
}

function changed(effect: ImportEffect) {
  return refused({ code: 'effect-changed', effect } as const)
}
