/** Endings that a Russian name takes in a sentence: приостанови Ромашку, долг Ромашки, от Вектора. The longest go first. */
const endings =
  /(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ых|их|ой|ей|ою|ею|ом|ем|ам|ям|ах|ях|ый|ий|ая|яя|ое|ее|ую|юю|ые|ие|[аяуюоеыиьй])$/u

/** What stays of a name's word in each of its cases; null for a word that takes no Russian ending. */
export function stemOf(word: string): string | null {
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(word)) return null
  const stem = word.replace(endings, '')
  return stem.length < 3 ? word : stem
}
