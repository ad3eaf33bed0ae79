import type { Customer } from '../../domain/customers/customer.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { oldestDaysPastDue, overdueSums } from '../../domain/receivables/standing.ts'
import { ledgerAge, sums } from '../phrases/money-lines.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { looksMixed } from '../understanding/look-alikes.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import { ageingCharts } from './ageing-charts.ts'
import { pageSentence, sentenceOf } from './filter-sentence.ts'
import { overdueView } from './overdue-view.ts'

/** Rows on one page: more cannot be read in a chat, and a card has a size. */
const perPage = 10

/** Who is overdue: ageing per currency, then the customers, a page at a time. */
export async function showOverdue(asked: Extract<Intent, { verb: 'overdue' }>, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const books = await desk.book.today()
  if (books.ledgerAsOf === null)
    return { title: words.say('overdue.no-ledger'), parts: [line(words.say('overdue.import'))] }

  const age = ledgerAge(books.ledgerAsOf, books.day, desk.policy.calendar, words)
  const { filters } = asked
  const ownerOf = await desk.assignments.owners()
  const isMine = (customer: Customer) => ownerOf(customer) === by.id
  const { customers: found, ageing } = overdueView(books, filters, isMine)
  const filtered = sentenceOf(filters, words)
  if (found.length === 0) {
    const mineAlone = filters.mine && words.say('filter.mine') === filtered
    if (filters.mine && !books.directory.all.some(isMine))
      return { title: words.say('overdue.none-assigned'), parts: [quiet(age)] }
    if (mineAlone) return { title: words.say('overdue.nobody-mine'), parts: [quiet(age)] }
    if (filtered === null) return { title: words.say('overdue.nobody'), parts: [quiet(age)] }
    return { title: words.say('overdue.nobody-such'), parts: [line(filtered), quiet(age)] }
  }
  const pages = Math.ceil(found.length / perPage)
  const page = Math.min(asked.page, pages)
  const shown = found.slice((page - 1) * perPage, page * perPage)
  return {
    title: words.say('overdue.title', { count: found.length }),
    parts: [
      ...(filtered === null ? [] : [line(filtered)]),
      ...(page === 1 ? ageingCharts(ageing, words) : []),
      {
        kind: 'table',
        columns: [
          { title: words.say('column.customer'), width: 3 },
          { title: words.say('column.overdue'), align: 'end', width: 3 },
          { title: words.say('column.days'), align: 'end', width: 1 },
          { title: words.say('column.stage'), width: 2 },
        ],
        rows: shown.map((of) => row(of, talk)),
      },
      quiet(pages === 1 ? age : `${words.say('overdue.page', { page, pages })} · ${age}`),
      {
        kind: 'choices',
        id: 'who',
        label: words.say('overdue.open-one'),
        multiple: false,
        options: shown.map(({ customer }) => ({ label: customer.name, value: customer.id })),
        chosen: shown.slice(0, 1).map(({ customer }) => customer.id),
      },
    ],
    again: pageSentence(filters, page, words),
    buttons: [
      { label: words.say('button.open-customer'), says: phrase(words.grammar, 'customer-of-list') },
      ...paging(asked, page, pages, talk),
    ],
  }
}

function row(of: CustomerStanding, { words }: Talk): readonly string[] {
  const { customer, standing, finding } = of
  const name = customer.operator === null ? words.say('overdue.unmatched', { name: customer.name }) : customer.name
  return [
    looksMixed(customer.name) ? `${name} · ${words.say('pick.mixed-letters')}` : name,
    sums(overdueSums(standing), words),
    words.number(oldestDaysPastDue(standing)),
    words.say(`stage.${finding.stage}`),
  ]
}

function paging(
  { filters }: Extract<Intent, { verb: 'overdue' }>,
  page: number,
  pages: number,
  { words }: Talk,
): readonly Button[] {
  const to = (target: number, label: string): Button => ({ label, says: pageSentence(filters, target, words) })
  return [
    ...(page > 1 ? [to(page - 1, words.say('button.previous'))] : []),
    ...(page < pages ? [to(page + 1, words.say('button.next'))] : []),
  ]
}

function quiet(text: string): Part {
  return line(text, { weight: 'quiet' })
}
