import { minorDigits, type Currency } from '../../../domain/shared/money.ts'
import { booksSeed, invoiceSeed, memoSeed, type BooksSeed } from './seed.ts'
import type { z } from 'zod'

/** A posted or drafted sales document; amounts in minor units of its currency. */
interface Document {
  readonly number: string
  readonly customer: string
  readonly date: string
  readonly currency: Currency
  readonly total: number
  applied: number
}

export interface Invoice extends Document {
  readonly billTo: string
  readonly due: string
  readonly status: 'Draft' | 'Posted' | 'Canceled' | 'Corrective'
  readonly lines: z.output<typeof invoiceSeed>['lines']
}

/** Money that came in, or an entry that is no document; a payment is below zero. */
interface Entry {
  readonly customer: string
  readonly due: string
  readonly currency: Currency
  amount: number
}

/** One company's books as the simulation keeps them. */
export interface BooksWorld {
  readonly seed: z.output<typeof booksSeed>
  readonly invoices: Invoice[]
  readonly memos: Document[]
  readonly entries: Entry[]
}

export function openWorld(given: BooksSeed): BooksWorld {
  const seed = booksSeed.parse(given)
  const world: BooksWorld = { seed, invoices: [], memos: [], entries: [] }
  for (const invoice of seed.invoices) postInvoice(world, invoice)
  for (const memo of seed.memos) postMemo(world, memo)
  for (const { customer, due, currency = seed.local, amount } of seed.journal)
    world.entries.push({ customer, due, currency, amount: minor(amount, currency) })
  return world
}

export function postInvoice(world: BooksWorld, given: z.input<typeof invoiceSeed>): void {
  const { currency = world.seed.local, total, customer, billTo = customer, ...rest } = invoiceSeed.parse(given)
  world.invoices.push({ ...rest, customer, billTo, currency, total: minor(total, currency), applied: 0 })
}

export function postMemo(world: BooksWorld, given: z.input<typeof memoSeed>): void {
  const { currency = world.seed.local, total, applied, ...rest } = memoSeed.parse(given)
  world.memos.push({ ...rest, currency, total: minor(total, currency), applied: minor(applied, currency) })
}

/** What came in from a customer: applied to one invoice, or to none as yet. */
export interface Payment {
  readonly customer: string
  readonly amount: number
  readonly date: string
  readonly currency?: Currency
  /** The invoice it settles, as far as it goes; what is over stays unapplied. */
  readonly for?: string
}

export function takePayment(world: BooksWorld, payment: Payment): void {
  const { customer, amount, date, currency = world.seed.local } = payment
  const paid = minor(amount, currency)
  const invoice = world.invoices.find(({ number }) => number === payment.for)
  const applied = invoice ? Math.min(paid, remainingOf(invoice)) : 0
  if (invoice) invoice.applied += applied
  if (paid > applied) world.entries.push({ customer, due: date, currency, amount: applied - paid })
}

export function remainingOf({ total, applied }: Pick<Document, 'total' | 'applied'>): number {
  return total - applied
}

/** As JSON carries it. */
export function decimal(amount: number, currency: Currency): number {
  return amount / 10 ** minorDigits(currency)
}

function minor(amount: number, currency: Currency): number {
  return Math.round(amount * 10 ** minorDigits(currency))
}
