import type { Listed, Morning } from '../../domain/digest/morning.ts'
import { ageingCharts } from '../overdue/ageing-charts.ts'
import { sums } from '../phrases/money-lines.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'

/** A morning's digest: what changed since the last one, what waits, and the ageing. */
export function morningCard(morning: Morning, words: Words): Reply {
  const section = <Row>(title: MessageKey, { rows, more }: Listed<Row>, told: (row: Row) => string): readonly Part[] =>
    rows.length === 0
      ? []
      : [
          line(words.say(title), { weight: 'strong' }),
          ...rows.map((row) => line(told(row))),
          ...(more === 0 ? [] : [line(words.say('morning.more', { more }), { weight: 'quiet' as const })]),
        ]
  const stage = (of: Morning['changes']['rows'][number]['from']) => words.say(`stage.${of}`)
  return {
    title: words.say('morning.title', { day: words.day(morning.day) }),
    parts: [
      ...(morning.first ? [line(words.say('morning.first'))] : []),
      ...section('morning.deletions', morning.deletions, ({ customer, subscription, lane, day }) =>
        words.say('morning.deletions-row', {
          ...{ customer, subscription, operator: words.say(`lane.${lane}`), day: words.day(day) },
        }),
      ),
      ...section('morning.waiting', morning.waiting, (row) => words.say('morning.waiting-row', row)),
      ...section('morning.promises-broken', morning.promisesBroken, ({ customer, agreement, partly }) =>
        words.say(partly ? 'morning.promises-partly-row' : 'morning.promises-broken-row', { customer, agreement }),
      ),
      ...section('morning.promises-due', morning.promisesDue, ({ customer, agreement, sum }) =>
        words.say('morning.promises-due-row', { customer, agreement, sum: words.money(sum) }),
      ),
      ...section('morning.exemptions', morning.exemptionsEnding, ({ customer, agreement, until }) =>
        words.say('morning.exemptions-row', { customer, agreement, until: words.day(until) }),
      ),
      ...section('morning.newly', morning.newlyOverdue, ({ customer, sums: owed, days }) =>
        words.say('morning.newly-row', { customer, sums: sums(owed, words), days }),
      ),
      ...section('morning.changes', morning.changes, ({ customer, from, to }) =>
        words.say('morning.changes-row', { customer, from: stage(from), to: stage(to) }),
      ),
      ...section('morning.cleared', morning.cleared, ({ customer }) => customer),
      ...ageingCharts(morning.ageing, words),
    ],
    buttons: [{ label: words.say('button.overdue'), says: phrase(words.grammar, 'overdue', { filters: '' }).trim() }],
  }
}
