import { dunningStages, type CollectionsPolicy } from '../policy/collections-policy.ts'
import { dunningStage } from '../policy/dunning-stage.ts'
import { itemKey } from '../receivables/open-item.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { isOverdue, type Standing } from '../receivables/standing.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, type Day } from '../shared/time.ts'
import type { Letter, LetterKind, NextStep } from './letter.ts'
import { sparedBy, type Spared } from './spared.ts'

/** Why there is nothing to write. */
export type LetterRefusal =
  /** The ledger says nothing of the customer. */
  | { readonly code: 'no-account' }
  | { readonly code: 'nothing-overdue' }
  | { readonly code: 'spared'; readonly why: Spared }

/** Nobody plans further ahead; what comes later is no reason to pay now. */
const daysAhead = 120

/** What a customer is written today: everything overdue, until when it can be paid, and what the policy does then. */
export function letterFor(
  of: CustomerStanding,
  kind: LetterKind,
  policy: CollectionsPolicy,
): Outcome<Letter, LetterRefusal> {
  const { customer, standing } = of
  if (customer.accounts.length === 0) return refused({ code: 'no-account' })
  if (!isOverdue(standing)) return refused({ code: 'nothing-overdue' })
  const why = sparedBy(of)
  if (why !== null) return refused({ code: 'spared', why })
  return granted({
    kind,
    customer: customer.id,
    name: customer.accounts[0]?.name ?? customer.name,
    day: standing.day,
    asOf: of.ledgerAsOf,
    invoices: standing.currencies.flatMap(({ currency, overdueInvoices }) =>
      overdueInvoices.map(({ invoice, left }) => ({
        key: itemKey(invoice),
        number: invoice.number,
        due: invoice.due,
        left: { minor: left, currency },
      })),
    ),
    ...(kind === 'final-notice' ? afterFinalNotice(of, policy) : afterReminder(of, policy)),
  })
}

/** Which letter the policy calls for now; a final notice that runs already is reminded of, and not given again. */
export function letterCalledFor({ finding }: CustomerStanding): LetterKind {
  return finding.stage === 'final-notice' && finding.gap?.code !== 'notice-running' ? 'final-notice' : 'reminder'
}

type Consequence = Pick<Letter, 'until' | 'next'>

/** The days that the policy gives, whatever the debt's age. */
function afterFinalNotice({ standing }: CustomerStanding, policy: CollectionsPolicy): Consequence {
  const until = addDays(standing.day, policy.finalNoticeDays)
  return { until, next: policy.rungs.some(({ stage }) => stage === 'suspend') ? 'suspend' : null }
}

function afterReminder(of: CustomerStanding, policy: CollectionsPolicy): Consequence {
  const { finding, standing, notices } = of
  const { day } = standing
  if (finding.stage === 'suspend') return { until: day, next: 'suspend' }
  if (finding.gap?.code === 'notice-running') return { until: finding.gap.deadline, next: 'suspend' }
  const usual = addDays(day, policy.finalNoticeDays)
  if (finding.stage === 'final-notice') return { until: usual, next: 'final-notice' }
  for (let days = 1; days <= daysAhead; days += 1) {
    const { stage } = dunningStage(policy, inDays(days, standing), notices)
    if (dunningStages.indexOf(stage) > dunningStages.indexOf('reminder'))
      return { until: addDays(day, days - 1), next: stage as NextStep }
  }
  return { until: usual, next: null }
}

/** The same debt some days later, if nobody pays and nothing else falls due. */
function inDays(days: number, { day, currencies }: Standing): Standing {
  const then: Day = addDays(day, days)
  return {
    day: then,
    currencies: currencies.map((of) => ({
      ...of,
      overdueInvoices: of.overdueInvoices.map((one) => ({ ...one, daysPastDue: one.daysPastDue + days })),
    })),
  }
}
