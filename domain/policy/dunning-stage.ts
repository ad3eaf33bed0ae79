import type { AgreementId } from '../agreements/agreement.ts'
import { itemKey, type Receivable } from '../receivables/open-item.ts'
import type { CurrencyStanding, OverdueInvoice, Standing } from '../receivables/standing.ts'
import type { Currency } from '../shared/money.ts'
import type { EndingWay } from '../ending/ending-way.ts'
import type { Day } from '../shared/time.ts'
import { dunningStages, type DunningStage, type PolicyRung } from './collections-policy.ts'
import type { FinalNotice } from './final-notice.ts'
import { rungsOn, type Ladder } from './rungs-for.ts'

/** Why a debt old and large enough for suspension may not lead to one yet. */
type NoticeGap =
  | { readonly code: 'no-final-notice' }
  /** Given for enough of the debt, but the customer still has until the end of this day. */
  | { readonly code: 'notice-running'; readonly deadline: Day }

/** What the policy would call for without the agreements that are in force. */
export interface PausedStage extends Pick<StageFinding, 'stage' | 'byDebt' | 'gap'> {
  readonly agreements: readonly AgreementId[]
}

/** What the policy calls for, and what stands in the way of the next rung. */
export interface StageFinding {
  readonly stage: DunningStage
  /** What age and amount alone would call for. */
  readonly byDebt: DunningStage
  /** The severest rung that calls for `stage`; null where none does, as for a missing notice without a rung for it. */
  readonly rung: PolicyRung | null
  /** Set when `byDebt` is suspension and the notice is what is missing. */
  readonly gap: NoticeGap | null
  /** Set where the debt calls for ending what is suspended; to be asked for only once it is suspended. */
  readonly ending?: EndingWay
  /** Currencies old enough for a rung that names no amount in them; the policy is silent there, and says so. */
  readonly unnamedCurrencies: readonly Currency[]
  /** Set where agreements keep the stage, or what the debt calls for, lower than it would be. */
  readonly paused?: PausedStage
}

/**
 * The stage of one customer: the severest rung that holds in any currency. Suspension looks only at debt that a
 * final notice named and whose deadline has passed, so a part payment can never let a newer debt skip a rung.
 */
export function dunningStage(
  policy: Ladder,
  standing: Standing,
  notices: readonly FinalNotice[],
  /** How much of an overdue invoice counts, in minor units: agreements may leave out some of it. */
  countedOf: (one: OverdueInvoice) => number = ({ left }) => left,
): StageFinding {
  const expired = coveredBy(notices.filter(({ deadline }) => deadline < standing.day))
  const unnamed = new Set<Currency>()
  let byDebt: DunningStage = 'clear'
  let stage: DunningStage = 'clear'
  let running: Day | null = null
  const held = new Set<number>()
  const rungs = rungsOn(standing.day, policy)

  for (const currency of standing.currencies) {
    for (const [at, rung] of rungs.entries()) {
      if (names(rung, currency) === false) unnamed.add(currency.currency)
      if (!holds(policy, rung, currency, countedOf, () => true)) continue
      byDebt = severer(byDebt, rung.stage)
      if (rung.stage === 'suspend' && !holds(policy, rung, currency, countedOf, expired)) {
        // Those that have passed are not enough by themselves: what is found here lies ahead.
        const enough = ({ deadline }: FinalNotice) =>
          holds(policy, rung, currency, countedOf, coveredBy(notices.filter((notice) => notice.deadline <= deadline)))
        running = notices.filter(enough).reduce<Day | null>((day, { deadline }) => earliest(day, deadline), running)
        stage = severer(stage, 'final-notice')
        continue
      }
      stage = severer(stage, rung.stage)
      held.add(at)
    }
  }
  const gap: NoticeGap | null =
    byDebt === 'suspend' && stage !== 'suspend'
      ? running === null
        ? { code: 'no-final-notice' }
        : { code: 'notice-running', deadline: running }
      : null
  const reached = policy.rungs.filter((_, at) => held.has(at))
  const rung = reached.find((each) => each.stage === stage && each.ends === undefined) ?? null
  const ending = reached.find(({ ends }) => ends !== undefined)?.ends
  const asks = stage === 'suspend' && ending !== undefined ? { ending } : {}
  return { stage, byDebt, rung, gap, ...asks, unnamedCurrencies: [...unnamed] }
}

/** Whether the rung's amount and number hold for the debt that is old enough and that `counts`. */
function holds(
  policy: Pick<Ladder, 'tolerance'>,
  rung: PolicyRung,
  { currency, overdueInvoices }: CurrencyStanding,
  countedOf: (one: OverdueInvoice) => number,
  counts: (invoice: Receivable) => boolean,
): boolean {
  const counted = oldEnough(rung, overdueInvoices)
    .filter(({ invoice }) => counts(invoice))
    .map(countedOf)
    .filter((minor) => minor > 0)
  const sum = counted.reduce((total, minor) => total + minor, 0)
  const least = rung.atLeast === null ? 0 : (rung.atLeast[currency] ?? Infinity)
  return counted.length >= (rung.invoices ?? 1) && sum > (policy.tolerance[currency] ?? 0) && sum >= least
}

/** False when debt is old enough for a rung with amounts of which none is in its currency. */
function names(rung: PolicyRung, { currency, overdueInvoices }: CurrencyStanding): boolean {
  return rung.atLeast === null || rung.atLeast[currency] !== undefined || oldEnough(rung, overdueInvoices).length === 0
}

function oldEnough(rung: PolicyRung, invoices: readonly OverdueInvoice[]): readonly OverdueInvoice[] {
  return invoices.filter(({ daysPastDue }) => daysPastDue >= rung.daysPastDue)
}

/**
 * Whether one of these notices lets the invoice count for a suspension. A sum by age never does: it keeps its name
 * while newer debt moves into it, so nobody can tell whether it is still what the customer was warned of.
 */
export function coveredBy(notices: readonly FinalNotice[]): (invoice: Receivable) => boolean {
  const named = namedBy(notices)
  return (invoice) => invoice.summary === undefined && named(invoice)
}

/**
 * Whether one of these notices named the invoice when it was overdue already: a number used again for a newer debt, or
 * a due day that was moved since, is not what the customer was warned of.
 */
export function namedBy(
  notices: readonly Pick<FinalNotice, 'invoices' | 'givenOn'>[],
): (invoice: Receivable) => boolean {
  const lastNamed = new Map<string, Day>()
  for (const { invoices, givenOn } of notices)
    for (const key of invoices) if (givenOn > (lastNamed.get(key) ?? '')) lastNamed.set(key, givenOn)
  return (invoice) => invoice.due < (lastNamed.get(itemKey(invoice)) ?? '')
}

function earliest(day: Day | null, other: Day): Day {
  return day === null || other < day ? other : day
}

function severer(a: DunningStage, b: DunningStage): DunningStage {
  return dunningStages.indexOf(a) >= dunningStages.indexOf(b) ? a : b
}
