import { never } from '../../domain/shared/outcome.ts'
import { dataAsOf, type ImportRecord } from '../../domain/receivables/ledger-import.ts'
import type { LedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import { sums } from '../phrases/money-lines.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { ownerFacts, ownerLines } from './owner-parts.ts'
import { pullNoteLine } from './pull-note-line.ts'
import { scopeValue } from './scope-name.ts'

type Refusal =
  | Extract<Awaited<ReturnType<LedgerDesk['confirm']>>, { ok: false }>['refusal']
  | Extract<Awaited<ReturnType<LedgerDesk['reject']>>, { ok: false }>['refusal']
type UndoRefusal = Extract<Awaited<ReturnType<LedgerDesk['undo']>>, { ok: false }>['refusal']

/** The card of a ledger import that needs a second person: what it would change and why it is asked about. */
export function importCard(record: ImportRecord, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const { scope } = record
  const effect = record.status === 'undo-asked' ? record.undo.effect : record.effect
  const waiting = record.status === 'pending' || record.status === 'undo-asked'
  const at = { case: record.id, version }
  return {
    title: words.say('import.title', { case: record.id, file: record.file }),
    tone: waiting ? 'warning' : 'plain',
    parts: [
      line(importLine(record, talk), { weight: 'strong' }),
      ...effect.guard.map((why) => line(words.say(`import.${why}`), { tone: 'warning' })),
      ...(waiting ? (record.pulled?.notes ?? []) : []).map((note) => line(pullNoteLine(note, words))),
      {
        kind: 'facts',
        facts: [
          [
            words.say('fact.scope'),
            words.say(record.complete ? 'import.complete' : 'import.partial', {
              kind: words.say(`scope.${scope.kind}`),
              value: scopeValue(scope, words),
            }),
          ],
          [words.say('fact.ledger-as-of'), words.day(dataAsOf(record))],
          [words.say('fact.open'), sums(effect.totals, words) || words.number(0)],
          [
            words.say('fact.changes'),
            words.say('import.changes', { opened: effect.opened, changed: effect.changed, closed: effect.closed }),
          ],
          [words.say('fact.newly-due'), words.number(effect.newlyDue)],
          [words.say('fact.unmatched'), words.number(effect.unmatchedCount)],
          ...ownerFacts(effect, words),
        ],
      },
      ...ownerLines(effect, words),
    ],
    buttons: waiting
      ? [
          { label: words.say('button.confirm'), tone: 'good', acts: { act: 'ledger-import.confirm', ...at } },
          { label: words.say('button.reject'), tone: 'danger', acts: { act: 'ledger-import.reject', ...at } },
        ]
      : record.status === 'active'
        ? [{ label: words.say('button.take-back'), tone: 'danger', acts: { act: 'ledger-import.undo', ...at } }]
        : [],
    shows: at,
  }
}

/** One line on how an import stands. */
export function importLine(record: ImportRecord, { words, nameOf }: CardTalk): string {
  switch (record.status) {
    case 'pending':
      return words.say('import.pending')
    case 'active':
      return record.confirmedBy === null
        ? words.say('import.active')
        : words.say('import.confirmed', { name: nameOf(record.confirmedBy) })
    case 'undo-asked':
      return words.say('import.undo-asked', { name: nameOf(record.undo.staff) })
    case 'expired':
      return words.say('import.expired')
    case 'rejected':
      return words.say('import.rejected', { name: nameOf(record.rejectedBy) })
    case 'undone':
      return words.say('import.undone')
    default:
      return never(record)
  }
}

/** Why a decision about an import did not count, with what to do next. */
export function importRefusalLine(refusal: Refusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.record.id,
        outcome: importLine(refusal.record, talk),
      })
    case 'not-allowed':
      return mayNotDecide('import ledger', words.say('refusal.may-not-import'), words)
    case 'own-import':
      return words.say('refusal.own-request')
    case 'expired':
    case 'not-found':
    case 'changed-since':
    case 'effect-changed':
      return words.say(`refusal.${refusal.code}`)
    default:
      // The books moved on since the file was read: it must be read again, whichever way they did.
      return words.say('refusal.import-outdated')
  }
}

/** Why an import was not taken back, with what to do next. */
export function undoRefusalLine(refusal: UndoRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-active':
    case 'undo-asked-before':
      return importRefusalLine({ code: 'already-decided', record: refusal.record }, talk)
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    // In a chat everybody is known by name.
    case 'name-yourself':
    case 'not-allowed':
      return mayNotAsk('import ledger', words.say('refusal.may-not-take-back'), words)
    default:
      return never(refusal)
  }
}
