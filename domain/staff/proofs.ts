import type { Consequences } from '../cases/decide-case.ts'
import type { Save } from '../ports/desk-store.ts'
import { refused, type Outcome } from '../shared/outcome.ts'
import type { VersionRefusal } from '../shared/versioned.ts'
import type { CodeRefusal } from './second-factor.ts'
import type { SecondFactorDesk } from './second-factor-desk.ts'
import type { Staff } from './staff.ts'

/** Asks for a code in the middle of a decision. */
interface Prove {
  /** Null: it is them. Call it last, when everything else says yes: a code counts once. */
  (by: Staff, typed: string, about: string): Promise<{ readonly ok: false; readonly refusal: CodeRefusal } | null>
  /** The decision's consequences, with the code used up in the same commit. */
  alongWith(consequences: Consequences): Consequences
}

type Decision<Value, Refusal> = Promise<Outcome<Value, Refusal | VersionRefusal>>

/** How a decision that takes a second factor is made: what the code is spent on, it is spent on once. */
export function proofs(factors: Pick<SecondFactorDesk, 'prove'>) {
  return async <Value, Refusal>(decide: (prove: Prove) => Decision<Value, Refusal>): Decision<Value, Refusal> => {
    let used: readonly Save[] = []
    const ask = async (by: Staff, typed: string, about: string) => {
      const proved = await factors.prove(by.id, typed, about)
      if (proved.ok) used = [proved.value]
      return proved.ok ? null : refused(proved.refusal)
    }
    const prove = Object.assign(ask, {
      alongWith: (consequences: Consequences): Consequences => ({
        ...consequences,
        also: { ...consequences.also, save: [...(consequences.also?.save ?? []), ...used] },
      }),
    })
    const outcome = await decide(prove)
    // Where the same code was spent elsewhere at the same moment, nobody was faster here: it is told what happened.
    const again = !outcome.ok && used.length > 0 && isStale(outcome.refusal)
    return again ? decide(prove) : outcome
  }
}

function isStale(refusal: unknown): boolean {
  return (refusal as VersionRefusal).code === 'changed-since'
}
