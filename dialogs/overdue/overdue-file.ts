import type { FileOutcome } from '../file-outcome.ts'
import type { Talk } from '../talk.ts'
import type { FileWanted } from '../vocabulary/file.ts'
import { said } from '../vocabulary/reply.ts'
import { sentenceOf } from './filter-sentence.ts'
import { overdueCsv } from './overdue-csv.ts'
import { overdueView } from './overdue-view.ts'

/** Who is overdue now, as asked by whoever takes the file: “mine” are theirs. */
export async function overdueFile(
  { filters }: Extract<FileWanted, { file: 'overdue' }>,
  talk: Talk,
): Promise<FileOutcome> {
  const { desk, words, by, nameOf } = talk
  const books = await desk.book.today()
  if (books.ledgerAsOf === null) return { refused: said(words.say('overdue.no-ledger')) }
  const ownerOf = await desk.assignments.owners()
  const { customers } = overdueView(books, filters, (customer) => ownerOf(customer) === by.id)
  if (customers.length === 0)
    return { refused: said(words.say(sentenceOf(filters, words) === null ? 'overdue.nobody' : 'overdue.csv-nobody')) }
  const text = overdueCsv(customers, books.day, ({ customer }) => {
    const owner = ownerOf(customer)
    return owner === null ? null : nameOf(owner)
  })
  return { made: { name: `overdue-${books.day}.csv`, mediaType: 'text/csv', bytes: new TextEncoder().encode(text) } }
}
