import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import type { ImportEffect } from '../../domain/receivables/ledger-import.ts'
import type { PlanRefusal } from '../../domain/receivables/plan-import.ts'
import { never } from '../../domain/shared/outcome.ts'
import { several, spokenMoney } from '../shared/spoken.ts'

/** The console's words for what an import would change. */
export function describeEffect(effect: ImportEffect, guard: CollectionsPolicy['importGuard']): readonly string[] {
  const { unmatched, unmatchedCount, rematched } = effect
  return [
    `Documents: ${effect.opened} new, ${effect.changed} changed, ${effect.closed} closed, ${effect.unchanged} unchanged.`,
    ...effect.totals.map(
      ({ currency, minor, items }) =>
        `Open afterwards: ${spokenMoney(minor, currency)} in ${several(items, 'document')}.`,
    ),
    `Newly due for suspension by age and amount: ${effect.newlyDue} of ${several(effect.customers, 'customer')}.`,
    ...(unmatchedCount > 0 ? [`${several(unmatchedCount, 'customer')} matched to nobody at the operator:`] : []),
    ...unmatched.map(({ account, name }) => `  ${account} ${name}`),
    ...(unmatchedCount > unmatched.length ? [`  and ${unmatchedCount - unmatched.length} more`] : []),
    ...rematched.map(
      ({ account, from, to }) => `Account ${account} moves from ${from} to ${to}; open requests of both end.`,
    ),
    ...effect.guard.map((reason) => describeGuard(reason, guard)),
  ]
}

function describeGuard(reason: ImportEffect['guard'][number], guard: CollectionsPolicy['importGuard']): string {
  switch (reason) {
    case 'many-closed':
      return `It closes more than ${percent(guard.closedShare)} of its scope, so a second person must say yes.`
    case 'many-newly-due':
      return `It makes more than ${percent(guard.newlyDueShare)} of its scope's customers due, so a second person must say yes.`
    default:
      return never(reason)
  }
}

/** Why an import cannot be planned, for the console. */
export function describePlanRefusal(refusal: PlanRefusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'There is nothing open in it.'
    case 'as-of-in-future':
      return `Its day, ${refusal.asOf}, is still to come: today is ${refusal.today}.`
    case 'as-of-before-last':
      return `It is older (${refusal.asOf}) than the last import of its scope (${refusal.last}).`
    case 'as-of-before-item':
      return (
        `It is older (${refusal.asOf}) than what we know of document ${refusal.number} of ${refusal.account} ` +
        `(${refusal.itemAsOf}).`
      )
    default:
      return never(refusal)
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
