import type { CustomerStanding } from '../../../domain/receivables/standing-book.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { approveSuspension } from '../../../domain/suspension/decide-suspension.ts'
import type { SuspensionRequest } from '../../../domain/suspension/suspension-request.ts'
import { anApprovedSuspension, aPendingSuspension, aPolicy, minute, owing } from '../../kit/builders.ts'

interface Facts {
  readonly of: CustomerStanding | null
  readonly policy: ReturnType<typeof aPolicy>
  readonly now: Instant
  readonly intents: readonly string[]
}

/** A yes, one minute in, while the debt stands as it was asked about. */
export function approve(request: SuspensionRequest, by: Staff, facts: Partial<Facts> = {}) {
  return approveSuspension(request, {
    by,
    of: owing(),
    policy: aPolicy(),
    now: minute(1),
    intents: ['intent-1', 'intent-2'],
    ...facts,
  })
}

const noNotice = { code: 'no-final-notice' } as const
export const override = { reason: 'they are moving out', obstacles: [noNotice] } as const
export const overridden = aPendingSuspension({ override, approvalsNeeded: 2 })
export const wangSaidYes = aPendingSuspension({ ...overridden, approvals: [{ by: 'wang', at: minute(1) }] })
export const withoutNotice = owing({ notices: [] })

export const asked = { by: 'wang', at: minute(1), text: 'All of them?', answer: null } as const
export const questioned = { ...aPendingSuspension({ questions: [asked] }), status: 'questioned' } as const
export const answeredBy = (by: Staff) =>
  aPendingSuspension({ questions: [{ ...asked, answer: { by: by.id, at: minute(2), text: 'Yes.' } }] })

/** A request in each state that nobody decides on any more. */
export const decided: readonly SuspensionRequest[] = [
  anApprovedSuspension(),
  { ...anApprovedSuspension(), status: 'carried-out', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'rejected', rejectedBy: 'lin', endedAt: minute(9), because: 'no' },
  { ...aPendingSuspension(), status: 'withdrawn', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'expired', endedAt: minute(9) },
  { ...aPendingSuspension(), status: 'void', endedAt: minute(9), why: 'paid' },
]
