import type { ChosenSubscription } from '../../domain/suspension/suspension-request.ts'
import type { Words } from '../words/words.ts'

/** `Microsoft 365 E3 × 25; with it falls its add-on Teams Phone`: a base never falls alone. */
export function subscriptionLine(
  {
    name,
    quantity,
    addOns,
    plan,
    unseen,
  }: Pick<ChosenSubscription, 'name' | 'quantity' | 'addOns' | 'plan' | 'unseen'>,
  words: Words,
): string {
  if (unseen) return words.say('by-hand.unseen', { name })
  if (plan !== undefined) return words.say('subscription.azure', { name })
  if (addOns.length === 0) return words.say('subscription.line', { name, quantity })
  return words.say('subscription.with-add-ons', { name, quantity, addOns: words.list(addOns), count: addOns.length })
}
