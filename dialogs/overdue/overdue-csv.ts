import { minorDigits, type Currency } from '../../domain/shared/money.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { Day } from '../../domain/shared/time.ts'

/** One column: what it is called and what stands in it. Text is guarded and quoted; numbers and days are ours. */
type Cell = { readonly text: string } | { readonly plain: string }

const columns = [
  'day',
  'customer',
  'customer_id',
  'operator',
  'domain',
  'accounts',
  'owner',
  'currency',
  'overdue',
  'balance',
  'oldest_days_past_due',
  'overdue_1_30',
  'overdue_31_60',
  'overdue_61_90',
  'overdue_over_90',
  'stage',
  'ledger_as_of',
] as const

/**
 * Who is overdue, for a spreadsheet or another program: one row for each customer and currency. UTF-8 without a byte
 * order mark, commas, CRLF (RFC 4180); days as 2025-03-31, amounts in the currency's own unit with a point and nothing
 * else. Names of columns and values are the same in every language, so that a program can rely on them. Text is always
 * quoted, and guarded by {@link harmlessCell}.
 */
export function overdueCsv(
  customers: readonly CustomerStanding[],
  day: Day,
  ownerOf: (of: CustomerStanding) => string | null,
): string {
  const rows = customers.flatMap((of) => rowsOf(of, day, ownerOf(of)))
  return [columns.join(','), ...rows.map((cells) => cells.map(written).join(','))].map((row) => `${row}\r\n`).join('')
}

function rowsOf(of: CustomerStanding, day: Day, owner: string | null): readonly (readonly Cell[])[] {
  const { customer, standing, finding, ledgerAsOf } = of
  return standing.currencies
    .filter(({ overdue }) => overdue > 0)
    .map(({ currency, overdue, balance, oldestDaysPastDue, buckets }) => [
      { plain: day },
      { text: customer.name },
      { text: customer.id },
      { plain: customer.lane ?? '' },
      { text: customer.operator?.domain ?? '' },
      { text: customer.accounts.map(({ number }) => number).join(' ') },
      { text: owner ?? '' },
      { text: currency },
      ...[overdue, balance].map((minor) => ({ plain: decimal(minor, currency) })),
      { plain: String(oldestDaysPastDue) },
      ...(['1-30', '31-60', '61-90', 'over-90'] as const).map((bucket) => ({
        plain: decimal(buckets[bucket], currency),
      })),
      { plain: finding.stage },
      { plain: ledgerAsOf ?? '' },
    ])
}

function written(cell: Cell): string {
  return 'plain' in cell ? cell.plain : `"${harmlessCell(cell.text).replaceAll('"', '""')}"`
}

/**
 * A text that no spreadsheet takes for a formula: where it begins with = + - @, a tab or a line break (the full-width
 * signs too, which some take for them), an apostrophe stands before it. So it does where one follows a semicolon, a tab
 * or a line break: a spreadsheet whose own separator that is splits there, whatever is quoted (Excel in most of Europe).
 * Whoever reads the file by a program takes those apostrophes away again.
 */
export function harmlessCell(text: string): string {
  const inside = text.replace(/([;\t\r\n][\s\0"]*)(?=[=+\-@＝＋－＠])/gu, "$1'")
  return /^[\s\0"]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u.test(inside) ? `'${inside}` : inside
}

/** `-1234.50`, `1234` of a currency without decimals: never grouped, whatever language. */
function decimal(minor: number, currency: Currency): string {
  const digits = minorDigits(currency)
  const sign = minor < 0 ? '-' : ''
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`
}
