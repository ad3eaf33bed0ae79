import assert from 'node:assert/strict'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, ines, lin, mei, phones, sam, seats, wang } from '../../kit/builders.ts'

const here = 'teams:partner/mei'

describe('calling off what was approved', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  async function approved(reason: SuspensionReason = 'non-payment'): Promise<void> {
    const ask = { reason, subscriptions: [seats, phones], note: 'seen', override: null }
    const all = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
    assert((await office.desk.suspensions.request(contoso, ask, all, mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
  }
  const version = async () => (await office.store.get('suspension', 'S-1'))?.version ?? 0
  const callOff = async (by = mei) => office.desk.suspensions.callOff({ case: 'S-1', version: await version() }, by)
  const held = async () => (await office.desk.resumptions.heldOf(contoso)).map(({ subscription }) => subscription)

  it('ends it whole while nothing has left, and nothing ever leaves', async () => {
    await approved()
    const outcome = await callOff()
    assert(outcome.ok && outcome.value.status === 'void')
    assert.equal(outcome.value.why, 'called-off')
    assert.equal(outcome.value.calledOff?.by, 'mei')
    await office.run(2)
    assert.deepEqual(office.operator.transitions, [])
    assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null)
    assert.deepEqual((await office.audited('S-1')).at(-1), 'suspension.voided by mei')
  })

  it('leaves done what is done, and ends what was told to wait', async () => {
    await approved()
    office.operator.weather('changes', 'ok', { kind: 'throttled', retryAfterMs: 600_000 })
    await office.carryOutDue()
    const promises = (await office.store.backlog()).waiting
    assert((await callOff()).ok)
    assert.equal((await office.store.backlog()).waiting, promises + 1, 'the cards are promised, and no act twice')
    await office.run(2)
    assert.deepEqual(
      office.operator.transitions.map(({ subscription, to }) => [subscription, to]),
      [[seats, 'suspended']],
    )
    const request = await office.get('suspension', 'S-1')
    assert(request?.status === 'carried-out')
    assert.deepEqual(
      request.acts.map(({ result }) => result.state),
      ['done', 'skipped'],
    )
    assert.deepEqual(await held(), [seats])
  })

  it('takes back no call that the operator may carry out yet: that is seen to its end, and held', async () => {
    await approved()
    office.operator.weather('changes', 'lost', 'lost')
    await office.carryOutDue()
    assert((await callOff()).ok)
    await office.run(3)
    assert.deepEqual((await held()).length, 2)
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
  })

  it('is refused to whoever may not lift, and for a suspicion, which two people lift', async () => {
    await approved()
    for (const by of [sam, ines]) {
      const outcome = await callOff(by)
      assert.equal(!outcome.ok && outcome.refusal.code, 'may-not-lift')
    }
    office = await aDesk()
    await approved('fraud')
    for (const by of [mei, ines, lin]) {
      const outcome = await callOff(by)
      assert.equal(!outcome.ok && outcome.refusal.code, 'may-not-lift')
    }
  })

  it('is refused once nothing is left to call off', async () => {
    await approved()
    await office.carryOutDue()
    const outcome = await callOff()
    assert.equal(!outcome.ok && outcome.refusal.code, 'already-decided')
  })
})
