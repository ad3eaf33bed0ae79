import type { Intent } from '../intent.ts'
import { agreementVerbs } from './agreement-verbs.ts'
import { bareVerbs } from './bare-verbs.ts'
import { caseVerbs } from './case-verbs.ts'
import { creditVerbs } from './credit-verbs.ts'
import { customerVerbs } from './customer-verbs.ts'
import { fraudVerbs } from './fraud-verbs.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'
import { letterVerbs } from './letter-verbs.ts'
import { overdueVerbs } from './overdue-verbs.ts'
import { policyVerbs } from './policy-verbs.ts'
import { routeVerbs } from './route-verbs.ts'
import { staffVerbs } from './staff-verbs.ts'
import { suspensionVerbs } from './suspension-verbs.ts'

const verbs: ReadVerbs = {
  ...overdueVerbs,
  ...customerVerbs,
  ...suspensionVerbs,
  ...agreementVerbs,
  ...letterVerbs,
  ...policyVerbs,
  ...creditVerbs,
  ...caseVerbs,
  ...fraudVerbs,
  ...routeVerbs,
  ...staffVerbs,
  ...bareVerbs,
}

/** What a grammar's verb means with what was said beside it; throws where a grammar names one that nobody answers. */
export function readVerb(verb: string, heard: HeardVerb): Intent | null {
  const read = verbs[verb]
  if (!read) throw new Error(`the grammar names a verb that nobody answers: ${verb}`)
  return read(heard)
}
