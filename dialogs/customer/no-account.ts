import type { Customer } from '../../domain/customers/customer.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { rolesToAsk } from '../phrases/whose-role.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { namesakesLine, namesakesOf } from './namesakes.ts'

/**
 * Something was wanted because of a debt, and no ledger account is matched to the customer: how the debt may be found,
 * and what is possible without.
 */
export async function noAccount(customer: Customer, without: readonly string[], talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const { id, name } = customer
  const { directory, ledgerAsOf } = await desk.book.today()
  const namesakes = namesakesOf(customer, directory)
  const match = { label: words.say('button.match'), says: phrase(words.grammar, 'match', { customer: id }) }
  const wayOut =
    namesakes.length > 0
      ? namesakesLine(namesakes, words)
      : ledgerAsOf === null
        ? words.say('overdue.import')
        : words.say('advice.no-account', { roles: rolesToAsk('import ledger', words) })
  return {
    parts: [
      line(words.say('ledger.no-account', { name }), { tone: 'warning' }),
      ...[wayOut, ...without].map((text) => line(text)),
    ],
    buttons: namesakes.length > 0 && mayAsk(by.roles, 'match customer') ? [match] : [],
  }
}
