import assert from 'node:assert/strict'
import { createCast, createStage, seatCast, type Cast, type Stage } from '../../../bot/demo/cast.ts'
import type { Speaker } from '../../../dialogs/vocabulary/heard.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { minute, morning } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'

/** Somebody at a keyboard, in a chat of their own or with others. */
const at = (user: string, place = `teams:tenant/${user}`, personal = true): Speaker => ({
  account: { channel: 'teams', tenant: 'tenant', user },
  name: user,
  locale: null,
  place,
  personal,
})
const ann = at('ann')
const bob = at('bob')

describe('the cast of the demo', () => {
  let open: AnOpenDesk
  let stage: Stage
  let cast: Cast

  beforeEach(async () => {
    open = await anOpenDesk([])
    await seatCast(open.store, morning)
    stage = createStage()
    cast = createCast(open.desk, stage)
  })

  const named = (staff: Staff | null) => staff?.name ?? null
  const person = async (id: string) => {
    const staff = await open.desk.staff.byId(id)
    assert(staff)
    return staff
  }

  it('is hired once, with two for each thing that takes two', async () => {
    await seatCast(open.store, minute(1))
    const staff = await open.desk.staff.all()
    assert.deepEqual(
      staff.map(({ name, roles }) => `${name}: ${roles.join(', ')}`),
      ['Mei: collector, support', 'Wang: approver', 'Ines: fraud-lead, administrator', 'Lin: approver, administrator'],
    )
    assert.equal((await Array.fromAsync(open.store.auditTrail())).length, 4)
  })

  it('is Mei for whoever says nothing else, whatever their account', async () => {
    assert.equal(named(await cast.identify(ann)), 'Mei')
    assert.equal(named(await cast.identify(bob)), 'Mei')
  })

  for (const [role, first, second] of [
    ['approver', 'Wang', 'Lin'],
    ['administrator', 'Ines', 'Lin'],
    ['fraud-lead', 'Ines', 'Ines'],
    ['collector', 'Mei', 'Mei'],
    ['support', 'Mei', 'Mei'],
  ] as const) {
    it(`has somebody for “be ${role}”, and the next one for saying it again`, async () => {
      // Coming from a part that cannot do it, whatever the role.
      await cast.become(ann, role === 'collector' || role === 'support' ? 'approver' : 'collector')
      assert.equal(named(await cast.become(ann, role)), first)
      assert.equal(named(await cast.identify(ann)), first)
      assert.equal(named(await cast.become(ann, role)), second)
      assert.equal(named(await cast.become(ann, role)), first)
    })
  }

  it('has nobody for what nobody is, and leaves the part as it was', async () => {
    await cast.become(ann, 'approver')
    assert.equal(await cast.become(ann, 'king'), null)
    assert.equal(named(await cast.identify(ann)), 'Wang')
  })

  it('is played by each account on its own', async () => {
    await cast.become(bob, 'approver')
    assert.equal(named(await cast.identify(ann)), 'Mei')
    assert.equal(named(await cast.identify(bob)), 'Wang')
  })

  it('speaks the language one of them chose, whoever is played next', async () => {
    await cast.speak('ja')
    const spoken = await Promise.all(['mei', 'wang', 'ines', 'lin'].map(async (id) => (await person(id)).language))
    assert.deepEqual(spoken, ['ja', 'ja', 'ja', 'ja'])
  })

  it('is known by the chat in which it is played', async () => {
    assert.equal(cast.playedIn(ann.place), null)
    await cast.identify(ann)
    assert.equal(cast.playedIn(ann.place), 'mei')
    await cast.become(ann, 'approver')
    assert.equal(cast.playedIn(ann.place), 'wang')
  })

  describe('sits', () => {
    it('nowhere before anybody has spoken', async () => {
      assert.deepEqual(stage.placesOf(await person('wang')), [])
    })

    it('with whoever plays it', async () => {
      await cast.identify(ann)
      await cast.identify(bob)
      await cast.become(bob, 'approver')
      assert.deepEqual(stage.placesOf(await person('mei')), [ann.place])
      assert.deepEqual(stage.placesOf(await person('wang')), [bob.place])
    })

    it('with whoever spoke last when nobody plays it', async () => {
      await cast.identify(ann)
      await cast.identify(bob)
      assert.deepEqual(stage.placesOf(await person('wang')), [bob.place])
      await cast.identify(ann)
      assert.deepEqual(stage.placesOf(await person('wang')), [ann.place])
    })

    it('never where others listen', async () => {
      await cast.identify(ann)
      await cast.identify(at('bob', 'teams:tenant/#approvals', false))
      assert.deepEqual(stage.placesOf(await person('wang')), [ann.place])
    })
  })
})
