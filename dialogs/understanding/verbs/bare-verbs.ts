import type { ReadVerb, ReadVerbs } from './heard-verb.ts'

const verbs = [
  'watch',
  'policy',
  'policy-versions',
  'policy-activate',
  'overdue-without-policy',
  'countdown',
  'figures',
  'budgets',
  'credits',
  'own-invoices',
  'routes',
  'route-test',
  'route-test-pager',
  'roles',
  'lanes',
  'ledger',
  'pull-ledger',
  'undo',
  'never-mind',
  'help',
  'hello',
  'thanks',
  'goodbye',
  'page',
] as const

/** Verbs that nothing is said beside. */
export const bareVerbs: ReadVerbs = Object.fromEntries(
  verbs.map((verb): [string, ReadVerb] => [verb, () => ({ verb })]),
)
