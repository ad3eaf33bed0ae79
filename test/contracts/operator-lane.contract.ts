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
  /** Another customer's Azure plan with one Azure subscription, both active; null where no Azure is sold. */
  readonly azure: { readonly customer: string; readonly plan: string; readonly id: string } | null
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

    if (lane === 'china')
      it('knows no Azure', async () => {
        const { operator, customer, base } = opened
        assert.deepEqual(await operator.azureSubscriptions(customer.tenantId, base), [])
        for (const how of ['stopAzure', 'startAzure'] as const)
          await assert.rejects(operator[how](customer.tenantId, base, base, newIntent()), isFault('not-found'))
      })
    else
      describe('a single Azure subscription', () => {
        const azure = () => {
          assert.ok(opened.azure)
          return opened.azure
        }
        const arrived = async () => {
          opened.letArrive()
          const { customer, plan, id } = azure()
          return (await opened.operator.azureSubscription(customer, plan, id)).status
        }
        const change = (how: 'stopAzure' | 'startAzure', intent: string, id = azure().id) =>
          opened.operator[how](azure().customer, azure().plan, id, intent)

        it('is known', async () => {
          const { customer, plan, id } = azure()
          const found = await opened.operator.azureSubscriptions(customer, plan)
          assert.deepEqual(
            found.map((each) => [each.id, each.plan, each.status]),
            [[id, plan, 'active']],
          )
          await assert.rejects(change('stopAzure', newIntent(), 'another'), isFault('not-found'))
        })

        it('is stopped and started again, once for one intent', async () => {
          const stop = newIntent()
          for (let time = 0; time < 3; time += 1) await change('stopAzure', stop)
          assert.equal(await arrived(), 'inactive')
          await change('startAzure', newIntent())
          assert.equal(await arrived(), 'active')
          assert.equal(opened.changesOf(azure().id), 2)
        })

        it('may be stopped again with the same intent when no answer came', async () => {
          const intent = newIntent()
          opened.loseAnswers()
          await assert.rejects(change('stopAzure', intent), isFault('unreachable'))
          await change('stopAzure', intent)
          assert.equal(await arrived(), 'inactive')
          assert.equal(opened.changesOf(azure().id), 1)
        })

        it('keeps its plan from being suspended while it runs', async () => {
          const { customer, plan } = azure()
          await assert.rejects(opened.operator.suspend(customer, plan, newIntent()), isFault('refused'))
          await change('stopAzure', newIntent())
          opened.letArrive()
          await opened.operator.suspend(customer, plan, newIntent())
          assert.equal((await opened.operator.subscription(customer, plan)).status, 'suspended')
        })
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
