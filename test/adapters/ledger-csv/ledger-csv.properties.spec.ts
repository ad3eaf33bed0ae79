import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dateOrders, type DateOrder, type LedgerCsvOptions } from '../../../domain/receivables/understanding.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { understand, understood } from './a-ledger.ts'

interface Row {
  readonly customer: number
  readonly minor: number
  readonly currency: 'EUR' | 'JPY' | 'KWD'
  readonly due: Day
}

/** How one accounting system writes. */
interface Habit {
  readonly delimiter: ',' | ';' | '\t'
  readonly decimal: 'point' | 'comma'
  readonly group: '' | ' ' | "'" | 'other'
  readonly credit: 'minus' | 'minus behind' | 'brackets'
  readonly date: 'iso' | DateOrder
  /** Whether years have two digits; where the year stands in front they do. */
  readonly short: boolean
}

const decimals = { EUR: 2, JPY: 0, KWD: 3 }
const row: fc.Arbitrary<Row> = fc.record({
  customer: fc.integer({ min: 1, max: 5 }),
  minor: fc.integer({ min: -9_999_999, max: 99_999_999 }).filter((minor) => minor !== 0),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  due: fc.integer({ min: -800, max: 200 }).map((days) => addDays('2026-03-31', days)),
})
const habit: fc.Arbitrary<Habit> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  decimal: fc.constantFrom('point', 'comma'),
  group: fc.constantFrom('', ' ', "'", 'other'),
  credit: fc.constantFrom('minus', 'minus behind', 'brackets'),
  date: fc.constantFrom('iso', ...dateOrders),
  short: fc.boolean(),
})

function written({ minor, currency }: Row, { decimal, group, credit }: Habit): string {
  const digits = decimals[currency]
  const [point, other] = decimal === 'point' ? ['.', ','] : [',', '.']
  const text = `${Math.abs(minor)}`.padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, group === 'other' ? other : group)
  const amount = digits === 0 ? whole : `${whole}${point}${text.slice(-digits)}`
  if (minor > 0) return amount
  return credit === 'minus' ? `-${amount}` : credit === 'brackets' ? `(${amount})` : `${amount}-`
}

function dated(day: Day, { date, short }: Habit): string {
  const [whole = '', month, dayOfMonth] = day.split('-')
  if (date === 'iso') return day
  if (date === 'year-first') return `${whole.slice(2)}/${month}/${dayOfMonth}`
  const year = short ? whole.slice(2) : whole
  return date === 'day-first' ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`
}

function csvRows(rows: readonly Row[], how: Habit): readonly string[] {
  return rows.map((one, at) =>
    [`K${one.customer}`, `R${at}`, dated(one.due, how), written(one, how), one.currency]
      .map((cell) => `"${cell}"`)
      .join(how.delimiter),
  )
}

function csv(rows: readonly string[], { delimiter }: Habit): string {
  const header = ['Customer No', 'Invoice No', 'Due Date', 'Open Amount', 'Currency'].join(delimiter)
  return ['Nimbus Ltd', 'As of 2026-03-31', header, ...rows].join('\n')
}

/** What a person who knows the system would answer. */
function truth({ decimal, date }: Habit): Partial<LedgerCsvOptions> {
  return date === 'iso' ? { decimal } : { decimal, dateOrder: date }
}

describe('any list in any habit', () => {
  const lists = fc.array(row, { minLength: 1, maxLength: 30 })

  const withOrder = lists.chain((rows) => {
    const order = rows.map((_, at) => at)
    return fc.tuple(fc.constant(rows), fc.shuffledSubarray(order, { minLength: order.length }))
  })

  it('conserves money to the minor unit, per currency', () => {
    fc.assert(
      fc.property(lists, habit, (rows, how) => {
        const list = understood(csv(csvRows(rows, how), how), truth(how))
        assert.equal(list.items.length, rows.length)
        for (const currency of ['EUR', 'JPY', 'KWD'] as const) {
          const ours = list.totals.find((total) => total.currency === currency)?.minor ?? 0
          const theirs = rows.filter((one) => one.currency === currency).reduce((sum, { minor }) => sum + minor, 0)
          assert.equal(ours, theirs)
        }
      }),
    )
  })

  it('is either understood rightly without help, or asked about', () => {
    fc.assert(
      fc.property(lists, habit, (rows, how) => {
        const file = csv(csvRows(rows, how), how)
        const alone = understand(file)
        if (alone.kind === 'questions') return
        assert.deepEqual(alone, understood(file, truth(how)))
      }),
    )
  })

  it('says the same in any order of its rows', () => {
    fc.assert(
      fc.property(withOrder, habit, ([rows, order], how) => {
        const lines = csvRows(rows, how)
        const shuffled = order.flatMap((at) => lines[at] ?? [])
        assert.deepEqual(understood(csv(shuffled, how), truth(how)), understood(csv(lines, how), truth(how)))
      }),
    )
  })
})

describe('a complete list that was cut off', () => {
  const lists = fc.array(row, { minLength: 1, maxLength: 6 })
  const columns = ['Customer No', 'Invoice No', 'Due Date', 'Open Amount', 'Currency', 'Description']
  const orders = fc.shuffledSubarray(columns, { minLength: columns.length })

  /** Without quotes, so that no cut can be seen by one that is never closed. */
  function plain(rows: readonly Row[], order: readonly string[], end: string): string {
    const lines = rows.map((one, at) => {
      const amount = (one.minor / 10 ** decimals[one.currency]).toFixed(decimals[one.currency])
      const cells = [`K${one.customer}`, `R-${at}`, one.due, amount, one.currency, at % 2 === 0 ? 'größer' : '']
      return order.map((column) => cells[columns.indexOf(column)]).join(';')
    })
    return ['As of 2026-03-31', order.join(';'), ...lines, ''].join(end)
  }

  it('never closes an invoice without a word, wherever the cut is', () => {
    fc.assert(
      fc.property(lists, orders, fc.constantFrom('\n', '\r\n'), fc.nat(), (rows, order, end, where) => {
        const file = new TextEncoder().encode(plain(rows, order, end))
        const at = where % file.length
        // Where the cut is between two rows nothing is left to see it by.
        if (file[at - 1] === 0x0a || file[at - 1] === 0x0d) return
        const cut = understand(file.subarray(0, at), { decimal: 'point' })
        if (cut.kind !== 'understood') return
        assert(cut.notes.some(({ code }) => code === 'no-line-end' || code === 'windows-1252'))
      }),
      { numRuns: 500 },
    )
  })
})

describe('any file at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Total',
      'Contoso',
      '1.234',
      '-5',
      '(5',
      '$5',
      '2026-03-03',
      '03/04/2026',
      '"',
      'Gutschrift',
      '0',
    ),
    fc.string({ maxLength: 6 }),
  )
  const lines = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })

  it('is understood, asked about or refused, and never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), lines), fc.boolean(), (file, leaveOutBadRows) => {
        const text = Array.isArray(file)
          ? ['Kunde,Rechnung,Datum,Fällig,Offen,Typ', ...file.map(String)].join('\n')
          : file
        const said = { leaveOutBadRows, asOf: '2026-03-31', currency: 'EUR' } as const
        for (const options of [{}, said, { ...said, dateOrder: 'day-first', decimal: 'point' } as const]) {
          assert(['understood', 'questions', 'refused'].includes(understand(text, options).kind))
        }
      }),
      { numRuns: 500 },
    )
  })
})
