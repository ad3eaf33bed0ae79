import { saidInVain, type AgreementAsk } from '../../domain/agreements/record-agreement.ts'
import type { Agreement, PaidMark } from '../../domain/agreements/agreement.ts'
import { itemKey, type Receivable } from '../../domain/receivables/open-item.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import type { Money } from '../../domain/shared/money.ts'
import type { Day } from '../../domain/shared/time.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { whoIsMeant, whoSaid } from '../customer/pick-customer.ts'
import { misheardLine } from '../phrases/misheard.ts'
import { notNow, orNotNow } from '../phrases/not-now.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Next, Script } from '../script.ts'
import type { Talk } from '../talk.ts'
import { wordFor, wordIn } from '../understanding/phrase.ts'
import { couldBeTwo, readAmount, type Unclear } from '../understanding/read-amount.ts'
import { readDayIn } from '../understanding/read-day.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import { agreementDraft, type AgreementDraft } from './agreement-draft.ts'
import { agreedLine, agreementLine } from './agreement-line.ts'
import { agreementRefusalLine } from './agreement-refusals.ts'
import { invoicesCalled } from './invoices-called.ts'
import { subscriptionsCalled, type CalledSubscription } from './subscriptions-called.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Grammar } from '../words/catalogue.ts'
import { daysEvery, readInstalments } from './read-instalments.ts'

interface Complete {
  readonly customer: CustomerId
  readonly ask: AgreementAsk
}

/** What is still to be asked: a question, and what an answer to it is. */
class Asking {
  readonly asked: NonNullable<AgreementDraft['asked']>
  readonly reply: Reply

  constructor(asked: NonNullable<AgreementDraft['asked']>, reply: Reply) {
    this.asked = asked
    this.reply = reply
  }
}

/** One sentence makes an agreement; it is echoed back in full, and counts once somebody says so. */
export const recordAgreement: Script<AgreementDraft, Complete> = {
  name: 'record-agreement',
  draft: agreementDraft,

  async next(filled, talk): Promise<Next<Complete, AgreementDraft>> {
    const { words, desk, by } = talk
    const stop = (text: string) => ({ stop: said(text, { tone: 'warning' }) })
    const ask = ({ asked, reply }: Asking) => ({
      ask: orNotNow(withComplaint(reply, filled, talk), words),
      keep: { ...filled, asked, misheard: false },
    })
    if (!mayAsk(by.roles, 'record agreement')) return stop(words.say('refusal.may-not', { name: by.name }))
    const found = await whomFor(filled, talk)
    if (found instanceof Asking) return ask(found)
    if (typeof found === 'string') return stop(found)
    const read = await askFor(filled, found, talk)
    if (read instanceof Asking) return ask(read)
    const ready = { customer: found.customer, ask: read }
    if (filled.confirmed) return { ready }
    const preview = await desk.agreements.preview(found.customer, read, by)
    if (!preview.ok) return stop(agreementRefusalLine(preview.refusal, talk))
    return {
      ask: withComplaint(await echo(preview.value, found.customer, talk), filled, talk),
      keep: { ...filled, asked: 'confirm', misheard: false },
    }
  },

  async hear(filled, answer, talk) {
    const text = answer.text.trim()
    if (text === '') return { ...filled, misheard: true }
    switch (filled.asked) {
      case 'who':
        return { ...filled, who: filled.kind === 'dispute' ? text : await whoSaid(answer, talk) }
      case 'currency':
        return { ...filled, currency: text }
      case 'sum':
        return { ...filled, sum: text, currency: null }
      case 'day':
        return { ...filled, day: text }
      case 'listed':
        return { ...filled, listed: text, count: null, currency: null }
      case 'reason':
        return { ...filled, reason: text }
      case 'confirm':
      case null: {
        const word = wordIn<string>(talk.grammars, 'answers', text)
        return word === 'record' || word === 'ask' ? { ...filled, confirmed: true } : { ...filled, misheard: true }
      }
    }
  },

  async finish({ customer, ask }, talk) {
    const { words, desk, by } = talk
    const outcome = await desk.agreements.record(customer, ask, by)
    if (!outcome.ok) return said(agreementRefusalLine(outcome.refusal, talk), { tone: 'warning' })
    return recordedReply(outcome.value, talk, words.say('agreement.recorded', { agreement: outcome.value.id }))
  },
}

/** What was recorded, with the button that takes it back. */
export function recordedReply(agreement: Agreement, talk: Talk, title: string): Reply {
  const { words } = talk
  const { id } = agreement
  return {
    title,
    tone: 'good',
    parts: [line(agreedLine(agreement, talk))],
    buttons: [{ label: words.say('agreement.button.undo'), acts: { act: 'agreement.undo', agreement: id } }],
  }
}

/** All of it once more, before it counts. */
async function echo(agreement: Agreement, customer: CustomerId, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const books = await desk.book.today()
  const name = books.directory.byId(customer)?.name ?? customer
  return {
    title: words.say(`agreement.echo.${agreement.kind}`, { name }),
    parts: [
      line(agreedLine(agreement, talk), { weight: 'strong' }),
      line(words.say(meaningOf(agreement))),
      ...(agreement.kind === 'paid-mark' ? saidBefore(agreement, books.recordedOf(customer), talk) : []),
      line(words.say('agreement.not-yet'), { weight: 'quiet' }),
    ],
    buttons: [
      {
        label: words.say('agreement.button.record'),
        tone: 'good',
        says: wordFor(words.grammar, 'answers', 'record'),
      },
      notNow(words),
    ],
  }
}

/** What was said of the same debt before, and what came of it. */
function saidBefore({ amount }: PaidMark, past: readonly Agreement[], talk: Talk): readonly Part[] {
  const [last] = saidInVain(past, amount.currency)
  if (!last) return []
  const told = agreementLine(last, { day: last.said, toldUntil: null }, talk)
  return [
    line(talk.words.say('agreement.said-before', { mark: told, name: talk.nameOf(last.author) }), { tone: 'warning' }),
  ]
}

function meaningOf(agreement: Agreement): MessageKey {
  const isService = agreement.kind === 'exemption' && agreement.of.what === 'subscription'
  return isService ? 'agreement.means.exemption-subscription' : `agreement.means.${agreement.kind}`
}

function withComplaint(reply: Reply, { misheard }: AgreementDraft, { words }: Talk): Reply {
  return { ...reply, parts: [...misheardLine(misheard, words), ...reply.parts] }
}

interface Found {
  readonly customer: CustomerId
  /** What is disputed, or left out by itself. */
  readonly invoice: Receivable | null
  /** What is left out by itself. */
  readonly subscription?: OperatorSubscription
}

/** Whom it is about; a text says why there is nobody. */
async function whomFor({ kind, who }: AgreementDraft, talk: Talk): Promise<Found | Asking | string> {
  const { words } = talk
  if (kind !== 'dispute') {
    const meant = await whoIsMeant(who, talk, ({ id }) => id)
    if (meant.kind === 'customer') return { customer: meant.customer.id, invoice: null }
    // An invoice can be left out by itself; nobody is called like its number.
    const [called, ...more] = kind === 'exemption' && who !== null ? await invoicesCalled(who, talk.desk) : []
    if (called && more.length === 0) return { customer: called.customer.id, invoice: called.invoice }
    const service = kind === 'exemption' && who !== null ? await serviceFor(who, talk) : null
    if (service !== null) return service
    return new Asking('who', meant.reply)
  }
  if (who === null) return new Asking('who', said(words.say('agreement.which-invoice')))
  const [first, ...others] = await invoicesCalled(who, talk.desk)
  if (!first) return new Asking('who', said(words.say('agreement.no-invoice', { who: quoted(who) })))
  if (others.length === 0) return { customer: first.customer.id, invoice: first.invoice }
  const all = [first, ...others]
  const label = ({ customer, invoice }: (typeof all)[number]) => `${customer.name} · ${words.day(invoice.due)}`
  return new Asking('who', {
    title: words.say('agreement.several-invoices', { who: quoted(who) }),
    parts: all.map((each) => line(`${label(each)} · ${words.money(each.invoice.open)}`)),
    buttons: all.map((each) => ({ label: label(each), says: itemKey(each.invoice) })),
  })
}

/** A subscription that is to be left out by itself; null where the words name none. */
async function serviceFor(who: string, talk: Talk): Promise<Found | Asking | string | null> {
  const { words } = talk
  try {
    const [first, ...others] = await subscriptionsCalled(who, talk)
    if (!first) return null
    if (others.length === 0) return { customer: first.customer.id, invoice: null, subscription: first.subscription }
    const all = [first, ...others]
    const label = ({ customer, subscription: { name, id } }: CalledSubscription) =>
      `${customer.name} · ${name} · ${id.slice(-6)}`
    return new Asking('who', {
      title: words.say('agreement.several-subscriptions', { who: quoted(who) }),
      parts: all.map((each) => line(label(each))),
      buttons: all.map((each) => ({ label: label(each), says: `${each.customer.id} ${each.subscription.id}` })),
    })
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return words.say('agreement.subscriptions-unread')
  }
}

/** What is to be recorded, or the first thing that is missing or unclear. */
async function askFor(
  filled: AgreementDraft,
  { customer, invoice, subscription }: Found,
  talk: Talk,
): Promise<AgreementAsk | Asking> {
  const { words, desk } = talk
  const books = await desk.book.today()
  const name = books.directory.byId(customer)?.name ?? customer
  const currencies = (books.of(customer)?.standing.currencies ?? []).map(({ currency }) => currency)
  const sumOf = (sum: string): Money | Asking => {
    const again = filled.kind === 'plan' && filled.listed !== null ? 'listed' : 'sum'
    const unclear = (why: Unclear) => new Asking(again, said(words.say(`amount.${why}`, { said: quoted(sum) })))
    if (couldBeTwo(sum)) return unclear('two-ways')
    const [only, ...others] = currencies
    const known = filled.currency ?? (others.length === 0 ? (only ?? null) : null)
    const bare = readAmount(sum, words.tag)
    const read = bare.kind === 'no-currency' && known !== null ? readAmount(`${sum} ${known}`, words.tag) : bare
    if (read.kind === 'amount') return read.money
    if (read.kind === 'unclear') return unclear(read.why)
    const which = { name, number: read.number, currencies: words.list(currencies) }
    return new Asking('currency', said(words.say('agreement.which-currency', which)))
  }
  const dayOf = (day: string | null, asked: 'day' | 'listed'): Day | Asking => {
    if (day === null) return new Asking('day', said(words.say(`agreement.which-day.${filled.kind}`, { name })))
    const read = readDayIn([words, ...talk.languages], day, books.day)
    return read ?? new Asking(asked, said(words.say('day.unclear', { said: quoted(day) })))
  }
  switch (filled.kind) {
    case 'promise':
    case 'paid-mark': {
      if (filled.sum === null) return new Asking('sum', said(words.say(`agreement.how-much.${filled.kind}`, { name })))
      const amount = sumOf(filled.sum)
      if (amount instanceof Asking) return amount
      if (filled.kind === 'paid-mark') return { kind: 'paid-mark', amount }
      const day = dayOf(filled.day, 'day')
      return day instanceof Asking ? day : { kind: 'promise', amount, day }
    }
    case 'plan':
      return planFor(filled, talk.grammars, sumOf, dayOf, said(words.say('agreement.which-instalments', { name })))
    case 'dispute': {
      if (filled.reason === null) return new Asking('reason', said(words.say('agreement.why.dispute')))
      const amount = filled.sum === null ? null : disputed(filled.sum, filled.currency ?? invoice?.open.currency, sumOf)
      if (amount instanceof Asking) return amount
      return { kind: 'dispute', invoice: invoice ? itemKey(invoice) : '', amount, reason: filled.reason }
    }
    case 'exemption': {
      const until = dayOf(filled.day, 'day')
      if (until instanceof Asking) return until
      if (filled.reason === null) return new Asking('reason', said(words.say('agreement.why.exemption', { name })))
      const of = invoice
        ? ({ what: 'invoice', key: itemKey(invoice), number: invoice.number } as const)
        : subscription
          ? ({ what: 'subscription', id: subscription.id, name: subscription.name } as const)
          : ({ what: 'customer' } as const)
      return { kind: 'exemption', of, until, reason: filled.reason }
    }
  }

  /** An amount without a currency is in the invoice's own. */
  function disputed(sum: string, currency: string | undefined, read: (sum: string) => Money | Asking): Money | Asking {
    const bare = readAmount(sum, words.tag)
    return bare.kind === 'no-currency' && currency !== undefined ? read(`${sum} ${currency}`) : read(sum)
  }
}

function planFor(
  { listed, count, sum, day, every }: AgreementDraft,
  grammars: readonly Grammar[],
  sumOf: (sum: string) => Money | Asking,
  dayOf: (day: string | null, asked: 'day' | 'listed') => Day | Asking,
  which: Reply,
): AgreementAsk | Asking {
  const saidSo = listed === null ? null : readInstalments(listed, grammars)
  if (saidSo === null && (listed !== null || count === null || sum === null)) return new Asking('listed', which)
  if (saidSo !== null) {
    const read = saidSo.map((one) => ({ amount: sumOf(one.sum), day: dayOf(one.day, 'listed') }))
    const instalments: { minor: number; day: Day }[] = []
    let currency: string | null = null
    for (const { amount, day: on } of read) {
      if (amount instanceof Asking) return amount
      if (on instanceof Asking) return on
      // One plan is in one currency: what it adds up to is told.
      if (currency !== null && currency !== amount.currency) return new Asking('listed', which)
      currency = amount.currency
      instalments.push({ minor: amount.minor, day: on })
    }
    return currency === null ? new Asking('listed', which) : { kind: 'plan', currency, instalments }
  }
  const amount = sumOf(sum ?? '')
  if (amount instanceof Asking) return amount
  const from = dayOf(day, 'day')
  if (from instanceof Asking) return from
  const days = daysEvery(from, count ?? 0, every)
  return {
    kind: 'plan',
    currency: amount.currency,
    instalments: days.map((on) => ({ minor: amount.minor, day: on })),
  }
}
