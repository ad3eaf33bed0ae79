import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { subscriptionOf } from '../../../adapters/partner-center/subscription-of.ts'
import { subscriptionWire } from '../../../adapters/partner-center/wire.ts'
import type { Lane } from '../../../domain/customers/lane.ts'

function read(resource: unknown, lane: Lane = 'global') {
  return subscriptionOf(subscriptionWire.parse(resource), lane)
}
function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/partner-center/${name}.json`, import.meta.url), 'utf8'))
}

const nothingMore = { term: null, billingCycle: null, cancellableUntil: null, scheduledChange: null }

describe('a subscription in the words of the desk', () => {
  it('from new commerce', () => {
    assert.deepEqual(read(recorded('subscription-new-commerce')), {
      id: 'c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7710',
      name: 'Harbor Lane office seats',
      offer: 'Example 365 Business',
      status: 'suspended',
      suspensionReasons: [],
      model: 'new-commerce',
      quantity: 25,
      parent: null,
      commitmentEnd: '2027-02-02T23:59:59.000Z',
      autoRenew: false,
      term: 'P1Y',
      billingCycle: 'monthly',
      cancellableUntil: '2026-02-10T09:12:44.100Z',
      scheduledChange: null,
    })
  })

  it('from a legacy one in PascalCase, without a friendly name', () => {
    assert.deepEqual(read(recorded('subscription-legacy-pascal-case')), {
      id: 'c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7720',
      name: 'Example mail',
      offer: 'Example mail',
      status: 'active',
      suspensionReasons: [],
      model: 'legacy',
      quantity: 10,
      parent: null,
      commitmentEnd: '2026-11-03T00:00:00.000Z',
      autoRenew: true,
      ...nothingMore,
    })
  })

  it('from an Azure plan with numbers for words', () => {
    assert.deepEqual(read(recorded('subscription-integers')), {
      id: 'c0ffee00-5b1d-4a6e-8f11-2f4a9d3b7730',
      name: 'Harbor Lane cloud',
      offer: 'Azure plan',
      status: 'suspended',
      suspensionReasons: ['3'],
      model: 'azure-plan',
      quantity: 1,
      parent: null,
      commitmentEnd: null,
      autoRenew: false,
      ...nothingMore,
    })
  })

  it('from next to nothing, with what is unknown unknown', () => {
    assert.deepEqual(read({ id: 'a' }), {
      id: 'a',
      name: 'a',
      offer: '',
      status: 'unknown',
      suspensionReasons: [],
      model: 'unknown',
      quantity: 0,
      parent: null,
      commitmentEnd: null,
      autoRenew: null,
      ...nothingMore,
    })
  })

  it('with what is scheduled for the next term, kept to be handed back', () => {
    const product = { productId: 'DG7', skuId: '000P', billingCycle: 'Annual', termDuration: 'P3Y' }
    const scheduledNextTermInstructions = { product, quantity: 12, customTermEndDate: '2027-01-09T00:00:00Z' }
    const { scheduledChange } = read({ id: 'a', scheduledNextTermInstructions })
    assert.deepEqual(scheduledChange, {
      quantity: 12,
      product: 'DG7',
      term: 'P3Y',
      billingCycle: 'Annual',
      instructions: JSON.stringify(scheduledNextTermInstructions),
    })
    assert.equal(read({ id: 'a', scheduledNextTermInstructions: {} }).scheduledChange, null)
  })

  for (const [status, read_] of [
    ['active', 'active'],
    ['SUSPENDED', 'suspended'],
    [0, 'unknown'],
    [1, 'active'],
    [2, 'suspended'],
    [3, 'deleted'],
    [4, 'expired'],
    [5, 'pending'],
    [6, 'disabled'],
    [7, 'unknown'],
    ['none', 'unknown'],
    ['attention_needed', 'unknown'],
    [null, 'unknown'],
  ] as const)
    it(`status ${status} is ${read_}`, () => assert.equal(read({ id: 'a', status }).status, read_))

  for (const [what, fields, model] of [
    ['a licence without a product type', { billingType: 'license' }, 'legacy'],
    ['legacy Azure', { billingType: 'usage', entitlementId: 'e' }, 'legacy'],
    ['usage without an Azure subscription of its own', { billingType: 'usage' }, 'azure-plan'],
    ['an Azure plan by its name', { offerName: 'Microsoft Azure Plan', billingType: 'none' }, 'azure-plan'],
    ['perpetual software', { billingType: 'license', productType: { id: 'Software' } }, 'unknown'],
  ] as const)
    it(`${what} is ${model}, and 21Vianet’s own in China`, () => {
      assert.equal(read({ id: 'a', ...fields }).model, model)
      assert.equal(read({ id: 'a', ...fields }, 'china').model, '21vianet')
    })

  for (const [text, moment] of [
    ['0001-01-01T00:00:00', null],
    ['9999-12-31T23:59:59.997', null],
    ['9999-12-31T23:59:59.997Z', null],
    ['2027-02-02T00:00:00', '2027-02-02T00:00:00.000Z'],
    ['2027-02-02T08:00:00+08:00', '2027-02-02T00:00:00.000Z'],
    ['2027-02-02', '2027-02-02T00:00:00.000Z'],
    ['some day', null],
  ] as const)
    it(`commitment end ${text}`, () => assert.equal(read({ id: 'a', commitmentEndDate: text }).commitmentEnd, moment))

  it('takes a moment without a zone for UTC, wherever the desk runs', () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Tokyo'
    try {
      const { commitmentEnd } = read({ id: 'a', commitmentEndDate: '2027-02-02T00:00:00' })
      assert.equal(commitmentEnd, '2027-02-02T00:00:00.000Z')
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  for (const wrong of [
    { id: '' },
    { id: 7 },
    { id: 'a', quantity: '25' },
    { id: 'a', status: true },
    { id: 'a', autoRenewEnabled: 'yes' },
    { id: 'a', suspensionReasons: 'fraud' },
    [],
    'a',
    null,
  ])
    it(`is none: ${JSON.stringify(wrong)}`, () => assert.throws(() => read(wrong)))
})
