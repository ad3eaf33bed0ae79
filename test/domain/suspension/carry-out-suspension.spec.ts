import assert from 'node:assert/strict'
import { heldKey } from '../../../domain/holds/hold.ts'
import { suspensionTrade } from '../../../domain/suspension/carry-out-suspension.ts'
import { createStandingBook } from '../../../domain/receivables/standing-book.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aHeldSubscription,
  anAct,
  anApprovedSuspension,
  aPolicy,
  aSubscription,
  contoso,
  identity,
  lin,
  mei,
  minute,
  morning,
  phones,
  seats,
  wang,
} from '../../kit/builders.ts'

const here = 'teams:partner/mei'
const key = heldKey('china', contoso, seats)

describe('what a suspension leaves behind', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const trade = () => {
    const { store, world } = office
    const operators = { revision: 1, customers: () => world.customers, readAt: () => world.readAt }
    const policy = aPolicy()
    const now = () => world.now
    const book = createStandingBook({ ledger: () => world.ledger, operators, store, policy, now })
    return suspensionTrade({ store, book, operators, policy, now, newId: () => 'id' })
  }
  const asked = async (reason: 'non-payment' | 'fraud', id: string, by = mei) => {
    const ask = { reason, subscriptions: [seats], note: 'seen', override: null }
    assert((await office.desk.suspensions.request(contoso, ask, [aSubscription()], by, here)).ok)
    assert((await office.desk.suspensions.approve({ case: id, version: 1 }, wang)).ok)
  }

  it('a hold, in the name of the last approver', async () => {
    const approvals = [
      { by: 'lin', at: minute(1) },
      { by: 'wang', at: minute(2) },
    ]
    const done = { state: 'done', at: minute(3), confirmed: true } as const
    assert.deepEqual(await trade().also(anApprovedSuspension({ approvals }), anAct(), done), {
      save: [
        {
          kind: 'held',
          id: key,
          value: aHeldSubscription({ holds: [{ reason: 'non-payment', case: 'S-1', by: 'wang', at: minute(3) }] }),
          basedOn: null,
        },
      ],
      later: [],
    })
  })

  it('a hold when it is done, confirmed or not', async () => {
    for (const confirmed of [true, false]) {
      const done = { state: 'done', at: morning, confirmed } as const
      assert.equal((await trade().also(anApprovedSuspension(), anAct(), done)).save?.length, 1)
    }
  })

  it('a hold beside our own when it was out of service already, and none when somebody else took it out', async () => {
    const already = { state: 'already', at: morning } as const
    const approved = anApprovedSuspension()
    assert.deepEqual(await trade().also(approved, anAct(), already), {})
    assert.equal((await trade().also({ ...approved, reason: 'fraud' }, anAct(), already)).save?.length, 1)
    await office.store.commit({ save: [{ kind: 'held', id: key, value: aHeldSubscription(), basedOn: null }] })
    assert.equal((await trade().also(approved, anAct(), already)).save?.length, 1)
  })

  it('no hold when nothing was done', async () => {
    const trouble = { kind: 'refused', code: null, description: null, correlationId: null } as const
    assert.deepEqual(await trade().also(anApprovedSuspension(), anAct(), { state: 'failed', at: morning, trouble }), {
      remove: [],
    })
    assert.deepEqual(
      await trade().also(anApprovedSuspension(), anAct(), { state: 'skipped', at: morning, why: 'paid' }),
      { remove: [] },
    )
  })

  it('two reasons on one subscription: one transition, two holds', async () => {
    await asked('non-payment', 'S-1')
    await asked('fraud', 'S-2', lin)
    await office.carryOutDue()
    assert.equal(office.operator.transitions.length, 1)
    assert.deepEqual(
      (await office.get('held', key))?.holds.map(({ reason, case: of }) => [reason, of]),
      [
        ['non-payment', 'S-1'],
        ['fraud', 'S-2'],
      ],
    )
    const second = await office.get('suspension', 'S-2')
    assert.equal(second?.status === 'carried-out' && second.acts[0]?.result.state, 'already')
  })

  it('patience counts from the last yes', () => {
    assert.equal(trade().since(anApprovedSuspension()), minute(1))
    assert.equal(trade().since(anApprovedSuspension({ approvals: [] })), morning)
  })

  it('goes to the lane on the card', () => {
    assert.equal(trade().laneOf(anApprovedSuspension({ identity: { ...identity, lane: 'global' } })), 'global')
  })

  it('an add-on that fell with its base is held as well', async () => {
    office.operator.change(phones, { parent: seats })
    const ask = { reason: 'non-payment', subscriptions: [seats, phones], note: null, override: null } as const
    const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones', parent: seats })]
    await office.desk.suspensions.request(contoso, ask, listed, mei, here)
    await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)
    await office.carryOutDue()
    assert.deepEqual(
      (await office.desk.resumptions.heldOf(contoso)).map(({ subscription, holds }) => [subscription, holds.length]),
      [
        [seats, 1],
        [phones, 1],
      ],
    )
  })
})
