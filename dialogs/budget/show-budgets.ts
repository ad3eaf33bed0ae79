import type { LaneBudgets } from '../../domain/budget/budget-desk.ts'
import type { BooksOfDay } from '../../domain/receivables/standing-book.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As many of a lane as one message shows. */
const mostListed = 20

/** Azure customers for whom no budget is set, the most used first. */
export async function showBudgets({ desk, words }: Talk): Promise<Reply> {
  const [all, books] = await Promise.all([desk.budgets.withoutBudget(), desk.book.today()])
  return {
    title: words.say('budgets.title'),
    again: phrase(words.grammar, 'budgets'),
    parts:
      all.length === 0
        ? [line(words.say('budgets.nowhere'))]
        : [...all.flatMap((each) => rows(each, books, words)), line(words.say('budgets.how'), { weight: 'quiet' })],
  }
}

function rows({ lane, without }: LaneBudgets, books: BooksOfDay, words: Words): readonly Part[] {
  const operator = words.say(`lane.${lane}`)
  if (without === 'unread') return [line(words.say('budgets.unread', { operator }), { tone: 'warning' })]
  if (without.length === 0) return [line(words.say('budgets.none', { operator }))]
  const more = without.length - mostListed
  return [
    ...without.slice(0, mostListed).map(({ customer: id, used }) => {
      const customer = books.of(id)?.customer.name ?? id
      return line(
        used === null
          ? words.say('budgets.row-unknown', { customer, operator })
          : words.say('budgets.row', { customer, operator, used: words.money(used) }),
      )
    }),
    ...(more > 0 ? [line(words.say('budgets.more', { more }))] : []),
  ]
}
