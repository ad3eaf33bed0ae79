import type { Actor } from '../audit/audit-entry.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/**
 * Whose customer somebody is from then on, as a person said or a list named. Of one customer that counts which is in
 * effect; those of the same day can be undone.
 */
export interface Assignment {
  readonly id: string
  readonly customer: CustomerId
  /** Null: nobody's any more. */
  readonly owner: StaffId | null
  readonly by: Actor
  readonly at: Instant
  /** The import whose list named the owner; left out where a person assigned the customer. */
  readonly import?: CaseId
}

/**
 * Which of one customer's assignments counts; `all` with the newest last. A person's word stands until a person says
 * otherwise, whatever a list names; “nobody” leaves it to the next list. Also where both are written at one moment.
 */
export function inEffect(all: readonly Assignment[]): Assignment | null {
  return all.reduce<Assignment | null>((now, next) => (next.import && isByPerson(now) ? now : next), null)
}

/** Whether a person gave the customer to somebody, which no list changes. */
export function isByPerson(assignment: Assignment | null): boolean {
  return assignment !== null && assignment.import === undefined && assignment.owner !== null
}
