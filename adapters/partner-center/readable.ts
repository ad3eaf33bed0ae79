import { missingAccess } from '../../domain/ports/operator-codes.ts'
import { OutsideFault, unreadable } from '../../domain/shared/outside-fault.ts'

/**
 * An answer, or null where the operator does not let us read this: it wants a person's credential (facts/partner-center
 * 3.3), a role in the customer's tenant, or does not offer it in this cloud. Every other fault is thrown.
 */
export async function readable<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof OutsideFault && isKeptFromUs(cause)) return null
    throw cause
  }
}

function isKeptFromUs({ facts: { status, code } }: OutsideFault): boolean {
  if (code === unreadable) return false
  // Where the route itself is missing, nothing is there to name a code of the rules.
  if (status === 404) return code === undefined
  if (status !== 403) return false
  const missing = code === undefined ? undefined : missingAccess[code]
  return missing === undefined || missing === 'role' || missing === 'person'
}
