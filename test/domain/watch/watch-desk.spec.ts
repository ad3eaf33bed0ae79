import assert from 'node:assert/strict'
import type { OperatorLane, OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { refused } from '../../../domain/shared/outcome.ts'
import { later } from '../../../domain/shared/time.ts'
import { heldKey } from '../../../domain/holds/hold.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, fabrikam, ines, mei, phones, rosa, sam, seats, wang } from '../../kit/builders.ts'

const quarter = 15 * 60_000

describe('the watch', () => {
  let its: ADesk
  beforeEach(async () => {
    its = await aDesk()
  })

  const pass = (most = 100) => its.desk.watch.pass('china', most)
  const wait = (ms = quarter) => {
    its.world.now = later(its.world.now, ms)
  }
  /** The next look, a quarter of an hour later. */
  const next = async () => {
    wait()
    await pass()
  }
  const change = (id: string, status: OperatorSubscription['status'], suspensionReasons: readonly string[] = []) =>
    its.operator.change(id, { status, suspensionReasons })
  const sightings = async () => (await its.store.list('sighting')).map(({ value }) => value)
  const found = async () =>
    (await sightings()).map(({ id, status, subscriptions }) => [
      id,
      status,
      ...subscriptions.map((one) => `${one.id === seats ? 'seats' : 'phones'} ${one.difference}`),
    ])
  const holds = async (id: string) => {
    const held = await its.get('held', heldKey('china', contoso, id))
    return held?.holds.map(({ reason, case: of, by }) => `${reason} ${of} ${by}`) ?? null
  }
  const suspend = async (...ids: readonly string[]) => {
    const subscriptions = await its.operator.subscriptions(contoso)
    const asking = { reason: 'non-payment', subscriptions: ids, note: null, override: null } as const
    const asked = await its.desk.suspensions.request(contoso, asking, subscriptions, mei, 'place')
    assert(asked.ok)
    const approved = await its.desk.suspensions.approve({ case: asked.value.id, version: 1 }, wang)
    assert(approved.ok)
  }
  const explain = async (id: string, version: number, by = wang) =>
    its.desk.watch.record({ case: id, version }, { cause: 'operator', because: 'Spam, by their mail of today.' }, by)

  describe('takes the first look as a baseline', () => {
    it('and tells in one message what was so before, without any case', async () => {
      change(seats, 'suspended')
      await pass()
      assert.deepEqual(await found(), [])
      assert.deepEqual(
        (await its.due()).map(({ order }) => order),
        [
          {
            kind: 'announce-news',
            news: {
              kind: 'baseline',
              lane: 'china',
              customers: 2,
              unread: 0,
              found: [
                { customer: 'Contoso 中国', subscription: 'Microsoft 365 商业版', difference: 'suspended-elsewhere' },
              ],
              more: 0,
            },
          },
        ],
      )
      await next()
      await next()
      assert.deepEqual(await found(), [])
      assert.equal((await its.due()).length, 1)
    })

    it('which goes on from where it was when it takes several passes', async () => {
      await pass(1)
      assert.deepEqual(await its.due(), [])
      assert.equal((await its.desk.watch.lane('china'))?.baselineAt, null)
      wait(60_000)
      await pass(1)
      assert.equal((await its.due()).length, 1)
      assert.equal((await its.desk.watch.lane('china'))?.baselineAt, its.world.now)
    })

    it('but a customer who was seen once is watched from then on', async () => {
      await pass(1)
      change(seats, 'suspended')
      wait()
      await pass(2)
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
    })

    it('and what came back before and goes again is new', async () => {
      change(seats, 'suspended')
      await pass()
      change(seats, 'active')
      await next()
      change(seats, 'suspended')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
    })
  })

  describe('once the baseline stands', () => {
    beforeEach(() => pass())

    it('locks our resume, and what was asked before, until somebody records why', async () => {
      const lift = (by = wang) => its.desk.resumptions.ask(contoso, 'operator', by, 'place', 'They closed it.')
      change(seats, 'suspended')
      await next()
      assert.deepEqual(await lift(), refused({ code: 'not-explained', sighting: 'O-1' }))
      assert((await explain('O-1', 1)).ok)
      const asked = await lift()
      assert(asked.ok)
      change(phones, 'suspended')
      await next()
      const approved = await its.desk.resumptions.approve({ case: asked.value.id, version: 1 }, ines)
      assert.deepEqual(approved, refused({ code: 'not-explained', sighting: 'O-2' }))
      assert((await explain('O-2', 1)).ok)
      assert((await its.desk.resumptions.approve({ case: asked.value.id, version: 1 }, ines)).ok)
    })

    it('finds within one look what somebody else suspended, holds it for the operator, and tells once', async () => {
      change(seats, 'suspended', ['AcceptableUse'])
      await next()
      const [sighting] = await sightings()
      assert.deepEqual(sighting?.subscriptions, [
        {
          id: seats,
          name: 'Microsoft 365 商业版',
          difference: 'suspended-elsewhere',
          seenAt: '2025-03-31T02:15:00.000Z',
          changedAfter: '2025-03-31T02:00:00.000Z',
          suspensionReasons: ['AcceptableUse'],
          heldFor: [],
          overAt: null,
        },
      ])
      assert.deepEqual(await holds(seats), ['operator O-1 desk'])
      await next()
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
      assert.deepEqual(await its.audited('O-1'), ['sighting.opened by desk'])
      assert.equal((await its.due()).filter(({ order }) => order.kind === 'post-case').length, 1)
    })

    it('makes one case of several subscriptions, and of what follows', async () => {
      change(seats, 'suspended')
      await next()
      change(phones, 'suspended')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere', 'phones suspended-elsewhere']])
      assert.deepEqual(await holds(phones), ['operator O-1 desk'])
    })

    it('lets go by itself of what the operator brought back before anybody recorded why', async () => {
      change(seats, 'suspended')
      await next()
      change(seats, 'active')
      await next()
      const [sighting] = await sightings()
      assert.equal(sighting?.status, 'agreed')
      assert.equal(await holds(seats), null)
      assert.deepEqual(await its.audited('O-1'), ['sighting.opened by desk', 'sighting.agreed by desk'])
      change(seats, 'suspended')
      await next()
      assert.deepEqual((await found()).at(-1), ['O-2', 'pending', 'seats suspended-elsewhere'])
    })

    it('keeps the hold once somebody recorded why, and says so when the operator brings it back', async () => {
      change(seats, 'suspended')
      await next()
      assert((await explain('O-1', 1)).ok)
      assert.deepEqual(await holds(seats), ['operator O-1 desk'])
      await next()
      assert.equal((await sightings()).length, 1)
      change(seats, 'active')
      await next()
      assert.deepEqual((await found()).at(-1), ['O-2', 'pending', 'seats active-though-held'])
      assert.deepEqual(await holds(seats), ['operator O-1 desk'])
    })

    it('finds what we hold and somebody brought back, once', async () => {
      await suspend(seats)
      await its.carryOutDue()
      await next()
      assert.deepEqual(await found(), [])
      change(seats, 'active')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats active-though-held']])
      assert((await explain('O-1', 1)).ok)
      await next()
      await next()
      assert.equal((await sightings()).length, 1)
      assert.deepEqual(await holds(seats), ['non-payment S-1 wang'])
    })

    it('also between two looks, without having seen it out of service', async () => {
      await suspend(seats)
      await its.carryOutDue()
      change(seats, 'active')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats active-though-held']])
    })

    it('lets go of that as well when it is out of service again, or held no more', async () => {
      await suspend(seats, phones)
      await its.carryOutDue()
      change(seats, 'active')
      change(phones, 'active')
      await next()
      change(seats, 'suspended')
      const lifted = await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')
      assert(lifted.ok)
      await its.carryOutDue()
      await next()
      assert.deepEqual(
        (await sightings()).map(({ status }) => status),
        ['agreed'],
      )
    })

    it('never takes our own acts for somebody else’s, however far they came', async () => {
      its.operator.weather('changes', 'later')
      await suspend(seats)
      await next()
      await its.carryOutDue()
      await next()
      its.operator.letArrive()
      await pass()
      await next()
      await its.run(1)
      await next()
      assert.deepEqual(await holds(seats), ['non-payment S-1 wang'])
      its.operator.weather('changes', 'lost')
      assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
      await next()
      await its.carryOutDue()
      await next()
      await its.run(1)
      await next()
      assert.equal((await its.operator.subscription(contoso, seats)).status, 'active')
      assert.deepEqual(await found(), [])
    })

    it('nor an act that began and ended while the operator answered', async () => {
      let during = async (): Promise<void> => undefined
      // What it answered last, however often it is asked: a look that is behind the times.
      let answered: readonly OperatorSubscription[] = []
      const lane = (operator: OperatorLane): OperatorLane => ({
        ...operator,
        subscription: async (_, id) => answered.find((one) => one.id === id) ?? assert.fail(id),
        async subscriptions(customer) {
          const shown = await operator.subscriptions(customer)
          answered = shown
          await during()
          return shown
        },
      })
      const slow = its.reopened({ lane })
      await slow.desk.watch.pass('china', 100)
      await suspend(seats)
      await its.carryOutDue()
      wait()
      await slow.desk.watch.pass('china', 100)
      during = async () => {
        during = async () => undefined
        assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
        await its.carryOutDue()
      }
      wait()
      await slow.desk.watch.pass('china', 100)
      assert.deepEqual(await found(), [])
      wait()
      await slow.desk.watch.pass('china', 100)
      assert.deepEqual(await found(), [])
    })

    it('but finds what Microsoft suspends right after we brought it back', async () => {
      await suspend(seats)
      await its.carryOutDue()
      await next()
      wait(60_000)
      assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
      await its.carryOutDue()
      wait(60_000)
      change(seats, 'suspended')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
    })

    it('and what somebody else suspended before our suspicion found it so', async () => {
      change(seats, 'suspended')
      await suspend(phones)
      const subscriptions = await its.operator.subscriptions(contoso)
      await its.carryOutDue()
      const asking = { reason: 'fraud', subscriptions: [phones], note: 'Odd.', override: null } as const
      const asked = await its.desk.suspensions.request(contoso, asking, subscriptions, ines, 'place')
      assert(asked.ok)
      assert((await its.desk.suspensions.approve({ case: asked.value.id, version: 1 }, wang)).ok)
      await its.carryOutDue()
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
      assert.deepEqual(await holds(phones), ['non-payment S-1 wang', 'fraud S-2 wang'])
    })

    it('takes an add-on that fell with a base, and what a resume brings back with it, for what they are', async () => {
      its.operator.change(phones, { parent: seats })
      await next()
      await suspend(seats)
      await its.carryOutDue()
      await next()
      assert((await its.desk.resumptions.ask(contoso, 'non-payment', mei, 'place')).ok)
      await its.carryOutDue()
      await next()
      await next()
      assert.equal((await its.operator.subscription(contoso, phones)).status, 'active')
      assert.deepEqual(await found(), [])
    })

    it('tells of the base alone where somebody else suspended it, and its add-on fell', async () => {
      its.operator.change(phones, { parent: seats })
      await next()
      change(seats, 'suspended')
      change(phones, 'suspended')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
    })

    it('makes nothing of a state that passes, or of the end of a term', async () => {
      change(seats, 'pending')
      change(phones, 'expired')
      await next()
      assert.deepEqual(await found(), [])
    })

    it('opens no second case where two desks look at once', async () => {
      const other = its.reopened()
      await other.desk.watch.pass('china', 100)
      wait()
      change(seats, 'suspended')
      await Promise.all([pass(), other.desk.watch.pass('china', 100)])
      assert.equal((await sightings()).filter(({ status }) => status === 'pending').length, 1)
    })
  })

  describe('recording whose doing it was', () => {
    beforeEach(async () => {
      await pass()
      change(seats, 'suspended')
      await next()
    })

    it('takes an approver or a fraud lead, and words', async () => {
      for (const by of [mei, sam])
        assert.deepEqual(await explain('O-1', 1, by), { ok: false, refusal: { code: 'not-allowed' } })
      const silent = await its.desk.watch.record({ case: 'O-1', version: 1 }, { cause: 'operator', because: ' ' }, wang)
      assert.deepEqual(silent, { ok: false, refusal: { code: 'words-needed' } })
      const recorded = await explain('O-1', 1, rosa)
      assert(recorded.ok && recorded.value.status === 'recorded')
      assert.equal(recorded.value.recordedBy, 'rosa')
      const [, entry] = await its.store.auditOf('O-1')
      assert.deepEqual([entry?.what, entry?.by, entry?.details?.['cause']], ['sighting.recorded', 'rosa', 'operator'])
    })

    it('is done once', async () => {
      assert((await explain('O-1', 1)).ok)
      const again = await explain('O-1', 1, rosa)
      assert(!again.ok && again.refusal.code === 'already-decided')
    })
  })

  describe('a notice of the operator', () => {
    beforeEach(() => pass())
    const handIn = (text: string, by = mei) => its.desk.watch.handIn(contoso, text, by, 'place')

    it('opens a case, and the next one joins it', async () => {
      assert((await handIn('We will suspend on Friday.')).ok)
      assert((await handIn('  We have suspended. ', sam)).ok)
      const [sighting, ...others] = await sightings()
      assert.equal(others.length, 0)
      assert.deepEqual(
        sighting?.notices.map(({ by, text }) => `${by}: ${text}`),
        ['mei: We will suspend on Friday.', 'sam: We have suspended.'],
      )
      assert.deepEqual(await its.audited('O-1'), ['sighting.noticed by mei', 'sighting.noticed by sam'])
    })

    it('joins what the watch found, and the watch what the notice told', async () => {
      assert((await handIn('We will suspend on Friday.')).ok)
      change(seats, 'suspended')
      await next()
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
      assert.deepEqual(await holds(seats), ['operator O-1 desk'])
      change(seats, 'active')
      await next()
      const [sighting] = await sightings()
      assert.equal(sighting?.status, 'pending', 'somebody is still to take the notice up')
      assert.equal(await holds(seats), null)
    })

    it('is nothing without words, from somebody without a role, or about nobody', async () => {
      assert.deepEqual(await handIn('  '), { ok: false, refusal: { code: 'words-needed' } })
      assert.deepEqual(await handIn('x', { ...mei, roles: ['administrator'] }), {
        ok: false,
        refusal: { code: 'not-allowed' },
      })
      const unknown = await its.desk.watch.handIn('nobody', 'x', mei, 'place')
      assert.deepEqual(unknown, { ok: false, refusal: { code: 'unknown-customer' } })
      assert.deepEqual(await sightings(), [])
    })
  })

  describe('shares out its looks', () => {
    const asked: string[] = []
    let faults: Record<string, OutsideFault>
    beforeEach(() => {
      asked.length = 0
      faults = {}
      its = its.reopened({
        lane: (operator) => ({
          ...operator,
          async subscriptions(customer) {
            asked.push(customer === contoso ? 'contoso' : 'fabrikam')
            const fault = faults[customer]
            if (fault) throw fault
            return operator.subscriptions(customer)
          },
        }),
      })
    })
    const fault = (kind: 'unreachable' | 'not-found') => new OutsideFault({ service: 'partner-center:china', kind })

    it('longest ago first, nobody twice within a quarter of an hour, and no more than it may', async () => {
      await pass(1)
      await pass(1)
      await pass(1)
      assert.deepEqual(asked, ['contoso', 'fabrikam'])
      wait()
      await pass(1)
      assert.deepEqual(asked, ['contoso', 'fabrikam', 'contoso'])
    })

    it('those first of whom something is held', async () => {
      await pass()
      await suspend(seats)
      await its.carryOutDue()
      wait(5 * 60_000)
      its.world.customers = its.world.customers.toReversed()
      wait()
      asked.length = 0
      await pass(1)
      assert.deepEqual(asked, ['contoso'])
      assert.equal((await its.desk.watch.lane('china'))?.watched, 1)
    })

    it('and stops where the operator does not answer', async () => {
      faults[contoso] = fault('unreachable')
      const passed = await pass()
      assert.equal(passed.stoppedBy, faults[contoso])
      faults = {}
      wait(60_000)
      await pass()
      assert.equal((await its.desk.watch.lane('china'))?.unseen, 1)
      wait()
      await pass()
      assert.equal((await its.desk.watch.lane('china'))?.unseen, 0)
    })

    it('but goes on to the next customer where it says no about one', async () => {
      faults[contoso] = fault('not-found')
      assert.deepEqual(await pass(), { looked: 1, stoppedBy: null })
      assert.deepEqual(
        (await its.due()).map(
          ({ order }) => order.kind === 'announce-news' && 'unread' in order.news && order.news.unread,
        ),
        [1],
      )
    })

    it('tells how old its knowledge is', async () => {
      assert.deepEqual(await its.desk.watch.lane('china'), {
        lane: 'china',
        customers: 2,
        watched: 0,
        unseen: 2,
        wholeAt: null,
        oldestAt: null,
        baselineAt: null,
      })
      await pass(1)
      wait(60_000)
      await pass(1)
      const state = await its.desk.watch.lane('china')
      assert.deepEqual([state?.wholeAt, state?.oldestAt], ['2025-03-31T02:01:00.000Z', '2025-03-31T02:00:00.000Z'])
      wait(3 * 3_600_000)
      its.world.customers = its.world.customers.filter(({ tenantId }) => tenantId !== fabrikam)
      await pass()
      assert.equal((await its.desk.watch.lane('china'))?.oldestAt, its.world.now)
    })

    it('at once at one customer who was heard of, and at nobody who is none of the lane', async () => {
      await pass()
      change(seats, 'suspended')
      await its.desk.watch.lookAt('china', 'nobody')
      await its.desk.watch.lookAt('global', contoso)
      assert.deepEqual(await found(), [])
      await its.desk.watch.lookAt('china', contoso)
      assert.deepEqual(await found(), [['O-1', 'pending', 'seats suspended-elsewhere']])
    })

    it('looks at nobody before the lane’s customers were read, nor where it is not set up', async () => {
      its.world.readAt = null
      await pass()
      its.world.readAt = its.world.now
      its.world.configured = false
      await pass()
      assert.deepEqual(asked, [])
      assert.equal(await its.desk.watch.lane('china'), null)
    })
  })
})
