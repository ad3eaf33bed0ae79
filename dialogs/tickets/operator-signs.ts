import { capabilities, type Lane } from '../../domain/customers/lane.ts'

/** What typing programs make of plain signs, and what it is made of. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032]/gu, "'"],
  [/[\u201c\u201d\u201e\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
  [/[\u2022\u00b7]/gu, '-'],
  [/[\u00a0\u2000-\u200a\u202f]/gu, ' '],
]

/**
 * A text as an operator's form takes it: without signs that nobody sees, and for Microsoft in plain ones wherever that
 * changes no word. One report says that its support takes ASCII alone (facts/partner-center 8.4, low confidence).
 */
export function asTaken(text: string, lane: Lane): string {
  const seen = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (sign) => (sign === '\n' ? sign : ''))
  if (capabilities[lane].operator !== 'microsoft') return seen
  return typographic.reduce((sofar, [signs, plain]) => sofar.replace(signs, plain), seen)
}

/** Signs on account of which a form may refuse the text, each once: what to look at if it does. */
export function doubtfulSigns(text: string, lane: Lane): readonly string[] {
  const doubtful = capabilities[lane].operator === 'microsoft' ? /[^\n\x20-\x7e]/gu : /\p{Extended_Pictographic}/gu
  return [...new Set(asTaken(text, lane).match(doubtful) ?? [])]
}
