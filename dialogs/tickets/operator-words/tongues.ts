import { capabilities, type Lane } from '../../../domain/customers/lane.ts'
import { english } from './english.ts'
import type { OperatorWords } from './operator-words.ts'
import { simplifiedChinese } from './simplified-chinese.ts'

/** In which languages a lane's operator is written to, that which it reads first in front. */
export function tonguesOf(lane: Lane): readonly [OperatorWords, ...OperatorWords[]] {
  return capabilities[lane].operator === '21vianet' ? [simplifiedChinese, english] : [english]
}

/** Whether a text is Chinese rather than Japanese or in letters: a Chinese name in an English sentence is not. */
export function isChinese(text: string): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return false
  const signs = count(text, /\p{Script=Han}/gu)
  // An English word has five letters, where a Chinese one has less than two signs.
  return signs > 0 && signs * 3 > count(text, /\p{Script=Latin}/gu)
}

/** Whether a text is written in another script than English is; names in an English sentence do not make it so. */
export function isInOtherScript(text: string): boolean {
  const latin = count(text, /\p{Script=Latin}/gu)
  const signs = count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const letters = count(text, /\p{Letter}/gu) - latin - signs
  return letters + signs > 0 && letters + signs * 3 > latin
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
