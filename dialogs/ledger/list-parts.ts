import type { ImportEffect } from '../../domain/receivables/ledger-import.ts'
import type { UnderstoodLedger } from '../../domain/receivables/understanding.ts'
import { sums } from '../phrases/money-lines.ts'
import { quoted } from '../phrases/quoted.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { badRowLines } from './bad-row-lines.ts'
import { cutList } from './cut-list.ts'
import { noteLine } from './note-line.ts'
import { ownerFacts, ownerLines } from './owner-parts.ts'
import { scopeValue } from './scope-name.ts'

/** As many rows as anybody mends by hand before asking for a better export. */
export const mostBadRows = 20

/** More of them than this are a sign of something else, and the first few tell what. */
const mostRematched = 6

/** What a list was understood to say. */
export function understoodParts(list: UnderstoodLedger, words: Words): readonly Part[] {
  const { scope, complete, asOf, columns, unusedColumns, counts, accounts, totals, notes, badRows } = list
  const each = totals.map(({ items, ...sum }) => words.say('list.sum', { sum: words.money(sum), items }))
  const read = columns.map(({ field, column: { header, number } }) =>
    words.say('list.column', { header: quoted(header), number, field: words.say(`field.${field}`) }),
  )
  const unused = unusedColumns.map(({ header }) => quoted(header))
  return [
    {
      kind: 'facts',
      facts: [
        [
          words.say('fact.scope'),
          words.say(complete ? 'import.complete' : 'import.partial', {
            kind: words.say(`scope.${scope.kind}`),
            value: scopeValue(scope, words),
          }),
        ],
        [words.say('fact.ledger-as-of'), words.day(asOf)],
        [words.say('fact.columns'), read.join(' · ')],
        ...(unused.length > 0 ? [[words.say('fact.columns-unused'), cutList(unused, words)] as const] : []),
        [words.say('fact.rows'), words.say('list.counts', { ...counts, customers: accounts.length })],
        [words.say('fact.in-file'), each.join(' · ')],
      ],
    },
    ...notes.map((note) => line(noteLine(note, words), note.code === 'totals-agree' ? {} : { tone: 'warning' })),
    ...(badRows.length > 0 ? [line(words.say('list.left-out', { count: badRows.length }), { tone: 'warning' })] : []),
    ...badRowLines(badRows, mostBadRows, words).map((text) => line(text)),
  ]
}

/** What an import would change. */
export function effectParts(effect: ImportEffect, words: Words): readonly Part[] {
  const { opened, changed, closed, unmatched, unmatchedCount, rematched, guard } = effect
  const names = unmatched.map(({ account, name }) => `${account} ${quoted(name)}`)
  const unnamed = unmatchedCount - names.length
  const unsaid = rematched.length - mostRematched
  return [
    {
      kind: 'facts',
      facts: [
        [words.say('fact.changes'), words.say('import.changes', { opened, changed, closed })],
        [words.say('fact.open-afterwards'), sums(effect.totals, words) || words.number(0)],
        [words.say('fact.newly-due'), words.number(effect.newlyDue)],
        [words.say('fact.unmatched'), words.number(unmatchedCount)],
        ...ownerFacts(effect, words),
      ],
    },
    ...(names.length > 0
      ? [
          line(
            words.say('list.unmatched', {
              names: words.list(unnamed > 0 ? [...names, words.say('list.more', { count: unnamed })] : names),
            }),
          ),
        ]
      : []),
    ...rematched.slice(0, mostRematched).map((moved) => line(words.say('list.rematched', moved), { tone: 'warning' })),
    ...(unsaid > 0 ? [line(words.say('list.rows.more', { count: unsaid }), { tone: 'warning' })] : []),
    ...ownerLines(effect, words),
    ...guard.map((why) => line(words.say(`import.${why}`), { tone: 'warning' })),
    ...(guard.length > 0 ? [line(words.say('list.second-person'), { weight: 'strong' })] : []),
  ]
}

/** What of an effect a person is shown: where it stays the same, so does what they said yes to. */
export function shownOf(effect: ImportEffect): string {
  const { rematched, ...rest } = effect
  return JSON.stringify({ ...rest, rematched: rematched.slice(0, mostRematched), moved: rematched.length })
}
