import type { EndingWay } from '../../domain/ending/ending-way.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { dayAt, type TimeZone } from '../../domain/shared/time.ts'
import type { Words } from '../words/words.ts'

/** Until when a subscription can be cancelled, or on which day its term ends; unknown is called unknown. */
export function dayOf(
  { commitmentEnd, cancellableUntil }: Pick<OperatorSubscription, 'commitmentEnd' | 'cancellableUntil'>,
  way: EndingWay,
  zone: TimeZone,
  words: Words,
): string {
  if (way === 'cancel') {
    return words.say('ending.cancellable-until', {
      until: cancellableUntil === null ? '–' : words.deadline(cancellableUntil),
    })
  }
  return commitmentEnd === null
    ? words.say('ending.term-unknown')
    : words.say('ending.term-ends', { day: words.day(dayAt(commitmentEnd, zone)) })
}
