import assert from 'node:assert/strict'
import { heldKey, type HeldSubscription } from '../../../domain/holds/hold.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { aHeldSubscription, contoso, ines, mei, morning, phones, rosa } from '../../kit/builders.ts'

const here = 'teams:partner/mei'

describe('a customer that was in another lane before', () => {
  for (const reason of ['non-payment', 'fraud'] as const)
    it(`is resumed in the lane it is in; what the other holds stays (${reason})`, async () => {
      const office = await aDesk()
      const holds = [{ reason, case: 'S-1', by: 'wang', at: morning }] as const
      // The older hold comes first: it must not give the resumption its lane.
      const kept: readonly HeldSubscription[] = [
        aHeldSubscription({ lane: 'global', subscription: phones, holds }),
        aHeldSubscription({ holds }),
      ]
      await office.store.commit({
        save: kept.map((value) => ({
          kind: 'held',
          id: heldKey(value.lane, value.customer, value.subscription),
          value,
          basedOn: null,
        })),
      })
      const by = reason === 'fraud' ? ines : mei
      assert((await office.desk.resumptions.ask(contoso, reason, by, here)).ok)
      if (reason === 'fraud') assert((await office.desk.resumptions.approve({ case: 'R-1', version: 1 }, rosa)).ok)
      const resumption = await office.get('resumption', 'R-1')
      assert.equal(resumption?.lane, 'china')
      await office.carryOutDue()
      assert(office.operator.calls.every((call) => !call.includes(phones)))
      assert.deepEqual(
        (await office.desk.resumptions.heldOf(contoso)).map(({ lane, subscription }) => [lane, subscription]),
        [['global', phones]],
      )
    })
})
