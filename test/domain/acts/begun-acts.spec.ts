import assert from 'node:assert/strict'
import { later } from '../../../domain/shared/time.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { aLedger, aSubscription, contoso, mei, morning, seats, wang } from '../../kit/builders.ts'

const threeDays = 72 * 3_600_000

describe('an act whose call has left', () => {
  it('is gone on with however old the approval has become: nobody knows what that call still does', async () => {
    const office = await aDesk()
    const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: null } as const
    const asked = await office.desk.suspensions.request(contoso, ask, [aSubscription()], mei, 'teams:partner/mei')
    assert(asked.ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
    office.operator.weather('changes', { kind: 'unreachable' })
    await office.carryOutDue()
    assert.deepEqual(office.operator.transitions, [])

    const at = later(morning, threeDays)
    office.world.now = at
    office.world.ledger = aLedger({ asOf: '2025-04-02' })
    await office.carryOutDue()
    const request = await office.get('suspension', 'S-1')
    assert.deepEqual(request?.status === 'carried-out' && request.acts[0]?.result, {
      state: 'done',
      at,
      confirmed: true,
    })
    const calls = office.operator.calls.filter((call) => call.startsWith('suspend'))
    assert.deepEqual([calls.length, new Set(calls).size], [2, 1], 'the same call, under the same intent')
  })
})
