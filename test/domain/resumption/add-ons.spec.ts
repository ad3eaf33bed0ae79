import assert from 'node:assert/strict'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aHeldSubscription, contoso, mei, minute, morning, phones, seats } from '../../kit/builders.ts'

describe('an add-on that comes back with its base', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    office.operator.change(phones, { parent: seats, status: 'suspended' })
    office.operator.change(seats, { status: 'suspended' })
    // The add-on first, so that nothing but its waiting can bring it behind its base.
    for (const subscription of [phones, seats]) {
      const holds = [{ reason: 'non-payment', case: 'S-1', by: 'wang', at: morning } as const]
      const value = aHeldSubscription({ subscription, holds })
      const id = `china/${contoso}/${subscription}`
      await office.store.commit({ save: [{ kind: 'held', id, value, basedOn: null }] })
    }
    office.world.now = minute(5)
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, 'teams:partner/mei')).ok)
  })
  const acts = async () => {
    const found = await office.get('resumption', 'R-1')
    return found && 'acts' in found ? found.acts : []
  }
  const changes = () =>
    office.operator.calls.flatMap((call) => (call.startsWith('reactivate') ? [call.split(' ')[1]] : []))

  it('is asked for only when its base is there, moments later', async () => {
    await office.carryOutDue()
    assert.deepEqual(changes(), [seats])
    assert.equal((await acts())[0]?.delay?.trouble.code, 'base-first')
    await office.run(20 / 3600)
    assert.deepEqual(changes(), [seats, phones])
    assert.equal((await office.get('resumption', 'R-1'))?.status, 'carried-out')
  })

  it('waits as long as its base is not seen in service', async () => {
    office.operator.weather('changes', 'later')
    await office.run(1)
    assert.deepEqual(changes(), [seats])
    office.operator.letArrive()
    await office.run(0.6)
    assert.deepEqual(changes(), [seats, phones])
  })

  it('does not wait for a base that did not come back', async () => {
    office.operator.weather('changes', { kind: 'refused', code: '800070' })
    await office.run(1)
    assert.equal((await acts())[1]?.result.state, 'failed')
    assert.deepEqual(changes().slice(0, 2), [seats, phones])
  })
})
