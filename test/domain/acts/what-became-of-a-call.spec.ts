import assert from 'node:assert/strict'
import type { SubscriptionAct } from '../../../domain/acts/subscription-act.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, ines, lin, mei, phones, rosa, seats, wang } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'

const here = 'teams:partner/mei'
const forDays = (kind: Exclude<Weather, string>['kind']): Weather[] =>
  Array.from({ length: 3000 }, (): Weather => (kind === undefined ? 'ok' : { kind }))

describe('a call of which nobody knows what became', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  async function approved(reason: SuspensionReason = 'non-payment', id = 'S-1', by = mei): Promise<void> {
    const ask = { reason, subscriptions: [seats], note: 'seen', override: null }
    assert((await office.desk.suspensions.request(contoso, ask, [aSubscription()], by, here)).ok)
    assert((await office.desk.suspensions.approve({ case: id, version: 1 }, wang)).ok)
  }
  const act = async (id = 'S-1'): Promise<SubscriptionAct | undefined> => {
    const request = await office.get('suspension', id)
    return request && 'acts' in request ? request.acts[0] : undefined
  }
  const holds = async () => (await office.desk.resumptions.heldOf(contoso)).flatMap((held) => held.holds)
  const promise = async (kind: OutboxEntry['order']['kind'], of: string): Promise<OutboxEntry> => {
    const found = (await office.due()).find(({ order }) => order.kind === kind && 'case' in order && order.case === of)
    assert(found)
    return found
  }

  for (const kind of ['unreachable', 'throttled', 'unauthorised', 'refused', 'not-found'] as const)
    it(`is given up after a day, and held: what may be out of service can be asked back (${kind})`, async () => {
      await approved()
      office.operator.weather('changes', 'lost')
      await office.carryOutDue()
      office.operator.weather('looks', ...forDays(kind))
      await office.run(23)
      assert.equal((await act())?.result.state, 'sent')
      assert.equal((await act())?.delay?.trouble.kind, kind)
      await office.run(3)
      const result = (await act())?.result
      assert.equal(result?.state === 'failed' && result.trouble.kind, kind === 'throttled' ? kind : 'unreachable')
      assert.equal((await holds())[0]?.case, 'S-1')

      office.operator.clearUp()
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.run(1)
      assert.equal((await office.operator.subscription(contoso, seats)).status, 'active')
      assert.deepEqual(await holds(), [])
    })

  it('is seen as soon as our access is mended', async () => {
    await approved()
    office.operator.weather('changes', 'lost')
    await office.carryOutDue()
    office.operator.weather('looks', { kind: 'unauthorised' }, { kind: 'unauthorised' })
    await office.run(1)
    const result = (await act())?.result
    assert.equal(result?.state === 'done' && result.confirmed, true)
    assert.equal((await holds()).length, 1)
  })

  for (const [weather, state] of [
    ['lost', 'failed'],
    ['later', 'done'],
  ] as const)
    it(`is never told as refused because the lane left the configuration (${weather})`, async () => {
      await approved()
      office.operator.weather('changes', weather)
      await office.carryOutDue()
      office.operator.letArrive()
      office.world.configured = false
      await office.run(23)
      assert.equal((await act())?.delay?.trouble.code, 'lane-not-configured')
      await office.run(3)
      const result = (await act())?.result
      assert.equal(result?.state, state)
      assert.notEqual(result?.state === 'done' && result.confirmed, true)
      assert.equal((await holds()).length, 1)
    })

  it('is waited for while the subscription is between two states', async () => {
    await approved()
    office.operator.weather('changes', 'lost')
    office.operator.weather('looks', 'ok')
    await office.carryOutDue()
    office.operator.change(seats, { status: 'pending' })
    await office.run(0.5)
    assert.equal((await act())?.result.state, 'sent')
    office.operator.change(seats, { status: 'suspended' })
    await office.run(0.5)
    assert.equal((await act())?.result.state, 'done')
  })

  it('is waited for when asking again is refused: the first may be what stands in the way', async () => {
    await approved()
    office.operator.weather('changes', { kind: 'unreachable' }, { kind: 'refused', code: '800040' })
    await office.run(0.01)
    office.operator.change(seats, { status: 'suspended' })
    await office.run(0.5)
    assert.equal((await act())?.result.state, 'done')
    assert.equal((await holds()).length, 1)
  })

  it('and that is refused for an hour is refused, without a hold', async () => {
    await approved()
    office.operator.weather('changes', { kind: 'unreachable' }, ...forDays('refused'))
    await office.run(1.5)
    const result = (await act())?.result
    assert.equal(result?.state === 'failed' && result.trouble.kind, 'refused')
    assert.deepEqual(await holds(), [])
  })

  describe('and what others did', () => {
    it('somebody else took it out of service: a payment does not bring it back', async () => {
      await approved()
      office.operator.change(seats, { status: 'suspended', suspensionReasons: ['fraud'] })
      await office.carryOutDue()
      assert.equal((await act())?.result.state, 'already')
      assert.deepEqual(await holds(), [])
      const asked = await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)
      assert.equal(!asked.ok && asked.refusal.code, 'nothing-held')
      assert.deepEqual(office.operator.transitions, [])
    })

    it('somebody else took it out of service: a suspicion is held all the same, and takes two people to lift', async () => {
      await approved('fraud')
      office.operator.change(seats, { status: 'suspended' })
      await office.carryOutDue()
      assert.equal((await holds())[0]?.reason, 'fraud')
    })

    for (const reason of ['non-payment', 'fraud'] as const)
      it(`service that was to return and has not left yet stays away (${reason})`, async () => {
        await approved('misuse')
        await approved(reason, 'S-2', lin)
        const later = await promise('suspend-subscription', 'S-2')
        await office.desk.carryOut.suspension(await promise('suspend-subscription', 'S-1'), {
          case: 'S-1',
          subscription: seats,
        })
        assert((await office.desk.resumptions.ask(contoso, 'misuse', ines, here)).ok)
        assert((await office.desk.resumptions.approve({ case: 'R-1', version: 1 }, rosa)).ok)
        await office.desk.carryOut.suspension(later, { case: 'S-2', subscription: seats })
        await office.run(1)
        assert.equal((await office.operator.subscription(contoso, seats)).status, 'suspended')
        assert.deepEqual(
          (await holds()).map((hold) => hold.reason),
          [reason],
        )
      })

    it('an add-on whose base we took out before is ours', async () => {
      await approved()
      await office.carryOutDue()
      const addOn = { id: phones, name: 'Phones', parent: seats }
      const ask = { reason: 'non-payment', subscriptions: [phones], note: null, override: null } as const
      assert((await office.desk.suspensions.request(contoso, ask, [aSubscription(addOn)], mei, here)).ok)
      assert((await office.desk.suspensions.approve({ case: 'S-2', version: 1 }, wang)).ok)
      office.operator.change(phones, { parent: seats, status: 'suspended' })
      await office.carryOutDue()
      assert.equal((await holds()).length, 2)
    })

    it('service on its way back is not service that is out: the second suspicion waits, and then acts', async () => {
      await approved()
      await approved('fraud', 'S-2', lin)
      const [debt, fraud] = [await promise('suspend-subscription', 'S-1'), await promise('suspend-subscription', 'S-2')]
      await office.desk.carryOut.suspension(debt, { case: 'S-1', subscription: seats })
      office.operator.weather('changes', 'later')
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      const back = await promise('reactivate-subscription', 'R-1')
      await office.desk.carryOut.resumption(back, { case: 'R-1', subscription: seats })
      await office.desk.carryOut.suspension(fraud, { case: 'S-2', subscription: seats })
      assert.equal((await act('S-2'))?.result.state, 'waiting')
      office.operator.letArrive()
      await office.run(3)
      assert.equal((await office.operator.subscription(contoso, seats)).status, 'suspended')
      assert.deepEqual(
        (await holds()).map(({ reason, case: of }) => [reason, of]),
        [['fraud', 'S-2']],
      )
    })
  })
})
