import { currencyOf } from '../../domain/budget/decide-budget.ts'
import { audienceOf } from '../../domain/cases/audience.ts'
import { isMatched, type Customer } from '../../domain/customers/customer.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import type { SpendingBudget } from '../../domain/ports/spending.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { caseCard } from '../case-card.ts'
import { whoIsMeant } from '../customer/pick-customer.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { outsideReply } from '../phrases/outside-reply.ts'
import { quoted } from '../phrases/quoted.ts'
import { forReaders, type Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { readAmount } from '../understanding/read-amount.ts'
import { said, type Reply } from '../vocabulary/reply.ts'
import { budgetAskRefusalLine } from './budget-refusals.ts'

/** `budget contoso 500`: asks a second person to set it. Where no currency is named it is the operator's own for them. */
export async function askBudget({ who, amount }: Extract<Intent, { verb: 'budget' }>, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const meant = await whoIsMeant(who, talk, ({ id }) =>
    phrase(words.grammar, 'budget', { customer: id, ...(amount === null ? {} : { sum: amount }) }),
  )
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  if (!isMatched(customer)) return said(words.say('refusal.unknown-customer'))
  if (capabilities[customer.lane].azurePlans !== 'yes')
    return said(budgetAskRefusalLine({ code: 'no-azure', lane: customer.lane }, words))
  if (amount === null) return said(words.say('budget.how-much', { name: customer.name }))
  let budget: SpendingBudget | null
  try {
    budget = await desk.budgets.read(customer.id, customer.lane)
  } catch (fault) {
    if (fault instanceof OutsideFault) return outsideReply(fault, words)
    throw fault
  }
  if (budget === null) return said(words.say('budget.no-access', { operator: words.say(`lane.${customer.lane}`) }))
  return asked(customer, amount, budget, talk)
}

async function asked(customer: Customer, amount: string, budget: SpendingBudget, talk: Talk): Promise<Reply> {
  const { words, desk, by, speaker } = talk
  const currency = currencyOf(budget)
  const bare = readAmount(amount, words.tag)
  const read = bare.kind === 'no-currency' && currency !== null ? readAmount(`${amount} ${currency}`, words.tag) : bare
  if (read.kind === 'no-currency')
    return said(words.say('budget.which-currency', { name: customer.name, number: read.number }))
  if (read.kind === 'unclear') return said(words.say(`amount.${read.why}`, { said: quoted(amount) }))
  const outcome = await desk.budgets.ask(customer.id, read.money, budget, by, speaker.place)
  if (!outcome.ok) return said(budgetAskRefusalLine(outcome.refusal, words), { tone: 'warning' })
  const found = await desk.cards.read(outcome.value.id)
  if (!found) return said(words.say('case.unknown', { case: outcome.value.id }))
  return orAlone(caseCard(found, forReaders(talk)), audienceOf({ kind: 'budget', value: outcome.value }), talk)
}
