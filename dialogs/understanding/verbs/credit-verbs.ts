import type { ReadVerbs } from './heard-verb.ts'

/** Credit, budgets, and what fraud cost. Amounts stay as they were said. */
export const creditVerbs: ReadVerbs = {
  budget: ({ who, slots }) => ({ verb: 'budget', who, amount: slots['sum'] ?? null }),
  credit: ({ who }) => ({ verb: 'credit', who }),
  'credit-limit': ({ who, slots, passedOn }) => ({
    verb: 'credit-limit',
    who,
    amount: slots['sum'] ?? '',
    review: slots['day'] ?? null,
    text: passedOn,
  }),
  'credit-hold': ({ who, passedOn }) => ({ verb: 'credit-hold', who, text: passedOn }),
  'credit-release': ({ who, passedOn }) => ({ verb: 'credit-release', who, text: passedOn }),
  dossier: ({ who }) => ({ verb: 'dossier', who, handedIn: false }),
  'dossier-handed-in': ({ who }) => ({ verb: 'dossier', who, handedIn: true }),
}
