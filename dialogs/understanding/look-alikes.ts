import { nameKey } from './normalise.ts'

/**
 * Letters of other alphabets that a reader takes for a Latin one, as they are in lower case; those that look alike only as
 * capitals too, since a name may be shown in them. After the Unicode list of confusables (UTS 39), the alphabets of which
 * one is written where our customers are.
 */
const latin: Readonly<Record<string, string>> = {
  ...pairs('аaвbеeкkмmнhоoрpсcтtуyхxіiїiјjѕsһhԁdԛqԝwӏlѵv'),
  ...pairs('αaβbεeηnιiκkνvοoρpτtυuχxγyζz'),
  ...pairs('օoսuհhոnցgզqɑaɡgıi'),
}

function pairs(text: string): Readonly<Record<string, string>> {
  const letters = [...text]
  return Object.fromEntries(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? '']] : [])))
}

const other = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡı]/u
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Text as it looks: what two names have in common that nobody can tell apart by sight. */
export function looksLike(text: string): string {
  return other.test(text) ? [...text].map((letter) => latin[letter] ?? letter).join('') : text
}

/** Russian forms of companies are written with letters that Latin has too: ООО, АО, НКО. */
const shortest = 4

/**
 * Whether a name is written with letters that can be taken for others: a word of several alphabets (Contoso with a
 * Cyrillic о), or a longer one that only looks Latin beside words that are. Not every such name is bad, but each is worth
 * a look.
 */
export function looksMixed(name: string): boolean {
  const words = nameKey(name).match(/[\p{L}\p{M}]+/gu) ?? []
  const isLatin = (word: string) => /^\p{Script=Latin}+$/u.test(word)
  if (words.some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1)) return true
  return (
    words.some(isLatin) &&
    words.some((word) => word.length >= shortest && !isLatin(word) && /^[a-z]+$/u.test(looksLike(word)))
  )
}
