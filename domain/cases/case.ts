import type { BudgetChange } from '../budget/budget.ts'
import type { CreditChange } from '../credit/credit-change.ts'
import type { Ending } from '../ending/ending.ts'
import type { DailyBrake } from '../lanes/daily-brake.ts'
import type { LaneSwitch } from '../lanes/lane-switch.ts'
import type { LaneTrouble } from '../lanes/lane-trouble.ts'
import type { FraudAlert } from '../fraud/fraud-alert.ts'
import type { Countdown } from '../countdown/countdown.ts'
import type { PolicyChange } from '../policy/policy-change.ts'
import type { ImportRecord } from '../receivables/ledger-import.ts'
import type { Resumption } from '../resumption/resumption.ts'
import type { ServiceRequest } from '../service-requests/service-request.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import { never } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { RoleChange } from '../staff/role-change.ts'
import { awaitsConfirmation, isOpen, type SuspensionRequest } from '../suspension/suspension-request.ts'
import type { Sighting } from '../watch/sighting.ts'

/** One thing people work on together, shown by one card in each place it was posted. */
export interface Cases {
  readonly suspension: SuspensionRequest
  readonly resumption: Resumption
  readonly ending: Ending
  readonly budget: BudgetChange
  readonly 'credit-change': CreditChange
  readonly 'service-request': ServiceRequest
  readonly 'role-change': RoleChange
  readonly 'ledger-import': ImportRecord
  readonly 'policy-change': PolicyChange
  readonly sighting: Sighting
  readonly 'lane-switch': LaneSwitch
  readonly 'daily-brake': DailyBrake
  readonly 'lane-trouble': LaneTrouble
  readonly countdown: Countdown
  readonly 'fraud-alert': FraudAlert
}

export type CaseKind = keyof Cases

/** A case of any kind, by itself. */
export type CaseItself = { readonly [K in CaseKind]: { readonly kind: K; readonly value: Cases[K] } }[CaseKind]

/** A case as it stands, whatever its kind. */
export type AnyCase = CaseItself & { readonly version: number }

/** Whether somebody has still to say yes or no to it. A ticket waits for no decision, though it may for its number. */
export function waitsForDecision(found: AnyCase): boolean {
  if (found.kind === 'suspension') return isOpen(found.value) || awaitsConfirmation(found.value)
  return found.value.status === 'pending' || found.value.status === 'undo-asked'
}

/** Who wants a case decided or done, and since when; nobody where only the console spoke. */
export function askOf({ kind, value }: CaseItself): { readonly by: StaffId | null; readonly at: Instant } {
  switch (kind) {
    case 'suspension':
    case 'resumption':
    case 'ending':
    case 'budget':
    case 'credit-change':
    case 'role-change':
    case 'policy-change':
      return { by: value.askedBy, at: value.askedAt }
    case 'service-request':
      return { by: value.openedBy, at: value.openedAt }
    case 'ledger-import': {
      const { staff: by, at } = value.status === 'undo-asked' ? value.undo : value
      return { by, at }
    }
    case 'lane-switch':
      if (value.change === 'stop') return { by: value.stoppedBy, at: value.stoppedAt }
      return 'offeredAt' in value ? { by: null, at: value.offeredAt } : { by: value.askedBy, at: value.askedAt }
    case 'daily-brake':
    case 'lane-trouble':
    case 'sighting':
    case 'countdown':
      return { by: null, at: value.openedAt }
    case 'fraud-alert':
      return { by: value.reportedBy ?? null, at: value.openedAt }
    default:
      return never(kind)
  }
}

/** Everybody whose hand is in what a case asks for: none of them decides it alone. */
export function handsIn(found: CaseItself): readonly StaffId[] {
  const { by } = askOf(found)
  const asked = by === null ? [] : [by]
  if (found.kind === 'daily-brake') {
    const { waiting, approvals } = found.value
    return [...waiting.map(({ askedBy }) => askedBy), ...approvals.map((yes) => yes.by)]
  }
  if (found.kind !== 'suspension') return asked
  const { questions, approvals, brokenGlass, changes = [] } = found.value
  const alone = brokenGlass ? [brokenGlass.by] : []
  const changed = changes.map((change) => change.by)
  const answered = questions.flatMap(({ answer }) => answer?.by ?? [])
  return [...asked, ...alone, ...changed, ...answered, ...approvals.map((yes) => yes.by)]
}

/** A case number's series says what kind of case it is. */
export const caseSeries: Readonly<Record<CaseKind, string>> = {
  suspension: 'S',
  resumption: 'R',
  ending: 'E',
  budget: 'U',
  // A K alone begins many a customer's number.
  'credit-change': 'CL',
  'service-request': 'PD',
  'role-change': 'G',
  'ledger-import': 'L',
  'policy-change': 'V',
  sighting: 'O',
  'lane-switch': 'W',
  'daily-brake': 'B',
  'lane-trouble': 'X',
  countdown: 'D',
  'fraud-alert': 'F',
}

/** The number people call a case by: `S-12`. */
export function caseId(kind: CaseKind, number: number): CaseId {
  return `${caseSeries[kind]}-${number}`
}

/** What kind of case a number belongs to; null when the text is no case number. */
export function caseKindOf(id: string): CaseKind | null {
  const series = /^([A-Z]+)-\d+$/.exec(id)?.[1]
  const found = (Object.entries(caseSeries) as [CaseKind, string][]).find(([, own]) => own === series)
  return found?.[0] ?? null
}
