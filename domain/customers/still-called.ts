import { areStrangers } from '../receivables/propose-by-name.ts'
import type { LedgerAccount } from './customer.ts'

/**
 * Whether an account is still called what it was called when it was matched, give or take a spelling. Its number was
 * given to somebody else where it is not, and a match to whoever had it before must not follow. A name that is only the
 * number tells nothing.
 */
export function isStillCalled(name: string | undefined, { name: now, number }: LedgerAccount): boolean {
  return name === undefined || name === number || now === number || !areStrangers(name, now)
}
