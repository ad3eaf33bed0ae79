import type { StaffId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { CardTalk } from '../talk.ts'

/** Who did something and when, as a fact of a card: `Asked by: Mei, Mar 31, 2025, 10:00 AM`. */
export function byWhom(
  fact:
    | 'fact.asked-by'
    | 'fact.approved-by'
    | 'fact.called-off-by'
    | 'fact.glass-broken-by'
    | 'fact.opened-by'
    | 'fact.stopped-by',
  by: StaffId,
  at: Instant,
  { words, nameOf }: CardTalk,
): readonly [string, string] {
  return [
    words.say(fact),
    words.say('fact.by-at', { name: by === 'desk' ? words.say('past.desk') : nameOf(by), at: words.moment(at) }),
  ]
}
