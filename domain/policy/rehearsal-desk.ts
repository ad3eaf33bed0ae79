import { granted, type Outcome } from '../shared/outcome.ts'
import { dayAt } from '../shared/time.ts'
import type { EditedRefusal, PolicyDesk } from './policy-desk.ts'
import type { Rehearsal } from './rehearse.ts'
import { tryPolicy, type TrialParts } from './try-policy.ts'

/** What the edited file would do. */
export interface Rehearsed {
  readonly file: string
  /** Null where there is no ledger. */
  readonly rehearsal: Rehearsal | null
}

/** Tries the policy file that is not in force yet. */
export interface RehearsalDesk {
  /** `again`: the newest one will do, where the file, what rules and the day are the same still. */
  edited(again: boolean): Promise<Outcome<Rehearsed, EditedRefusal>>
}

export function createRehearsalDesk(
  parts: TrialParts & { readonly policies: Pick<PolicyDesk, 'edited' | 'inForce'> },
): RehearsalDesk {
  const { policies, policy, now } = parts
  let newest: { readonly key: string; readonly rehearsed: Rehearsed } | null = null
  return {
    async edited(again) {
      const outcome = await policies.edited()
      if (!outcome.ok) return outcome
      const { file, sha256, policy: proposed } = outcome.value
      const key = [sha256, policies.inForce().number, dayAt(now(), policy.calendar.timeZone)].join()
      if (again && newest?.key === key) return granted(newest.rehearsed)
      const rehearsed = { file, rehearsal: await tryPolicy(proposed, parts) }
      newest = { key, rehearsed }
      return granted(rehearsed)
    },
  }
}
