import type { GivingWay } from '../../../domain/policy/policy-given.ts'
import { nameOfWord } from '../pattern.ts'
import { pageSaid } from './page-said.ts'
import type { ReadVerbs } from './heard-verb.ts'

/** The collections policy, and whom it was given to. */
export const policyVerbs: ReadVerbs = {
  'policy-text': ({ who, slots }) => ({ verb: 'policy-text', who, language: slots['language'] ?? null }),
  'policy-given': ({ who, slots, grammar }) => ({
    verb: 'policy-given',
    who,
    day: slots['day'] ?? null,
    how: nameOfWord<GivingWay>(grammar.ways, slots['way'] ?? ''),
  }),
  'policy-rehearse': ({ slots }) => ({ verb: 'policy-rehearse', page: pageSaid(slots) }),
}
