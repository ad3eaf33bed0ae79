import type { Grammar } from '../words/catalogue.ts'
import { fold } from './normalise.ts'
import { literal } from './pattern.ts'

/**
 * Tells a reason from the review day behind it: “they pay well, review 2027-01-15”. Only what carries a number, or a word
 * for a day, is one: “after a review” is a reason. `review`: as it was said, for whoever reads days.
 */
export function reviewAtEnd(
  text: string,
  grammars: readonly Grammar[],
): { readonly text: string; readonly review: string | null } {
  for (const { crediting, days, spaces } of grammars) {
    const marks = (crediting['review'] ?? []).map((each) => literal(fold(each), spaces)).join('|')
    const named = Object.values(days)
      .flat()
      .map((each) => literal(fold(each), spaces))
      .join('|')
    const edge = spaces ? String.raw`(?:^|[\s,;.])` : ''
    const tail = new RegExp(`${edge}(?:${marks})[\\s:]*(?<day>[^,;]*\\d[^;]*|${named})[\\s.。]*$`, 'iu')
    // Folding keeps the length of what is typed in one of our languages; where it does not, nothing is cut off.
    const folded = fold(text)
    const found = folded.length === text.length ? tail.exec(folded) : null
    if (found?.groups?.['day'] === undefined) continue
    const review = found.groups['day'].trim()
    return { text: text.slice(0, found.index).replace(/[\s,;、，；。.]+$/u, ''), review }
  }
  return { text: text.trim(), review: null }
}
