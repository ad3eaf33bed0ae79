import type { CreditDecision, CreditLine } from '../../domain/credit/credit-line.ts'
import { isMatched, type Customer } from '../../domain/customers/customer.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { showCase } from '../case-list.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { ledgerAge } from '../phrases/money-lines.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { creditChangeLine } from './credit-card.ts'
import { exposureParts } from './exposure-lines.ts'
import { orderHoldLine } from './order-hold-line.ts'

/** As many decisions as one message shows. */
const mostLogged = 6

/** `credit contoso`: limit, what is at stake part by part, what is left, whether orders are on hold, what was decided. */
export async function showCredit({ who }: Extract<Intent, { verb: 'credit' }>, talk: Talk): Promise<Reply> {
  const { words } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) => phrase(words.grammar, 'credit', { customer: id }))
  if (meant.kind === 'ask') return meant.reply
  return (await creditOf(meant.customer.id, talk)) ?? said(words.say('refusal.unknown-customer'))
}

/** The same for a customer that is known; null where neither the ledger nor an operator lists them any more. */
export async function creditOf(id: CustomerId, talk: Talk): Promise<Reply | null> {
  const { words, desk } = talk
  const of = (await desk.book.today()).of(id)
  if (!of) return null
  const { customer } = of
  const credit = await desk.credit.of(customer)
  if (credit === null) return notMatched(customer, talk)
  const [exposure, waiting] = await Promise.all([desk.credit.exposure(of), desk.credit.waiting(customer)])
  const acting = actButtons(credit, talk, customer)
  return {
    title: words.say('credit.title', { name: customer.name }),
    parts: [
      ...(credit.limits.length === 0 ? [line(words.say('credit.no-limit'))] : []),
      ...exposureParts(exposure, credit, words),
      line(words.say('credit.estimate'), { weight: 'quiet' }),
      ...holdParts(credit, talk),
      ...(credit.reviewOn === null ? [] : [line(words.say('credit.review', { day: words.day(credit.reviewOn) }))]),
      ...waiting.map((each) =>
        line(words.say('credit.waiting', { case: each.id, status: creditChangeLine(each, talk) })),
      ),
      ...logParts(credit, talk),
      ...(of.ledgerAsOf === null
        ? []
        : [line(ledgerAge(of.ledgerAsOf, of.standing.day, desk.policy.calendar, words), { weight: 'quiet' })]),
      ...(mayAsk(talk.by.roles, 'set credit')
        ? [line(words.say('credit.how', { name: customer.name }), { weight: 'quiet' })]
        : []),
      ...(acting.length === 0
        ? []
        : [{ kind: 'input', id: 'words', label: words.say('credit.input'), value: '', multiline: true } as const]),
    ],
    again: phrase(words.grammar, 'credit', { customer: id }),
    buttons: [
      ...acting,
      ...waiting.map((each) => showCase(each.id, words)),
      { label: words.say('button.open-customer'), says: phrase(words.grammar, 'customer', { customer: id }) },
    ],
  }
}

function notMatched({ id, name }: Customer, { words, by }: Talk): Reply {
  return {
    title: words.say('credit.title', { name }),
    parts: [line(words.say('credit.not-matched', { name }), { tone: 'warning' })],
    buttons: mayAsk(by.roles, 'match customer')
      ? [{ label: words.say('button.match'), says: phrase(words.grammar, 'match', { customer: id }) }]
      : [],
  }
}

function holdParts({ holds, lane }: CreditLine, talk: Talk): readonly Part[] {
  if (holds.length === 0) return []
  const { words } = talk
  return [
    line(words.say('credit.on-hold'), { weight: 'strong', tone: 'warning' }),
    ...holds.map((hold) => line(orderHoldLine(hold, talk))),
    line(words.say('credit.hold-means', { operator: words.say(`lane.${lane}`) }), { weight: 'quiet' }),
  ]
}

function logParts({ log }: CreditLine, talk: Talk): readonly Part[] {
  const { words } = talk
  const shown = log.slice(-mostLogged).reverse()
  return [
    ...(shown.length === 0 ? [] : [line(words.say('credit.log'), { weight: 'strong' })]),
    ...shown.map((each) => line(decisionLine(each, talk))),
  ]
}

/** Who decided what, when, why and until when. */
function decisionLine(decision: CreditDecision, { words, nameOf }: Talk): string {
  const { what, at, by, approvedBy, because, limit, reviewOn } = decision
  const who = approvedBy === null ? nameOf(by) : words.say('credit.both', { one: nameOf(by), two: nameOf(approvedBy) })
  const args = { at: words.moment(at), who, because }
  if (what !== 'limit-set' || limit === null) return words.say(`credit.log.${what}`, args)
  const review = reviewOn === null ? words.say('credit-change.none') : words.day(reviewOn)
  return words.say('credit.log.limit-set', { ...args, limit: words.money(limit), review })
}

function actButtons({ holds }: CreditLine, { words, by }: Talk, customer: Customer): readonly Button[] {
  if (!isMatched(customer)) return []
  const { id } = customer
  const byPerson = holds.some(({ alert }) => alert === null)
  return [
    ...(!byPerson && mayAsk(by.roles, 'hold orders')
      ? [{ label: words.say('credit.button.hold'), acts: { act: 'credit.hold', customer: id } } as const]
      : []),
    ...(holds.length > 0 && mayAsk(by.roles, 'release orders')
      ? [{ label: words.say('credit.button.release'), acts: { act: 'credit.release', customer: id } } as const]
      : []),
  ]
}
