import type { StageFinding } from '../../domain/policy/dunning-stage.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { noAccount } from './no-account.ts'
import { whoIsMeant } from './pick-customer.ts'

/** Records that a final notice was given today, and says back in full what counts from now on. */
export async function finalNotice(
  { who, until }: Extract<Intent, { verb: 'final-notice' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) =>
    phrase(words.grammar, 'final-notice', until === null ? { customer: id } : { customer: id, day: until }),
  )
  if (meant.kind === 'ask') return meant.reply
  const { day: today } = await desk.book.today()
  const deadline = until === null ? null : readDayIn([words, ...talk.languages], until, today)
  if (until !== null && deadline === null) return said(words.say('day.unclear', { said: quoted(until) }))
  const outcome = await desk.notices.record(meant.customer.id, { givenOn: null, deadline }, by)
  if (outcome.ok) {
    const { invoices, givenOn, deadline: until } = outcome.value
    const { customer } = meant
    const now = (await desk.book.today()).of(customer.id)
    const short = until < addDays(givenOn, desk.policy.finalNoticeDays)
    return said(
      words.sentences([
        words.say('notice.recorded', { name: customer.name, count: invoices.length, deadline: words.day(until) }),
        ...(short ? [words.say('notice.short', { days: desk.policy.finalNoticeDays })] : []),
        ...(now ? [consequence(now.finding, until, words)] : []),
      ]),
    )
  }
  switch (outcome.refusal.code) {
    case 'not-allowed':
      return said(words.say('refusal.may-not', { name: by.name }))
    case 'unknown-customer':
      return said(words.say('refusal.unknown-customer'))
    case 'nothing-overdue':
      return meant.customer.accounts.length === 0
        ? noAccount(meant.customer, [], talk)
        : said(words.say('refusal.nothing-overdue'))
    case 'given-in-future':
    case 'deadline-before-notice':
      return said(words.say('notice.past-deadline'))
  }
}

/** When a suspension becomes possible, with all that is on record and not by this notice alone. */
function consequence({ stage, gap }: StageFinding, until: Day, words: Words): string {
  if (stage === 'suspend') return words.say('notice.already')
  if (gap?.code !== 'notice-running') return words.say('notice.not-enough')
  if (gap.deadline === until) return words.say('notice.then')
  return words.say('notice.earlier', { deadline: words.day(gap.deadline) })
}
