import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { LedgerDesk } from '../receivables/ledger-desk.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { endingOf } from '../suspension/suspension-consequences.ts'
import type { Customer } from './customer.ts'
import { unmatchedId } from './customer-directory.ts'
import type { Lane } from './lane.ts'

export type MatchRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-account' }
  | { readonly code: 'unknown-customer' }
  | { readonly code: 'matched-already' }
  | { readonly code: 'other-lane' }

/** Confirms whose ledger account it is. */
export interface MatchDesk {
  /** A changed pair ends the open requests of both customers: they were made about somebody else's debt. */
  confirm(
    pair: { readonly account: string; readonly lane: Lane; readonly tenantId: string },
    by: Staff,
  ): Promise<Outcome<Customer, MatchRefusal | VersionRefusal>>
}

interface MatchDeskParts extends DeciderParts {
  readonly book: StandingBook
  readonly ledger: Pick<LedgerDesk, 'current'>
}

export function createMatchDesk({ store, book, ledger, now, newId }: MatchDeskParts): MatchDesk {
  /** Whether the ledger itself bills an account elsewhere: a customer belongs to one lane and never crosses. */
  const isElsewhere = (account: string, lane: Lane): boolean =>
    (ledger.current().items.get(account) ?? []).some(({ item }) => item.lane !== null && item.lane !== lane)

  return {
    async confirm({ account, lane, tenantId }, by) {
      if (!mayAsk(by.roles, 'match customer')) return refused({ code: 'not-allowed' })
      const { directory } = await book.today()
      const before = directory.ofAccount(account)
      if (!before) return refused({ code: 'unknown-account' })
      const own = before.accounts.find(({ key }) => key === account)
      const customer = directory.byId(tenantId)
      if (customer?.operator?.lane !== lane) return refused({ code: 'unknown-customer' })
      if (before.id === customer.id) return refused({ code: 'matched-already' })
      if (isElsewhere(account, lane)) return refused({ code: 'other-lane' })

      const at = now()
      const found = await store.get('match', account)
      const endings = await Promise.all(
        [before.id, customer.id].map((id) => endingOf(id, 'customer-rematched', at, by.id, store)),
      )
      return unlessStale(async () => {
        await store.commit({
          save: [
            {
              kind: 'match',
              id: account,
              value: { account, lane, tenantId, how: 'confirmed', ...(own && { name: own.name }) },
              basedOn: found?.version ?? null,
            },
            ...endings.flatMap(({ save }) => save),
          ],
          remove: endings.flatMap(({ remove }) => remove),
          audit: [
            {
              at,
              by: by.id,
              what: before.id === unmatchedId(account) ? 'match.confirmed' : 'match.changed',
              about: account,
              customer: customer.id,
              lane,
              details: { from: before.id, to: customer.id },
            },
            ...endings.flatMap(({ audit }) => audit),
          ],
          outbox: endings.flatMap(({ orders }) => orders).map((what) => order(newId, what, at)),
        })
        return granted(customer)
      })
    },
  }
}
