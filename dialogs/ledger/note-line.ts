import { never } from '../../domain/shared/outcome.ts'
import type { Note } from '../../domain/receivables/understanding.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'
import { cutList } from './cut-list.ts'

/** What a person should know of a list before saying yes to it, one sentence. */
export function noteLine(note: Note, words: Words): string {
  switch (note.code) {
    case 'windows-1252':
      return words.say('list.note.windows-1252')
    case 'sums-by-age':
      return words.say('list.note.sums-by-age', { headers: cutList(note.headers.map(quoted), words) })
    case 'as-of-differs':
      return words.say('list.note.as-of-differs', { day: words.day(note.inFile) })
    case 'no-line-end':
      return words.say('list.note.no-line-end', { line: note.line })
    case 'lines-not-read': {
      const { lines } = note
      return words.say('list.note.lines-not-read', {
        count: lines.length,
        lines: cutList(lines.map(String), words),
      })
    }
    case 'numbers-from-names':
      return words.say('list.note.numbers-from-names', { accounts: note.accounts })
    case 'identities-differ':
      return words.say('list.note.identities-differ', { accounts: cutList(note.accounts.map(quoted), words) })
    case 'addresses-left-out':
      return words.say('list.note.addresses-left-out', { accounts: cutList(note.accounts.map(quoted), words) })
    case 'owners-differ':
      return words.say('list.note.owners-differ', { accounts: cutList(note.accounts.map(quoted), words) })
    case 'unknown-types':
      return words.say('list.note.unknown-types', { types: cutList(note.texts.map(quoted), words) })
    case 'not-subscription-ids':
      return words.say('list.note.not-subscription-ids', { rows: note.rows })
    case 'not-tenant-ids':
      return words.say('list.note.not-tenant-ids', { rows: note.rows, line: note.line })
    case 'totals-agree':
      return words.say('list.note.totals-agree', { totals: note.totals })
    case 'total-differs': {
      const { line, label, currency, stated, ours } = note
      return words.say('list.note.total-differs', {
        line,
        label: quoted(label),
        stated: words.money({ minor: stated, currency }),
        ours: words.money({ minor: ours, currency }),
      })
    }
    case 'total-not-compared':
      return words.say('list.note.total-not-compared', { line: note.line, label: quoted(note.label) })
    default:
      return never(note)
  }
}
