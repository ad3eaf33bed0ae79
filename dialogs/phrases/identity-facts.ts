import type { IdentityOnCard } from '../../domain/suspension/suspension-request.ts'
import { looksMixed } from '../understanding/look-alikes.ts'
import type { Words } from '../words/words.ts'

/** Both sides of who a customer is, so that a wrong match is seen before it does harm. */
export function identityFacts(
  { lane, operatorName, domain, tenantId, ledger, knownFrom }: IdentityOnCard,
  words: Words,
): readonly (readonly [string, string])[] {
  const names = [operatorName, ...ledger.map(({ name }) => name)]
  const accounts = ledger.map(({ name, number }) => `${name} (${number})`)
  return [
    [
      words.say('fact.operator', { operator: words.say(`lane.${lane}`) }),
      [operatorName, domain, names.some(looksMixed) ? words.say('pick.mixed-letters') : '']
        .filter((each) => each !== '')
        .join(' · '),
    ],
    [words.say('fact.tenant'), tenantId],
    [words.say('fact.ledger'), accounts.length === 0 ? words.say('fact.not-in-ledger') : words.list(accounts)],
    ...(knownFrom === undefined
      ? []
      : [[words.say('by-hand.known-from'), words.say('by-hand.known-from.ledger')] as const]),
  ]
}
