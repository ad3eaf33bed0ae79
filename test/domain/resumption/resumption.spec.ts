import assert from 'node:assert/strict'
import { actsOf, needsSecondPerson } from '../../../domain/resumption/resumption.ts'
import { aHeldSubscription, minute, morning, phones, seats } from '../../kit/builders.ts'

describe('lifting holds', () => {
  it('of non-payment is one press, of suspicion takes two people', () => {
    assert.equal(needsSecondPerson('non-payment'), false)
    assert.equal(needsSecondPerson('fraud'), true)
    assert.equal(needsSecondPerson('misuse'), true)
  })

  it('brings back what nothing else keeps out of service; the rest stays, and says why', () => {
    const nonPayment = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning } as const
    const fraud = { reason: 'fraud', case: 'S-2', by: 'rosa', at: morning } as const
    const held = [
      aHeldSubscription(),
      aHeldSubscription({ subscription: phones, name: 'Phones', holds: [nonPayment, fraud] }),
    ]
    assert.deepEqual(actsOf('non-payment', held, ['intent-1', 'intent-2'], minute(5)), [
      {
        subscription: seats,
        name: 'Microsoft 365 商业版',
        intent: 'intent-1',
        result: { state: 'waiting' },
        delay: null,
      },
      {
        subscription: phones,
        name: 'Phones',
        intent: 'intent-2',
        result: { state: 'skipped', at: minute(5), why: 'other-holds' },
        delay: null,
      },
    ])
  })
})
