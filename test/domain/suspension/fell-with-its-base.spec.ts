import assert from 'node:assert/strict'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, mei, phones, seats, wang } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'

describe('an add-on that is out of service already', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    const ask = { reason: 'non-payment', subscriptions: [seats, phones], note: null, override: null } as const
    const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones', parent: seats })]
    assert((await office.desk.suspensions.request(contoso, ask, listed, mei, 'teams:partner/mei')).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
    office.operator.change(phones, { parent: seats, status: 'suspended' })
  })
  const states = async () => {
    const request = await office.get('suspension', 'S-1')
    return request && 'acts' in request ? request.acts.map(({ result }) => result.state) : []
  }
  const held = async () => (await office.desk.resumptions.heldOf(contoso)).map(({ subscription }) => subscription)

  for (const [what, weather, state] of [
    ['has left without an answer', { kind: 'unreachable' }, 'sent'],
    ['was accepted and is not seen yet', 'later', 'accepted'],
  ] as const satisfies readonly (readonly [string, Weather, string])[])
    it(`fell with its base, and is ours to bring back, as soon as the call for the base ${what}`, async () => {
      office.operator.weather('changes', weather)
      await office.carryOutDue()
      assert.deepEqual(await states(), [state, 'already'])
      assert.deepEqual(await held(), [phones])
    })

  it('was taken out by somebody else where nothing has left for its base', async () => {
    office.operator.weather('looks', { kind: 'unreachable' })
    await office.carryOutDue()
    assert.deepEqual(await states(), ['waiting', 'already'])
    assert.deepEqual(await held(), [])
  })
})
