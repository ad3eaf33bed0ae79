import type { Customer } from '../../domain/customers/customer.ts'
import { oldestDaysPastDue, overdueSums, isOverdue } from '../../domain/receivables/standing.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import type { Why } from '../../domain/workday/why-desk.ts'
import { agreedLine } from '../agreements/agreement-line.ts'
import { caseLine } from '../case-card.ts'
import { showCase } from '../case-list.ts'
import { stageLine } from '../customer/stage-line.ts'
import { heldLine } from '../phrases/held-line.ts'
import { ledgerAge, sums } from '../phrases/money-lines.ts'
import { obstacleLine } from '../suspension/obstacle-line.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

const mostInvoices = 10
const mostRequests = 3

/** `why contoso`: every step from the rule to what is called for, with dates, and what comes next. */
export async function showWhy(customer: Customer, asked: 'why' | 'why-not', talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const why = await desk.why.of(customer)
  if (!why) return said(words.say('refusal.unknown-customer'))
  const { of, requests } = why
  const held = await desk.resumptions.heldOf(customer.id)
  const obstacles = isOverdue(of.standing) ? why.obstacles : []
  const inTheWay = obstacles.map((each) => line(obstacleLine(each, words)))
  return {
    title: words.say(asked === 'why' ? 'why.title' : 'why.title-not', { name: customer.name }),
    parts: [
      line(stageLine(of, words), { weight: 'strong' }),
      ...(asked === 'why-not' ? inTheWay : []),
      ...ruleParts(why, words),
      ...invoiceParts(why, talk),
      ...of.agreements.map((each) => line(`${each.id}: ${agreedLine(each, talk)}`)),
      ...why.past
        .slice(0, mostRequests)
        .map((each) => line(words.say('why.past', { agreement: each.id, was: agreedLine(each, talk) }))),
      ...noticeParts(why, talk),
      ...requestParts(requests, talk),
      ...held.map((each) => heldLine(each, talk)),
      ...(asked === 'why' ? inTheWay : []),
      ...nextParts(why, words),
      ...(isOverdue(of.standing) ? [line(words.say('why.changes'), { weight: 'quiet' })] : []),
      ...(of.ledgerAsOf === null
        ? []
        : [line(ledgerAge(of.ledgerAsOf, of.standing.day, desk.policy.calendar, words), { weight: 'quiet' })]),
    ],
    again: phrase(words.grammar, asked, { customer: customer.id }),
    buttons: requests.slice(0, mostRequests).map(({ id }) => showCase(id, words)),
  }
}

/** `next contoso`: the day on which the policy next calls for something else, and what that is. */
export async function showNext(customer: Customer, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const why = await desk.why.of(customer)
  if (!why) return said(words.say('refusal.unknown-customer'))
  return {
    title: words.say('why.title-next', { name: customer.name }),
    parts: [line(stageLine(why.of, words), { weight: 'strong' }), ...nextParts(why, words)],
    again: phrase(words.grammar, 'next', { customer: customer.id }),
  }
}

function ruleParts({ of, segment }: Why, words: Words): readonly Part[] {
  const { rung } = of.finding
  if (rung === null) return []
  const stage = words.say(`stage.${rung.stage}`)
  const amounts = Object.entries(rung.atLeast ?? {}).map(([currency, minor]) => words.money({ minor, currency }))
  const facts = { stage, days: rung.daysPastDue, invoices: rung.invoices ?? 1 }
  return [
    line(
      words.sentences([
        amounts.length === 0
          ? words.say('why.rung', facts)
          : words.say('why.rung-amounts', { ...facts, amounts: words.either(amounts) }),
        ...(segment === null ? [] : [words.say('why.segment', { segment })]),
      ]),
    ),
  ]
}

function invoiceParts({ of, credits }: Why, { words, shared }: Talk): readonly Part[] {
  const { standing } = of
  if (!isOverdue(standing)) return [line(words.say('why.nothing-overdue'))]
  const total = words.say('why.overdue', {
    sums: sums(overdueSums(standing), words),
    days: oldestDaysPastDue(standing),
  })
  if (shared) return [line(total), line(words.say('customer.invoices-elsewhere'), { weight: 'quiet' })]
  const invoices = standing.currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  return [
    line(total),
    ...invoices.slice(0, mostInvoices).map(({ invoice, left, daysPastDue }) =>
      line(
        words.say('why.invoice', {
          number: invoice.number,
          left: words.money({ minor: left, currency: invoice.open.currency }),
          due: words.day(invoice.due),
          days: daysPastDue,
        }),
      ),
    ),
    ...(invoices.length > mostInvoices
      ? [line(words.say('customer.more-invoices', { count: invoices.length - mostInvoices }))]
      : []),
    ...credits
      .slice(0, mostInvoices)
      .map(({ number, open, date }) =>
        line(
          words.say('why.credit', { number, amount: words.money(open), day: date === null ? '–' : words.day(date) }),
        ),
      ),
  ]
}

function noticeParts({ of }: Why, { words, nameOf }: Talk): readonly Part[] {
  return of.notices.map(({ givenOn, deadline, invoices, recordedBy }) =>
    line(
      words.say('why.notice', {
        given: words.day(givenOn),
        deadline: words.day(deadline),
        count: invoices.length,
        name: nameOf(recordedBy),
      }),
    ),
  )
}

function requestParts(requests: readonly SuspensionRequest[], talk: Talk): readonly Part[] {
  return requests.slice(0, mostRequests).map((request) => line(requestLine(request, talk)))
}

/** Who asked for it and when, who said yes, and how it stands. */
export function requestLine(request: SuspensionRequest, talk: Talk): string {
  const { words, nameOf } = talk
  const { id, reason, askedBy, askedAt, approvals } = request
  return words.sentences([
    words.say('why.asked', {
      case: id,
      reason: words.say(`reason.${reason}`),
      name: nameOf(askedBy),
      at: words.moment(askedAt),
    }),
    ...approvals.map(({ by, at }) => words.say('why.approved', { name: nameOf(by), at: words.moment(at) })),
    caseLine({ kind: 'suspension', value: request }, talk),
  ])
}

function nextParts({ of, next, ifNoticeToday }: Why, words: Words): readonly Part[] {
  const { gap } = of.finding
  const lines = [
    next === null
      ? words.say('next.nothing')
      : words.say('next.change', { day: words.day(next.day), stage: words.say(`stage.${next.finding.stage}`) }),
    ...(gap?.code === 'no-final-notice' && ifNoticeToday !== null
      ? [
          words.say('next.if-notice', {
            day: words.day(ifNoticeToday.day),
            stage: words.say(`stage.${ifNoticeToday.finding.stage}`),
          }),
        ]
      : []),
    words.say('next.assumes'),
  ]
  return [line(words.sentences(lines))]
}
