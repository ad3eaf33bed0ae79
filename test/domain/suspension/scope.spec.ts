import assert from 'node:assert/strict'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { behindUnpaidLines, isPrepaid, scopeOf } from '../../../domain/suspension/scope.ts'
import { anInvoice, aSubscription, owing, phones, seats } from '../../kit/builders.ts'

const line = (subscription: string | null) => ({ text: 'Seats', amount: { minor: 1, currency: 'CNY' }, subscription })
const telling = owing({ items: [anInvoice({ lines: [line(seats)] })] })
const silent = owing({ items: [anInvoice({ lines: [line(null)] })] })

describe('what a suspension for a debt covers', () => {
  const addOn = aSubscription({ id: 'add-on', parent: seats })
  const other = aSubscription({ id: phones })

  it('is no wider than the debt where unpaid lines name it, or it falls with what they name', () => {
    assert.deepEqual(scopeOf([aSubscription(), addOn], telling), { ledgerTells: true, wider: [] })
  })

  it('is wider by what no unpaid line names', () => {
    assert.deepEqual(scopeOf([aSubscription(), other], telling), { ledgerTells: true, wider: [phones] })
    assert.deepEqual(scopeOf([addOn], telling), { ledgerTells: true, wider: ['add-on'] })
  })

  it('is told by nobody where no unpaid line names a subscription', () =>
    assert.deepEqual(scopeOf([aSubscription()], silent), { ledgerTells: false, wider: [] }))
})

describe('what was paid for ahead', () => {
  for (const [changes, of, expected] of [
    [{ model: 'new-commerce', billingCycle: 'annual' }, silent, true],
    [{ model: 'new-commerce', billingCycle: 'Annual' }, silent, true],
    [{ model: 'new-commerce', billingCycle: 'one_time' }, silent, true],
    [{ model: 'new-commerce', billingCycle: 'OneTime' }, silent, true],
    [{ model: 'new-commerce', billingCycle: 'monthly' }, silent, false],
    [{ model: 'new-commerce', billingCycle: null }, silent, false],
    [{ model: 'legacy', billingCycle: 'annual' }, silent, false],
    // Billed for a year, and not paid.
    [{ model: 'new-commerce', billingCycle: 'annual' }, telling, false],
  ] as const satisfies readonly (readonly [Partial<OperatorSubscription>, typeof silent, boolean])[])
    it(`${JSON.stringify(changes)}, ${of === telling ? 'unpaid' : 'not unpaid'}: ${expected}`, () =>
      assert.equal(isPrepaid(aSubscription(changes), behindUnpaidLines(of)), expected))
})
