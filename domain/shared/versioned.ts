import { StaleWrite } from '../ports/desk-store.ts'
import { refused, type Outcome } from './outcome.ts'

/** The case changed since the card was shown, or is not there at all. */
export type VersionRefusal = { readonly code: 'not-found' } | { readonly code: 'changed-since' }

/** What a press names: the case, and the version its card showed. */
export interface CaseAt {
  readonly case: string
  readonly version: number
}

/** Runs a commit; somebody who was faster is an answer, not an error. */
export async function unlessStale<Granted, Refusal>(
  commit: () => Promise<Outcome<Granted, Refusal | VersionRefusal>>,
): Promise<Outcome<Granted, Refusal | VersionRefusal>> {
  try {
    return await commit()
  } catch (fault) {
    if (fault instanceof StaleWrite) return refused({ code: 'changed-since' })
    throw fault
  }
}

/** Runs a read-decide-commit again when somebody else was faster; for the desk's own work, which nobody watches. */
export async function untilFresh<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (fault) {
      if (!(fault instanceof StaleWrite) || tries === 10) throw fault
    }
  }
}
