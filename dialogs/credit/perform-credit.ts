import { fieldOf, type Performed } from '../after-press.ts'
import { caseCard } from '../case-card.ts'
import { forReaders, type Talk } from '../talk.ts'
import type { Action } from '../vocabulary/action.ts'
import { said } from '../vocabulary/reply.ts'
import { creditAskRefusalLine } from './credit-refusals.ts'
import { creditOf } from './show-credit.ts'

/** The buttons below somebody's credit: the reason was written beside them. */
export async function performCredit(
  { act, customer }: Extract<Action, { act: 'credit.hold' | 'credit.release' }>,
  because: string,
  talk: Talk,
): Promise<Performed> {
  const { desk, by, words, speaker } = talk
  const outcome =
    act === 'credit.hold'
      ? await desk.credit.hold(customer, because, by)
      : await desk.credit.askRelease(customer, because, by, speaker.place)
  const card = await creditOf(customer, talk)
  if (!outcome.ok) {
    const name = (await desk.book.today()).of(customer)?.customer.name ?? customer
    const about = fieldOf[outcome.refusal.code]
    const why = creditAskRefusalLine(outcome.refusal, name, words)
    return { card, said: said(why, { tone: 'warning', ...(about === undefined ? {} : { about }) }) }
  }
  if (!('status' in outcome.value)) return { card, said: null }
  const found = await desk.cards.read(outcome.value.id)
  return { card, said: found && caseCard(found, forReaders(talk)) }
}
