import assert from 'node:assert/strict'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { contoso, lin, mei, otto, phones, seats, wang } from '../../kit/builders.ts'
import { approved, here } from '../acts/an-approval.ts'
import { restart, stop } from './a-lane.ts'

const notActive: Weather = { kind: 'unauthorised', status: 403, code: '800039' }

describe('what is put back after a resume', () => {
  let office: ADesk
  let before: number
  /** Service is back; auto-renew and the add-on are not yet. */
  beforeEach(async () => {
    office = await aDesk()
    office.operator.change(seats, { model: 'new-commerce' })
    office.operator.change(phones, { model: 'new-commerce', parent: seats })
    await approved(office, [seats])
    await office.carryOutDue()
    office.operator.weather('changes', 'ok', { kind: 'busy' }, { kind: 'busy' })
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    await office.carryOutDue()
    before = office.operator.calls.length
  })
  const called = () => office.operator.calls.slice(before).filter((call) => !call.startsWith('look'))
  const points = async () => {
    const found = await office.get('resumption', 'R-1')
    return found && 'restoring' in found ? (found.restoring ?? []).map((one) => one.points) : []
  }
  const asBefore = async () =>
    (await office.operator.subscriptions(contoso)).map(({ status, autoRenew }) => [status, autoRenew])

  it('is not called for while the lane is stopped, and goes on once two people have restarted it', async () => {
    await stop(office, wang)
    await office.run(5)
    assert.deepEqual(called(), [])
    assert.deepEqual(await points(), [null, null])
    await restart(office, wang, lin)
    await office.run(2)
    assert.deepEqual(await asBefore(), [
      ['active', true],
      ['active', true],
    ])
  })

  it('is left for people where the lane was sent back to watch-only', async () => {
    assert((await office.desk.lanes.watchOnly('china', otto)).ok)
    await office.run(5)
    assert.deepEqual(called(), [])
    assert.deepEqual(
      (await points()).map((all) => all?.map(({ state, what }) => [state, what])),
      [[['left', 'auto-renew']], [['left', 'service']]],
    )
  })

  it('is not listed as refused where the operator speaks of our own account: the lane pauses, and it waits', async () => {
    office.operator.weather('changes', notActive)
    await office.run(1.01)
    assert.equal((await office.desk.lanes.stateOf('china')).status, 'paused')
    assert.deepEqual(await points(), [null, null])
  })
})
