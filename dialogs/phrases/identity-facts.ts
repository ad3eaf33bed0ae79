import type { IdentityOnCard } from '../../domain/suspension/suspension-request.ts'
import type { Words } from '../words/words.ts'

/** Both sides of who a customer is, so that a wrong match is seen before it does harm. */
export function identityFacts(
  { lane, operatorName, domain, tenantId, ledger, knownFrom }: IdentityOnCard,
  words: Words,
): readonly (readonly [string, string])[] {
  const accounts = ledger.map(({ name, number }) => `${name} (${number})`)
  return [
    [
      words.say('fact.operator', { operator: words.say(`lane.${lane}`) }),
      [operatorName, domain].filter((each) => each !== '').join(' · '),
    ],
    [words.say('fact.tenant'), tenantId],
    [words.say('fact.ledger'), accounts.length === 0 ? words.say('fact.not-in-ledger') : words.list(accounts)],
    ...(knownFrom === undefined
      ? []
      : [[words.say('by-hand.known-from'), words.say('by-hand.known-from.ledger')] as const]),
  ]
}
