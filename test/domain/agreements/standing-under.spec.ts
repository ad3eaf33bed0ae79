import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Agreement } from '../../../domain/agreements/agreement.ts'
import { dunningStages } from '../../../domain/policy/collections-policy.ts'
import { itemKey, type OpenItem } from '../../../domain/receivables/open-item.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { obstaclesTo } from '../../../domain/suspension/obstacles.ts'
import { aDispute, anExemption, aPaidMark, aPlan, aPromise, debtOf } from '../../kit/agreements.ts'
import { someInvoices, someItems } from '../../kit/arbitraries.ts'
import { aNotice, anInvoice, aPayment, aPolicy, cny, eur, owing, seats, today } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const key = itemKey(anInvoice())
const old = anInvoice({ number: 'OLD', due: '2025-01-10', ...cny(100_000) })
const newer = anInvoice({ number: 'NEW', due: '2025-01-20', ...cny(300_000) })
const both = [old, newer]
const noticeOfBoth = aNotice({ invoices: both.map(itemKey) })
const of = (agreements: readonly Agreement[], more: Parameters<typeof owing>[0] = {}) => owing({ agreements, ...more })
const stage = (agreements: readonly Agreement[], more: Parameters<typeof owing>[0] = {}) =>
  of(agreements, more).finding.stage

describe('the ladder under agreements', () => {
  it('would suspend without one', () => assert.equal(stage([]), 'suspend'))

  describe('a dispute', () => {
    it('of all of it takes it out of every sum but the balance, and out of every rung', () => {
      const { standing, finding } = of([aDispute()])
      const [sums] = standing.currencies
      assert.deepEqual([sums?.balance, sums?.overdue, sums?.disputed], [4_820_000, 0, 4_820_000])
      assert.deepEqual(sums?.overdueInvoices, [])
      assert.equal(finding.stage, 'clear')
    })

    it('of part of it leaves the rest, which the policy looks at as at any sum', () => {
      const part = (minor: number) => aDispute({ amount: { minor, currency: 'CNY' } })
      const { standing, finding } = of([part(80_000)])
      assert.deepEqual([standing.currencies[0]?.overdue, standing.currencies[0]?.disputed], [4_740_000, 80_000])
      assert.equal(finding.stage, 'suspend')
      // Less than the suspension rung asks for is left.
      assert.equal(stage([part(4_720_001)]), 'final-notice')
    })

    it('of more than is left takes no more than that', () => {
      const { standing } = of([aDispute({ amount: { minor: 9_999_999, currency: 'CNY' } })])
      assert.deepEqual([standing.currencies[0]?.overdue, standing.currencies[0]?.disputed], [0, 4_820_000])
    })

    it('that ended counts no longer', () =>
      assert.equal(
        stage([aDispute({ state: { status: 'ended', by: 'mei', at: '2025-03-31T02:00:00.000Z' } })]),
        'suspend',
      ))
  })

  describe('a promise', () => {
    it('that covers what is overdue pauses the ladder until its day is over, and goes on where the notices stand', () => {
      const on = (day: Day, asOf: Day) => stage([aPromise()], { day, ledgerAsOf: asOf })
      assert.deepEqual([on('2025-03-31', '2025-03-30'), on('2025-04-04', '2025-04-04')], ['clear', 'clear'])
      assert.equal(on('2025-04-05', '2025-04-04'), 'suspend')
    })

    it('stays while the ledger is older than its day: nobody can tell yet', () =>
      assert.equal(stage([aPromise()], { day: '2025-04-05', ledgerAsOf: '2025-04-03' }), 'clear'))

    it('leaves the sums as they are, and tells what of them is promised', () => {
      const [sums] = of([aPromise()]).standing.currencies
      assert.deepEqual([sums?.overdue, sums?.promised, sums?.disputed], [4_820_000, 4_820_000, 0])
    })

    it('but for less than the tolerance covers all of it', () => {
      const short = (minor: number) => aPromise({ amount: { minor: 4_820_000 - minor, currency: 'CNY' } })
      assert.equal(stage([short(500)]), 'clear')
      assert.equal(stage([short(501)]), 'final-notice')
    })

    it('for part takes that part of the oldest debt out', () => {
      const promise = aPromise({ amount: { minor: 100_000, currency: 'CNY' }, debt: debtOf(both) })
      const { standing, finding } = of([promise], { items: both, notices: [noticeOfBoth] })
      assert.equal(standing.currencies[0]?.promised, 100_000)
      assert.equal(finding.stage, 'suspend')
      const without = of([promise], { items: [old], notices: [noticeOfBoth] })
      assert.equal(without.finding.stage, 'clear')
    })

    it('says nothing of a debt that came later, nor of another currency', () => {
      const later = anInvoice({ number: 'LATER', due: '2025-01-01', ...eur(50_000) })
      assert.equal(stage([aPromise()], { items: [anInvoice(), later] }), 'final-notice')
    })

    it('tells what the policy would call for without it', () =>
      assert.deepEqual(of([aPromise()]).finding.paused, {
        agreements: ['A-1'],
        stage: 'suspend',
        byDebt: 'suspend',
        gap: null,
      }))
  })

  describe('a plan', () => {
    const half = aPayment(2_410_000)
    it('pauses the ladder while every instalment is paid', () => {
      const on = (day: Day, items: readonly OpenItem[]) => stage([aPlan()], { day, ledgerAsOf: day, items })
      assert.equal(on('2025-04-04', [anInvoice()]), 'clear')
      assert.equal(on('2025-04-05', [anInvoice(), half]), 'clear')
      assert.equal(on('2025-04-11', [anInvoice(), half]), 'clear')
      assert.equal(on('2025-04-12', [anInvoice(), half]), 'suspend')
    })

    it('is broken by the first instalment that is missed', () =>
      assert.equal(stage([aPlan()], { day: '2025-04-05', ledgerAsOf: '2025-04-04' }), 'suspend'))
  })

  describe('an exemption', () => {
    it('leaves the customer in peace through its last day', () => {
      assert.equal(stage([anExemption({ until: today })]), 'clear')
      assert.equal(stage([anExemption({ until: addDays(today, -1) })]), 'suspend')
    })

    it('of an invoice leaves out that invoice', () => {
      const exempt = (one: typeof old) =>
        stage([anExemption({ of: { what: 'invoice', key: itemKey(one), number: one.number } })], {
          items: both,
          notices: [noticeOfBoth],
        })
      assert.equal(exempt(old), 'suspend')
      assert.equal(stage([anExemption({ of: { what: 'invoice', key, number: 'INV-1001' } })]), 'clear')
    })

    it('of a subscription leaves out its lines, and stands in the way of suspending it', () => {
      const line = (minor: number) => ({ text: 'M365', amount: { minor, currency: 'CNY' }, subscription: seats })
      const exempt = anExemption({ of: { what: 'subscription', id: seats.toUpperCase(), name: 'M365' } })
      assert.equal(stage([exempt], { items: [anInvoice({ lines: [line(4_820_000)] })] }), 'clear')
      const part = of([exempt], { items: [anInvoice({ lines: [line(1)] })] })
      assert.equal(part.finding.stage, 'suspend')
      assert.deepEqual(obstaclesTo(part, aPolicy()), [])
      assert.deepEqual(
        obstaclesTo(part, aPolicy(), [seats]).map(({ code }) => code),
        ['under-agreement'],
      )
    })
  })

  it('a paid mark changes no sum and no stage; it stands in the way until a ledger that could show it', () => {
    const mark = aPaidMark()
    assert.deepEqual(of([mark]).standing, standingOn(today, [anInvoice()]))
    assert.equal(stage([mark]), 'suspend')
    const codes = (day: Day, ledgerAsOf: Day) =>
      obstaclesTo(of([mark], { day, ledgerAsOf }), aPolicy()).map(({ code }) => code)
    assert.deepEqual(codes(today, '2025-03-30'), ['said-to-be-paid'])
    assert.deepEqual(codes('2025-04-03', '2025-03-31'), [])
    assert.deepEqual(codes('2025-04-03', '2025-03-30'), ['said-to-be-paid', 'ledger-too-old'])
    assert.deepEqual(codes('2025-04-04', '2025-03-30'), ['ledger-too-old'])
  })

  describe('whatever is owed and whatever is agreed', () => {
    const day = fc.integer({ min: -5, max: 40 }).map((past) => addDays(today, past))
    const minor = fc.integer({ min: 1, max: 12_000_000 })
    const some = fc.tuple(someInvoices, minor, day, day).chain(([invoices, amount, until, second]) => {
      const invoice = invoices[0] ?? anInvoice()
      const currency = invoice.open.currency
      const debt = debtOf(invoices.filter(({ open }) => open.currency === currency))
      const promise = aPromise({ id: 'A-2', amount: { minor: amount, currency }, day: until, debt })
      const [first, last] = until < second ? [until, second] : [second, addDays(until, 1)]
      const instalments = [
        { minor: amount, day: first },
        { minor: amount, day: last },
      ]
      const partly = { invoice: itemKey(invoice), amount: { minor: amount, currency } }
      const exempt = { what: 'invoice', key: itemKey(invoice), number: invoice.number } as const
      const agreements: readonly Agreement[] = [
        promise,
        aPlan({ id: 'A-3', currency, debt, instalments }),
        aDispute({ id: 'A-4', ...partly }),
        anExemption({ id: 'A-5', of: exempt, until }),
        aPaidMark({ id: 'A-6', amount: { minor: amount, currency }, debt }),
      ]
      return fc.record({ invoices: fc.constant(invoices), agreements: fc.subarray([...agreements]) })
    })
    const rank = (agreements: readonly Agreement[], items: readonly OpenItem[], on: Day) =>
      dunningStages.indexOf(
        stage(agreements, { items, day: on, ledgerAsOf: on, notices: [aNotice({ invoices: items.map(itemKey) })] }),
      )

    it('a payment of anything never makes the stage severer', () =>
      fc.assert(
        fc.property(some, fc.array(fc.nat()), day, ({ invoices, agreements }, payments, on) => {
          let items: readonly OpenItem[] = invoices
          let before = rank(agreements, items, on)
          for (const number of payments) {
            // Any invoice, in any order, in part or in whole.
            items = items.flatMap((item, at): readonly OpenItem[] => {
              if (at !== number % items.length) return [item]
              const left = item.open.minor - (number + 1) * 997
              return left > 0 ? [{ ...item, open: { ...item.open, minor: left } }] : []
            })
            const now = rank(agreements, items, on)
            assert(now <= before, `stage ${now} after ${before}`)
            before = now
          }
        }),
        runs,
      ))

    it('an agreement never makes the stage severer, and none changes the balance', () =>
      fc.assert(
        fc.property(some, day, ({ invoices, agreements }, on) => {
          assert(rank(agreements, invoices, on) <= rank([], invoices, on))
          assert.deepEqual(
            of(agreements, { items: invoices }).standing.currencies.map(({ balance }) => balance),
            standingOn(today, invoices).currencies.map(({ balance }) => balance),
          )
        }),
        runs,
      ))

    it('whoever is exempt, disputes or promised all of it is never at suspend', () =>
      fc.assert(
        fc.property(someItems, (items) => {
          const notices = [aNotice({ invoices: items.map(itemKey) })]
          const invoices = items.filter(({ kind }) => kind === 'invoice')
          const promises = ['CNY', 'EUR', 'JPY'].map((currency) => {
            const own = items.filter(({ open }) => open.currency === currency)
            const debt = debtOf(own)
            const minor = debt.reduce((sum, { left }) => sum + left, 0)
            return aPromise({ amount: { minor, currency }, debt })
          })
          const disputes = invoices.map((one) => aDispute({ invoice: itemKey(one) }))
          for (const agreements of [[anExemption()], disputes, promises]) {
            const { finding } = of(agreements, { items, notices })
            assert.deepEqual([finding.stage, finding.byDebt], ['clear', 'clear'])
          }
        }),
        runs,
      ))

    it('nobody is at suspend without a notice that has run out', () =>
      fc.assert(
        fc.property(some, day, ({ invoices, agreements }, deadline) => {
          const notices = [aNotice({ deadline, invoices: invoices.map(itemKey) })]
          const { finding } = of(agreements, { items: invoices, notices })
          if (deadline >= today) assert.notEqual(finding.stage, 'suspend')
          assert.notEqual(of(agreements, { items: invoices, notices: [] }).finding.stage, 'suspend')
        }),
        runs,
      ))
  })
})
