import type { FraudEscalation } from '../policy/fraud-escalation.ts'
import { later, type Instant } from '../shared/time.ts'
import type { OpenAlert } from './fraud-alert.ts'
import { wakeAlert } from './decide-alert.ts'
import { atRisk, hasGrown, isAbove, withOwnCard } from './take-signal.ts'

/** A claim without an act for so long counts for nothing. */
export const claimHoldsMs = 15 * 60_000
/** A high alert that no chat has taken by then goes to the pager. */
export const deliverWithinMs = 2 * 60_000

/** What time did to an alert: what happened, mildest first, and what it is now. */
export interface Tended {
  readonly alert: OpenAlert
  readonly deed:
    | 'fraud-alert.claim-lapsed'
    | 'fraud-alert.woke'
    | 'fraud-alert.grown'
    | 'fraud-alert.escalated'
    | 'fraud-alert.undelivered'
}

/**
 * The one thing that is due next for an alert, or null. Called again until nothing is: each step is a commit of its
 * own, so that a crash between two loses neither.
 */
export function tendAlert(
  alert: OpenAlert,
  facts: { readonly now: Instant; readonly escalation: FraudEscalation; readonly stands: boolean },
): Tended | null {
  const { now, escalation, stands } = facts
  const risk = atRisk(alert)
  if (alert.snooze) {
    const isDue = alert.snooze.until <= now || isAbove(risk, alert.snooze.atRisk)
    return isDue ? { alert: { ...wakeAlert(alert, now), told: risk }, deed: 'fraud-alert.woke' } : null
  }
  if (alert.digested && standsOut(alert, escalation))
    return { alert: { ...withOwnCard(alert, now), told: risk }, deed: 'fraud-alert.grown' }
  if (hasGrown(risk, alert.told)) return { alert: { ...alert, told: risk }, deed: 'fraud-alert.grown' }
  if (isActedOn(alert)) return null
  if (alert.holder) {
    const lapsed = later(alert.holder.at, claimHoldsMs) <= now
    return lapsed ? { alert: { ...alert, holder: null }, deed: 'fraud-alert.claim-lapsed' } : null
  }
  if (alert.isTest || alert.digested) return null
  const isGrave = isGraveOf(alert, escalation)
  if (isGrave && !stands && !alert.pagedUndelivered && later(alert.waitsSince, deliverWithinMs) <= now)
    return { alert: { ...alert, pagedUndelivered: true }, deed: 'fraud-alert.undelivered' }
  const steps = isGrave ? escalation.high : escalation.others
  const done = alert.escalated?.step ?? 0
  const next = steps[done]
  if (!next || later(alert.waitsSince, next.afterMinutes * 60_000) > now) return null
  return { alert: { ...alert, escalated: { step: done + 1, at: now } }, deed: 'fraud-alert.escalated' }
}

/** Something was decided that stops the bleeding: the hour's clock stands still. */
export function isActedOn({ answers }: OpenAlert): boolean {
  return answers.length > 0
}

/** Grown by itself: a customer's spend grows for all alerts of theirs alike, and counts from what the policy says. */
function standsOut(alert: OpenAlert, escalation: FraudEscalation): boolean {
  return hasGrown({ ...atRisk(alert), spend: [] }, alert.told) || isCostly(alert, escalation)
}

/** High by its source's word, or by the money at risk. */
export function isGraveOf(alert: OpenAlert, escalation: FraudEscalation): boolean {
  return alert.severity === 'high' || isCostly(alert, escalation)
}

function isCostly({ spend }: OpenAlert, { moneyAtRisk }: FraudEscalation): boolean {
  return (spend?.amounts ?? []).some(({ minor, currency }) => minor >= (moneyAtRisk[currency] ?? Infinity))
}
