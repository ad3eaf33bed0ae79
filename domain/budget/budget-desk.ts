import { caseId } from '../cases/case.ts'
import type { BudgetDeed } from '../cases/case-deed.ts'
import { decider, expirer, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { SpendingBudget, SpendingOf } from '../ports/spending.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import type { Instant } from '../shared/time.ts'
import { untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import type { BudgetChange } from './budget.ts'
import { budgetAudit, ordersOf } from './budget-consequences.ts'
import * as decisions from './decide-budget.ts'
import { budgetPointer, budgetUnderWay, releasing } from './open-budget.ts'

type Decided = Promise<Outcome<BudgetChange, decisions.BudgetRefusal | VersionRefusal>>

/** What a lane says of its customers' budgets; `unread` where it does not say, or did not answer. */
export interface LaneBudgets {
  readonly lane: Lane
  readonly without: readonly { readonly customer: CustomerId; readonly used: Money | null }[] | 'unread'
}

/** Customers' monthly Azure budgets at the operator. */
export interface BudgetDesk {
  /** Customers with Azure use and without a budget, the most used first; lanes without Azure are left out. */
  withoutBudget(): Promise<readonly LaneBudgets[]>
  /** How it stands at the operator now; null where it does not say. Throws `OutsideFault`. */
  read(customer: CustomerId, lane: Lane): Promise<SpendingBudget | null>
  ask(
    customer: CustomerId,
    amount: Money,
    budget: SpendingBudget | null,
    by: Staff,
    askedIn: PlaceId,
  ): Promise<
    Outcome<
      BudgetChange,
      | decisions.BudgetAskRefusal
      | { readonly code: 'unknown-customer' }
      | { readonly code: 'asked-before'; readonly case: CaseId }
    >
  >
  /** Reads it again: what stands there as it is asked for already is over with it. */
  approve(at: CaseAt, by: Staff): Decided
  reject(at: CaseAt, because: string, by: Staff): Decided
  withdraw(at: CaseAt, by: Staff): Decided
  expire(id: CaseId): Promise<void>
}

export function createBudgetDesk(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly policy: Pick<CollectionsPolicy, 'calendar'>
    readonly spendingOf: SpendingOf
  },
): BudgetDesk {
  const { store, book, policy, now, newId, spendingOf } = parts
  const decide = decider('budget', parts)
  const recorded = (by: string, what: BudgetDeed) => async (next: BudgetChange, at: Instant) => ({
    audit: [budgetAudit(next, at, by, what)],
    orders: ordersOf(next),
    also: { remove: await releasing(next, store) },
  })
  /** Null where it cannot be told: whoever sets it looks again before anything is sent. */
  const standsNow = async ({ customer, identity }: BudgetChange): Promise<SpendingBudget | null> => {
    try {
      return (await spendingOf(identity.lane)?.budget(customer)) ?? null
    } catch (fault) {
      if (fault instanceof OutsideFault) return null
      throw fault
    }
  }

  return {
    async withoutBudget() {
      const all = lanes.map(async (lane): Promise<readonly LaneBudgets[]> => {
        const spending = spendingOf(lane)
        if (!spending) return []
        const budgets = await spending.budgets().catch((fault: unknown) => {
          if (fault instanceof OutsideFault) return null
          throw fault
        })
        if (budgets === null) return [{ lane, without: 'unread' }]
        const without = budgets.filter(({ amount }) => amount === null)
        return [{ lane, without: without.sort((one, other) => (other.used?.minor ?? 0) - (one.used?.minor ?? 0)) }]
      })
      return (await Promise.all(all)).flat()
    },

    read: async (customer, lane) => (await spendingOf(lane)?.budget(customer)) ?? null,

    async ask(customer, amount, budget, by, askedIn) {
      const of = (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return refused({ code: 'unknown-customer' })
      const matched = of.customer
      const { calendar } = policy
      // Of two who ask at once the second looks again, and finds what the first one asked for.
      return untilFresh(async () => {
        const underWay = await budgetUnderWay(matched.lane, customer, store)
        if (underWay.case !== null) return refused({ code: 'asked-before', case: underWay.case })
        const at = now()
        const id = caseId('budget', await store.nextNumber('U'))
        const outcome = decisions.askBudget(amount, { id, by, customer: matched, budget, calendar, now: at })
        if (!outcome.ok) return outcome
        await store.commit({
          save: [
            { kind: 'budget', id, value: outcome.value, basedOn: null },
            {
              kind: 'open-case',
              id: budgetPointer(matched.lane, customer),
              value: { case: id, customer },
              basedOn: underWay.pointer?.version ?? null,
            },
          ],
          audit: [budgetAudit(outcome.value, at, by.id, 'budget.asked')],
          outbox: [
            order(newId, { kind: 'post-case', case: id, askedIn }, at),
            order(newId, { kind: 'expire-case', case: id }, outcome.value.expiresAt),
          ],
        })
        return granted(outcome.value)
      })
    },

    approve: (at, by) =>
      decide<decisions.BudgetRefusal>(
        at,
        async (budget, moment) => {
          const outcome = decisions.approveBudget(budget, { by, intent: newId(), now: moment })
          if (!outcome.ok) return outcome
          return granted(decisions.asItStands(outcome.value, await standsNow(budget), moment))
        },
        recorded(by.id, 'budget.approved'),
      ),
    reject: (at, because, by) =>
      decide(
        at,
        (budget, moment) => decisions.rejectBudget(budget, { by, because, now: moment }),
        recorded(by.id, 'budget.rejected'),
      ),
    withdraw: (at, by) =>
      decide(
        at,
        (budget, moment) => decisions.withdrawBudget(budget, { by, now: moment }),
        recorded(by.id, 'budget.withdrawn'),
      ),
    expire: expirer('budget', parts, decisions.expireBudget, recorded('desk', 'budget.expired')),
  }
}
