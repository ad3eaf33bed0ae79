import { never } from '../../domain/shared/outcome.ts'
import { list } from '../shared/spoken.ts'
import type { BadRow, BadRowReason } from '../../domain/receivables/understanding.ts'

/** One sentence: which line, what is wrong. */
export function describeBadRow({ line, reason }: BadRow): string {
  return `Line ${line}: ${because(reason)}.`
}

function because(reason: BadRowReason): string {
  switch (reason.code) {
    case 'too-many-cells':
      return `it has ${reason.cells} cells under ${reason.columns} columns; a separator may stand in a name or an amount`
    case 'too-few-cells':
      return `it has only ${reason.cells} of ${reason.columns} cells; the line may be cut off`
    case 'no-customer':
      return 'it names no customer'
    case 'no-document-number':
      return 'the invoice has no number'
    case 'no-due-date':
      return 'the invoice has no due date'
    case 'no-open-amount':
      return 'the open amount is missing; where nothing is open, it must say 0'
    case 'unreadable-date':
      return `"${reason.text}" in "${reason.column}" is no date`
    case 'unlikely-date':
      return `"${reason.text}" in "${reason.column}" would be ${reason.day}, which cannot be meant`
    case 'unreadable-amount':
      return `"${reason.text}" in "${reason.column}" is no amount`
    case 'amounts-on-both-sides':
      return `it has amounts in both "${reason.columns[0]}" and "${reason.columns[1]}"; what is open must stand in one of them`
    case 'negative-on-other-side':
      return `"${reason.text}" in "${reason.column}" is negative, and nobody can tell whether that is owed`
    case 'too-many-decimals':
      return `"${reason.text}" has more decimals than ${reason.currency}, as the ${reason.decimal} stands before the decimals in this file`
    case 'amount-too-large':
      return `"${reason.text}" is too large`
    case 'unknown-currency':
      return `"${reason.text}" is no currency`
    case 'currencies-differ':
      return `the amount is in "${reason.text}" and the currency column says ${reason.currency}`
    case 'unknown-lane':
      return `"${reason.text}" is no lane`
    case 'outside-scope':
      return `"${reason.text}" is outside the scope, ${reason.scope.kind} ${reason.scope.value}`
    case 'sign-against-type':
      return `a ${reason.type} of ${reason.text}, although the file's other credits are negative`
    case 'duplicate-document':
      return `document ${reason.number} stands on lines ${list(reason.lines.map(String))}`
    case 'lines-disagree':
      return `lines ${list(reason.lines.map(String))} of document ${reason.number} contradict each other`
    case 'no-line-amount':
      return `a line of document ${reason.number} has no amount of its own (lines ${list(reason.lines.map(String))})`
    case 'document-has-bad-row':
      return `another row of document ${reason.number} cannot be read`
    default:
      return never(reason)
  }
}
