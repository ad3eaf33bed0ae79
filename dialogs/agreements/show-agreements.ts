import { isOpenAgreement, type Agreement } from '../../domain/agreements/agreement.ts'
import { idToday } from '../../domain/customers/customer-directory.ts'
import type { Customer } from '../../domain/customers/customer.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { agreementLine } from './agreement-line.ts'

const mostListed = 12
/** Slack and Teams show more buttons than anybody reads. */
const mostButtons = 5

/** `agreements contoso`: everything agreed with a customer, the newest first. */
export async function showAgreements(who: string | null, talk: Talk): Promise<Reply> {
  const { words } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, 'agreements', { customer: id }))
  return meant.kind === 'ask' ? meant.reply : agreementsOf(meant.customer, talk)
}

/** The same of a customer who is known. */
export async function agreementsOf(customer: Customer, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const all = await desk.agreements.of(customer)
  const lineOf = await liner(customer, talk)
  const shown = all.slice(0, mostListed)
  const buttons = all.filter(isOpenAgreement).slice(0, mostButtons)
  return {
    title: words.say('agreements.title', { name: customer.name }),
    parts: [
      ...brokenLine(all, talk),
      ...(all.length === 0 ? [line(words.say('agreements.none'))] : []),
      ...shown.map((one) => line(lineOf(one), isOpenAgreement(one) ? {} : { weight: 'quiet' })),
      ...(all.length > shown.length ? [line(words.say('agreements.more', { count: all.length - shown.length }))] : []),
    ],
    again: phrase(words.grammar, 'agreements', { customer: customer.id }),
    buttons: mayAsk(by.roles, 'record agreement')
      ? [...beginnings(customer, talk), ...buttons.map((one) => endButton(one, talk))]
      : [],
  }
}

/** What is in force, and how many promises were broken: for the customer's card. */
export async function agreementParts(customer: Customer, talk: Talk): Promise<readonly Part[]> {
  const all = await talk.desk.agreements.of(customer)
  const lineOf = await liner(customer, talk)
  return [...brokenLine(all, talk), ...all.filter(isOpenAgreement).map((one) => line(lineOf(one)))]
}

/** Tells of an agreement of a customer, and whose invoice it was about where that is another's since. */
async function liner({ id }: Customer, talk: Talk): Promise<(one: Agreement) => string> {
  const { words, desk } = talk
  const books = await desk.book.today()
  const looked = { day: books.day, toldUntil: books.of(id)?.toldUntil ?? null }
  return (one) => {
    const then = idToday(one.customer, books.directory)
    const name = books.directory.byId(then)?.name ?? then
    const told = agreementLine(one, looked, talk)
    return then === id ? told : words.sentences([told, words.say('agreement.came-along', { name })])
  }
}

function brokenLine(all: readonly Agreement[], { words }: Talk): readonly Part[] {
  const count = all.filter(({ state }) => state.status === 'broken' || state.status === 'part-kept').length
  return count === 0 ? [] : [line(words.say('agreements.broken', { count }), { tone: 'warning' })]
}

/** What can be agreed by a press; what is missing is then asked. */
function beginnings({ id }: Customer, { words }: Talk): readonly Button[] {
  return (['promise', 'plan', 'exempt', 'paid'] as const).map((verb) => ({
    label: words.say(`agreements.begin.${verb}`),
    says: phrase(words.grammar, verb, { customer: id }),
  }))
}

function endButton({ id }: Agreement, { words }: Talk): Button {
  return { label: words.say('agreements.end', { agreement: id }), acts: { act: 'agreement.end', agreement: id } }
}
