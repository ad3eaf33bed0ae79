import type { Actor } from '../audit/audit-entry.ts'
import type { AgreementDesk } from '../agreements/agreement-desk.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CaseId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { isOpen } from '../suspension/suspension-request.ts'
import { inEffect } from './assignment.ts'
import { ownSteps, type KeptStep, type OwnStep, type StepInCase, type Undone } from './own-steps.ts'
import { stepsInCases } from './steps-in-cases.ts'

/** Why nothing was taken back. */
export type UndoRefusal =
  | { readonly code: 'nothing-to-undo' }
  /** The last step is part of a case, which ends in ways of its own; `before`: what they could take back instead. */
  | { readonly code: 'in-case'; readonly step: StepInCase; readonly before: OwnStep | null }
  /** Somebody decided otherwise since, or the list of an import named somebody. */
  | { readonly code: 'overtaken'; readonly step: OwnStep; readonly by: Actor; readonly list: CaseId | null }
  /** A request stands on the final notice. */
  | { readonly code: 'relied-on'; readonly step: OwnStep; readonly case: CaseId }

/** Takes back what somebody did alone, on the same day of the partner's. */
export interface UndoDesk {
  /** The last own step, or the one whose id is named. Each that was taken back makes the one before it the last. */
  undo(by: Staff, step?: string): Promise<Outcome<Undone, UndoRefusal | VersionRefusal>>
}

export function createUndoDesk(
  parts: DeciderParts & {
    readonly policy: Pick<CollectionsPolicy, 'calendar'>
    readonly agreements: Pick<AgreementDesk, 'undo'>
  },
): UndoDesk {
  const { store, policy, now, agreements } = parts
  const { timeZone } = policy.calendar

  /** Null where nothing stands in the way. */
  const whyNot = async (step: KeptStep): Promise<UndoRefusal | null> => {
    const { kind, id, customer } = step
    if (kind === 'assignment') {
      const last = inEffect((await store.list(kind, { customer })).map(({ value }) => value))
      if (last === null || last.id === id) return null
      const { by, import: list = null } = last
      return { code: 'overtaken', step, by, list }
    }
    if (kind === 'skip') {
      const last = (await store.list(kind, { customer })).at(-1)
      return last && last.id !== id ? { code: 'overtaken', step, by: last.value.by, list: null } : null
    }
    if (kind !== 'final-notice') return null
    const open = await store.list('suspension', { customer, open: true })
    const standsOnIt = open.find(({ value }) => value.reason === 'non-payment' && isOpen(value))
    return standsOnIt ? { code: 'relied-on', step, case: standsOnIt.id } : null
  }

  return {
    async undo(by, named) {
      const at = now()
      const today = (moment: Instant) => dayAt(moment, timeZone) === dayAt(at, timeZone)
      const steps = await ownSteps(by.id, today, store)
      const step = named === undefined ? steps[0] : steps.find(({ id }) => id === named)
      const [inCase] = named === undefined ? await stepsInCases(by.id, today, store) : []
      if (inCase && (step === undefined || step.at < inCase.at))
        return refused({ code: 'in-case', step: inCase, before: step ?? null })
      if (step === undefined) return refused({ code: 'nothing-to-undo' })
      const why = await whyNot(step)
      if (why) return refused(why)
      const { kind, id, customer, version, details, undone } = step
      if (kind === 'agreement') {
        // It has an end of its own to be told, and stays on record as taken back.
        const outcome = await agreements.undo(id, by)
        return outcome.ok ? granted(undone) : refused({ code: 'changed-since' })
      }
      return unlessStale<Undone, never>(async () => {
        await store.commit({
          remove: [{ kind, id, basedOn: version }],
          audit: [{ at, by: by.id, what: `${kind}.undone`, about: id, customer, details }],
        })
        return granted(undone)
      })
    },
  }
}
