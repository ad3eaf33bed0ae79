import type { PolicyGiven } from '../../domain/policy/policy-given.ts'
import { isOverdue, overdueSums } from '../../domain/receivables/standing.ts'
import { never } from '../../domain/shared/outcome.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { sums } from '../phrases/money-lines.ts'
import { quoted } from '../phrases/quoted.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase, wordFor } from '../understanding/phrase.ts'
import { readPastDayIn } from '../understanding/read-day.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As many as can be read at once; the list names how many there are. */
const mostListed = 20

/** `policy given contoso on monday by mail`: records it, and says back which version that was. */
export async function givePolicy(
  { who, day, how }: Extract<Intent, { verb: 'policy-given' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) =>
    phrase(words.grammar, 'policy-given', {
      customer: id,
      ...(day === null ? {} : { day }),
      ...(how === null ? {} : { way: wordFor(words.grammar, 'ways', how) }),
    }),
  )
  if (meant.kind === 'ask') return meant.reply
  const { day: today } = await desk.book.today()
  const on = day === null ? null : readPastDayIn([words, ...talk.languages], day, today)
  if (day !== null && on === null) return said(words.say('day.unclear', { said: quoted(day) }))
  const outcome = await desk.policyGiven.record(meant.customer.id, { on, how }, by)
  if (outcome.ok)
    return said(
      words.say('policy.given-recorded', { name: meant.customer.name, given: givenLine(outcome.value, words) }),
    )
  const { refusal } = outcome
  switch (refusal.code) {
    case 'not-allowed':
      return said(mayNotAsk('record policy given', words.say('refusal.not-allowed'), words))
    case 'unknown-customer':
      return said(words.say('refusal.unknown-customer'))
    case 'given-in-future':
      return said(words.say('policy.given-in-future', { day: words.day(refusal.on) }))
    case 'before-any':
      return said(words.say('policy.given-before-any', { day: words.day(refusal.since) }))
    default:
      return never(refusal)
  }
}

/** `version 2 on Mar 3, 2025, by mail`. */
export function givenLine({ version, on, how }: PolicyGiven, words: Words): string {
  const facts = { version, day: words.day(on) }
  return how === null
    ? words.say('policy.given', facts)
    : words.say('policy.given-by', { ...facts, how: words.say(`policy.way.${how}`) })
}

/** `overdue without policy`: who is overdue and was never given the policy, the largest debt of a list first. */
export async function overdueWithout({ desk, words }: Talk): Promise<Reply> {
  const [books, given] = await Promise.all([desk.book.today(), desk.policyGiven.all()])
  if (books.ledgerAsOf === null)
    return { title: words.say('overdue.no-ledger'), parts: [line(words.say('overdue.import'))] }
  const without = books.withItems.filter(({ standing, customer }) => isOverdue(standing) && !given.has(customer.id))
  const again = phrase(words.grammar, 'overdue-without-policy')
  if (without.length === 0) return { title: words.say('policy.nobody-without'), again, parts: [] }
  const oldest = ({ standing }: (typeof without)[number]) =>
    Math.max(...standing.currencies.map(({ oldestDaysPastDue }) => oldestDaysPastDue))
  const shown = without.toSorted((one, other) => oldest(other) - oldest(one)).slice(0, mostListed)
  const more = without.length - shown.length
  return {
    title: words.say('policy.without', { count: without.length }),
    again,
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('column.customer'), width: 3 },
          { title: words.say('column.overdue'), align: 'end', width: 3 },
          { title: words.say('column.days'), align: 'end', width: 1 },
        ],
        rows: shown.map((of) => [of.customer.name, sums(overdueSums(of.standing), words), words.number(oldest(of))]),
      },
      ...(more > 0 ? [line(words.say('policy.more-without', { more }))] : []),
      line(words.say('policy.without-how'), { weight: 'quiet' }),
    ],
  }
}
