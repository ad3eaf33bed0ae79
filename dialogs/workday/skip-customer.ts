import type { Customer } from '../../domain/customers/customer.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Day } from '../../domain/shared/time.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { Skip } from '../../domain/workday/skip.ts'
import { mostSkippedDays, type SkipRefusal } from '../../domain/workday/skip-desk.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { said, type Reply } from '../vocabulary/reply.ts'

/** `skip contoso until friday because on holiday`: out of the day's work until then. */
export async function skipCustomer(
  customer: Customer,
  asked: { readonly until: string | null; readonly because: string | null },
  talk: Talk,
): Promise<Reply> {
  const { desk, words, by } = talk
  const until = await skipDay(asked.until, talk)
  if (until === 'unclear') return said(words.say('day.unclear', { said: quoted(asked.until ?? '') }))
  const outcome = await desk.skips.skip(customer, { until, because: asked.because ?? '' }, by)
  if (!outcome.ok) return said(skipRefusalLine(outcome.refusal, customer, talk), { tone: 'warning' })
  return said(words.sentences([skippedLine(outcome.value, customer, talk), words.say('undo.how')]), { tone: 'good' })
}

/** The day that was said; null where none was. */
export async function skipDay(asked: string | null, talk: Talk): Promise<Day | null | 'unclear'> {
  if (asked === null || asked.trim() === '') return null
  const { day: today } = await talk.desk.book.today()
  return readDayIn([talk.words, ...talk.languages], asked, today) ?? 'unclear'
}

/** That somebody is left out, until when and why. */
export function skippedLine({ until, because }: Skip, { name }: Customer, { words }: Talk): string {
  return words.say('skip.done', { customer: name, until: words.day(until), because })
}

/** Why somebody stays part of the day's work, with what to do next. */
export function skipRefusalLine(
  refusal: SkipRefusal | VersionRefusal,
  { name }: Customer,
  { words, by }: Talk,
): string {
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not', { name: by.name })
    case 'words-needed':
      return words.say('skip.words-needed', { customer: name })
    case 'day-not-ahead':
      return words.say('skip.day-not-ahead')
    case 'day-too-far':
      return words.say('skip.day-too-far', { latest: words.day(refusal.latest), days: mostSkippedDays })
    case 'skipped-already':
      return words.say('skip.already', { customer: name, until: words.day(refusal.skip.until) })
    case 'changed-since':
    case 'not-found':
      return words.say('refusal.same-moment')
    default:
      return never(refusal)
  }
}
