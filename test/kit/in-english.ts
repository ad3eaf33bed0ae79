import { english } from './languages.ts'
import { badRowLines } from '../../dialogs/ledger/bad-row-lines.ts'
import { mostBadRows, understoodParts } from '../../dialogs/ledger/list-parts.ts'
import { unusableLine } from '../../dialogs/ledger/unusable-line.ts'
import { plainLines } from '../../dialogs/vocabulary/plain.ts'
import { speak } from '../../dialogs/words/words.ts'
import type { Understanding } from '../../domain/receivables/understanding.ts'

export const inEnglish = speak(english, 'Asia/Shanghai')

/** What a person reads of a list that was understood or refused, line by line. */
export function toldOf(list: Understanding): readonly string[] {
  if (list.kind === 'understood') return plainLines(understoodParts(list, inEnglish)).map(bare)
  if (list.kind === 'refused')
    return [unusableLine(list.reason, inEnglish), ...badRowLines(list.badRows, mostBadRows, inEnglish)].map(bare)
  throw new Error(`it asks ${list.questions.map(({ kind }) => kind).join()}`)
}

/** Spaces that must not break look like others in a test. */
export function bare(line: string): string {
  return line.replace(/[\u00a0\u202f]/g, ' ')
}
