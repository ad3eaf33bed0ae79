import assert from 'node:assert/strict'
import { calledByName } from '../../../domain/suspension/known-by-hand.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, lin, mei, otto, wang } from '../../kit/builders.ts'
import { actsOf, approved, here } from '../acts/an-approval.ts'
import { restart, stop } from './a-lane.ts'

describe('an act by hand in a stopped lane', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const namedOnly = async () => {
    const listed = calledByName('Phones', 'china')
    const subscriptions = listed.map(({ id }) => id)
    const ask = { reason: 'non-payment', subscriptions, note: null, override: null } as const
    assert((await office.desk.suspensions.request(contoso, ask, listed, mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
  }
  const asked = async () =>
    (await actsOf(office)).map(({ delay }) => [delay?.trouble.code, delay?.byHandSince !== undefined])

  it('is not asked for, though nobody but people could do it', async () => {
    await namedOnly()
    await stop(office, wang)
    await office.run(1)
    assert.deepEqual(await asked(), [['lane-stopped', false]])
    await restart(office, wang, lin)
    await office.run(1)
    assert.deepEqual(await asked(), [['known-by-name', true]])
  })

  it('is not asked for where the desk has no access at all, nor anything left to ask for', async () => {
    await approved(office)
    office.world.configured = false
    await office.run(0.5)
    assert.deepEqual(await asked(), [['lane-not-configured', true]])
    await stop(office, wang)
    await office.run(24)
    assert.deepEqual(await asked(), [['lane-stopped', false]])
    await restart(office, wang, lin)
    await office.run(1)
    assert.deepEqual(await asked(), [['lane-not-configured', true]])
  })

  it('is left out in a lane that only watches', async () => {
    assert((await office.desk.lanes.watchOnly('china', otto)).ok)
    await namedOnly()
    await office.run(1)
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status === 'void' && request.why, 'watch-only')
  })

  it('is asked for no more once the lane is stopped, and nobody reports it done', async () => {
    await approved(office)
    office.operator.weather('looks', ...Array.from({ length: 40 }, () => ({ kind: 'unreachable' }) as const))
    await office.run(0.5)
    assert.equal((await asked())[0]?.[1], true)
    await stop(office, wang)
    await office.run(0.5)
    assert.deepEqual(await asked(), [['lane-stopped', false]])
    const found = await office.store.get('suspension', 'S-1')
    const report = await office.desk.byHand.report(
      { case: 'S-1', version: found?.version ?? 0 },
      { acts: null, because: null },
      mei,
    )
    assert.equal(report.ok || report.refusal.code, 'not-by-hand')
  })
})
