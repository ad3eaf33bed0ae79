/** Words of a phrase one of which is said: `приостанов(ить|и|ите) (клиента |){customer}`; an empty one may be left out. */
export const oneOf = /(\([^()]*\))/u

/** Each of them; the first is what the desk says itself. */
export function wordsIn(group: string): readonly string[] {
  return group.slice(1, -1).split('|')
}

/** A phrase with its groups spelled out, in their order: the first `most` of what may be very many. */
export function waysToSay(phrase: string, most = Infinity): readonly string[] {
  const [before = '', group, ...behind] = phrase.split(oneOf)
  if (group === undefined) return [phrase]
  const ways: string[] = []
  for (const word of wordsIn(group)) {
    if (ways.length >= most) break
    ways.push(...waysToSay(`${before}${word}${behind.join('')}`, most - ways.length))
  }
  return ways
}

/** The one way of a phrase that a button says. */
export function usualWay(phrase: string): string {
  return phrase
    .split(oneOf)
    .map((piece) => (oneOf.test(piece) ? (wordsIn(piece)[0] ?? '') : piece))
    .join('')
}
