import type { CreditLine } from '../../domain/credit/credit-line.ts'
import type { BooksOfDay } from '../../domain/receivables/standing-book.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As many of a kind as one message shows. */
const mostListed = 15
const mostButtons = 6

/** `credit`: limits that are exceeded, reviews that are due, and whose new orders are on hold. */
export async function listCredit({ desk, words }: Talk): Promise<Reply> {
  const [all, books] = await Promise.all([desk.credit.all(), desk.book.today()])
  const exceeded = all.filter(({ breaches }) => breaches.length > 0)
  const due = all.filter(({ reviewOn }) => reviewOn !== null && reviewOn <= books.day)
  const held = all.filter(({ holds }) => holds.length > 0)
  const named = [...new Set([...exceeded, ...due, ...held])]
  return {
    title: words.say('credits.title'),
    again: phrase(words.grammar, 'credits'),
    parts: [
      ...listed('credits.exceeded', exceeded, words, (each) => breachLines(each, books, words)),
      ...listed('credits.due', due, words, (each) => [
        words.say('credits.row.due', { name: nameOf(each, books), day: words.day(each.reviewOn ?? books.day) }),
      ]),
      ...listed('credits.held', held, words, (each) => [
        words.say('credits.row.held', { name: nameOf(each, books), at: words.moment(each.holds[0]?.at ?? desk.now()) }),
      ]),
      ...(named.length === 0 ? [line(words.say(all.length === 0 ? 'credits.none-decided' : 'credits.all-well'))] : []),
      line(words.say('credits.how'), { weight: 'quiet' }),
    ],
    buttons: named.slice(0, mostButtons).map((each): Button => ({
      label: nameOf(each, books),
      says: phrase(words.grammar, 'credit', { customer: each.customer }),
    })),
  }
}

function listed(
  title: 'credits.exceeded' | 'credits.due' | 'credits.held',
  lines: readonly CreditLine[],
  words: Words,
  rows: (each: CreditLine) => readonly string[],
): readonly Part[] {
  if (lines.length === 0) return []
  const more = lines.length - mostListed
  return [
    line(words.say(title, { count: lines.length }), { weight: 'strong' }),
    ...lines.slice(0, mostListed).flatMap((each) => rows(each).map((text) => line(text))),
    ...(more > 0 ? [line(words.say('credits.more', { more }))] : []),
  ]
}

function breachLines(credit: CreditLine, books: BooksOfDay, words: Words): readonly string[] {
  return credit.breaches.map(({ currency, told, toldAt, atLeast }) => {
    const limit = credit.limits.find((each) => each.currency === currency) ?? { minor: 0, currency }
    return words.say(atLeast ? 'credits.row.at-least' : 'credits.row.exceeded', {
      name: nameOf(credit, books),
      exposure: words.money({ minor: told, currency }),
      limit: words.money(limit),
      at: words.moment(toldAt),
    })
  })
}

function nameOf({ customer }: CreditLine, books: BooksOfDay): string {
  return books.of(customer)?.customer.name ?? customer
}
