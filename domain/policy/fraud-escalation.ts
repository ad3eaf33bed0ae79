import type { Currency } from '../shared/money.ts'

/**
 * Who is told: the alert's own channels once more, everybody of a role in person, the pager (mail and webhook), or a channel
 * or a person by the name the policy uses.
 */
export type EscalationTarget =
  'channel' | 'fraud-leads' | 'approvers' | 'administrators' | 'pager' | `#${string}` | `@${string}`

export interface EscalationStep {
  /** Minutes without anybody holding the alert, since it was opened or woke. */
  readonly afterMinutes: number
  readonly to: readonly EscalationTarget[]
}

/** Whom an alert that nobody holds is told to, step by step. */
export interface FraudEscalation {
  readonly high: readonly EscalationStep[]
  readonly others: readonly EscalationStep[]
  /** From so much on, in minor units, any alert is escalated as a high one. */
  readonly moneyAtRisk: Readonly<Record<Currency, number>>
  /** After so long without working, a feed or a channel for alerts is an alarm of its own. */
  readonly silenceMinutes: number
}

export const usualFraudEscalation: FraudEscalation = {
  high: [
    { afterMinutes: 5, to: ['channel'] },
    { afterMinutes: 15, to: ['fraud-leads', 'approvers'] },
    { afterMinutes: 30, to: ['administrators', 'pager'] },
  ],
  others: [
    { afterMinutes: 30, to: ['channel'] },
    { afterMinutes: 60, to: ['fraud-leads', 'pager'] },
  ],
  moneyAtRisk: {},
  silenceMinutes: 15,
}
