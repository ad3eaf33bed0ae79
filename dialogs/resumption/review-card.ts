import type { HeldUntil, HoldReview } from '../../domain/holds/hold.ts'
import type { KeepRefusal } from '../../domain/holds/review-desk.ts'
import { never } from '../../domain/shared/outcome.ts'
import { dayAt, type Instant } from '../../domain/shared/time.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { heldLine } from '../phrases/held-line.ts'
import { mayNotLift } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** Asks whether a suspicion still stands: keep the hold, or lift it by two people. */
export function reviewCard(what: HoldReview, name: string, held: readonly HeldUntil[], talk: CardTalk): Reply {
  const { words } = talk
  const { lane, reason, customer } = what
  const hold = words.say(`hold.${reason}`)
  return {
    title: words.say('review.title', { reason: hold, name }),
    tone: 'warning',
    parts: [
      ...held.map((each) => heldLine({ ...each, holds: each.holds.filter((one) => one.reason === reason) }, talk)),
      line(words.say('review.ask')),
    ],
    buttons: [
      { label: words.say('review.keep', { reason: hold }), acts: { act: 'hold.keep', lane, customer, reason } },
      { label: words.say('held.lift', { reason: hold }), acts: { act: 'resumption.ask', customer, reason } },
    ],
  }
}

/** What stands in the place of the question once somebody has kept the hold. */
export function keptCard(what: HoldReview, until: Instant, by: string, { words, zone }: CardTalk): Reply {
  const said = { reason: words.say(`hold.${what.reason}`), name: by, day: words.day(dayAt(until, zone)) }
  return { parts: [line(words.say('review.kept', said), { tone: 'good' })] }
}

/** Why nothing was kept. */
export function keepRefusalLine(refusal: KeepRefusal | VersionRefusal, { words }: CardTalk): string {
  switch (refusal.code) {
    case 'may-not-review':
      return mayNotLift(refusal.reason, words)
    case 'nothing-to-review':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}
