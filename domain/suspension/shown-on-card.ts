import type { MatchedCustomer } from '../customers/customer.ts'
import { noticeFor } from '../policy/final-notice.ts'
import { hasSummaries, oldestDaysPastDue, overdueSums } from '../receivables/standing.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { Basis, IdentityOnCard } from './suspension-request.ts'

/** Both sides of who a customer is, so that an approver can see a wrong match. */
export function identityOnCard({ operator, accounts }: MatchedCustomer): IdentityOnCard {
  return {
    lane: operator.lane,
    operatorName: operator.name,
    domain: operator.domain,
    tenantId: operator.tenantId,
    ...(operator.knownFrom && { knownFrom: operator.knownFrom }),
    ledger: accounts.map(({ key, name, number }) => ({ key, name, number })),
  }
}

/** What the approver's card says of the debt: today's, to stand there as what was asked on. */
export function basisOf({ standing, finding, notices, ledgerAsOf }: CustomerStanding): Basis {
  const notice = noticeFor(notices, standing.day)
  return {
    overdue: overdueSums(standing),
    oldestDaysPastDue: oldestDaysPastDue(standing),
    stage: finding.stage,
    notice: notice && { givenOn: notice.givenOn, deadline: notice.deadline, recordedBy: notice.recordedBy },
    ledgerAsOf,
    ...(hasSummaries(standing) ? { summary: true } : {}),
  }
}
