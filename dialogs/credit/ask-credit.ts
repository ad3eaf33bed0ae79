import { audienceOf } from '../../domain/cases/audience.ts'
import type { PendingCredit } from '../../domain/credit/credit-change.ts'
import { isMatched, type Customer } from '../../domain/customers/customer.ts'
import type { Day } from '../../domain/shared/time.ts'
import { caseCard } from '../case-card.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { quoted } from '../phrases/quoted.ts'
import { mostCharacters, tooLongLine } from '../phrases/too-long.ts'
import { forReaders, type Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { couldBeTwo, readAmount } from '../understanding/read-amount.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { reviewAtEnd } from '../understanding/review-at-end.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { creditAskRefusalLine } from './credit-refusals.ts'
import { creditOf } from './show-credit.ts'

/** `credit contoso 5000 eur because … review 2027-01-15`: asks a second person. */
export async function askCredit(intent: Extract<Intent, { verb: 'credit-limit' }>, talk: Talk): Promise<Reply> {
  const { words, desk, by, speaker } = talk
  const { who, amount, text } = intent
  const meant = await whoIsMeant(who, talk, ({ id }) => sayAgain(intent, id, talk))
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (!isMatched(customer)) return said(words.say('credit.not-matched', { name: customer.name }))
  if (couldBeTwo(amount)) return said(words.say('amount.two-ways', { said: quoted(amount) }))
  const read = readAmount(amount, words.tag)
  if (read.kind === 'no-currency')
    return said(words.say('credit.which-currency', { name: customer.name, number: read.number }))
  if (read.kind === 'unclear') return said(words.say(`amount.${read.why}`, { said: quoted(amount) }))
  const tail = reviewAtEnd(text ?? '', talk.grammars)
  const reviewSaid = intent.review ?? tail.review
  const { day: today } = await desk.book.today()
  const review = reviewSaid === null ? null : readDayIn([words, ...talk.languages], reviewSaid, today)
  if (reviewSaid !== null && review === null) return said(words.say('day.unclear', { said: quoted(reviewSaid) }))
  const because = tail.text
  if (because === '')
    return said(words.say('credit.why-limit', { name: customer.name, amount: words.money(read.money) }))
  if (because.length > mostCharacters.words) return tooLong(because, talk)
  const wanted: { readonly limit: typeof read.money; readonly review: Day | null } = { limit: read.money, review }
  const outcome = await desk.credit.askLimit(customer.id, wanted, because, by, speaker.place)
  return outcome.ok ? asked(outcome.value, talk) : refusedReply(outcome.refusal, customer, talk)
}

/** `credit release contoso because …`: asks a second person. */
export async function askRelease(
  { who, text }: Extract<Intent, { verb: 'credit-release' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by, speaker } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) => withWords('credit-release', id, text, talk))
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (text === null || text.trim() === '') return said(words.say('credit.why-release', { name: customer.name }))
  if (text.length > mostCharacters.words) return tooLong(text, talk)
  const outcome = await desk.credit.askRelease(customer.id, text, by, speaker.place)
  return outcome.ok ? asked(outcome.value, talk) : refusedReply(outcome.refusal, customer, talk)
}

/** `credit hold contoso because …`: counts at once, and is shown as it stands then. */
export async function holdOrders({ who, text }: Extract<Intent, { verb: 'credit-hold' }>, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) => withWords('credit-hold', id, text, talk))
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (text === null || text.trim() === '') return said(words.say('credit.why-hold', { name: customer.name }))
  if (text.length > mostCharacters.words) return tooLong(text, talk)
  const outcome = await desk.credit.hold(customer.id, text, by)
  if (!outcome.ok) return refusedReply(outcome.refusal, customer, talk)
  const card = await creditOf(customer.id, talk)
  const { again, ...shown } = card ?? said('')
  return {
    ...shown,
    parts: [line(words.say('credit.held', { name: customer.name }), { tone: 'good' }), ...shown.parts],
  }
}

async function asked(credit: PendingCredit, talk: Talk): Promise<Reply> {
  const found = await talk.desk.cards.read(credit.id)
  if (!found) return said(talk.words.say('case.unknown', { case: credit.id }))
  return orAlone(caseCard(found, forReaders(talk)), audienceOf({ kind: 'credit-change', value: credit }), talk)
}

function refusedReply(refusal: Parameters<typeof creditAskRefusalLine>[0], { name }: Customer, { words }: Talk): Reply {
  return said(creditAskRefusalLine(refusal, name, words), { tone: 'warning' })
}

function tooLong(text: string, { words }: Talk): Reply {
  return { parts: tooLongLine(text.length, mostCharacters.words, 'words', words) }
}

/** What each choice of a customer says: a button carries only so much, and the reason is then asked for. */
function withWords(verb: 'credit-hold' | 'credit-release', id: string, text: string | null, { words }: Talk): string {
  const slots = text === null || text.length > mostOnButton ? {} : { text }
  return phrase(words.grammar, verb, { customer: id, ...slots })
}

function sayAgain(
  { amount, text, review }: Extract<Intent, { verb: 'credit-limit' }>,
  id: string,
  { words }: Talk,
): string {
  const slots = text === null || text.length > mostOnButton ? {} : { text, ...(review !== null && { day: review }) }
  return phrase(words.grammar, 'credit-limit', { customer: id, sum: amount, ...slots })
}

const mostOnButton = 1_000
