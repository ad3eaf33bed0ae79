import type { Dispute, Exemption, PaidMark, PaymentPlan, PaymentPromise } from '../../domain/agreements/agreement.ts'
import { lookAt } from '../../domain/agreements/standing-under.ts'
import { itemKey, type OpenItem } from '../../domain/receivables/open-item.ts'
import { anInvoice, aPolicy, contoso, minute, today } from './builders.ts'

const recorded = { id: 'A-1', customer: contoso, author: 'mei', recordedAt: minute(0) } as const
const toCome = { ...recorded, debt: debtOf([anInvoice()]), asOf: '2025-03-30' } as const
const open = { status: 'open' } as const

/** What was owed, as an agreement keeps it. */
export function debtOf(items: readonly OpenItem[]): PaymentPromise['debt'] {
  return [...lookAt(today, { asOf: today, toldUntil: today }, items, aPolicy()).left].map(([key, left]) => ({
    key,
    left,
  }))
}

/** CNY 48,200.00 by Friday, 4 April: all that Contoso owes. */
export function aPromise(changes: Partial<PaymentPromise> = {}): PaymentPromise {
  const amount = { minor: 4_820_000, currency: 'CNY' }
  return { kind: 'promise', ...toCome, amount, day: '2025-04-04', state: open, ...changes }
}

/** The same in two halves, by 4 and by 11 April. */
export function aPlan(changes: Partial<PaymentPlan> = {}): PaymentPlan {
  const instalments = [
    { minor: 2_410_000, day: '2025-04-04' },
    { minor: 2_410_000, day: '2025-04-11' },
  ] as const
  return { kind: 'plan', ...toCome, currency: 'CNY', instalments, state: open, ...changes }
}

/** All of INV-1001. */
export function aDispute(changes: Partial<Dispute> = {}): Dispute {
  const { number } = anInvoice()
  const of = { invoice: itemKey(anInvoice()), number, amount: null, reason: 'never ordered' }
  return { kind: 'dispute', ...recorded, ...of, state: open, ...changes }
}

/** All of Contoso, until the end of 2025. */
export function anExemption(changes: Partial<Exemption> = {}): Exemption {
  const until = { owner: 'wang', until: '2025-12-31' } as const
  return {
    kind: 'exemption',
    ...recorded,
    of: { what: 'customer' },
    reason: 'pilot',
    ...until,
    state: open,
    ...changes,
  }
}

/** Said this morning: all of it was paid. */
export function aPaidMark(changes: Partial<PaidMark> = {}): PaidMark {
  const amount = { minor: 4_820_000, currency: 'CNY' }
  return { kind: 'paid-mark', ...toCome, amount, said: today, until: '2025-04-03', state: open, ...changes }
}
