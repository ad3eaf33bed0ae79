/** Words of a phrase one of which is said: `приостанов(ить|и|ите) (клиента |){customer}`; an empty one may be left out. */
export const oneOf = /(\([^()]*\))/u

/** Each of them; the first is what the desk says itself. */
export function wordsIn(group: string): readonly string[] {
  return group.slice(1, -1).split('|')
}

/** A phrase with its groups spelled out, in their order. */
export function waysToSay(phrase: string): readonly string[] {
  const [before = '', group, ...behind] = phrase.split(oneOf)
  if (group === undefined) return [phrase]
  return wordsIn(group).flatMap((word) => waysToSay(`${before}${word}${behind.join('')}`))
}

/** The one way of a phrase that a button says. */
export function usualWay(phrase: string): string {
  return phrase
    .split(oneOf)
    .map((piece) => (oneOf.test(piece) ? (wordsIn(piece)[0] ?? '') : piece))
    .join('')
}
