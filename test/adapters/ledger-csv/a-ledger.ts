import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { understandLedgerCsv } from '../../../adapters/ledger-csv/understand-ledger-csv.ts'
import type { LedgerCsvOptions, Understanding, UnderstoodLedger } from '../../../domain/receivables/understanding.ts'

/** The whole open list of one company, as a person would import it. */
export const nimbus: LedgerCsvOptions = { scope: { kind: 'company', value: 'Nimbus' }, complete: true }

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/ledgers/${name}.csv`, import.meta.url))
}

export function understand(file: string | Uint8Array, options: Partial<LedgerCsvOptions> = {}): Understanding {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  return understandLedgerCsv(bytes, { ...nimbus, ...options })
}

export function understood(file: string | Uint8Array, options: Partial<LedgerCsvOptions> = {}): UnderstoodLedger {
  const understanding = understand(file, options)
  assert(understanding.kind === 'understood', JSON.stringify(understanding))
  return understanding
}

/** Documents on one line each: account, kind, number, due or date, currency and minor units. */
export function documents({ items }: UnderstoodLedger): readonly string[] {
  return items.map((item) => {
    const day = item.kind === 'invoice' ? item.due : item.date
    return [item.account, item.kind, item.number, day, item.open.currency, item.open.minor].join(' | ')
  })
}

/** A plain list in euros as of 31 March 2026; rows as `customer,number,due,open`. */
export function plainList(...rows: readonly string[]): string {
  return ['As of 2026-03-31', 'Customer No,Invoice No,Due Date,Open Amount (EUR)', ...rows, ''].join('\n')
}
