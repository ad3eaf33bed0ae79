import type { DeskStore } from '../ports/desk-store.ts'
import type { StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { StepInCase } from './own-steps.ts'

const kinds = ['suspension', 'resumption', 'ending', 'budget'] as const

/** What somebody asked for or approved at such moments, the last first. */
export async function stepsInCases(
  by: StaffId,
  when: (at: Instant) => boolean,
  store: Pick<DeskStore, 'list'>,
): Promise<readonly StepInCase[]> {
  const found = await Promise.all(
    kinds.map(async (of) =>
      (await store.list(of)).flatMap(({ id, value: { askedBy, askedAt, approvals } }): readonly StepInCase[] => [
        ...(askedBy === by ? [{ kind: 'asked', of, case: id, at: askedAt } as const] : []),
        ...approvals.flatMap((yes) => (yes.by === by ? [{ kind: 'approved', of, case: id, at: yes.at } as const] : [])),
      ]),
    ),
  )
  return found
    .flat()
    .filter(({ at }) => when(at))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}
