import { itemKey } from '../receivables/open-item.ts'
import type { CurrencyStanding, OverdueInvoice, Standing } from '../receivables/standing.ts'
import type { Currency } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { dunningStages, type CollectionsPolicy, type DunningStage, type PolicyRung } from './collections-policy.ts'
import type { FinalNotice } from './final-notice.ts'

/** Why a debt old and large enough for suspension may not lead to one yet. */
export type NoticeGap =
  | { readonly code: 'no-final-notice' }
  /** Given, but the customer still has until the end of this day. */
  | { readonly code: 'notice-running'; readonly deadline: Day }

/** What the policy calls for, and what stands in the way of the next rung. */
export interface StageFinding {
  readonly stage: DunningStage
  /** What age and amount alone would call for. */
  readonly byDebt: DunningStage
  /** Set when `byDebt` is suspension and the notice is what is missing. */
  readonly gap: NoticeGap | null
  /** Currencies old enough for a rung that names no amount in them; the policy is silent there, and says so. */
  readonly unnamedCurrencies: readonly Currency[]
}

/**
 * The stage of one customer: the severest rung that holds in any currency. Suspension looks only at debt that a
 * final notice named and whose deadline has passed, so a part payment can never let a newer debt skip a rung.
 */
export function dunningStage(
  policy: Pick<CollectionsPolicy, 'rungs' | 'tolerance'>,
  standing: Standing,
  notices: readonly FinalNotice[],
): StageFinding {
  const expired = coveredBy(notices.filter(({ deadline }) => deadline < standing.day))
  const unnamed = new Set<Currency>()
  let byDebt: DunningStage = 'clear'
  let stage: DunningStage = 'clear'
  let running: Day | null = null

  for (const currency of standing.currencies) {
    for (const rung of policy.rungs) {
      if (names(rung, currency) === false) unnamed.add(currency.currency)
      if (!holds(policy, rung, currency, () => true)) continue
      byDebt = severer(byDebt, rung.stage)
      if (rung.stage === 'suspend' && !holds(policy, rung, currency, (key) => expired.has(key))) {
        running = earliest(running, deadlineAhead(currency, notices, standing.day))
        stage = severer(stage, 'final-notice')
        continue
      }
      stage = severer(stage, rung.stage)
    }
  }
  const gap: NoticeGap | null =
    byDebt === 'suspend' && stage !== 'suspend'
      ? running === null
        ? { code: 'no-final-notice' }
        : { code: 'notice-running', deadline: running }
      : null
  return { stage, byDebt, gap, unnamedCurrencies: [...unnamed] }
}

/** Whether the rung's amount holds for the debt that is old enough and that `counts`. */
function holds(
  policy: Pick<CollectionsPolicy, 'tolerance'>,
  rung: PolicyRung,
  { currency, overdueInvoices }: CurrencyStanding,
  counts: (key: string) => boolean,
): boolean {
  const sum = oldEnough(rung, overdueInvoices)
    .filter(({ invoice }) => counts(itemKey(invoice)))
    .reduce((total, { left }) => total + left, 0)
  const least = rung.atLeast === null ? 0 : (rung.atLeast[currency] ?? Infinity)
  return sum > (policy.tolerance[currency] ?? 0) && sum >= least
}

/** False when debt is old enough for a rung with amounts of which none is in its currency. */
function names(rung: PolicyRung, { currency, overdueInvoices }: CurrencyStanding): boolean {
  return rung.atLeast === null || rung.atLeast[currency] !== undefined || oldEnough(rung, overdueInvoices).length === 0
}

function oldEnough(rung: PolicyRung, invoices: readonly OverdueInvoice[]): readonly OverdueInvoice[] {
  return invoices.filter(({ daysPastDue }) => daysPastDue >= rung.daysPastDue)
}

function coveredBy(notices: readonly FinalNotice[]): ReadonlySet<string> {
  return new Set(notices.flatMap(({ invoices }) => invoices))
}

function deadlineAhead({ overdueInvoices }: CurrencyStanding, notices: readonly FinalNotice[], today: Day): Day | null {
  const owed = new Set(overdueInvoices.map(({ invoice }) => itemKey(invoice)))
  return notices
    .filter(({ deadline, invoices }) => deadline >= today && invoices.some((key) => owed.has(key)))
    .reduce<Day | null>((soonest, { deadline }) => earliest(soonest, deadline), null)
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function severer(a: DunningStage, b: DunningStage): DunningStage {
  return dunningStages.indexOf(a) >= dunningStages.indexOf(b) ? a : b
}
