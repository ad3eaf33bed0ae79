import type { CountedHeld } from '../../domain/countdown/countdown-desk.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As many as one message shows. */
const mostListed = 40

/** Everything on hold with the day until which it can be brought back, the first to be lost first. */
export async function showCountdown({ desk, words }: Talk): Promise<Reply> {
  const all = await desk.countdowns.all()
  const more = all.length - mostListed
  return {
    title: words.say('countdown.list.title', { count: all.length }),
    again: phrase(words.grammar, 'countdown'),
    parts: [
      ...all.slice(0, mostListed).map((one) => line(heldUntil(one, words))),
      ...(more > 0 ? [line(words.say('countdown.more', { more }))] : []),
    ],
  }
}

/** Until when one subscription on hold can be brought back, or why nobody can say. */
export function heldUntil(one: CountedHeld, words: Words): string {
  const { customerName: customer, name, last, gone } = one
  const who = { customer, name }
  if (gone) return words.say('countdown.list.gone', who)
  if (last === 'unread') return words.say('countdown.list.unread', who)
  if (last.day === null) return words.say(`countdown.list.unknown.${last.why}`, who)
  return words.say('countdown.list.until', {
    ...who,
    day: words.day(last.day),
    ground: words.say(`countdown.ground.${last.ground}`),
  })
}
