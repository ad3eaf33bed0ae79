import assert from 'node:assert/strict'
import {
  hadBefore,
  isNewBuyer,
  newcomer,
  packBought,
  purchasesSince,
  unpackBought,
  withPurchases,
  type Bought,
} from '../../../domain/fraud/bought.ts'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { addDays } from '../../../domain/shared/time.ts'
import { aSubscription, phones, seats, today } from '../../kit/builders.ts'

const tomorrow = addDays(today, 1)
const having = (quantity: number, changes: Partial<OperatorSubscription> = {}) =>
  aSubscription({ quantity, ...changes })

/** Look after look at the seats of one subscription; `!` tells people of what was bought. */
function looks(
  first: Bought,
  ...seen: readonly (readonly [quantity: number, told?: '!' | undefined, day?: typeof today])[]
) {
  let bought = first
  return seen.map(([quantity, told, day = today]) => {
    const shown = [having(quantity)]
    const purchases = purchasesSince(bought, shown, day)
    bought = unpackBought(
      packBought(withPurchases(bought, { shown, purchases, told: told ? purchases : [], today: day })),
    )
    return purchases.map(({ before, after, isNew }) => `${isNew ? 'new ' : ''}${before}-${after}`).join() || '-'
  })
}

describe('what was bought since', () => {
  const ten = hadBefore([having(10)], today)

  for (const [what, found, expected] of [
    ['the same is nothing', looks(ten, [10], [10]), ['-', '-']],
    ['more is a purchase, once', looks(ten, [500, '!'], [500], [500, undefined, tomorrow]), ['10-500', '-', '-']],
    ['fewer never is', looks(ten, [5], [1]), ['-', '-']],
    ['a dip and a return are none', looks(ten, [2], [10], [11, '!'], [3], [11]), ['-', '-', '10-11', '-', '-']],
    ['what is bought on one day counts together', looks(ten, [30], [50], [60]), ['10-30', '10-50', '10-60']],
    ['until people were told of it', looks(ten, [30], [60, '!'], [70]), ['10-30', '10-60', '60-70']],
    ['and the next day begins anew', looks(ten, [30], [50, undefined, tomorrow]), ['10-30', '30-50']],
    ['also after a look without a purchase', looks(ten, [30], [30], [50]), ['10-30', '-', '10-50']],
    [
      'a new one is new all day',
      looks(newcomer(today), [20], [120], [121, undefined, tomorrow]),
      ['new 0-20', 'new 0-120', '120-121'],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(found, expected))
  }

  it('is nothing of what has ended, nor of what nobody asked the operator about', () => {
    const shown = [
      having(9, { status: 'deleted' }),
      having(9, { id: phones, status: 'expired' }),
      having(9, { id: 'x', unseen: true }),
    ]
    assert.deepEqual(purchasesSince(newcomer(today), shown, today), [])
    assert.equal(purchasesSince(newcomer(today), [having(9, { status: 'suspended' })], today).length, 1)
  })

  it('is nothing when a list left one out for a while', () => {
    const both = hadBefore([having(10), having(7, { id: phones })], today)
    const without = withPurchases(both, { shown: [having(10)], purchases: [], told: [], today })
    assert.deepEqual(purchasesSince(without, [having(10), having(7, { id: phones })], tomorrow), [])
  })
})

describe('a new buyer', () => {
  const buys = (bought: Bought, day = today) => {
    const shown = [having(5)]
    return withPurchases(bought, { shown, purchases: purchasesSince(bought, shown, day), told: [], today: day })
  }
  it('has bought nothing yet, or did for the first time in the last so many days', () => {
    assert.equal(isNewBuyer(newcomer(today), addDays(today, 99), 30), true)
    assert.equal(isNewBuyer(buys(newcomer(today)), addDays(today, 29), 30), true)
    assert.equal(isNewBuyer(buys(newcomer(today)), addDays(today, 30), 30), false)
  })

  it('counts from the first purchase, not from when they appeared', () => {
    const late = addDays(today, 60)
    assert.equal(isNewBuyer(buys(hadBefore([], today), late), addDays(late, 29), 30), true)
    assert.equal(isNewBuyer(buys(buys(newcomer(today)), late), addDays(late, 1), 30), false)
  })

  it('is nobody who had something when the desk looked first', () =>
    assert.equal(isNewBuyer(buys(hadBefore([having(1)], today)), today, 30), false))
})

describe('what is remembered as text', () => {
  it('is the same again, whatever the ids are', () => {
    const bought: Bought = {
      since: today,
      firstOn: tomorrow,
      subscriptions: [
        { id: seats, seats: 25, risen: null },
        { id: 'odd; id 客', seats: 0.5, risen: { from: 0, on: today, isNew: true } },
        { id: phones, seats: 60, risen: { from: 10, on: today, isNew: false } },
      ],
    }
    assert.deepEqual(unpackBought(packBought(bought)), bought)
    assert.deepEqual(unpackBought(packBought(newcomer(today))), newcomer(today))
  })
})
