import type { Instant } from '../../domain/shared/time.ts'
import type { Words } from '../words/words.ts'
import type { Block } from './dossier-document.ts'

/** A section without anything in it says so. */
export function orNone(blocks: readonly Block[], words: Words): readonly Block[] {
  return blocks.length === 0 ? [{ kind: 'text', text: words.say('dossier.none') }] : blocks
}

/** A moment in the partner's zone and in UTC: the operator's people sit elsewhere. */
export function both(at: Instant, words: Words): string {
  return words.say('dossier.moment', { local: words.moment(at), utc: at.replace(/:\d\d(?:\.\d+)?Z$/, 'Z') })
}
