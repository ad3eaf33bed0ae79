import { parseArgs } from 'node:util'
import type { DateOrder, LedgerCsvOptions } from '../../domain/receivables/understanding.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { asDay } from '../../domain/shared/time.ts'

/** What was said on the command line; what is missing is asked for. */
export interface ImportWords {
  /** The file as it was named; null where none was. */
  readonly file: string | null
  readonly undo: string | null
  readonly as: string | null
  readonly yes: boolean
  readonly scope: ImportScope | null
  readonly complete: boolean | null
  readonly csv: Partial<Omit<LedgerCsvOptions, 'scope' | 'complete'>>
}

const dateOrders = new Map<string, DateOrder>([
  ['dmy', 'day-first'],
  ['mdy', 'month-first'],
  ['ymd', 'year-first'],
])

/** Reads the options of `import`; a sentence instead when they cannot be used. */
export function importWords(args: readonly string[]): ImportWords | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        undo: { type: 'string' },
        as: { type: 'string' },
        yes: { type: 'boolean', default: false },
        company: { type: 'string' },
        lane: { type: 'string' },
        country: { type: 'string' },
        complete: { type: 'boolean', default: false },
        partial: { type: 'boolean', default: false },
        'as-of': { type: 'string' },
        currency: { type: 'string' },
        dates: { type: 'string' },
        decimal: { type: 'string' },
        'leave-out-bad-rows': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (more.length > 0) return `Name one file; these are ${positionals.length}: ${positionals.join(', ')}.`
    if (file !== undefined && values.undo !== undefined)
      return `Taking an import back takes no file: leave out ${file}.`
    const scopes = (['company', 'lane', 'country'] as const).flatMap((kind) =>
      values[kind] === undefined ? [] : [{ kind, value: values[kind] }],
    )
    if (scopes.length > 1) return 'Name one scope: a company, a lane or a country.'
    if (values.complete && values.partial) return 'A list is complete or partial, not both.'
    const asOf = values['as-of'] === undefined ? null : asDay(values['as-of'])
    if (values['as-of'] !== undefined && asOf === null) return `--as-of ${values['as-of']} is no day like 2026-03-31.`
    if (!['point', 'comma', undefined].includes(values.decimal)) return '--decimal is point or comma.'
    const dateOrder = values.dates === undefined ? undefined : dateOrders.get(values.dates)
    if (values.dates !== undefined && dateOrder === undefined) return '--dates is dmy, mdy or ymd.'
    return {
      file: file ?? null,
      undo: values.undo ?? null,
      as: values.as ?? null,
      yes: values.yes,
      scope: scopes[0] ?? null,
      complete: values.complete ? true : values.partial ? false : null,
      csv: {
        ...(asOf === null ? {} : { asOf }),
        ...(values.currency === undefined ? {} : { currency: values.currency.toUpperCase() }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(values.decimal === 'point' || values.decimal === 'comma' ? { decimal: values.decimal } : {}),
        ...(values['leave-out-bad-rows'] ? { leaveOutBadRows: true } : {}),
      },
    }
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'These options cannot be read.'
  }
}
