import assert from 'node:assert/strict'
import fc from 'fast-check'
import { allocateCredits } from '../../../domain/receivables/allocate-credits.ts'
import type { OpenItem } from '../../../domain/receivables/open-item.ts'
import { shuffled, someItems } from '../../kit/arbitraries.ts'
import { anInvoice, aPayment, cny, eur } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

/** `currency: invoice left, …; credit left` for each currency. */
function told(items: readonly OpenItem[]): readonly string[] {
  return allocateCredits(items).map(({ currency, invoices, creditLeft }) => {
    const left = invoices.map(({ invoice, left }) => `${invoice.number} ${left}`).join(', ')
    return `${currency}: ${left}; ${creditLeft}`
  })
}

const january = anInvoice({ number: 'JAN', due: '2025-01-31', ...cny(1000) })
const february = anInvoice({ number: 'FEB', due: '2025-02-28', ...cny(2000) })
const inEuro = anInvoice({ number: 'EUR', due: '2024-12-31', ...eur(700) })

describe('counting credits against debt', () => {
  for (const [what, items, said] of [
    ['nothing at all', [], []],
    ['debt alone stays as it is, oldest first', [february, january], ['CNY: JAN 1000, FEB 2000; 0']],
    ['a part payment', [january, february, aPayment(400)], ['CNY: JAN 600, FEB 2000; 0']],
    ['the oldest debt goes first', [february, january, aPayment(1500)], ['CNY: FEB 1500; 0']],
    ['exactly one invoice', [january, february, aPayment(1000)], ['CNY: FEB 2000; 0']],
    ['everything, to the last fen', [january, february, aPayment(3000)], ['CNY: ; 0']],
    ['more than everything', [january, aPayment(1001)], ['CNY: ; 1']],
    ['a credit without any debt', [aPayment(5)], ['CNY: ; 5']],
    ['several credits add up', [january, aPayment(300), aPayment(300, { kind: 'credit' })], ['CNY: JAN 400; 0']],
    [
      'a payment of another account of the same customer',
      [january, aPayment(400, { account: 'K-2' })],
      ['CNY: JAN 600; 0'],
    ],
    [
      'another currency pays nothing',
      [january, inEuro, aPayment(9000, eur(9000))],
      ['CNY: JAN 1000; 0', 'EUR: ; 8300'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(told(items), said))

  it('of two invoices due on one day the account’s order decides, then the number', () => {
    const b1 = anInvoice({ account: 'B', number: '1' })
    const a2 = anInvoice({ account: 'A', number: '2' })
    const a1 = anInvoice({ account: 'A', number: '1' })
    const [all] = allocateCredits([b1, a2, a1])
    assert.deepEqual(
      all?.invoices.map(({ invoice }) => invoice),
      [a1, a2, b1],
    )
  })

  it('conserves money: what was open less what was credited is what is left', () => {
    const signed = ({ kind, open }: OpenItem) => (kind === 'invoice' ? open.minor : -open.minor)
    fc.assert(
      fc.property(someItems, (items) => {
        for (const { currency, invoices, creditLeft } of allocateCredits(items)) {
          const of = items.filter(({ open }) => open.currency === currency)
          const left = invoices.reduce((sum, { left }) => sum + left, 0)
          assert.equal(
            left - creditLeft,
            of.reduce((sum, item) => sum + signed(item), 0),
          )
          assert(left === 0 || creditLeft === 0)
          for (const { invoice, left } of invoices) assert(left > 0 && left <= invoice.open.minor)
        }
      }),
      runs,
    )
  })

  it('never touches a newer debt while an older one is open', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const { invoices } of allocateCredits(items)) {
          const touched = invoices.findLastIndex(({ invoice, left }) => left < invoice.open.minor)
          assert(touched <= 0)
          assert.deepEqual(
            invoices.map(({ invoice }) => invoice.due),
            invoices.map(({ invoice }) => invoice.due).toSorted(),
          )
        }
      }),
      runs,
    )
  })

  it('does not depend on the order in which items are given, and leaves them as they were', () => {
    fc.assert(
      fc.property(
        someItems.chain((items) => fc.tuple(fc.constant(items), shuffled(items))),
        ([items, others]) => {
          const before = structuredClone(items)
          assert.deepEqual(allocateCredits(items), allocateCredits(others))
          assert.deepEqual(items, before)
        },
      ),
      runs,
    )
  })

  it('leaves each currency to itself', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const all = allocateCredits(items)
        assert.deepEqual(
          all.map(({ currency }) => currency),
          [...new Set(items.map(({ open }) => open.currency))].toSorted(),
        )
        for (const each of all) {
          const alone = allocateCredits(items.filter(({ open }) => open.currency === each.currency))
          assert.deepEqual(alone, [each])
        }
      }),
      runs,
    )
  })
})
