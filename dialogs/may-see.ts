import type { CaseKind } from '../domain/cases/case.ts'
import { mayAsk, type Verb } from '../domain/staff/powers.ts'
import type { Staff } from '../domain/staff/staff.ts'

const powerToSee: Readonly<Record<CaseKind, Verb>> = {
  suspension: 'see customer',
  resumption: 'see customer',
  ending: 'see customer',
  budget: 'see customer',
  'credit-change': 'see credit',
  'service-request': 'file ticket',
  'role-change': 'change role',
  'ledger-import': 'import ledger',
  'policy-change': 'see policy',
  sighting: 'see customer',
  'lane-switch': 'see lanes',
  'daily-brake': 'see customer',
  'lane-trouble': 'see lanes',
  countdown: 'see countdown',
  'fraud-alert': 'handle alert',
}

/** Whether a person may see a case of this kind. */
export function maySee(kind: CaseKind, { roles }: Staff): boolean {
  return mayAsk(roles, powerToSee[kind])
}
