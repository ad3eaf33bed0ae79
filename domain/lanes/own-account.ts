import { aboutCustomer, ownAccount } from '../ports/operator-codes.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { FaultFacts } from '../shared/outside-fault.ts'

/** One answer that refused us, and whose call it was; null: it was about no customer. */
export interface RefusedCall {
  readonly customer: CustomerId | null
}

/** So many refusals in a row, with no answer of another kind between them … */
const inARow = 5
/** … about so many different customers (what is about none counts as one) are about ourselves and not about them. */
const different = 3

/** Whether a refusal speaks of our own account, whoever it was about: of our programme, our token or our sign-in. */
export function speaksOfUs({ kind, code }: FaultFacts): boolean {
  if (code === undefined) return false
  // The operator's codes are numbers; the sign-in's are words (`invalid_client`), and it knows no customers.
  return ownAccount.has(code) || (kind === 'unauthorised' && /^[a-z]+(_[a-z]+)+$/.test(code))
}

/** Whether access was refused; a customer who is locked or not ours is refused in the same way. */
export function isRefusal({ kind, status, code }: FaultFacts): boolean {
  if (code !== undefined && aboutCustomer.has(code)) return false
  return kind === 'unauthorised' || status === 401 || status === 403
}

/** Whether the last answers of a lane, newest last and refusals all of them, cannot all be about the customers. */
export function everyCallRefused(refusals: readonly RefusedCall[]): boolean {
  const last = refusals.slice(-inARow)
  return last.length === inARow && new Set(last.map(({ customer }) => customer)).size >= different
}
