import assert from 'node:assert/strict'
import type { ActResult } from '../../../domain/acts/subscription-act.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, mei, morning, phones, seats, wang } from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const twoDays = 48 * 3_600_000

describe('an approval that was not acted on for two days', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    const ask = { reason: 'non-payment', subscriptions: [seats, phones], note: null, override: null } as const
    const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
    assert((await office.desk.suspensions.request(contoso, ask, listed, mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
  })
  const results = async (
    id: string,
    kind: 'suspension' | 'resumption' = 'suspension',
  ): Promise<readonly ActResult[]> => {
    const found = await office.get(kind, id)
    return found && 'acts' in found ? found.acts.map(({ result }) => result) : []
  }
  const holds = async () => (await office.desk.resumptions.heldOf(contoso)).flatMap((held) => held.holds)

  it('is too old to begin: nothing is done, and the request says why', async () => {
    office.world.now = later(morning, twoDays + 1)
    await office.carryOutDue()
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status === 'void' && request.why, 'too-late')
    assert.deepEqual(office.operator.transitions, [])
    assert.deepEqual(await holds(), [])
  })

  it('is acted on up to the last moment', async () => {
    office.world.now = later(morning, twoDays)
    await office.carryOutDue()
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
    assert.equal(office.operator.transitions.length, 2)
  })

  it('still ends what had begun: a call that left is seen to its end', async () => {
    office.operator.weather('changes', 'lost')
    office.operator.weather('looks', 'ok', { kind: 'busy' })
    await office.carryOutDue()
    office.world.now = later(morning, twoDays + 1)
    await office.carryOutDue()
    assert.deepEqual(
      (await results('S-1')).map((result) => (result.state === 'skipped' ? result.why : result.state)),
      ['done', 'too-late'],
    )
    assert.equal((await holds()).length, 1)
  })

  it('brings nothing back either, and what stays out is held again, so that somebody can ask anew', async () => {
    await office.carryOutDue()
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    assert.deepEqual(await holds(), [])
    const at = later(morning, twoDays + 1)
    office.world.now = at
    await office.carryOutDue()
    assert.deepEqual(await results('R-1', 'resumption'), [
      { state: 'skipped', at, why: 'too-late' },
      { state: 'skipped', at, why: 'too-late' },
    ])
    assert.equal(office.operator.transitions.length, 2)
    assert.deepEqual(
      (await holds()).map(({ reason, case: of }) => `${reason} ${of}`),
      ['non-payment R-1', 'non-payment R-1'],
    )
  })
})
