import assert from 'node:assert/strict'
import type { ScheduledChange } from '../../../domain/ports/operator-lane.ts'
import { renewalWanted, statusWanted } from '../../../adapters/partner-center/wanted.ts'
import { subscriptionWire } from '../../../adapters/partner-center/wire.ts'
import { harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { intent } from './a-lane.ts'
import { atTheOperator } from './at-the-operator.ts'

function scheduled(instructions: object): ScheduledChange {
  return { quantity: null, product: null, term: null, billingCycle: null, instructions: JSON.stringify(instructions) }
}
const read = (resource: object) => subscriptionWire.parse({ id: 'a', ...resource })
const nine = { quantity: 9, product: { productId: 'CFQ7' } }

describe('what a subscription shall become', () => {
  it('changes its own fields alone, and says null where nothing is scheduled', () => {
    const raw = { id: 'a', quantity: 5, autoRenewEnabled: true, scheduledNextTermInstructions: nine, other: [1] }
    const off = renewalWanted({ autoRenew: false, scheduledChange: null })
    assert.deepEqual(off.applied(raw), { ...raw, autoRenewEnabled: false, scheduledNextTermInstructions: null })
    assert.deepEqual(statusWanted('deleted').applied(raw), { ...raw, status: 'deleted' })
  })

  it('is said in the case the resource came in', () => {
    const on = renewalWanted({ autoRenew: true, scheduledChange: scheduled(nine) })
    assert.deepEqual(on.applied({ Id: 'a', AutoRenewEnabled: false, Quantity: 5 }), {
      Id: 'a',
      AutoRenewEnabled: true,
      Quantity: 5,
      ScheduledNextTermInstructions: nine,
    })
  })

  for (const [resource, holds] of [
    [{ autoRenewEnabled: true, scheduledNextTermInstructions: nine }, true],
    [{ AutoRenewEnabled: true, ScheduledNextTermInstructions: { Quantity: 9, Product: { ProductId: 'CFQ7' } } }, true],
    [{ autoRenewEnabled: false, scheduledNextTermInstructions: nine }, false],
    [{ autoRenewEnabled: true, scheduledNextTermInstructions: { ...nine, quantity: 8 } }, false],
    [{ autoRenewEnabled: true }, false],
  ] as const)
    it(`${holds ? 'holds' : 'does not hold'} for ${JSON.stringify(resource)}`, () => {
      assert.equal(renewalWanted({ autoRenew: true, scheduledChange: scheduled(nine) }).holds(read(resource)), holds)
    })

  for (const nothing of [undefined, null, {}])
    it(`has nothing scheduled with ${JSON.stringify(nothing)}`, () => {
      const wanted = renewalWanted({ autoRenew: true, scheduledChange: null })
      assert.ok(wanted.holds(read({ autoRenewEnabled: true, scheduledNextTermInstructions: nothing })))
    })

  describe('at the operator', () => {
    afterEach(stopSimulators)

    for (const fieldsLeftOut of ['reset', 'kept'] as const)
      it(`loses what was scheduled, and nothing else, with its renewal (fields left out: ${fieldsLeftOut})`, async () => {
        const fields = { scheduledNextTermInstructions: nine, nextChargeInstructions: { quantity: 25 } }
        const at = await atTheOperator({ subscription: { fields }, switches: { fieldsLeftOut } })
        const { scheduledNextTermInstructions: dropped, ...kept } = at.raw()
        assert.ok(dropped)
        const end = { autoRenew: false, scheduledChange: null }
        await at.lane.setRenewal(harbor, seats, end, intent)
        assert.deepEqual(at.raw(), { ...kept, autoRenewEnabled: false })
        // It is that already: nobody is asked again.
        await at.lane.setRenewal(harbor, seats, end, at.newIntent())
        assert.equal(at.changes().length, 1)
      })

    it('keeps no change for a next term that will not come', async () => {
      const at = await atTheOperator()
      await at.lane.setRenewal(harbor, seats, { autoRenew: false, scheduledChange: scheduled(nine) }, intent)
      const { autoRenew, scheduledChange } = await at.look()
      assert.deepEqual([autoRenew, scheduledChange], [false, null])
    })
  })
})
