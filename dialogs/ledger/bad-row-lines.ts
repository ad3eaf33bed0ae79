import { never } from '../../domain/shared/outcome.ts'
import type { BadRow, BadRowReason } from '../../domain/receivables/understanding.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'
import { cutList } from './cut-list.ts'
import { scopeName } from './scope-name.ts'

/** A sentence for each of the first rows, and how many more there are. */
export function badRowLines(rows: readonly BadRow[], most: number, words: Words): readonly string[] {
  const count = rows.length - most
  return [
    ...rows.slice(0, most).map((row) => badRowLine(row, words)),
    ...(count > 0 ? [words.say('list.rows.more', { count })] : []),
  ]
}

/** Which line, what is wrong. */
export function badRowLine({ line, reason }: BadRow, words: Words): string {
  return words.say('list.row', { line, why: because(reason, words) })
}

function because(reason: BadRowReason, words: Words): string {
  switch (reason.code) {
    case 'too-many-cells':
    case 'too-few-cells':
      return words.say(`list.row.${reason.code}`, { cells: reason.cells, columns: reason.columns })
    case 'no-customer':
    case 'no-document-number':
    case 'no-due-date':
    case 'no-open-amount':
      return words.say(`list.row.${reason.code}`)
    case 'unreadable-date':
    case 'unreadable-amount':
    case 'negative-on-other-side':
      return words.say(`list.row.${reason.code}`, { text: quoted(reason.text), column: quoted(reason.column) })
    case 'unlikely-date': {
      const { text, column, day } = reason
      return words.say('list.row.unlikely-date', { text: quoted(text), column: quoted(column), day: words.day(day) })
    }
    case 'amounts-on-both-sides': {
      const [first, second] = reason.columns
      return words.say('list.row.amounts-on-both-sides', { first: quoted(first), second: quoted(second) })
    }
    case 'too-many-decimals': {
      const { text, currency, decimal } = reason
      return words.say('list.row.too-many-decimals', { text: quoted(text), currency, decimal })
    }
    case 'amount-too-large':
    case 'unknown-currency':
    case 'unknown-lane':
      return words.say(`list.row.${reason.code}`, { text: quoted(reason.text) })
    case 'currencies-differ':
      return words.say('list.row.currencies-differ', { text: quoted(reason.text), currency: reason.currency })
    case 'outside-scope':
      return words.say('list.row.outside-scope', { text: quoted(reason.text), scope: scopeName(reason.scope, words) })
    case 'sign-against-type':
      return words.say('list.row.sign-against-type', { type: quoted(reason.type), text: quoted(reason.text) })
    case 'duplicate-document':
    case 'lines-disagree':
    case 'no-line-amount': {
      const { code, number, lines } = reason
      return words.say(`list.row.${code}`, { number: quoted(number), lines: cutList(lines.map(String), words) })
    }
    case 'ages-against-total': {
      const { stated, ours, currency } = reason
      return words.say('list.row.ages-against-total', {
        stated: words.money({ minor: stated, currency }),
        ours: words.money({ minor: ours, currency }),
      })
    }
    case 'document-has-bad-row':
      return words.say('list.row.document-has-bad-row', { number: quoted(reason.number) })
    default:
      return never(reason)
  }
}
