import type { PullNote } from '../../domain/receivables/pull-note.ts'
import { money } from '../../domain/shared/money.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Words } from '../words/words.ts'

/** What whoever trusts a ledger that was read should know of it, in one sentence. */
export function pullNoteLine(note: PullNote, words: Words): string {
  switch (note.code) {
    case 'sums-agree':
    case 'books-say-more-of':
    case 'credits-by-difference': {
      const { code, accounts } = note
      return words.say(`pull.note.${code}`, { accounts })
    }
    case 'books-say-more': {
      const { name, currency, stated, ours } = note
      const sums = { stated: words.money(money(stated, currency)), ours: words.money(money(ours, currency)) }
      return words.say('pull.note.books-say-more', { name, ...sums })
    }
    case 'sums-not-compared':
      return words.say(`pull.note.sums-not-compared.${note.why}`, { accounts: note.accounts })
    case 'credits-in-full':
    case 'billed-to-another': {
      const { code, documents } = note
      return words.say(`pull.note.${code}`, { documents })
    }
    case 'renamed':
      return words.say('pull.note.renamed', { was: note.was, name: note.name })
    case 'addresses-left-out': {
      const { accounts, numbers } = note
      return words.say('pull.note.addresses-left-out', {
        accounts,
        numbers: words.list(numbers),
        more: accounts - numbers.length,
      })
    }
    case 'left-out': {
      const { reason, documents, numbers } = note
      const more = documents - numbers.length
      return words.say(`pull.note.left-out.${reason}`, { documents, numbers: words.list(numbers), more })
    }
    default:
      return never(note)
  }
}
