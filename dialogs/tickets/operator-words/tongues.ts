import { capabilities, type Lane } from '../../../domain/customers/lane.ts'
import { english } from './english.ts'
import type { OperatorWords } from './operator-words.ts'
import { simplifiedChinese } from './simplified-chinese.ts'

/** In which languages a lane's operator is written to, that which it reads first in front. */
export function tonguesOf(lane: Lane): readonly [OperatorWords, ...OperatorWords[]] {
  return capabilities[lane].operator === '21vianet' ? [simplifiedChinese, english] : [english]
}

/** Whether a text is Chinese rather than anything written in letters: a Chinese name in an English sentence is not. */
export function isChinese(text: string): boolean {
  const signs = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  // An English word has five letters, where a Chinese one has less than two signs.
  return signs > 0 && signs * 3 > letters
}
