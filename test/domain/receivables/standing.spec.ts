import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ageingBuckets, type AgeingBucket } from '../../../domain/receivables/ageing.ts'
import { isOverdue, oldestDaysPastDue, standingOn } from '../../../domain/receivables/standing.ts'
import { addDays } from '../../../domain/shared/time.ts'
import { aDayBetween, shuffled, someItems } from '../../kit/arbitraries.ts'
import { anInvoice, aPayment, cny, eur, today } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const none: Readonly<Record<AgeingBucket, number>> = { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 }

describe('what a customer owes on one day', () => {
  it('is nothing when nothing is open', () => {
    const standing = standingOn(today, [])
    assert.deepEqual(standing, { day: today, currencies: [] })
    assert.equal(isOverdue(standing), false)
    assert.equal(oldestDaysPastDue(standing), 0)
  })

  it('is told per currency, per bucket, with the overdue invoices oldest first', () => {
    const old = anInvoice({ number: 'OLD', due: '2024-12-01', ...cny(100) })
    const newer = anInvoice({ number: 'NEW', due: '2025-03-30', ...cny(20) })
    const notDue = anInvoice({ number: 'NOT', due: '2025-03-31', ...cny(3) })
    const inEuro = anInvoice({ number: 'EUR', due: '2025-02-10', ...eur(5000) })
    const standing = standingOn(today, [notDue, inEuro, newer, old])
    assert.deepEqual(standing.currencies, [
      {
        currency: 'CNY',
        balance: 123,
        overdue: 120,
        disputed: 0,
        promised: 0,
        buckets: { ...none, current: 3, '1-30': 20, 'over-90': 100 },
        overdueInvoices: [
          { invoice: old, left: 100, daysPastDue: 120 },
          { invoice: newer, left: 20, daysPastDue: 1 },
        ],
        oldestDaysPastDue: 120,
        nextDue: '2025-03-31',
      },
      {
        currency: 'EUR',
        balance: 5000,
        overdue: 5000,
        disputed: 0,
        promised: 0,
        buckets: { ...none, '31-60': 5000 },
        overdueInvoices: [{ invoice: inEuro, left: 5000, daysPastDue: 49 }],
        oldestDaysPastDue: 49,
        nextDue: null,
      },
    ])
    assert.equal(isOverdue(standing), true)
    assert.equal(oldestDaysPastDue(standing), 120)
  })

  it('is not overdue on the due day itself, and is on the day after', () => {
    const invoice = anInvoice({ due: today })
    assert.equal(isOverdue(standingOn(today, [invoice])), false)
    assert.equal(isOverdue(standingOn(addDays(today, 1), [invoice])), true)
  })

  it('a payment takes the oldest debt out of the overdue sum and its age', () => {
    const old = anInvoice({ number: 'OLD', due: '2025-01-20', ...cny(100) })
    const newer = anInvoice({ number: 'NEW', due: '2025-03-20', ...cny(50) })
    const standing = standingOn(today, [old, newer, aPayment(120)])
    assert.equal(standing.currencies[0]?.overdue, 30)
    assert.equal(oldestDaysPastDue(standing), 11)
  })

  it('more paid than owed is a balance in the customer’s favour', () => {
    const standing = standingOn(today, [anInvoice(cny(100)), aPayment(130)])
    assert.equal(standing.currencies[0]?.balance, -30)
    assert.equal(isOverdue(standing), false)
  })

  it('a credit in one currency never hides debt in another', () => {
    const standing = standingOn(today, [anInvoice(cny(100)), aPayment(1_000_000, eur(1_000_000))])
    assert.equal(isOverdue(standing), true)
    assert.equal(oldestDaysPastDue(standing), 70)
  })

  it('its buckets sum to what is owed, its overdue buckets to what is overdue', () => {
    fc.assert(
      fc.property(someItems, aDayBetween('2024-12-01', 200), (items, day) => {
        for (const { currency, balance, overdue, buckets, overdueInvoices } of standingOn(day, items).currencies) {
          const sum = ageingBuckets.reduce((total, bucket) => total + buckets[bucket], 0)
          const open = items.filter((item) => item.open.currency === currency)
          const credits = open
            .filter(({ kind }) => kind !== 'invoice')
            .reduce((total, { open }) => total + open.minor, 0)
          const owed = open.filter(({ kind }) => kind === 'invoice').reduce((total, { open }) => total + open.minor, 0)
          assert.equal(balance, owed - credits)
          assert.equal(sum, Math.max(0, balance))
          assert.equal(sum - buckets.current, overdue)
          assert.equal(
            overdueInvoices.reduce((total, { left }) => total + left, 0),
            overdue,
          )
        }
      }),
      runs,
    )
  })

  it('never mixes currencies: each stands as if it were alone', () => {
    fc.assert(
      fc.property(someItems, aDayBetween('2024-12-01', 200), (items, day) => {
        for (const each of standingOn(day, items).currencies) {
          const alone = items.filter(({ open }) => open.currency === each.currency)
          assert.deepEqual(standingOn(day, alone).currencies, [each])
          for (const { invoice } of each.overdueInvoices) assert.equal(invoice.open.currency, each.currency)
        }
      }),
      runs,
    )
  })

  it('does not depend on the order of its items', () => {
    const inTwoOrders = someItems.chain((items) => fc.tuple(fc.constant(items), shuffled(items)))
    fc.assert(
      fc.property(inTwoOrders, ([items, others]) => {
        assert.deepEqual(standingOn(today, items), standingOn(today, others))
      }),
      runs,
    )
  })

  it('grows older by a day each day, and nothing else', () => {
    fc.assert(
      fc.property(someItems, aDayBetween('2024-12-01', 200), (items, day) => {
        const [before, after] = [standingOn(day, items), standingOn(addDays(day, 1), items)]
        for (const [at, { balance, overdue, oldestDaysPastDue }] of before.currencies.entries()) {
          const next = after.currencies[at]
          assert(next)
          assert.equal(next.balance, balance)
          assert(next.overdue >= overdue)
          if (oldestDaysPastDue > 0) assert.equal(next.oldestDaysPastDue, oldestDaysPastDue + 1)
        }
      }),
      runs,
    )
  })
})
