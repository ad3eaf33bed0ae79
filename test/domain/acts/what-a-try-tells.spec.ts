import assert from 'node:assert/strict'
import type { Tried } from '../../../domain/outbox/outbox-entry.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, mei, minute, morning, seats, wang } from '../../kit/builders.ts'

describe('a try to carry out an act tells its outbox', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: null } as const
    assert((await office.desk.suspensions.request(contoso, ask, [aSubscription()], mei, 'teams:partner/mei')).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
  })
  const tried = async (): Promise<Tried> => {
    const entry = (await office.due()).find(({ order }) => order.kind === 'suspend-subscription')
    assert(entry)
    return office.desk.carryOut.suspension(entry, { case: 'S-1', subscription: seats })
  }

  it('that it is kept once the act has ended, and for whoever comes second', async () => {
    const [entry] = (await office.due()).filter(({ order }) => order.kind === 'suspend-subscription')
    assert(entry)
    assert.equal(await tried(), 'kept')
    assert.equal(await office.desk.carryOut.suspension(entry, { case: 'S-1', subscription: seats }), 'kept')
  })

  it('that it waits to see what was accepted', async () => {
    office.operator.weather('changes', 'later')
    assert.equal(await tried(), 'postponed')
  })

  it('which fault put it off', async () => {
    office.operator.weather('looks', { kind: 'throttled', status: 429, correlationId: 'c-1' })
    const fault = await tried()
    assert(typeof fault !== 'string')
    assert.deepEqual([fault.facts.kind, fault.facts.status, fault.facts.correlationId], ['throttled', 429, 'c-1'])
  })

  it('that it is kept when people are asked instead', async () => {
    office.world.now = later(minute(1), 48 * 3_600_000)
    assert(office.world.now > later(morning, 48 * 3_600_000))
    office.operator.weather('looks', { kind: 'busy' })
    assert.equal(await tried(), 'kept')
  })
})
