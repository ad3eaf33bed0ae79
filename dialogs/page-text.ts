import { minutesWaited, type PagerCall } from '../domain/paging/pager-call.ts'
import { never } from '../domain/shared/outcome.ts'
import type { Words } from './words/words.ts'

/** A call in words, for a mail or a telephone. Each try of one call says the same. */
export interface PageText {
  readonly subject: string
  readonly lines: readonly string[]
}

/** What whoever is called reads. It names no customer: mail and paging services are third parties. */
export function pageText(call: PagerCall, words: Words): PageText {
  const { lane, severity } = call
  const operator = lane === null ? words.say('page.every-lane') : words.say(`lane.${lane}`)
  const subject = subjectOf(call, operator, words)
  return {
    subject: words.say('page.subject', { subject }),
    lines: [
      words.say('page.what', { what: subject }),
      ...(lane === null ? [] : [words.say('page.lane', { operator })]),
      ...(severity === null ? [] : [words.say('page.severity', { severity })]),
      ...(call.kind === 'test'
        ? []
        : [words.say('page.since', { since: words.moment(call.since), minutes: minutesWaited(call) })]),
      words.say(`page.do.${call.kind}`, { case: call.case ?? '' }),
      ...(call.kind === 'test' ? [] : [words.say('page.no-names')]),
    ],
  }
}

function subjectOf(call: PagerCall, operator: string, words: Words): string {
  const { kind } = call
  switch (kind) {
    case 'unanswered':
      return words.say('page.unanswered', { case: call.case ?? '', minutes: minutesWaited(call) })
    case 'undelivered':
      return words.say('page.undelivered', { case: call.case ?? '' })
    case 'silent-feed':
      return words.say('page.silent-feed', { operator, minutes: minutesWaited(call) })
    case 'test':
      return words.say('page.test')
    default:
      return never(kind)
  }
}
