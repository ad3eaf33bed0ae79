import type { HeldSubscription, Hold } from '../../domain/holds/hold.ts'
import { dayAt } from '../../domain/shared/time.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'

type Teller = Pick<CardTalk, 'words' | 'nameOf' | 'zone'>

/** Why something is out of service: each reason with who answers for it, since when, and when it is looked at again. */
export function heldLine({ name, holds }: Pick<HeldSubscription, 'name' | 'holds'>, talk: Teller): Part {
  const { words } = talk
  const reasons = words.list(holds.map((hold) => holdWords(hold, talk)))
  return line(words.say('held.line', { name, reasons }), { tone: 'warning' })
}

function holdWords({ reason, by, at, case: id, review }: Hold, { words, nameOf, zone }: Teller): string {
  const said = {
    reason: words.say(`hold.${reason}`),
    name: by === 'desk' ? words.say('held.by-desk') : nameOf(by),
    day: words.day(dayAt(at, zone)),
    case: id,
  }
  if (review === undefined) return words.say('held.reason', said)
  return words.say('held.reason-review', { ...said, review: words.day(dayAt(review, zone)) })
}
