import type { DateReadings } from './date-cell.ts'
import { dateOrders, type DateOrder, type DateSample, type Question } from '../../domain/receivables/understanding.ts'

type OrderQuestion = Pick<Extract<Question, { kind: 'which-date-order' }>, 'orders' | 'samples'>

/** Gathers what a file's dates say about their order. */
export interface DateEvidence {
  see(line: number, text: string, readings: DateReadings): void
  /** Null where the order does not matter; what is to be asked where the dates fit several orders, or none. */
  decided(): DateOrder | null | OrderQuestion
}

export function dateEvidence(): DateEvidence {
  /** Orders in which at least one date can be read. */
  const possible = new Set<DateOrder>()
  /** The first date that cannot be read in an order. */
  const misfits = new Map<DateOrder, DateSample>()
  /** By two orders, the first date that says something else in each. */
  const differing = new Map<string, DateSample>()
  return {
    see(line, text, readings) {
      if (dateOrders.every((order) => readings[order] === readings['day-first'])) return
      const sample = { line, text, readings }
      for (const order of dateOrders) {
        if (readings[order] === null) keepFirst(misfits, order, sample)
        else possible.add(order)
        for (const other of dateOrders) {
          if (readings[order] !== readings[other]) keepFirst(differing, `${order} ${other}`, sample)
        }
      }
    },
    decided() {
      const orders = dateOrders.filter((order) => possible.has(order))
      const [first, ...others] = orders.filter((order) => !misfits.has(order))
      if (first === undefined) return orders.length > 0 ? { orders, samples: samplesOf(misfits, orders) } : null
      const rivals = others.filter((order) => differing.has(`${first} ${order}`))
      if (rivals.length === 0) return first
      const pairs = rivals.map((order) => `${first} ${order}`)
      return { orders: [first, ...rivals], samples: samplesOf(differing, pairs) }
    },
  }
}

function keepFirst<Key>(found: Map<Key, DateSample>, key: Key, sample: DateSample): void {
  if (!found.has(key)) found.set(key, sample)
}

/** Each once, in the order of the file. */
function samplesOf<Key>(found: ReadonlyMap<Key, DateSample>, keys: readonly Key[]): readonly DateSample[] {
  return [...new Set(keys.flatMap((key) => found.get(key) ?? []))].sort((a, b) => a.line - b.line).map(readingsOnly)
}

/** A cell's readings come with much else that is known of the cell. */
function readingsOnly({ line, text, readings }: DateSample): DateSample {
  const { 'day-first': dayFirst, 'month-first': monthFirst, 'year-first': yearFirst } = readings
  return { line, text, readings: { 'day-first': dayFirst, 'month-first': monthFirst, 'year-first': yearFirst } }
}
