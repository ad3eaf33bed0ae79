import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'

/** Why a purchase is suspicious, by the rule's own words for it. */
const purchaseReasons = [
  'on-suspicion-hold',
  'new-subscription',
  'quantity-jump',
  'first-large',
  'on-credit-hold',
  'on-non-payment-hold',
  'overdue-suspend',
  'overdue-final-notice',
] as const

/** What the desk's own detection found: how much was bought, of what, and why that is suspicious. */
export function boughtFacts(
  { why = '', before, after, offer }: FraudAlert['details'],
  words: Words,
): readonly (readonly [string, string])[] {
  const reasons = why.split(',').flatMap((reason) => {
    const known = purchaseReasons.find((each) => each === reason)
    return reason === '' ? [] : [known ? words.say(`alert.purchase.${known}`) : quoted(reason)]
  })
  return [
    ...(before === undefined || after === undefined
      ? []
      : [[words.say('alert.bought'), words.say('alert.bought-seats', { before, after })] as const]),
    ...(offer === undefined || offer === '' ? [] : [[words.say('alert.offer'), quoted(offer)] as const]),
    ...(reasons.length === 0 ? [] : [[words.say('alert.purchase-why'), words.list(reasons)] as const]),
  ]
}
