import type { DeskStore } from '../ports/desk-store.ts'
import type { StaffId } from '../shared/ids.ts'
import { msOf } from '../shared/time.ts'
import type { Staff } from '../staff/staff.ts'
import { audienceOf, couldDecide } from './audience.ts'
import { askOf, caseSeries, waitsForDecision, type AnyCase, type CaseKind } from './case.ts'

/** The open cases of every kind, as one person looks at them; newest first. */
export interface CaseBook {
  /** Those to which this person could say yes or no: they asked for none of them, and have said yes to none yet. */
  waitingFor(staff: Staff): Promise<readonly AnyCase[]>
  /** Those this person asked for. */
  askedBy(staff: StaffId): Promise<readonly AnyCase[]>
}

export function createCaseBook({ store }: { readonly store: DeskStore }): CaseBook {
  const openOf = async (kind: CaseKind) =>
    (await store.list(kind, { open: true })).map(({ value, version }) => ({ kind, value, version }) as AnyCase)
  const newest = async (wanted: (found: AnyCase) => boolean): Promise<readonly AnyCase[]> => {
    const all = await Promise.all((Object.keys(caseSeries) as CaseKind[]).map(openOf))
    // Of one moment, the one that was kept last comes first.
    const latestFirst = all.flat().filter(wanted).reverse()
    return latestFirst.sort((a, b) => msOf(askOf(b).at) - msOf(askOf(a).at))
  }
  return {
    waitingFor: (staff) =>
      newest((found) => waitsForDecision(found) && couldDecide(audienceOf(found), staff) && !saidYes(found, staff.id)),
    askedBy: (staff) => newest((found) => askOf(found).by === staff),
  }
}

/** Where two must say yes, the first of them waits for the other. */
function saidYes({ value }: AnyCase, staff: StaffId): boolean {
  return 'approvals' in value && value.approvals.some(({ by }) => by === staff)
}
