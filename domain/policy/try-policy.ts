import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { LedgerDesk } from '../receivables/ledger-desk.ts'
import type { LedgerOfDay } from '../receivables/past-ledgers.ts'
import { addDays, dayAt, type Instant } from '../shared/time.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import { rehearse, type Rehearsal } from './rehearse.ts'

/** How many days are lived, before today and after. */
const lived = { back: 90, ahead: 30 }

/** What a policy is tried on. */
export interface TrialParts {
  readonly store: Pick<DeskStore, 'list'>
  readonly ledger: Pick<LedgerDesk, 'past'>
  readonly operators: Pick<OperatorDirectory, 'customers'>
  /** The one that rules. */
  readonly policy: CollectionsPolicy
  readonly now: () => Instant
  /** Lets a desk that runs do other things between two days. */
  readonly pause?: () => Promise<void>
}

/** Rehearses a policy on the desk's own ledger and records; null where there is no ledger. Nothing is changed by it. */
export async function tryPolicy(proposed: CollectionsPolicy, parts: TrialParts): Promise<Rehearsal | null> {
  const { store, ledger, operators, policy, now, pause } = parts
  const today = dayAt(now(), policy.calendar.timeZone)
  const [matches, notices, agreements] = await Promise.all([
    store.list('match'),
    store.list('final-notice'),
    store.list('agreement'),
  ])
  const days = ledger.past(addDays(today, -lived.back), addDays(today, lived.ahead))
  return rehearse(unhurried(days, pause), {
    // As it rules now, whatever is activated meanwhile.
    now: { ...policy },
    then: proposed,
    today,
    operators: operators.customers(),
    confirmed: matches.map(({ value }) => value),
    notices: notices.map(({ value }) => value),
    agreements: agreements.map(({ value }) => value),
  })
}

async function* unhurried(days: AsyncIterable<LedgerOfDay>, pause: TrialParts['pause']): AsyncGenerator<LedgerOfDay> {
  for await (const day of days) {
    yield day
    await pause?.()
  }
}
