import { planRefusalLine } from '../../dialogs/ledger/unusable-line.ts'
import type { Words } from '../../dialogs/words/words.ts'
import type { LedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import { powers } from '../../domain/staff/powers.ts'

type Refusal<Method extends 'commit' | 'undo'> = Extract<
  Awaited<ReturnType<LedgerDesk[Method]>>,
  { ok: false }
>['refusal']

/** Whoever may, read from the one table, so that it stays true. */
const importers = new Intl.ListFormat('en', { type: 'disjunction' }).format(powers['import ledger'].asks)

/** Why nothing was imported, with what to do next. */
export function commitRefusalLine(refusal: Refusal<'commit'>, words: Words): string {
  switch (refusal.code) {
    case 'not-allowed':
      return `This person may not import ledgers; that takes the role of ${importers}.`
    case 'name-yourself':
      return 'A second person must say yes to this one, so say who you are: --as NAME.'
    case 'effect-changed':
    case 'changed-since':
    case 'not-found':
      return 'The ledger changed meanwhile and so would the result. Import the file again.'
    default:
      return planRefusalLine(refusal, words)
  }
}

/** Why an import stands, with what to do next. */
export function undoRefusalLine(id: string, refusal: Refusal<'undo'>): string {
  switch (refusal.code) {
    case 'not-found':
      return `There is no import ${id}.`
    case 'not-active':
      return `${id} is not in force (${refusal.record.status}); there is nothing to take back.`
    case 'undo-asked-before':
      return `${id} waits for a second person's yes in chat already; until then it stands.`
    case 'name-yourself':
      return 'A second person must say yes to this one, so say who you are: --as NAME.'
    case 'not-allowed':
      return `This person may not take imports back; that takes the role of ${importers}.`
    case 'changed-since':
      return `${id} changed at the same moment; look again.`
  }
}
