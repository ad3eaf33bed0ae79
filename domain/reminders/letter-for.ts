import { countedWith } from '../agreements/standing-under.ts'
import { dunningStages, type CollectionsPolicy } from '../policy/collections-policy.ts'
import { dunningStage } from '../policy/dunning-stage.ts'
import { ladderFor, rungsFor } from '../policy/rungs-for.ts'
import { itemKey } from '../receivables/open-item.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { isKnownBySums, isOverdue, type Standing } from '../receivables/standing.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, type Day } from '../shared/time.ts'
import type { Letter, LetterKind, NextStep } from './letter.ts'
import { sparedBy, type Spared } from './spared.ts'

/** Why there is nothing to write. */
export type LetterRefusal =
  /** The ledger says nothing of the customer. */
  | { readonly code: 'no-account' }
  | { readonly code: 'nothing-overdue' }
  /** What is overdue is known as sums by age only: there is no invoice to name, and no due day. */
  | { readonly code: 'no-invoices' }
  | { readonly code: 'spared'; readonly why: Spared }

/** Nobody plans further ahead; what comes later is no reason to pay now. */
const daysAhead = 120

/**
 * What a customer is written today: every overdue invoice that no agreement leaves out, until when it can be paid, and
 * what the policy does then. A sum by age is no invoice.
 */
export function letterFor(
  of: CustomerStanding,
  kind: LetterKind,
  policy: CollectionsPolicy,
): Outcome<Letter, LetterRefusal> {
  const { customer, standing } = of
  if (customer.accounts.length === 0) return refused({ code: 'no-account' })
  const why = sparedBy(of)
  if (why !== null) return refused({ code: 'spared', why })
  if (!isOverdue(standing)) return refused({ code: 'nothing-overdue' })
  if (isKnownBySums(standing)) return refused({ code: 'no-invoices' })
  const counted = countedWith(of.agreements)
  return granted({
    kind,
    customer: customer.id,
    name: customer.accounts[0]?.name ?? customer.name,
    day: standing.day,
    asOf: of.ledgerAsOf,
    invoices: standing.currencies.flatMap(({ currency, overdueInvoices }) =>
      overdueInvoices.flatMap((one) => {
        const { invoice } = one
        const minor = counted(one)
        if (minor === 0 || invoice.summary) return []
        return [{ key: itemKey(invoice), number: invoice.number, due: invoice.due, left: { minor, currency } }]
      }),
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
function afterFinalNotice({ customer, standing }: CustomerStanding, policy: CollectionsPolicy): Consequence {
  const until = addDays(standing.day, policy.finalNoticeDays)
  return { until, next: rungsFor(policy, customer).some(({ stage }) => stage === 'suspend') ? 'suspend' : null }
}

function afterReminder(of: CustomerStanding, policy: CollectionsPolicy): Consequence {
  const { customer, finding, standing, notices, agreements } = of
  const { day } = standing
  if (finding.stage === 'suspend') return { until: day, next: 'suspend' }
  if (finding.gap?.code === 'notice-running') return { until: finding.gap.deadline, next: 'suspend' }
  const usual = addDays(day, policy.finalNoticeDays)
  if (finding.stage === 'final-notice') return { until: usual, next: 'final-notice' }
  const ladder = ladderFor(policy, customer)
  const counted = countedWith(agreements)
  for (let days = 1; days <= daysAhead; days += 1) {
    const { stage } = dunningStage(ladder, inDays(days, standing), notices, counted)
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
