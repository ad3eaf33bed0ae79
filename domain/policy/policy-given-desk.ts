import type { DeciderParts } from '../cases/decide-case.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day } from '../shared/time.ts'
import type { Staff } from '../staff/staff.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import type { PolicyInForce } from './policy-in-force.ts'
import { lastGiven, recordGiven, type GivenRefusal, type GivingWay, type PolicyGiven } from './policy-given.ts'

/** Keeps to whom the policy was given; the desk itself writes to no customer. */
export interface PolicyGivenDesk {
  /** `on` null means today. What is on record already is given back and not recorded again. */
  record(
    customer: CustomerId,
    said: { readonly on: Day | null; readonly how: GivingWay | null },
    by: Staff,
  ): Promise<Outcome<PolicyGiven, GivenRefusal | { readonly code: 'unknown-customer' }>>
  /** What a customer was given last; null where nobody recorded anything. */
  of(customer: CustomerId): Promise<PolicyGiven | null>
  /** Everybody who was ever given one, with what they were given last. */
  all(): Promise<ReadonlyMap<CustomerId, PolicyGiven>>
}

export function createPolicyGivenDesk(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly policy: Pick<CollectionsPolicy, 'calendar'>
    readonly inForce: PolicyInForce
  },
): PolicyGivenDesk {
  const { store, book, policy, inForce, now, newId } = parts
  const given = async (customer?: CustomerId) =>
    (await store.list('policy-given', customer === undefined ? {} : { customer })).map(({ value }) => value)
  return {
    async record(customer, { on, how }, by) {
      if (!(await book.today()).of(customer)) return refused({ code: 'unknown-customer' })
      const known = (await store.list('policy-version')).map(({ value }) => value)
      const versions = known.length > 0 ? known : [inForce.version()]
      const { timeZone } = policy.calendar
      const outcome = recordGiven({ customer, on, how }, { id: newId(), by, versions, timeZone, now: now() })
      if (!outcome.ok) return outcome
      const { id, version, at, ...said } = outcome.value
      const same = (one: PolicyGiven) => one.version === version && one.on === said.on && one.how === how
      const before = (await given(customer)).find(same)
      if (before) return granted(before)
      await store.commit({
        save: [{ kind: 'policy-given', id, value: outcome.value, basedOn: null }],
        audit: [
          {
            at,
            by: by.id,
            what: 'policy.given',
            about: customer,
            customer,
            details: { version, on: said.on, how },
          },
        ],
      })
      return outcome
    },
    of: async (customer) => lastGiven(await given(customer)),
    all: async () => {
      const byCustomer = Map.groupBy(await given(), ({ customer }) => customer)
      return new Map(
        [...byCustomer].flatMap(([customer, each]) => {
          const last = lastGiven(each)
          return last ? [[customer, last] as const] : []
        }),
      )
    },
  }
}
