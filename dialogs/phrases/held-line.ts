import type { Until } from '../../domain/countdown/last-day.ts'
import type { HeldUntil, Hold } from '../../domain/holds/hold.ts'
import { dayAt } from '../../domain/shared/time.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** What it takes to name a hold. */
export type HoldTeller = Pick<CardTalk, 'words' | 'nameOf' | 'zone'>

/**
 * Why something is out of service: each reason with who answers for it, since when, and when it is looked at again; and
 * until when it can be brought back, where it is out.
 */
export function heldLine({ name, holds, until }: Pick<HeldUntil, 'name' | 'holds' | 'until'>, talk: HoldTeller): Part {
  const { words } = talk
  const reasons = words.list(holds.map((hold) => holdWords(hold, talk)))
  const held = words.say('held.line', { name, reasons })
  const text = until === undefined ? held : words.sentences([held, untilWords(until, words)])
  return line(text, { tone: 'warning' })
}

function untilWords(until: Until, words: Words): string {
  if (until === 'gone') return words.say('held.until.gone')
  if (until === 'unread' || until.day === null) return words.say('held.until.unknown')
  return words.say(`held.until.${until.ground}`, { day: words.day(until.day) })
}

/** One reason, with who answers for it, since when, and when it is looked at again. */
export function holdWords({ reason, by, at, case: id, review }: Hold, { words, nameOf, zone }: HoldTeller): string {
  const said = {
    reason: words.say(`hold.${reason}`),
    name: by === 'desk' ? words.say('held.by-desk') : nameOf(by),
    day: words.day(dayAt(at, zone)),
    case: id,
  }
  if (review === undefined) return words.say('held.reason', said)
  return words.say('held.reason-review', { ...said, review: words.day(dayAt(review, zone)) })
}
