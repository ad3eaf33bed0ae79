import type { ClosedDocument } from '../../domain/receivables/ledger-import.ts'
import { itemKey, type InvoiceLine, type OpenItem } from '../../domain/receivables/open-item.ts'
import { money, type Money } from '../../domain/shared/money.ts'
import type { Day } from '../../domain/shared/time.ts'
import { compare, documentsOf, isCreditSide, isCreditType, numberOfDay } from './group-documents.ts'
import { guid } from './guid.ts'
import type { Entry } from './read-entry.ts'
import { closedDocument } from './shown-closed.ts'
import type { BadRow, BadRowReason } from '../../domain/receivables/understanding.ts'

/** What a row adds to the sum of the list, in minor units. */
export interface Contribution {
  readonly line: number
  readonly currency: string
  readonly minor: number
}

interface BuiltItems {
  readonly items: readonly OpenItem[]
  readonly contributions: readonly Contribution[]
  readonly badRows: readonly (BadRow & { readonly entry: Entry })[]
  /** Rows of documents whose rows add up to nothing. */
  readonly zeroRows: number
  /** These documents themselves. */
  readonly closed: readonly ClosedDocument[]
}

/** How the rows of this list make documents. */
export interface ItemRules {
  /** Whether rows of one number are lines of one invoice. */
  readonly hasLines: boolean
  readonly openOfLines: 'invoice' | 'line'
  /** Whether somebody wants to know what each row adds to a total. */
  readonly summed: boolean
}

/** Puts rows together into documents. The order of rows plays no part, neither in what is built nor in its order. */
export function buildItems(entries: readonly Entry[], rules: ItemRules): BuiltItems {
  const signsDecide = entries.some((entry) => isCreditType(entry) && entry.minor < 0)
  const items: OpenItem[] = []
  const contributions: Contribution[] = []
  const badRows: (BadRow & { entry: Entry })[] = []
  const closed: ClosedDocument[] = []
  let zeroRows = 0
  let before: readonly Entry[] = []
  for (const rows of documentsOf(entries, rules.hasLines)) {
    const built = buildItem(rows, rules, signsDecide)
    if (built.kind === 'bad') badRows.push(...built.rows)
    else if (built.kind === 'zero') {
      zeroRows += rows.length
      const [document] = rows.map(({ row, account }) => closedDocument(row, account))
      if (document) closed.push(document)
    } else if (isSameDocument(items.at(-1), built.item)) {
      // A credit by its sign and a credit by its type can turn out to be one document.
      items.pop()
      badRows.push(...badFor([...before, ...rows], duplicate([...before, ...rows])))
    } else {
      items.push(built.item)
      contributions.push(...built.contributions)
      before = rows
    }
  }
  return { items, contributions: contributions.sort((a, b) => a.line - b.line), badRows, zeroRows, closed }
}

type Built =
  | { readonly kind: 'item'; readonly item: OpenItem; readonly contributions: readonly Contribution[] }
  | { readonly kind: 'zero' }
  | { readonly kind: 'bad'; readonly rows: readonly (BadRow & { readonly entry: Entry })[] }

function buildItem(rows: readonly Entry[], { hasLines, openOfLines, summed }: ItemRules, signsDecide: boolean): Built {
  const [first] = rows
  if (!first) return { kind: 'zero' }
  const bad = (reason: BadRowReason): Built => ({ kind: 'bad', rows: badFor(rows, reason) })
  const { number } = first.row
  const lines = rows.map(({ row }) => row.line)
  const unnumbered = number === ''
  if (unnumbered && !isCreditSide(first, hasLines)) return bad({ code: 'no-document-number' })
  if (rows.length > 1 && !hasLines && !unnumbered) return bad(duplicate(rows))
  const whole = hasLines && openOfLines === 'invoice' && !unnumbered
  if (disagree(rows) || (whole && rows.some(({ minor }) => minor !== first.minor))) {
    return bad({ code: 'lines-disagree', number, lines })
  }
  const wrong = signsDecide ? rows.find((entry) => isCreditType(entry) && entry.minor > 0) : undefined
  if (wrong) return bad({ code: 'sign-against-type', type: wrong.row.type.kind, text: wrong.row.written })

  const written = whole ? first.minor : rows.reduce((sum, { minor }) => sum + minor, 0)
  if (!Number.isSafeInteger(written)) return bad({ code: 'amount-too-large', text: `${written}` })
  if (written === 0) return { kind: 'zero' }
  const isCredit = isCreditType(first) || written < 0
  const sign = isCreditType(first) && !signsDecide ? -1 : 1
  const counted = whole ? [first] : rows
  const contributions = summed
    ? counted.map(({ row, minor, currency }) => ({ line: row.line, currency, minor: sign * minor }))
    : []
  const common = {
    account: first.account.key,
    open: money(Math.abs(written), first.currency),
    company: first.account.company,
    lane: first.lane,
    country: first.account.country,
  }
  const due = onlyOf(rows.map((row) => row.due))
  const issued = earliest(rows.map((row) => row.issued))
  if (isCredit) {
    const kind = rows.every(({ row }) => row.type.kind === 'payment') ? 'payment' : 'credit'
    const item = { kind, ...common, number: unnumbered ? numberOfDay(first) : number, date: issued ?? due } as const
    return { kind: 'item', item, contributions }
  }
  if (due === null) return bad({ code: 'no-due-date' })
  if (whole && rows.length > 1 && rows.some(({ lineMinor }) => lineMinor === null)) {
    return bad({ code: 'no-line-amount', number, lines })
  }
  const invoice = { kind: 'invoice', ...common, number, issued, due, lines: linesOf(rows, common.open) } as const
  return { kind: 'item', item: invoice, contributions }
}

function badFor(rows: readonly Entry[], reason: BadRowReason) {
  return rows.map((entry) => ({ line: entry.row.line, reason, entry }))
}

function duplicate(rows: readonly Entry[]): BadRowReason {
  return { code: 'duplicate-document', number: rows[0]?.row.number ?? '', lines: rows.map(({ row }) => row.line) }
}

/** Rows of one document must tell one story. */
function disagree(rows: readonly Entry[]): boolean {
  const [first, ...others] = rows
  return others.some(
    (row) =>
      row.currency !== first?.currency ||
      row.lane !== first.lane ||
      row.account.country !== first.account.country ||
      (row.due !== null && first.due !== null && row.due !== first.due),
  )
}

function linesOf(rows: readonly Entry[], open: Money): readonly InvoiceLine[] {
  return rows
    .filter(({ row, lineMinor }) => row.text !== '' || row.subscription !== '' || lineMinor !== null)
    .map(({ row: { text, subscription }, lineMinor, minor, currency }) => ({
      text,
      // Most lines are the whole of their invoice; one amount for both is a few megabytes less.
      amount: (lineMinor ?? minor) === open.minor ? open : money(lineMinor ?? minor, currency),
      subscription: guid.test(subscription) ? subscription.toLowerCase() : null,
    }))
    .sort(
      (a, b) =>
        compare(a.text, b.text) ||
        compare(a.subscription ?? '', b.subscription ?? '') ||
        a.amount.minor - b.amount.minor,
    )
}

function onlyOf(days: readonly (Day | null)[]): Day | null {
  return days.find((day) => day !== null) ?? null
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null)
}

function isSameDocument(a: OpenItem | undefined, b: OpenItem): boolean {
  return a !== undefined && a.account === b.account && a.number === b.number && itemKey(a) === itemKey(b)
}
