import assert from 'node:assert/strict'
import { heldKey, liftHold, placeHold, type Hold } from '../../../domain/holds/hold.ts'
import { aHeldSubscription, contoso, minute, morning, seats } from '../../kit/builders.ts'

const nonPayment: Hold = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning }
const fraud: Hold = { reason: 'fraud', case: 'S-2', by: 'rosa', at: minute(1) }

describe('holds on one subscription', () => {
  it('add up, each with its own reason', () => {
    assert.deepEqual(placeHold(aHeldSubscription(), fraud).holds, [nonPayment, fraud])
  })
  it('a reason that already holds is not added twice, and keeps the case that placed it', () => {
    const again = { ...nonPayment, case: 'S-9', by: 'lin', at: minute(9) }
    assert.deepEqual(placeHold(aHeldSubscription(), again), aHeldSubscription())
  })
  it('a payment lifts non-payment and nothing else', () => {
    const both = aHeldSubscription({ holds: [nonPayment, fraud] })
    assert.deepEqual(liftHold(both, 'non-payment').holds, [fraud])
    assert.deepEqual(liftHold(both, 'fraud').holds, [nonPayment])
    assert.deepEqual(liftHold(both, 'misuse').holds, [nonPayment, fraud])
    assert.deepEqual(liftHold(liftHold(both, 'non-payment'), 'fraud').holds, [])
  })
  it('are found by lane, customer and subscription', () => {
    assert.equal(heldKey('china', contoso, seats), `china/${contoso}/${seats}`)
  })
})
