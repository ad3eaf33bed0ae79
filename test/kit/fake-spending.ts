import type { Spending, SpendingBudget } from '../../domain/ports/spending.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import type { Money } from '../../domain/shared/money.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** Azure spending that keeps what it is told and fails when it is told to. */
export interface FakeSpending extends Spending {
  /** So it stands there now. */
  put(customer: CustomerId, budget: Partial<SpendingBudget>): void
  /** Every call that changed a budget, in order, repeated ones included. */
  readonly told: readonly { readonly customer: CustomerId; readonly amount: Money | null; readonly intent: string }[]
  /** How often a customer's budget was asked for. */
  readonly asked: number
  /** What becomes of the next calls, one each; null: all is well. */
  spoil(...faults: readonly (OutsideFault | null)[]): void
  /** What is set is taken, and does not show. */
  forget(): void
}

export function fakeSpending(): FakeSpending {
  const budgets = new Map<CustomerId, SpendingBudget>()
  const told: { customer: CustomerId; amount: Money | null; intent: string }[] = []
  const faults: (OutsideFault | null)[] = []
  const none: SpendingBudget = { amount: null, used: null, percentUsed: null }
  let asked = 0
  let forgets = false
  const answering = <Answer>(answer: () => Answer): Promise<Answer> => {
    const fault = faults.shift() ?? null
    return fault === null ? Promise.resolve(answer()) : Promise.reject(fault)
  }
  return {
    told,
    get asked() {
      return asked
    },
    put: (customer, budget) => void budgets.set(customer, { ...(budgets.get(customer) ?? none), ...budget }),
    spoil: (...next) => void faults.push(...next),
    forget: () => void (forgets = true),
    budget: (customer) => {
      asked += 1
      return answering(() => budgets.get(customer) ?? null)
    },
    budgets: () => answering(() => [...budgets].map(([customer, budget]) => ({ customer, ...budget }))),
    setBudget: (customer, amount, intent) =>
      answering(() => {
        told.push({ customer, amount, intent })
        if (!forgets) budgets.set(customer, { ...(budgets.get(customer) ?? none), amount })
      }),
  }
}
