import type { Actor } from '../audit/audit-entry.ts'
import { decider, expirer } from '../cases/decide-case.ts'
import type { CaseId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { activeFrom } from './active-imports.ts'
import { emailSenders } from './carry-accounts.ts'
import * as decisions from './decide-import.ts'
import { draftImport, planFacts, type ImportDraft, type ImportParts, type IncomingLedger } from './draft-import.ts'
import { changed, differs, mendCard, type EffectChanged } from './effect-changed.ts'
import { consequencesOf } from './import-consequences.ts'
import { sameScope } from './import-scope.ts'
import { createImportTurns } from './import-turns.ts'
import { keepImport } from './keep-import.ts'
import type { Ledger } from './ledger.ts'
import { ownersByImport, withOwners, type OwnersDecided } from './owners-by-import.ts'
import { pastLedgers, type LedgerOfDay } from './past-ledgers.ts'
import type { ImportEffect, ImportRecord, ImportScope } from './ledger-import.ts'
import { planImport, type PlanRefusal } from './plan-import.ts'
import { stillProven } from './proven-matches.ts'
import { createTakingBack } from './take-back.ts'
import { takePulled, type Taken, type TakeRefusal } from './take-pulled.ts'

/** What a person is shown before they say yes; nothing is kept yet. */
export interface ImportProposal {
  readonly incoming: IncomingLedger
  readonly effect: ImportEffect
}

type Decided<Refusal> = Promise<Outcome<ImportRecord, Refusal | VersionRefusal>>

/** The one owner of the ledger: imports come in, are confirmed and taken back here. */
export interface LedgerDesk {
  /** Loads the active imports; throws when the archive is damaged. */
  start(): Promise<void>
  /** The ledger as it is now; the same value until an import changes it. */
  current(): Ledger
  /** The imports behind the e-mail addresses of these accounts, by account key; for one without any there is none. */
  emailsFrom(accounts: readonly string[]): ReadonlyMap<string, CaseId>
  /** The parts of the books that the imports in force speak for, the latest first. */
  scopes(): readonly ImportScope[]
  /** The ledger at the end of each of these days, as far back as imports are kept; days to come are like today. */
  past(from: Day, to: Day): AsyncIterable<LedgerOfDay>
  /** Works out what an incoming ledger would do; keeps nothing. */
  propose(incoming: IncomingLedger): Promise<Outcome<ImportProposal, PlanRefusal>>
  /** The yes to what was shown: active at once, or pending where a second person must say yes. */
  commit(
    proposal: ImportProposal,
    by: Actor,
    staff: Staff | null,
  ): Decided<PlanRefusal | decisions.CommitRefusal | EffectChanged>
  /**
   * Takes over books that were read, without showing anybody first: pending where a second person must say yes, and
   * nothing new where they say what they said before; then the data is as of the later day.
   */
  take(incoming: IncomingLedger, by: Actor, staff: Staff | null): Promise<Outcome<Taken, TakeRefusal>>
  /** A second person's yes, to an import or to taking it back, planned afresh; where it would now do something else the card is mended instead. */
  confirm(at: CaseAt, by: Staff): Decided<PlanRefusal | decisions.ConfirmRefusal | EffectChanged>
  /** A no, to an import or to taking it back. */
  reject(at: CaseAt, by: Staff): Decided<decisions.RejectRefusal>
  /** Takes an import back, or asks a second person where that changes much. */
  undo(id: CaseId, by: Actor, staff: Staff | null): Decided<decisions.UndoRefusal>
  /** Ends a question that nobody answered in time; does nothing when somebody did. */
  expire(id: CaseId): Promise<void>
}

export function createLedgerDesk(parts: ImportParts): LedgerDesk {
  const { store, archive, now, newId, endRequestsOf } = parts
  const decide = decider('ledger-import', parts)
  const turns = createImportTurns(parts)
  const takingBack = createTakingBack(parts, turns)

  /** What was shown, and what lies behind it. */
  const drafts = new WeakMap<ImportProposal, ImportDraft>()

  return {
    start: () => turns.inTurn(async () => undefined),
    current: () => turns.active.ledger,
    emailsFrom: (accounts) => emailSenders(turns.active.inForce, new Set(accounts)),
    scopes: () => {
      const all = turns.active.inForce.map(({ scope }) => scope).reverse()
      return all.filter((scope, at) => all.findIndex((other) => sameScope(scope, other)) === at)
    },

    past: (from, to) => pastLedgers(parts, { from, to, zone: parts.policy.calendar.timeZone }),

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
          const refusal = decisions.mayCommit(effect, staff, by)
          if (refusal) return refused(refusal)
          const at = now()
          const shown = drafts.get(proposal)
          const drafted =
            shown?.key === turns.active.key ? granted(shown) : await draftImport(incoming, turns.active, at, parts)
          if (!drafted.ok) return drafted
          const { plan } = drafted.value
          if (differs(plan.effect, effect)) return changed(plan.effect)

          const ground = { incoming, draft: drafted.value, active: turns.active, by, staff, at }
          const { record, fresh } = await keepImport(ground, parts)
          believe(fresh)
          return granted(record)
        }),
      ),

    take: (incoming, by, staff) =>
      turns.changing((believe) =>
        unlessStale<Taken, TakeRefusal>(() =>
          takePulled({ incoming, by, staff, active: turns.active, believe }, parts),
        ),
      ),

    confirm: (at, by) =>
      turns.changing(async (believe) => {
        const found = await store.get('ledger-import', at.case)
        if (found?.value.status === 'undo-asked') return takingBack.confirm(at, by)
        let owners: OwnersDecided | null = null
        const outcome = await decide<PlanRefusal | decisions.ConfirmRefusal | EffectChanged>(
          at,
          async (record, moment) => {
            const yes = decisions.confirmImport(record, { by, now: activeFrom(turns.active, moment) })
            if (!yes.ok) return yes
            const imported = stillProven(await archive.load(record.id, record.sha256), turns.active.ids)
            const plan = planImport(turns.active.inForce, turns.active.ledger, imported, await planFacts(moment, parts))
            if (!plan.ok) return plan
            believe({ imported, ledger: plan.value.ledger })
            owners = await ownersByImport(imported, plan.value.ledger, parts)
            const effect = withOwners(plan.value.effect, owners)
            return differs(effect, record.effect) ? changed(effect) : granted({ ...yes.value, effect })
          },
          (next, moment) =>
            consequencesOf(next, {
              what: 'confirmed',
              by: by.id,
              at: moment,
              active: turns.active,
              rematched: next.effect.rematched,
              ...(owners && { owning: owners.write({ by: by.id, at: moment, newId }) }),
              endRequestsOf,
            }),
        )
        if (!outcome.ok && outcome.refusal.code === 'effect-changed') await mendCard(at, outcome.refusal.effect, parts)
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

    undo: (id, by, staff) => turns.changing(() => takingBack.ask(id, by, staff)),
    expire: expirer('ledger-import', parts, decisions.expireImport, (next, at) =>
      consequencesOf(next, { what: 'expired', by: 'desk', at, active: null, rematched: [], endRequestsOf }),
    ),
  }
}
