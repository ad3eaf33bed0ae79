import type { Customer } from '../../domain/customers/customer.ts'
import { never } from '../../domain/shared/outcome.ts'
import { oldestDaysPastDue, overdueSums } from '../../domain/receivables/standing.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import type { DueCall, DueRow } from '../../domain/workday/due.ts'
import type { WorkOfDay } from '../../domain/workday/due-desk.ts'
import { fitting } from '../overdue/filter-overdue.ts'
import { filtersSentence, sentenceOf } from '../overdue/filter-sentence.ts'
import { ledgerAge, sums } from '../phrases/money-lines.ts'
import { quoted } from '../phrases/quoted.ts'
import { textField } from '../phrases/text-field.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Rows on one page: as many as Slack lets people tick. */
const perPage = 10
/** Of those who are left out, so many are named. */
const mostSkipped = 5

type Asked = Pick<Extract<Intent, { verb: 'due' }>, 'filters' | 'page'>

/** Today's work: who needs something, what, and by one press what to do about those that are ticked. */
export async function showDue(asked: Asked, talk: Talk): Promise<Reply> {
  const { words, desk, by } = talk
  const { filters } = asked
  const work = await desk.due.today()
  const { books } = work
  if (books.ledgerAsOf === null)
    return { title: words.say('overdue.no-ledger'), parts: [line(words.say('overdue.import'))] }
  const ownerOf = await desk.assignments.owners()
  const isMine = (customer: Customer) => ownerOf(customer) === by.id
  const fits = fitting(filters, isMine)
  const rows = work.rows.filter(({ of }) => fits(of))
  const skipped = work.skipped.filter(({ row }) => fits(row.of))
  const filtered = sentenceOf(filters, words)
  const age = ledgerAge(books.ledgerAsOf, books.day, desk.policy.calendar, words)
  if (rows.length === 0) {
    if (filters.mine && !books.directory.all.some(isMine))
      return { title: words.say('overdue.none-assigned'), parts: [quiet(age)] }
    return {
      title: words.say(filtered === null ? 'due.nothing' : 'due.nothing-such'),
      parts: [...(filtered === null ? [] : [line(filtered)]), ...skippedParts(skipped, talk), quiet(age)],
    }
  }
  const pages = Math.ceil(rows.length / perPage)
  const page = Math.min(asked.page, pages)
  const shown = rows.slice((page - 1) * perPage, page * perPage)
  const maySkip = mayAsk(by.roles, 'skip customer')
  return {
    title: words.say('due.title', { count: rows.length }),
    parts: [
      ...(filtered === null ? [] : [line(filtered)]),
      {
        kind: 'table',
        columns: [
          { title: words.say('column.customer'), width: 3 },
          { title: words.say('column.overdue'), align: 'end', width: 3 },
          { title: words.say('column.days'), align: 'end', width: 1 },
          { title: words.say('column.to-do'), width: 3 },
        ],
        rows: shown.map((row) => cells(row, words)),
      },
      quiet(pages === 1 ? age : `${words.say('overdue.page', { page, pages })} · ${age}`),
      ...(page === pages ? skippedParts(skipped, talk) : []),
      {
        kind: 'choices',
        id: 'who',
        label: words.say('due.tick'),
        multiple: true,
        options: shown.map(({ of: { customer } }) => ({ label: customer.name, value: customer.id })),
        chosen: [],
      },
      ...(maySkip
        ? [
            ...textField('words', words.say('due.skip-because'), null, false),
            ...textField('until', words.say('due.skip-until'), null, false),
          ]
        : []),
    ],
    again: filtersSentence('due', filters, page, words),
    buttons: [...buttonsFor(shown, maySkip, { filters, page }, talk), ...paging({ filters, page }, pages, words)],
  }
}

function cells({ of, calls }: DueRow, words: Words): readonly string[] {
  const { customer, standing } = of
  return [
    customer.operator === null ? words.say('overdue.unmatched', { name: customer.name }) : customer.name,
    sums(overdueSums(standing), words),
    words.number(oldestDaysPastDue(standing)),
    words.list(calls.map((call) => callLine(call, words))),
  ]
}

function callLine(call: DueCall, words: Words): string {
  switch (call.code) {
    case 'suspend':
    case 'final-notice':
    case 'reminder':
      return words.say(`due.call.${call.code}`)
    case 'end':
      return words.say(`due.call.end.${call.way}`)
    case 'promise-broken':
    case 'promise-due':
      return words.say(`due.call.${call.code}`, { agreement: call.agreement.id })
    case 'exemption-ending':
      return words.say('due.call.exemption-ending', {
        agreement: call.agreement.id,
        until: words.day(call.agreement.until),
      })
    default:
      return never(call)
  }
}

function skippedParts(skipped: WorkOfDay['skipped'], { words, nameOf }: Talk): readonly Part[] {
  if (skipped.length === 0) return []
  const more = skipped.length - mostSkipped
  return [
    line(words.say('due.skipped', { count: skipped.length }), { weight: 'strong' }),
    ...skipped.slice(0, mostSkipped).map(({ row, skip }) =>
      line(
        words.say('due.skipped-line', {
          customer: row.of.customer.name,
          until: words.day(skip.until),
          name: nameOf(skip.by),
          because: quoted(skip.because),
        }),
      ),
    ),
    ...(more > 0 ? [line(words.say('due.skipped-more', { count: more }))] : []),
  ]
}

function buttonsFor(shown: readonly DueRow[], maySkip: boolean, at: Asked, { words, by }: Talk): readonly Button[] {
  const called = new Set(shown.flatMap(({ calls }) => calls.map(({ code }) => code)))
  const asks = called.has('suspend')
  const writes = called.has('reminder') || called.has('final-notice')
  return [
    ...(asks && mayAsk(by.roles, 'suspend for non-payment')
      ? [{ label: words.say('button.due-suspend'), tone: 'danger', acts: { act: 'due.preview' } } as const]
      : []),
    ...(writes && mayAsk(by.roles, 'remind customer')
      ? [{ label: words.say('button.due-remind'), acts: { act: 'due.remind' } } as const]
      : []),
    ...(mayAsk(by.roles, 'record agreement')
      ? [{ label: words.say('button.due-promise'), acts: { act: 'due.promise' } } as const]
      : []),
    ...(maySkip ? [{ label: words.say('button.due-skip'), acts: { act: 'due.skip', ...at } } as const] : []),
    { label: words.say('button.open-customer'), acts: { act: 'due.open' } },
  ]
}

function paging({ filters, page }: Asked, pages: number, words: Words): readonly Button[] {
  const to = (target: number, label: string): Button => ({
    label,
    says: filtersSentence('due', filters, target, words),
  })
  return [
    ...(page > 1 ? [to(page - 1, words.say('button.previous'))] : []),
    ...(page < pages ? [to(page + 1, words.say('button.next'))] : []),
  ]
}

/** The first question of the working day. */
export function dueSentence({ grammar }: Words): string {
  return phrase(grammar, 'due')
}

function quiet(text: string): Part {
  return line(text, { weight: 'quiet' })
}
