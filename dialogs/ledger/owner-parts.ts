import type { ImportEffect } from '../../domain/receivables/ledger-import.ts'
import { quoted } from '../phrases/quoted.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** How many customers come to be looked after by somebody else; nothing where a list says nothing of it. */
export function ownerFacts({ owners }: ImportEffect, words: Words): readonly (readonly [string, string])[] {
  return owners ? [[words.say('fact.owners'), words.number(owners.assigned)]] : []
}

/** For whom the list's column changes nothing, and why. */
export function ownerLines({ owners }: ImportEffect, words: Words): readonly Part[] {
  if (!owners) return []
  const { leftAlone, disputed, unknown, unknownCount } = owners
  const unsaid = unknownCount - unknown.length
  const names = unknown.map(quoted)
  return [
    ...(leftAlone > 0 ? [line(words.say('list.owners.left-alone', { count: leftAlone }))] : []),
    ...(disputed > 0 ? [line(words.say('list.owners.disputed', { count: disputed }))] : []),
    ...(unknown.length > 0
      ? [
          line(
            words.say('list.owners.unknown', {
              names: words.list(unsaid > 0 ? [...names, words.say('list.more', { count: unsaid })] : names),
            }),
            { tone: 'warning' },
          ),
        ]
      : []),
  ]
}
