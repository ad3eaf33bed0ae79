import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { never } from '../../domain/shared/outcome.ts'
import { list, several, spokenMoney } from '../shared/spoken.ts'
import { describeBadRow } from './describe-bad-row.ts'
import { describeQuestion } from './describe-question.ts'
import { fieldNames } from './field-names.ts'
import type { Note, RefusalReason, Understanding, UnderstoodLedger } from '../../domain/receivables/understanding.ts'

const mostBadRows = 20

/** The console's words for what a file was understood to say, line by line. */
export function describeUnderstanding(understanding: Understanding): readonly string[] {
  switch (understanding.kind) {
    case 'understood':
      return understood(understanding)
    case 'questions':
      return understanding.questions.map((question) => describeQuestion(question).text)
    case 'refused': {
      const { reason, badRows } = understanding
      const more = badRows.length - mostBadRows
      return [
        describeRefusal(reason),
        ...badRows.slice(0, mostBadRows).map(describeBadRow),
        ...(more > 0 ? [`And ${several(more, 'more row')}.`] : []),
      ]
    }
    default:
      return never(understanding)
  }
}

function understood(file: UnderstoodLedger): readonly string[] {
  const { counts, unusedColumns, badRows } = file
  return [
    `${file.complete ? 'Complete open list' : 'Part of the open list'} of ${scopeName(file.scope)} as of ${file.asOf}.`,
    ...file.columns.map(
      ({ field, column }) => `Column ${column.number} "${column.header}" is the ${fieldNames[field]}.`,
    ),
    ...(unusedColumns.length > 0
      ? [`Not used: ${list(unusedColumns.map(({ header, number }) => `"${header}" (${number})`))}.`]
      : []),
    `${several(counts.rows, 'row')}: ${several(counts.invoices, 'invoice')}, ${several(counts.credits, 'credit')} and ` +
      `${several(counts.payments, 'payment')} of ${several(file.accounts.length, 'customer')}; ` +
      `${several(counts.zeroRows, 'row')} with nothing open.`,
    ...file.totals.map(
      ({ currency, minor, items }) => `${spokenMoney(minor, currency)} open in ${several(items, 'document')}.`,
    ),
    ...file.notes.map(describeNote),
    ...(badRows.length > 0 ? [`${several(badRows.length, 'row')} left out:`, ...badRows.map(describeBadRow)] : []),
  ]
}

function scopeName({ kind, value }: ImportScope): string {
  return `${kind} ${value}`
}

function describeNote(note: Note): string {
  switch (note.code) {
    case 'windows-1252':
      return 'The file is not UTF-8 and was read as Windows-1252: please look at the names.'
    case 'as-of-differs':
      return `The file itself says as of ${note.inFile}.`
    case 'no-line-end':
      return `Line ${note.line} is the last and has no line end: please check that the file was not cut off there.`
    case 'lines-not-read':
      return note.lines.length === 1
        ? `Line ${list(note.lines.map(String))}, below the last document, says nothing of an invoice and was not read.`
        : `Lines ${list(note.lines.map(String))}, below the last document, say nothing of an invoice and were not read.`
    case 'numbers-from-names':
      return `${several(note.accounts, 'customer')} without a number; the name stands in for it.`
    case 'identities-differ':
      return `Rows name different domains or tenant ids, so neither is used: ${list(note.accounts)}.`
    case 'unknown-types':
      return `The sign of the amount decides for document types we do not know: ${list(note.texts)}.`
    case 'not-subscription-ids':
      return `${several(note.rows, 'row')} with something else than an id where the subscription id should be.`
    case 'not-tenant-ids':
      return (
        `${several(note.rows, 'row')} with something else than an id where the tenant id should be, the first on line ` +
        `${note.line}: nobody is matched by it.`
      )
    case 'totals-agree':
      return note.totals === 1
        ? "The file's total agrees with ours."
        : `${note.totals} totals in the file agree with ours.`
    case 'total-differs':
      return (
        `Line ${note.line} "${note.label}" says ${spokenMoney(note.stated, note.currency)}, ` +
        `but its rows add up to ${spokenMoney(note.ours, note.currency)}.`
      )
    case 'total-not-compared':
      return `Line ${note.line} "${note.label}" could not be compared.`
    default:
      return never(note)
  }
}

/** Why nothing can be made of a file, and what would help. */
export function describeRefusal(reason: RefusalReason): string {
  switch (reason.code) {
    case 'utf-16':
      return 'The file is UTF-16. Please save it as CSV UTF-8.'
    case 'spreadsheet':
      return 'This is a spreadsheet. Please save it as CSV UTF-8.'
    case 'not-text':
      return 'This is not a text file.'
    case 'empty-file':
      return 'The file is empty.'
    case 'quote-not-closed':
      return `A quotation mark is opened around line ${reason.line} and never closed.`
    case 'no-header':
      return (
        'No header row was found. The list needs a row of headers for the customer ("Customer No", "Kunde", "客戶編號"), ' +
        'the invoice ("Invoice No", "Rechnungsnummer", "發票號碼"), the due date ("Due Date", "Fällig am", "到期日") and what ' +
        'is still open ("Open Balance", "Offener Betrag", "未付金額"). Other columns, and their order, do not matter.'
      )
    case 'aged-summary':
      return (
        `This is an aged summary (${list(reason.headers)}): one line per customer, without invoices. ` +
        'Please export the list of open invoices instead, with invoice number, due date and open amount on each row.'
      )
    case 'unknown-column':
      return `There is no column "${reason.header}" for the ${fieldNames[reason.field]}.`
    case 'unknown-lane':
      return `"${reason.text}" is no lane: global, us-government or china.`
    case 'unknown-currency':
      return `"${reason.text}" is no currency code.`
    case 'currency-differs':
      return `The file's amounts are in ${reason.inFile}, not in ${reason.said}.`
    case 'nothing-open':
      return `Nothing is open in this file (${several(reason.zeroRows, 'row')} with nothing open), so there is nothing to import.`
    case 'bad-rows':
      return 'Nothing is imported, because these rows cannot be read:'
    case 'unreadable-rows-in-complete-list':
      return (
        `A complete list closes what it does not show, and nobody can tell which documents stand on ` +
        `${reason.lines.length === 1 ? 'line' : 'lines'} ${list(reason.lines.map(String))}. ` +
        'Please mend that, or import the file as a part of the list.'
      )
    default:
      return never(reason)
  }
}
