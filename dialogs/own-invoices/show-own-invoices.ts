import { lanes, type Lane } from '../../domain/customers/lane.ts'
import { troubleOf } from '../../domain/acts/take-step.ts'
import type { OwnStandingRead } from '../../domain/own-invoices/own-invoices-desk.ts'
import { operatorTerms, type OwnOpenInvoice, type OwnStanding } from '../../domain/own-invoices/own-standing.ts'
import { troubleLine } from '../phrases/trouble-line.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As many invoices of one operator as one message shows. */
const mostListed = 8

/** `our invoices`: how the partner itself stands with each of its operators, one after the other and never together. */
export async function showOwnInvoices({ desk, words }: Talk): Promise<Reply> {
  const all = await Promise.all(lanes.map(async (lane) => [lane, await desk.ownInvoices.read(lane)] as const))
  const known = all.filter(([, { kind }]) => kind !== 'no-access')
  return {
    title: words.say('own-invoices.title'),
    again: phrase(words.grammar, 'own-invoices'),
    parts: [
      ...known.flatMap(([lane, read]) => ofLane(lane, read, words)),
      ...(known.length === 0 ? [line(words.say('own-invoices.no-access'))] : []),
      line(words.say('own-invoices.terms'), { weight: 'quiet' }),
    ],
  }
}

function ofLane(lane: Lane, read: OwnStandingRead, words: Words): readonly Part[] {
  const operator = words.say(`lane.${lane}`)
  switch (read.kind) {
    case 'no-access':
      return []
    case 'not-said':
      return [line(words.say('own-invoices.not-said', { operator }), { tone: 'warning' })]
    case 'no-answer': {
      const trouble = troubleLine(troubleOf(read.fault), lane, words)
      return [line(words.say('own-invoices.no-answer', { operator, trouble }), { tone: 'warning' })]
    }
    case 'known':
      return known(read.standing, operator, words)
  }
}

function known(standing: OwnStanding, operator: string, words: Words): readonly Part[] {
  const { lane, open, overdue, daysOverdue, balances } = standing
  const { bearsOverdue, payWithin } = operatorTerms[lane]
  const late = daysOverdue > 0
  const head = late
    ? words.say('own-invoices.overdue', {
        operator,
        overdue: words.list(overdue.map((each) => words.money(each))),
        days: daysOverdue,
        bears: bearsOverdue,
      })
    : words.say(open.length === 0 ? 'own-invoices.paid' : 'own-invoices.not-due', { operator })
  return [
    line(head, { weight: 'strong', ...(late && { tone: 'danger' }) }),
    ...open.slice(0, mostListed).map((each) => line(rowOf(each, words))),
    ...(open.length > mostListed ? [line(words.say('own-invoices.more', { more: open.length - mostListed }))] : []),
    balances === null
      ? line(words.say('own-invoices.no-balance'))
      : line(
          words.say('own-invoices.balance', {
            balance: words.list(balances.map(({ balance }) => words.money(balance))),
          }),
        ),
    line(words.say('own-invoices.reckoned', { days: payWithin }), { weight: 'quiet' }),
  ]
}

function rowOf({ id, open, dueOn, daysOverdue: days }: OwnOpenInvoice, words: Words): string {
  const args = { id, open: words.money(open), due: words.day(dueOn) }
  return days > 0 ? words.say('own-invoices.row.overdue', { ...args, days }) : words.say('own-invoices.row', args)
}
