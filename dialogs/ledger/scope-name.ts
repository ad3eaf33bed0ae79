import { isLane } from '../../domain/customers/lane.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import type { Words } from '../words/words.ts'

/** The part of the books that a list speaks for: `company NIMBUS`. */
export function scopeName(scope: ImportScope, words: Words): string {
  return `${words.say(`scope.${scope.kind}`)} ${scopeValue(scope, words)}`
}

export function scopeValue({ kind, value }: ImportScope, words: Words): string {
  return kind === 'lane' && isLane(value) ? words.say(`lane.${value}`) : value
}
