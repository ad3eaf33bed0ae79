import assert from 'node:assert/strict'
import type { Hold } from '../../../domain/holds/hold.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { later } from '../../../domain/shared/time.ts'
import { resumptionTrade } from '../../../domain/resumption/carry-out-resumption.ts'
import {
  aHeldSubscription,
  aPolicy,
  anAct,
  anApprovedResumption,
  contoso,
  mei,
  minute,
  morning,
  phones,
  seats,
} from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'

const here = 'teams:partner/mei'
const key = `china/${contoso}/${seats}`
const nonPayment: Hold = { reason: 'non-payment', case: 'S-1', by: 'wang', at: morning }

describe('bringing service back', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
    await hold(seats, nonPayment)
    office.world.now = minute(5)
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
  })

  async function hold(subscription: string, ...holds: readonly Hold[]): Promise<void> {
    office.operator.change(subscription, { status: 'suspended' })
    const value = aHeldSubscription({ subscription, holds })
    const id = `china/${contoso}/${subscription}`
    await office.store.commit({ save: [{ kind: 'held', id, value, basedOn: null }] })
  }
  const result = async (id = 'R-1') => {
    const resumption = await office.get('resumption', id)
    return resumption && 'acts' in resumption ? resumption.acts[0]?.result : undefined
  }
  const reasons = async () => (await office.get('held', key))?.holds.map(({ reason, case: of }) => `${reason} ${of}`)

  it('finds it in service already, and says so', async () => {
    office.operator.change(seats, { status: 'active' })
    await office.carryOutDue()
    assert.deepEqual(await result(), { state: 'already', at: minute(5) })
    assert.deepEqual(office.operator.transitions, [])
  })

  it('does not leave when it was held again meanwhile', async () => {
    await hold(seats, { ...nonPayment, reason: 'fraud', case: 'S-2' })
    await office.carryOutDue()
    assert.deepEqual(await result(), { state: 'skipped', at: minute(5), why: 'held-again' })
    assert.deepEqual(await reasons(), ['fraud S-2'])
    assert.deepEqual(office.operator.transitions, [])
  })

  it('looks only at the holds of its own subscription', async () => {
    await hold(phones, { ...nonPayment, reason: 'fraud', case: 'S-2' })
    await office.carryOutDue()
    assert.equal((await result())?.state, 'done')
  })

  it('is not kept out by a record that holds nothing', async () => {
    await hold(seats)
    await office.carryOutDue()
    assert.equal((await result())?.state, 'done')
  })

  it('tells its cards after each act, and the person who asked after the last', async () => {
    await office.carryOutDue()
    await hold(seats, nonPayment)
    await hold(phones, nonPayment)
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    const before = office.commits.length
    await office.carryOutDue()
    const told = office.commits
      .slice(before)
      .filter(({ audit = [] }) => audit.some(({ what }) => what === 'resumption.acted'))
      .map(({ outbox = [] }) => outbox.map(({ order }) => order.kind))
    assert.deepEqual(told, [
      ['restore-subscription', 'update-cards'],
      ['restore-subscription', 'update-cards', 'tell-staff'],
    ])
  })

  it('is patient from the yes on, or from the press where no yes is needed', () => {
    const { store } = office
    const trade = resumptionTrade({ store, now: () => morning, newId: () => 'id', policy: aPolicy() })
    const approvals = [{ by: 'rosa', at: minute(9) }]
    assert.equal(trade.since(anApprovedResumption()), minute(5))
    assert.equal(trade.since(anApprovedResumption({ approvals })), minute(9))
  })

  it('waits while the operator is busy with it', async () => {
    office.operator.weather('changes', { kind: 'busy', code: '2073' })
    await office.carryOutDue()
    assert.equal((await result())?.state, 'sent')
    await office.run(2)
    assert.equal((await result())?.state, 'done')
    assert.equal(office.operator.transitions.length, 1)
  })

  describe('what could not be brought back', () => {
    for (const [what, weather] of [
      ['the operator said no', { kind: 'refused', code: '800070' }],
      ['our access was refused', { kind: 'unauthorised' }],
    ] as const satisfies readonly (readonly [string, Weather])[])
      it(`is held again, so that somebody can ask once more: ${what}`, async () => {
        office.operator.weather('changes', weather)
        await office.carryOutDue()
        assert.equal((await result())?.state, 'failed')
        assert.deepEqual(await reasons(), ['non-payment R-1'])
        assert.deepEqual((await office.get('held', key))?.holds[0], {
          reason: 'non-payment',
          case: 'R-1',
          by: 'mei',
          at: minute(5),
        })
        assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
        await office.carryOutDue()
        assert.equal((await result('R-2'))?.state, 'done')
        assert.equal(await reasons(), undefined)
      })

    it('is held again when it was accepted and never seen, and asking once more finds out', async () => {
      office.operator.weather('changes', 'later')
      await office.carryOutDue()
      assert.equal(await reasons(), undefined)
      office.world.now = later(minute(6), 24 * 3_600_000)
      await office.carryOutDue()
      assert.deepEqual(await result(), { state: 'done', at: office.world.now, confirmed: false })
      assert.deepEqual(await reasons(), ['non-payment R-1'])
      office.operator.letArrive()
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.carryOutDue()
      assert.equal((await result('R-2'))?.state, 'already')
      assert.equal(await reasons(), undefined)
    })

    it('of suspicion is held again in the name of who said yes', async () => {
      const { store } = office
      const trade = resumptionTrade({ store, now: () => morning, newId: () => 'id', policy: aPolicy() })
      const resumption = anApprovedResumption({ reason: 'fraud', approvals: [{ by: 'rosa', at: minute(9) }] })
      const trouble = { kind: 'refused', code: null, description: null, correlationId: null } as const
      const { save } = await trade.also(resumption, anAct(), { state: 'failed', at: minute(10), trouble })
      assert.deepEqual(
        save?.map(({ value }) => ('holds' in value ? value.holds : [])),
        [[{ reason: 'fraud', case: 'R-1', by: 'rosa', at: minute(10), review: later(minute(10), 3 * 86_400_000) }]],
      )
    })

    it('is held again beside what holds it by now', async () => {
      office.operator.weather('changes', { kind: 'refused' })
      const raced = office.reopened({
        lane: (lane) => ({
          ...lane,
          async reactivate(...asked) {
            await hold(seats, { ...nonPayment, reason: 'fraud', case: 'S-2' })
            return lane.reactivate(...asked)
          },
        }),
      })
      await raced.carryOutDue()
      assert.deepEqual(await reasons(), ['fraud S-2', 'non-payment R-1'])
    })

    it('is held again when the lane is gone from the configuration and nobody did it by hand', async () => {
      office.world.configured = false
      await office.run(47)
      assert.equal((await result())?.state, 'waiting')
      await office.run(2)
      assert.equal((await result())?.state, 'skipped')
      assert.deepEqual(await reasons(), ['non-payment R-1'])
    })

    for (const [what, make] of [
      ['deleted', () => office.operator.change(seats, { status: 'deleted' })],
      ['expired', () => office.operator.change(seats, { status: 'expired' })],
      ['unknown to the operator', () => office.operator.weather('looks', { kind: 'not-found' })],
    ] as const)
      it(`is not held any more when it is ${what}: nobody can bring that back`, async () => {
        make()
        await office.carryOutDue()
        assert.equal((await result())?.state, 'failed')
        assert.equal(await reasons(), undefined)
      })
  })
})
