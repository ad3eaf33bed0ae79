import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, fabrikam, ines, phones, seats, wang } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { actsOf, approved, promise, suspend } from '../acts/an-approval.ts'
import { refusal } from './a-lane.ts'

const notActive: Weather = { kind: 'unauthorised', status: 403, code: '800039', correlationId: 'c-1' }
const noRole: Weather = { kind: 'unauthorised', status: 403, code: '2032' }

describe('trouble with our own account', () => {
  let office: ADesk
  /** What becomes of each look at a customer's subscriptions; fine where nothing is left. */
  let listing: Weather[]
  beforeEach(async () => {
    listing = []
    office = (await aDesk()).reopened({
      lane: (lane) => ({
        ...lane,
        async subscriptions(customer) {
          const sky = listing.shift()
          if (typeof sky === 'object') throw new OutsideFault({ service: 'x', kind: 'unreachable', ...sky })
          return lane.subscriptions(customer)
        },
      }),
    })
  })
  const state = async () => (await office.desk.lanes.stateOf('china')).status
  const trouble = async (id = 'X-1') => office.get('lane-trouble', id)
  const promised = async () => {
    const all = await office.store.takeDue('2030-01-01T00:00:00.000Z', 100)
    for (const { id } of all) await office.store.release(id)
    return all.find(({ order }) => order.kind === 'probe-lane') ?? assert.fail('nobody looks again')
  }
  const probe = async () => {
    const found = await promised()
    await office.desk.troubles.probe(found, 'X-1')
    return found
  }

  it('makes an act wait instead of failing, whether a look or a change was refused', async () => {
    for (const kind of ['looks', 'changes'] as const) {
      office = await aDesk()
      await approved(office)
      office.operator.weather(kind, notActive)
      assert.equal(await suspend(office, await promise(office)), 'postponed')
      assert.equal(await state(), 'paused')
      assert.equal((await actsOf(office))[0]?.delay?.trouble.code, 'lane-paused')
    }
  })

  it('is heard where nothing but a cancellation was refused', async () => {
    office = await aDesk()
    const lane = office.desk.laneOf('china')
    office.operator.weather('changes', notActive)
    await assert.rejects(lane?.cancel(contoso, seats, 'intent-1') ?? assert.fail())
    assert.equal(await state(), 'paused')
  })

  it('is one case for the lane, and every act there waits without a call', async () => {
    await approved(office, [seats, phones])
    office.operator.weather('looks', notActive, notActive)
    await suspend(office, await promise(office, seats))
    const calls = office.operator.calls.length
    await suspend(office, await promise(office, phones), phones)
    assert.equal(office.operator.calls.length, calls)
    assert.equal((await actsOf(office)).filter(({ delay }) => delay?.trouble.code === 'lane-paused').length, 2)
    assert.equal(await trouble('X-2'), null)
    assert.equal((await trouble())?.trouble.correlationId, 'c-1')
  })

  it('ends by itself once a look succeeds, and what waited goes on', async () => {
    await approved(office)
    office.operator.weather('looks', notActive)
    await suspend(office, await promise(office))
    await probe()
    assert.deepEqual([(await trouble())?.status, await state()], ['ended', 'acting'])
    await office.run(1)
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
  })

  it('is looked at less and less often, hourly in the end, while it lasts', async () => {
    await approved(office)
    office.operator.weather('looks', notActive)
    await suspend(office, await promise(office))
    const waits: number[] = []
    for (let tries = 0; tries < 6; tries += 1) {
      listing.push(notActive)
      const { id } = await probe()
      const next = await promised()
      assert.equal(next.id, id)
      waits.push((Date.parse(next.dueAt) - Date.parse(office.world.now)) / 60_000)
    }
    assert.deepEqual(waits, [10, 20, 40, 60, 60, 60])
    assert.equal((await trouble())?.tries, 6)
    assert.equal(await state(), 'paused')
  })

  it('that is back within a day is the same case', async () => {
    await approved(office)
    office.operator.weather('looks', notActive, notActive)
    await suspend(office, await promise(office))
    await probe()
    await office.run(1 / 30)
    const again = await trouble()
    assert.deepEqual([again?.status, again?.tries, await trouble('X-2')], ['open', 1, null])
  })

  it('is looked at at once where an administrator says so, and nobody else', async () => {
    await approved(office)
    office.operator.weather('looks', notActive)
    await suspend(office, await promise(office))
    const at = { case: 'X-1', version: 1 }
    assert.equal(refusal(await office.desk.troubles.retry(at, wang)), 'not-allowed')
    listing.push(notActive)
    assert((await office.desk.troubles.retry(at, ines)).ok)
    assert.deepEqual([(await trouble())?.status, await state()], ['open', 'paused'])
    assert((await office.desk.troubles.retry({ case: 'X-1', version: 2 }, ines)).ok)
    assert.deepEqual([(await trouble())?.status, await state()], ['ended', 'acting'])
    assert.equal(refusal(await office.desk.troubles.retry({ case: 'X-1', version: 3 }, ines)), 'already-decided')
  })

  it('lets what is older than its approval holds end as too late, and no sooner give up', async () => {
    await approved(office)
    office.operator.weather('looks', notActive)
    listing.push(...Array.from({ length: 200 }, () => notActive))
    await suspend(office, await promise(office))
    await office.run(47)
    assert.equal((await office.get('suspension', 'S-1'))?.status, 'approved')
    await office.run(2)
    const request = await office.get('suspension', 'S-1')
    assert(request?.status === 'void')
    assert.equal(request.why, 'too-late')
  })

  describe('is not', () => {
    const looks = async (...customers: readonly string[]) => {
      for (const customer of customers) {
        listing.push(noRole)
        await office.desk
          .laneOf('china')
          ?.subscriptions(customer)
          .catch(() => undefined)
      }
    }

    it('one customer who is refused, however often', async () => {
      await looks(...Array.from({ length: 20 }, () => contoso))
      assert.equal(await state(), 'acting')
    })

    it('refusals with an answer between them', async () => {
      await looks(contoso, fabrikam, 'c')
      await office.desk.laneOf('china')?.subscriptions(contoso)
      await looks(contoso, fabrikam)
      assert.equal(await state(), 'acting')
    })

    it('unlike refusals of whoever is asked about', async () => {
      await looks(contoso, fabrikam, 'c', contoso, fabrikam)
      assert.equal(await state(), 'paused')
      assert.equal((await trouble())?.trouble.code, '2032')
    })

    it('hidden from a person who asks: they hear what the operator said', async () => {
      listing.push(notActive)
      await assert.rejects(
        async () => office.desk.laneOf('china')?.subscriptions(contoso),
        (fault: unknown) => fault instanceof OutsideFault && fault.facts.code === '800039',
      )
      assert.equal(await state(), 'paused')
    })
  })

  it('opens one case, though many are refused at the same moment', async () => {
    listing.push(notActive, notActive, notActive)
    const lane = office.desk.laneOf('china') ?? assert.fail('no lane')
    await Promise.allSettled([contoso, contoso, fabrikam].map((customer) => lane.subscriptions(customer)))
    assert.deepEqual([(await trouble())?.status, await trouble('X-2')], ['open', null])
    assert.equal((await office.store.list('lane-trouble')).length, 1)
  })
})
