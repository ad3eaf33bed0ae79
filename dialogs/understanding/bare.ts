/**
 * Grammar words as they are compared: lower case, Latin letters without their accents, since “nao” is typed for “não”, and
 * ё as е. Marks of any other script stay: か is not が, and и is not й. Never for names: two customers could become one.
 */
export function bare(text: string): string {
  const lower = text.toLowerCase()
  if (/^[\x20-\x7e]*$/u.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/ё/gu, 'е')
}

/** A letter that may be typed without its accent, for a regular expression; null for all others. */
export function eitherWay(letter: string): string | null {
  const plain = bare(letter)
  return plain === letter.toLowerCase() ? null : `[${letter}${plain}]`
}
