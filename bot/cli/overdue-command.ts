import { parseArgs } from 'node:util'
import { overdueCsv } from '../../dialogs/overdue/overdue-csv.ts'
import { overdueView } from '../../dialogs/overdue/overdue-view.ts'
import type { Command } from './session.ts'

const usage = 'Say: overdue [over 60 days] [in china] [above 5000 EUR] --csv --out FILE.csv'

/** `overdue [filters] --csv --out FILE`: who is overdue, as a file for spreadsheets. Nobody is “mine” at a console. */
export const overdueCommand: Command = async (args, session, open) => {
  const asked = wordsOf(args)
  const words = open.languages.best('en')
  const intent = asked === null ? null : open.languages.understand(`overdue ${asked}`.trim(), words)
  if (intent?.verb !== 'overdue' || intent.filters.mine) {
    session.print(usage)
    return 2
  }
  const { desk } = open
  const books = await desk.book.today()
  if (books.ledgerAsOf === null) {
    session.print(words.say('overdue.no-ledger'))
    return 1
  }
  const [ownerOf, staff] = await Promise.all([desk.assignments.owners(), desk.staff.everybodyEver()])
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  const { customers } = overdueView(books, intent.filters, () => false)
  const text = overdueCsv(customers, books.day, ({ customer }) => {
    const owner = ownerOf(customer)
    return owner === null ? null : (names.get(owner) ?? owner)
  })
  await session.save(text)
  session.print(words.say('overdue.title', { count: customers.length }))
  return 0
}

/** The filters as one sentence; null where the file is not asked for. */
function wordsOf(args: readonly string[]): string | null {
  try {
    const options = { out: { type: 'string' }, csv: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return values.out === undefined || values.csv !== true ? null : positionals.join(' ')
  } catch {
    return null
  }
}
