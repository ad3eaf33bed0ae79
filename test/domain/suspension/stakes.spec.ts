import assert from 'node:assert/strict'
import type { ApprovalRule, Limits } from '../../../domain/policy/collections-policy.ts'
import { peopleCutOff } from '../../../domain/suspension/people-cut-off.ts'
import { approvalsFor, excessOf, stepUpFor, type Stakes } from '../../../domain/suspension/stakes.ts'
import { aPolicy } from '../../kit/builders.ts'

const stakes = (people: number, ...overdue: readonly (readonly [number, string])[]): Stakes => ({
  people,
  overdue: overdue.map(([minor, currency]) => ({ minor, currency })),
})
const limits = (people: number | null, amounts: Limits['amounts'] = {}): Limits => ({ people, amounts })
const rule = (changes: Partial<ApprovalRule>): ApprovalRule => ({
  reason: 'non-payment',
  above: null,
  needs: 2,
  ...changes,
})

describe('people cut off', () => {
  const one = { quantity: 10, parent: null, model: 'new-commerce' } as const

  it('are the seats of what is chosen', () => assert.equal(peopleCutOff([one, { ...one, quantity: 5 }]), 15))
  it('are not counted again for an add-on', () => assert.equal(peopleCutOff([one, { ...one, parent: 'x' }]), 10))
  it('are not told by an Azure plan', () => assert.equal(peopleCutOff([{ ...one, model: 'azure-plan' }]), 0))
  it('are none where service is out already', () => assert.equal(peopleCutOff([{ ...one, heldFor: ['fraud'] }]), 0))
})

describe('a limit', () => {
  it('holds up to itself, and is exceeded by one more', () => {
    assert.equal(excessOf(limits(250), stakes(250)), null)
    assert.deepEqual(excessOf(limits(250), stakes(251)), { over: 'people', people: 251, limit: 250 })
    assert.equal(excessOf(limits(null, { EUR: 100 }), stakes(9_999, [100, 'EUR'])), null)
  })

  it('of money is exceeded in any one currency, and never by one that is not named', () => {
    const amount = { minor: 101, currency: 'EUR' }
    assert.deepEqual(excessOf(limits(null, { EUR: 100 }), stakes(0, [9_999, 'USD'], [101, 'EUR'])), {
      over: 'amount',
      amount,
      limit: 100,
    })
    assert.equal(excessOf(limits(null, { EUR: 100 }), stakes(0, [9_999, 'USD'])), null)
  })
})

describe('how many approve', () => {
  const needed = (approvals: readonly ApprovalRule[], reason: ApprovalRule['reason'], people: number) =>
    approvalsFor(reason, stakes(people), aPolicy({ approvals }))

  it('is one where no rule holds, and for fraud unless a rule names it', () => {
    const rules = [rule({ above: limits(250) })]
    assert.deepEqual(needed(rules, 'non-payment', 250), { needed: 1, why: null })
    assert.deepEqual(needed(rules, 'fraud', 9_999), { needed: 1, why: null })
    assert.deepEqual(needed([rule({ reason: 'fraud' })], 'fraud', 1), { needed: 2, why: { over: 'reason' } })
  })

  it('is what the severest rule says that holds, wherever it stands', () => {
    const rules = [rule({ above: limits(10), needs: 3 }), rule({ above: limits(20), needs: 2 })]
    const why = { over: 'people', people: 30, limit: 10 }
    assert.deepEqual(needed(rules, 'non-payment', 30), { needed: 3, why })
    assert.deepEqual(needed([...rules].reverse(), 'non-payment', 30), { needed: 3, why })
  })
})

describe('a second factor', () => {
  it('is asked for above the limits of the policy, and never where it names none', () => {
    const why = { over: 'people', people: 501, limit: 500 }
    assert.deepEqual(stepUpFor(stakes(501), aPolicy({ stepUp: limits(500) })), why)
    assert.equal(stepUpFor(stakes(500), aPolicy({ stepUp: limits(500) })), null)
    assert.equal(stepUpFor(stakes(99_999), aPolicy()), null)
  })
})
