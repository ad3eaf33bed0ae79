import assert from 'node:assert/strict'
import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { CommercialModel, OperatorLane } from '../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A lane whose operator knows seven customers; `customer` has `base` with `addOn` on top, both active. */
export interface OpenedLane {
  readonly operator: OperatorLane
  readonly customer: OperatorCustomer
  readonly base: string
  readonly addOn: string
  readonly model: CommercialModel
  /** How often the operator really changed this subscription's status, by its own books. */
  changesOf(subscription: string): number
  /** The operator carries out the next change and its answer is lost on every attempt of that call. */
  loseAnswers(): void
  /** The operator accepts changes and carries them out later. */
  answerLater(): void
  /** What was accepted arrives. */
  letArrive(): void
  close(): Promise<void>
}

const newIntent = (() => {
  let last = 0
  return () => `7a000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`
})()

/** What every {@link OperatorLane} promises. */
export function operatorLaneContract(lane: Lane, open: () => Promise<OpenedLane>): void {
  describe(`operator lane ${lane}`, () => {
    let opened: OpenedLane
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    const status = async (subscription = opened.base) =>
      (await opened.operator.subscription(opened.customer.tenantId, subscription)).status
    const suspend = (intent: string, subscription = opened.base) =>
      opened.operator.suspend(opened.customer.tenantId, subscription, intent)
    const reactivate = (intent: string, subscription = opened.base) =>
      opened.operator.reactivate(opened.customer.tenantId, subscription, intent)

    it('gives all customers, each once and of this lane', async () => {
      const found: OperatorCustomer[] = []
      for await (const page of opened.operator.customers()) found.push(...page)
      assert.equal(new Set(found.map(({ tenantId }) => tenantId)).size, 7)
      assert.deepEqual([...new Set(found.map((customer) => customer.lane))], [lane])
      assert.deepEqual(
        found.find(({ tenantId }) => tenantId === opened.customer.tenantId),
        opened.customer,
      )
    })

    it('gives all subscriptions of a customer, add-ons with their base', async () => {
      const found = await opened.operator.subscriptions(opened.customer.tenantId)
      assert.deepEqual(
        found.map(({ id, parent, status, model }) => ({ id, parent, status, model })),
        [
          { id: opened.base, parent: null, status: 'active', model: opened.model },
          { id: opened.addOn, parent: opened.base, status: 'active', model: opened.model },
        ],
      )
    })

    it('suspends and brings back', async () => {
      await suspend(newIntent())
      assert.equal(await status(), 'suspended')
      await reactivate(newIntent())
      assert.equal(await status(), 'active')
      assert.equal(opened.changesOf(opened.base), 2)
    })

    it('takes the add-ons along, and will not bring one back under a suspended base', async () => {
      await suspend(newIntent())
      assert.equal(await status(opened.addOn), 'suspended')
      // Not busy: no waiting brings the base back.
      await assert.rejects(reactivate(newIntent(), opened.addOn), isFault('refused'))
    })

    it('leaves alone what is already there', async () => {
      await suspend(newIntent())
      await suspend(newIntent())
      assert.equal(opened.changesOf(opened.base), 1)
    })

    it('acts once for one intent, however often it is asked', async () => {
      const intent = newIntent()
      for (let time = 0; time < 3; time += 1) await suspend(intent)
      assert.equal(opened.changesOf(opened.base), 1)
    })

    it('may be asked again with the same intent when no answer came', async () => {
      const intent = newIntent()
      opened.loseAnswers()
      await assert.rejects(suspend(intent), isFault('unreachable'))
      await suspend(intent)
      assert.equal(await status(), 'suspended')
      assert.equal(opened.changesOf(opened.base), 1)
    })

    it('takes a change that is only accepted, and shows it when it has arrived', async () => {
      opened.answerLater()
      await suspend(newIntent())
      assert.equal(await status(), 'active')
      opened.letArrive()
      assert.equal(await status(), 'suspended')
    })

    it('sets what happens at the end of the term, and says no while suspended', async () => {
      const { operator, customer, base } = opened
      const fewer = { quantity: 9, product: null, term: null, billingCycle: null, instructions: '{"quantity":9}' }
      const renewals = [
        { autoRenew: false, scheduledChange: null },
        { autoRenew: true, scheduledChange: null },
        { autoRenew: true, scheduledChange: fewer },
      ]
      for (const renewal of renewals) {
        await operator.setRenewal(customer.tenantId, base, renewal, newIntent())
        const { autoRenew, scheduledChange } = await operator.subscription(customer.tenantId, base)
        assert.deepEqual({ autoRenew, scheduledChange }, renewal)
      }
      await suspend(newIntent())
      const another = { autoRenew: true, scheduledChange: { ...fewer, quantity: 8, instructions: '{"quantity":8}' } }
      await assert.rejects(operator.setRenewal(customer.tenantId, base, another, newIntent()), isFault('refused'))
    })

    it('knows nothing of a stranger', async () => {
      const stranger = '99999999-0000-4000-8000-000000000000'
      await assert.rejects(opened.operator.subscriptions(stranger), isFault('not-found'))
      await assert.rejects(opened.operator.subscription(opened.customer.tenantId, stranger), isFault('not-found'))
      await assert.rejects(opened.operator.suspend(stranger, opened.base, newIntent()), isFault('not-found'))
    })
  })
}

function isFault(kind: OutsideFault['facts']['kind']) {
  return (thrown: unknown) => {
    assert.ok(thrown instanceof OutsideFault, String(thrown))
    assert.equal(thrown.facts.kind, kind)
    return true
  }
}
