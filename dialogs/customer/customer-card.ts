import { troubleOf } from '../../domain/acts/take-step.ts'
import { isMatched, type MatchedCustomer } from '../../domain/customers/customer.ts'
import { holdReasons, type HeldSubscription } from '../../domain/holds/hold.ts'
import { newestNotice } from '../../domain/policy/final-notice.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { hasSummaries, isOverdue } from '../../domain/receivables/standing.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { identityOnCard } from '../../domain/suspension/shown-on-card.ts'
import { namedInLedger } from '../../domain/suspension/known-by-hand.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { letterDue } from '../../domain/workday/due.ts'
import { idsOf } from '../../domain/customers/ids-of.ts'
import { heldLine } from '../phrases/held-line.ts'
import { creditLines } from '../credit/credit-lines.ts'
import { agreementParts } from '../agreements/show-agreements.ts'
import { alertsOf } from '../fraud/alerts-of.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { ledgerAge } from '../phrases/money-lines.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import { givenLine } from '../policy/policy-given.ts'
import type { Talk } from '../talk.ts'
import { looksMixed } from '../understanding/look-alikes.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { notesOnCard } from '../workday/note-customer.ts'
import { namesOf } from '../understanding/customer-index.ts'
import { namesakesLine, namesakesOf } from './namesakes.ts'
import { stageLine } from './stage-line.ts'

const mostInvoices = 8

/** One customer: both sides of the identity, what is owed, what the policy calls for, what is held and what waits. */
export async function customerCard(
  of: CustomerStanding,
  open: readonly SuspensionRequest[],
  talk: Talk,
): Promise<Reply> {
  const { customer } = of
  const { words, desk } = talk
  const held = await desk.resumptions.heldOf(customer.id)
  const alerts = await alertsOf(customer, talk)
  const owner = (await desk.assignments.of(customer))?.owner
  const notes = await desk.notes.of(customer)
  const credit = await creditLines(of, talk)
  const given = await desk.policyGiven.of(customer.id)
  const letters = (await Promise.all(idsOf(customer).map((id) => desk.reminders.of(id)))).flat()
  const namesakes = namesakesOf(customer, (await desk.book.today()).directory)
  return {
    title: customer.name,
    parts: [
      line(stageLine(of, words), { weight: 'strong' }),
      ...(isMatched(customer) ? [identity(customer, talk)] : [unmatched(talk)]),
      ...(namesOf(customer).some(looksMixed) ? [line(words.say('customer.mixed-letters'), { tone: 'warning' })] : []),
      ...(namesakes.length === 0 ? [] : [line(namesakesLine(namesakes, words), { tone: 'warning' })]),
      ...(owner ? [line(words.say('customer.owner', { name: talk.nameOf(owner) }))] : []),
      ...moneyParts(of, talk),
      ...(given ? [line(words.say('customer.policy-given', { given: givenLine(given, words) }))] : []),
      ...(await agreementParts(customer, talk)),
      ...held.map((subscription) => heldLine(subscription, talk)),
      ...credit,
      ...alerts.lines,
      ...open.map(({ id, status }) =>
        line(words.say('customer.open-case', { case: id, status: words.say(`case.${status}`) })),
      ),
      ...notesOnCard(customer, notes, talk),
      ...(isMatched(customer) ? await subscriptionParts(customer, talk) : []),
      ...(of.ledgerAsOf === null
        ? []
        : [line(ledgerAge(of.ledgerAsOf, of.standing.day, desk.policy.calendar, words), { weight: 'quiet' })]),
    ],
    again: phrase(words.grammar, 'customer', { customer: customer.id }),
    buttons: buttons(
      of,
      {
        held,
        open,
        alerts: alerts.buttons,
        mayBeMatched: !isMatched(customer) || namesakes.length > 0,
        hasCredit: credit.length > 0,
        toWrite: letterDue(of, desk.policy, letters) !== null,
      },
      talk,
    ),
  }
}

function identity(customer: MatchedCustomer, { words }: Talk): Part {
  return { kind: 'facts', facts: identityFacts(identityOnCard(customer), words) }
}

function unmatched({ words }: Talk): Part {
  return line(words.say('refusal.not-matched'), { tone: 'warning' })
}

function moneyParts({ standing, notices }: CustomerStanding, { words, shared }: Talk): readonly Part[] {
  const facts = standing.currencies.map(({ currency, balance, overdue, oldestDaysPastDue }) => {
    const sums = {
      balance: words.money({ minor: balance, currency }),
      overdue: words.money({ minor: overdue, currency }),
    }
    const owes = words.say(overdue > 0 ? 'customer.owes' : 'customer.owes-not-due', {
      ...sums,
      days: oldestDaysPastDue,
    })
    const credit = words.money({ minor: -balance, currency })
    return [currency, balance < 0 ? words.say('customer.in-credit', { credit }) : owes] as const
  })
  const overdue = standing.currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  const invoices = shared ? [] : overdue
  const latest = newestNotice(notices)
  return [
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ...(invoices.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: words.say('column.invoice'), width: 2 },
              { title: words.say('column.due'), width: 2 },
              { title: words.say('column.days'), align: 'end', width: 1 },
              { title: words.say('column.left'), align: 'end', width: 3 },
            ],
            rows: invoices
              .slice(0, mostInvoices)
              .map(({ invoice, left, daysPastDue }) => [
                invoice.number,
                words.day(invoice.due),
                words.number(daysPastDue),
                words.money({ minor: left, currency: invoice.open.currency }),
              ]),
          } as const,
        ]),
    ...(hasSummaries(standing) ? [line(words.say('customer.sums-by-age'), { tone: 'warning' })] : []),
    ...(shared && overdue.length > 0 ? [line(words.say('customer.invoices-elsewhere'), { weight: 'quiet' })] : []),
    ...(invoices.length > mostInvoices
      ? [line(words.say('customer.more-invoices', { count: invoices.length - mostInvoices }))]
      : []),
    ...(latest
      ? [line(words.say('customer.notice', { given: words.day(latest.givenOn), deadline: words.day(latest.deadline) }))]
      : []),
  ]
}

/** What the operator shows now; its silence is told and spoils nothing else on the card. */
async function subscriptionParts(customer: MatchedCustomer, { words, desk }: Talk): Promise<readonly Part[]> {
  const { id, lane } = customer
  const operator = desk.laneOf(lane)
  if (!operator)
    return [
      line(words.say('trouble.lane-not-configured', { operator: words.say(`lane.${lane}`) })),
      ...namedInLedger(customer, lane, desk.ledger.current()).map((each) =>
        line(words.say('by-hand.unseen', { name: each.name })),
      ),
    ]
  try {
    const subscriptions = await operator.subscriptions(id)
    return [
      line(words.say('customer.subscriptions', { count: subscriptions.length }), { weight: 'strong' }),
      ...subscriptions.map(({ name, quantity, status }) =>
        line(words.say('subscription.with-status', { name, quantity, status: words.say(`status.${status}`) })),
      ),
    ]
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const trouble = troubleLine(troubleOf(fault), lane, words)
    return [line(words.say('customer.subscriptions-unread', { trouble }), { tone: 'warning' })]
  }
}

function buttons(
  of: CustomerStanding,
  {
    held,
    open,
    alerts,
    mayBeMatched,
    hasCredit,
    toWrite,
  }: {
    readonly held: readonly HeldSubscription[]
    readonly open: readonly SuspensionRequest[]
    readonly alerts: readonly Button[]
    readonly mayBeMatched: boolean
    readonly hasCredit: boolean
    readonly toWrite: boolean
  },
  { words, by }: Talk,
): readonly Button[] {
  const { id, operator } = of.customer
  const overdue = isOverdue(of.standing)
  const says = (verb: string) => phrase(words.grammar, verb, { customer: id })
  const maySuspend = mayAsk(by.roles, 'suspend for fraud') || (overdue && mayAsk(by.roles, 'suspend for non-payment'))
  const reasons = new Set(held.flatMap(({ holds }) => holds.map(({ reason }) => reason)))
  const mayLift = holdReasons.some((each) => reasons.has(each) && mayAsk(by.roles, `resume from ${each}`))
  return [
    ...alerts,
    ...open.map(({ id: asked }) => ({ label: asked, says: phrase(words.grammar, 'show-case', { case: asked }) })),
    ...(operator === null || !maySuspend
      ? []
      : [{ label: words.say('button.suspend'), tone: 'danger', says: says('suspend') } as const]),
    ...(hasCredit && mayAsk(by.roles, 'see credit')
      ? [{ label: words.say('button.credit'), says: says('credit') }]
      : []),
    ...(!mayLift ? [] : [{ label: words.say('button.resume'), says: says('resume') }]),
    ...(toWrite && mayAsk(by.roles, 'remind customer')
      ? [{ label: words.say('button.due-remind'), says: says('remind') }]
      : []),
    ...(overdue && mayAsk(by.roles, 'record final notice')
      ? [{ label: words.say('button.final-notice'), acts: { act: 'final-notice.record', customer: id } } as const]
      : []),
    // What may be agreed, and what was, is one press away; a card has room for few buttons.
    ...(of.agreements.length > 0 || (overdue && mayAsk(by.roles, 'record agreement'))
      ? [{ label: words.say('button.agreements'), says: says('agreements') }]
      : []),
    ...(mayBeMatched && mayAsk(by.roles, 'match customer')
      ? [{ label: words.say('button.match'), says: says('match') }]
      : []),
    ...(operator === null || !mayAsk(by.roles, 'file ticket')
      ? []
      : [{ label: words.say('button.ticket'), says: says('ticket') }]),
  ]
}
