import type { Intent } from './intent.ts'

/** What only shows or explains something: nothing is changed by it, whoever asks, however often. */
const looking: ReadonlySet<Intent['verb']> = new Set<Intent['verb']>([
  ...(['overdue', 'overdue-of', 'overdue-csv', 'overdue-twice', 'unclear-amount', 'which-currency', 'page'] as const),
  ...(['overdue-without-policy', 'due', 'customer', 'holds', 'why', 'why-not', 'why-case', 'next', 'notes'] as const),
  ...(['watch', 'policy', 'policy-versions', 'policy-rehearse', 'policy-text', 'countdown', 'figures'] as const),
  ...(['budgets', 'own-invoices', 'credits', 'credit', 'alerts', 'tickets', 'waiting', 'show-case'] as const),
  ...(['routes', 'delivery', 'lanes', 'ledger', 'roles', 'agreements', 'help', 'hello', 'thanks', 'goodbye'] as const),
])

/** Whether a sentence changes something, or begins to: it is never taken from a guess, nor from its denial. */
export function isAct({ verb }: Intent): boolean {
  return !looking.has(verb)
}
