import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { isSettled, type SubscriptionAct } from '../../../domain/acts/subscription-act.ts'
import { verifyChain } from '../../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { StaleWrite } from '../../../domain/ports/desk-store.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import {
  aLedger,
  anInvoice,
  aPayment,
  aSubscription,
  contoso,
  fabrikam,
  mei,
  minute,
  morning,
  phones,
  seats,
  wang,
} from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { runs } from '../../kit/runs.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const here = 'teams:partner/mei'

/** Wang approved Mei's request for these subscriptions. */
async function approved(office: ADesk, subscriptions: readonly string[] = [seats]): Promise<void> {
  const ask = { reason: 'non-payment', subscriptions, note: null, override: null } as const
  const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
  assert((await office.desk.suspensions.request(contoso, ask, listed, mei, here)).ok)
  assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
}
async function actsOf(office: ADesk): Promise<readonly SubscriptionAct[]> {
  const request = await office.get('suspension', 'S-1')
  return request && 'acts' in request ? request.acts : []
}
/** The one promise that is due to act, by subscription. */
async function promise(office: ADesk, subscription = seats): Promise<OutboxEntry> {
  const found = (await office.due()).find(({ order }) => 'subscription' in order && order.subscription === subscription)
  assert(found)
  return found
}
const suspend = (office: ADesk, entry: OutboxEntry, subscription = seats) =>
  office.desk.carryOut.suspension(entry, { case: 'S-1', subscription })
/** Everything the outbox still holds, due or not, taken or not. */
async function owed(office: ADesk): Promise<readonly string[]> {
  const { now } = office.world
  await office.carryOutDue()
  const { waiting } = await office.store.backlog()
  office.world.now = later(now, 48 * 3_600_000)
  const left = (await office.due()).map(({ order }) => order.kind)
  office.world.now = now
  assert.equal(left.length, waiting, 'some promise was taken and neither kept nor given back')
  return left
}
const waiting = async (office: ADesk) =>
  (await office.due()).filter(({ order }) => order.kind === 'suspend-subscription').length

describe('carrying out what was approved', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  describe('an act', () => {
    it('is marked before its call leaves, and its result, its hold and its kept promise are one commit', async () => {
      await approved(office)
      const entry = await promise(office)
      const before = office.commits.length
      await suspend(office, entry)
      const [mark, result, ...more] = office.commits.slice(before)
      assert.deepEqual(more, [])
      assert.deepEqual(
        mark?.audit?.map(({ what, by }) => [what, by]),
        [['suspension.sent', 'desk']],
      )
      assert.deepEqual([mark?.settle, mark?.postpone, mark?.outbox], [undefined, undefined, undefined])
      assert.deepEqual(result?.settle, [entry.id])
      assert.deepEqual(
        result?.save?.map(({ kind, id }) => [kind, id]),
        [
          ['suspension', 'S-1'],
          ['turn', `china/${contoso}/${seats}`],
          ['held', `china/${contoso}/${seats}`],
        ],
      )
      assert.deepEqual(
        result?.audit?.map(({ what, details }) => [what, details]),
        [
          [
            'suspension.acted',
            {
              subscription: seats,
              intent: (await actsOf(office))[0]?.intent,
              result: { state: 'done', at: morning, confirmed: true },
            },
          ],
        ],
      )
      assert.deepEqual(result?.remove, [{ kind: 'open-suspension', id: `${contoso}/non-payment`, basedOn: 1 }])
      assert.deepEqual(
        result?.outbox?.map(({ order }) => order.kind),
        ['update-cards', 'tell-staff'],
      )
    })

    it('is done once, with the intent it was approved with', async () => {
      await approved(office)
      const [act] = await actsOf(office)
      await office.carryOutDue()
      assert.deepEqual(office.operator.transitions, [{ subscription: seats, to: 'suspended', intent: act?.intent }])
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
    })

    it('covers what was on the card and nothing else', async () => {
      await approved(office)
      await office.carryOutDue()
      assert.deepEqual(
        (await office.operator.subscriptions(contoso)).map(({ id, status }) => [id, status]),
        [
          [seats, 'suspended'],
          [phones, 'active'],
        ],
      )
    })

    it('of a request that was never approved is not carried out, whoever promised it', async () => {
      await approved(office)
      const entry = await promise(office)
      const lost = await aDesk()
      const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: null } as const
      await lost.desk.suspensions.request(contoso, ask, [aSubscription()], mei, here)
      await lost.store.commit({ outbox: [entry] })
      await suspend(lost, entry)
      assert.deepEqual(lost.operator.calls, [])
      assert.equal(
        (await lost.due()).some(({ id }) => id === entry.id),
        false,
      )
    })

    it('that nobody knows keeps its promise by doing nothing', async () => {
      await approved(office)
      const entry = await promise(office)
      await office.desk.carryOut.suspension(entry, { case: 'S-1', subscription: phones })
      assert.deepEqual(office.operator.calls, [])
      assert.equal(await waiting(office), 0)
    })

    it('without a lane fails and says so', async () => {
      await approved(office)
      office.world.configured = false
      await office.carryOutDue()
      assert.deepEqual((await actsOf(office))[0]?.result, {
        state: 'failed',
        at: morning,
        trouble: { kind: 'unauthorised', code: 'lane-not-configured', description: null, correlationId: null },
      })
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
      assert.equal(await office.get('held', `china/${contoso}/${seats}`), null)
      assert.deepEqual(await owed(office), ['remind-case', 'expire-case'])
    })

    it('is not taken for somebody else’s work when the store is in trouble', async () => {
      await approved(office)
      const entry = await promise(office)
      for (const trouble of [new Error('disk full'), new StaleWrite('held', 'x')]) {
        const troubled = office.reopened({ store: (store) => ({ ...store, commit: () => Promise.reject(trouble) }) })
        await assert.rejects(suspend(troubled, entry), trouble)
      }
      await suspend(office, entry)
      assert.equal(office.operator.transitions.length, 1)
    })

    it('of which another process kept the promise first does not leave', async () => {
      await approved(office, [seats, phones])
      const entry = await promise(office)
      await suspend(office, entry)
      office.operator.change(seats, { status: 'active' })
      const before = office.operator.calls.length
      await suspend(office, entry)
      assert.equal(office.operator.calls.length, before)
    })

    for (const subscriptions of [[seats], [seats, phones]])
      it(`that another process ended between look and call does not leave any more (one of ${subscriptions.length})`, async () => {
        await approved(office, subscriptions)
        const entry = await promise(office)
        let looks = 0
        const slow = office.reopened({
          lane: (lane) => ({
            ...lane,
            async subscription(...asked) {
              const seen = await lane.subscription(...asked)
              // Meanwhile the other one is done, and somebody brought service back at the portal.
              if ((looks += 1) === 1) {
                await suspend(office, entry)
                office.operator.change(seats, { status: 'active' })
              }
              return seen
            },
          }),
        })
        await suspend(slow, entry)
        assert.equal(office.operator.calls.filter((call) => call.startsWith('suspend')).length, 1)
        assert.deepEqual((await actsOf(office))[0]?.result, { state: 'done', at: morning, confirmed: true })
      })

    it('promised twice is done once, and both promises are kept', async () => {
      await approved(office)
      const entry = await promise(office)
      const again = { ...entry, id: 'again' }
      await office.store.commit({ outbox: [again] })
      const slow = office.reopened({
        lane: (lane) => ({
          ...lane,
          async suspend(...asked) {
            const answer = await lane.suspend(...asked)
            await suspend(office, entry)
            return answer
          },
        }),
      })
      await suspend(slow, again)
      assert.equal(office.operator.transitions.length, 1)
      await office.carryOutDue()
      assert.deepEqual(await owed(office), ['remind-case', 'expire-case'])
    })

    it('of two processes at the same time is done once', async () => {
      await approved(office)
      const entry = await promise(office)
      const other = office.reopened()
      await Promise.all([suspend(office, entry), suspend(other, entry)])
      assert.equal(office.operator.transitions.length, 1)
      assert.equal((await actsOf(office))[0]?.result.state, 'done')
      assert.equal(await waiting(office), 0)
    })
  })

  describe('accepted, and seen later', () => {
    it('is looked at again, ever more seldom, until it is seen', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      await office.carryOutDue()
      assert.deepEqual((await actsOf(office))[0]?.result, { state: 'accepted', at: morning })
      assert.equal(await office.get('held', `china/${contoso}/${seats}`), null)
      await office.run(2)
      const looks = office.operator.calls.filter((call) => call.startsWith('look')).length
      assert(looks > 5 && looks < 25, `${looks} looks in two hours`)
      assert.equal(office.operator.calls.filter((call) => call.startsWith('suspend')).length, 1)
      office.operator.letArrive()
      await office.run(1)
      const [act] = await actsOf(office)
      assert.equal(act?.result.state === 'done' && act.result.confirmed, true)
      assert.equal((await office.get('held', `china/${contoso}/${seats}`))?.holds[0]?.case, 'S-1')
    })

    it('and never seen is told as not confirmed, and held all the same', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      await office.run(25)
      const [act] = await actsOf(office)
      assert.equal(act?.result.state === 'done' && act.result.confirmed, false)
      assert.equal((await office.get('held', `china/${contoso}/${seats}`))?.holds.length, 1)
    })

    it('and never readable again is told as not confirmed, never as failed', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      await office.carryOutDue()
      office.operator.weather('looks', ...Array.from({ length: 500 }, (): Weather => ({ kind: 'unauthorised' })))
      await office.run(25)
      const [act] = await actsOf(office)
      assert.equal(act?.result.state === 'done' && act.result.confirmed, false)
    })
  })

  describe('trouble', () => {
    const delays = () =>
      office.commits.flatMap(({ save = [] }) => save.flatMap(({ value }) => ('acts' in value ? value.acts : [])))
    const refreshes = () =>
      office.commits.flatMap(({ outbox = [] }) => outbox).filter(({ order }) => order.kind === 'update-cards').length

    it('is shown once while it stays the same, and is gone when it passes', async () => {
      await approved(office)
      const before = refreshes()
      office.operator.weather('looks', { kind: 'throttled' }, { kind: 'throttled' }, { kind: 'throttled' })
      await office.carryOutDue()
      const [first] = await actsOf(office)
      assert.deepEqual(first?.result, { state: 'waiting' })
      assert.deepEqual(first?.delay, {
        trouble: { kind: 'throttled', code: null, description: null, correlationId: null },
        since: morning,
      })
      await office.run(20 / 3600)
      assert.equal(refreshes(), before + 1)
      assert.equal(delays().filter(({ delay }) => delay !== null).length, 1)
      await office.run(1)
      const [last] = await actsOf(office)
      assert.deepEqual([last?.result.state, last?.delay], ['done', null])
    })

    it('of another kind is shown anew', async () => {
      await approved(office)
      office.operator.weather('looks', { kind: 'throttled' }, { kind: 'unreachable' }, { kind: 'unreachable' })
      await office.carryOutDue()
      await office.run(20 / 3600)
      assert.equal((await actsOf(office))[0]?.delay?.trouble.kind, 'unreachable')
      assert.equal(refreshes(), 3)
    })

    it('waits as long as the operator asked for', async () => {
      await approved(office)
      office.operator.weather('looks', { kind: 'throttled', retryAfterMs: 90_000 })
      await office.carryOutDue()
      const { earliestDue } = await office.store.backlog()
      assert.equal(earliestDue, later(morning, 90_000))
      office.world.now = later(morning, 90_000)
      assert.equal((await promise(office)).attempts, 1)
    })

    it('that stays ends the act at once, without a hold', async () => {
      await approved(office)
      office.operator.weather('changes', { kind: 'refused', code: '800070', description: 'Not eligible.' })
      await office.carryOutDue()
      assert.deepEqual((await actsOf(office))[0]?.result, {
        state: 'failed',
        at: morning,
        trouble: { kind: 'refused', code: '800070', description: 'Not eligible.', correlationId: null },
      })
      assert.equal(await office.get('held', `china/${contoso}/${seats}`), null)
      assert.equal(await waiting(office), 0)
    })

    for (const [kind, hours] of [
      ['unreachable', 24],
      ['throttled', 24],
      ['busy', 48],
    ] as const)
      it(`that would pass is waited out for ${hours} hours, then people are asked (${kind})`, async () => {
        await approved(office)
        office.operator.weather('looks', ...Array.from({ length: 2000 }, (): Weather => ({ kind })))
        await office.run(hours - 1)
        assert.equal((await actsOf(office))[0]?.result.state, 'waiting')
        await office.run(2.5)
        const [act] = await actsOf(office)
        assert.equal(act?.result.state === 'failed' && act.result.trouble.kind, kind)
        assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
        assert.deepEqual(office.operator.transitions, [])
      })

    it('is waited out to the last moment, and not a moment longer', async () => {
      await approved(office)
      const entry = await promise(office)
      const day = 24 * 3_600_000
      for (const [past, state] of [
        [day, 'waiting'],
        [day + 1, 'failed'],
      ] as const) {
        office.world.now = later(morning, past)
        office.operator.weather('looks', { kind: 'unreachable' })
        await suspend(office, entry)
        assert.equal((await actsOf(office))[0]?.result.state, state)
      }
    })

    it('with one subscription does not keep another waiting', async () => {
      await approved(office, [seats, phones])
      office.operator.weather('looks', { kind: 'busy' })
      await office.carryOutDue()
      assert.deepEqual(
        (await actsOf(office)).map(({ result }) => result.state),
        ['waiting', 'done'],
      )
      await office.run(2)
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
    })
  })

  describe('the debt is read once more before each call', () => {
    const paid = () => aLedger({ items: [anInvoice(), aPayment(4_820_000)] })

    it('paid before the first act: nothing is done, the request is void, and who asked hears why', async () => {
      await approved(office, [seats, phones])
      office.world.ledger = paid()
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'void')
      assert.equal(request.why, 'paid')
      assert.deepEqual(office.operator.transitions, [])
      assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null)
      assert.deepEqual((await office.audited('S-1')).slice(-2), [
        'suspension.acted by desk',
        'suspension.acted by desk',
      ])
    })

    it('paid between two acts: the first stays done and held, the second is left out', async () => {
      await approved(office, [seats, phones])
      await suspend(office, await promise(office))
      office.world.ledger = paid()
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out')
      assert.deepEqual(
        request.acts.map(({ result }) => (result.state === 'skipped' ? result.why : result.state)),
        ['done', 'paid'],
      )
      assert.deepEqual(
        office.operator.transitions.map(({ subscription }) => subscription),
        [seats],
      )
      assert.deepEqual(
        (await office.desk.resumptions.heldOf(contoso)).map(({ subscription }) => subscription),
        [seats],
      )
    })

    it('paid while the operator was not answering: the call does not leave any more', async () => {
      await approved(office)
      office.operator.weather('changes', { kind: 'throttled' })
      await office.carryOutDue()
      office.world.ledger = paid()
      await office.run(1.5)
      assert.deepEqual(office.operator.transitions, [])
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'paid')
    })

    it('paid while a call was on its way: it is seen to arrive, and what is out of service is held and told', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      const entry = await promise(office)
      // The process dies when the operator has accepted the call: the sixth place is behind it.
      await assert.rejects(suspend(office.reopened(crashingAt(6)), entry), Crash)
      assert.equal((await actsOf(office))[0]?.result.state, 'sent')
      office.world.ledger = paid()
      await office.run(0.5)
      assert.equal((await actsOf(office))[0]?.result.state, 'sent')
      office.operator.letArrive()
      await office.run(0.5)
      assert.equal((await actsOf(office))[0]?.result.state, 'done')
      assert.equal((await office.get('held', `china/${contoso}/${seats}`))?.holds[0]?.case, 'S-1')
    })

    it('the account turned out to be somebody else’s: nobody says that it was paid', async () => {
      await approved(office)
      await office.desk.matches.confirm({ account: 'K-1001', lane: 'china', tenantId: fabrikam }, mei)
      await office.carryOutDue()
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'customer-rematched')
      assert.deepEqual(office.operator.transitions, [])
    })

    it('while the operator’s customers were never read it waits, and then goes on', async () => {
      await approved(office)
      const { customers } = office.world
      office.world.readAt = null
      office.world.customers = []
      await office.carryOutDue()
      const [act] = await actsOf(office)
      assert.deepEqual([act?.result.state, act?.delay?.trouble.code], ['waiting', 'customers-unread'])
      office.world.readAt = minute(1)
      office.world.customers = customers
      await office.run(1)
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
      assert.equal(office.operator.transitions.length, 1)
    })
  })

  describe('a crash at any line', () => {
    const setting = [
      ['fine weather', []],
      ['the answer is lost', ['lost']],
      ['accepted, and seen later', ['later']],
      ['not answering at first', [{ kind: 'unreachable' }]],
    ] as const satisfies readonly (readonly [string, readonly Weather[]])[]

    for (const [what, weather] of setting)
      it(`leads to the same end: suspension, ${what}`, async () => {
        let place = 1
        for (let reached = true; reached; place += 1) {
          office = await aDesk()
          await approved(office, [seats, phones])
          office.operator.weather('changes', ...weather)
          const dying = crashingAt(place)
          await runUntilDeath(office.reopened(dying))
          await office.reopened().run(1)
          office.operator.letArrive()
          await office.reopened().run(40)
          await endedWell(`died at ${place}`)
          reached = dying.reached
        }
        assert(place > 12, `only ${place} places to die at`)
      })

    it('leads to the same end: resumption', async () => {
      let place = 1
      for (let reached = true; reached; place += 1) {
        office = await aDesk()
        await approved(office, [seats, phones])
        await office.carryOutDue()
        assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
        const dying = crashingAt(place)
        await runUntilDeath(office.reopened(dying))
        await office.reopened().run(3)
        const resumption = await office.get('resumption', 'R-1')
        assert(resumption?.status === 'carried-out', `died at ${place}`)
        assert(resumption.acts.every(({ result }) => result.state === 'done' && result.confirmed))
        assert.equal(office.operator.transitions.length, 4, `died at ${place}`)
        assert.deepEqual(await office.desk.resumptions.heldOf(contoso), [])
        reached = dying.reached
      }
      assert(place > 12, `only ${place} places to die at`)
    })

    /** Runs until the process dies or nothing is left to do. */
    async function runUntilDeath(mortal: ADesk): Promise<void> {
      try {
        await mortal.run(3)
      } catch (fault) {
        if (!(fault instanceof Crash)) throw fault
      }
    }

    async function endedWell(when: string): Promise<void> {
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out', `${when}: ${request?.status}`)
      assert(
        request.acts.every(({ result }) => result.state === 'done' && result.confirmed),
        when,
      )
      assert.deepEqual(
        office.operator.transitions.map(({ subscription }) => subscription).toSorted(),
        [seats, phones].toSorted(),
        when,
      )
      const held = await office.desk.resumptions.heldOf(contoso)
      assert.deepEqual(
        held.map(({ holds }) => holds.length),
        [1, 1],
        when,
      )
      assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null, when)
      assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 }, when)
      const ends = (await office.audited('S-1')).filter((entry) => entry === 'suspension.acted by desk')
      assert.equal(ends.length, 2, when)
      assert.equal((await verifyChain(office.store.auditTrail(), sha256)).broken, null, when)
    }
  })

  it('whatever breaks in whatever order: one transition each, and everything settled once the faults stop', async () => {
    const sky = fc.constantFrom<Weather>(
      'ok',
      'lost',
      'later',
      { kind: 'unreachable' },
      { kind: 'throttled' },
      { kind: 'busy' },
    )
    const aSpell = fc.record({
      looks: fc.array(sky, { maxLength: 4 }),
      changes: fc.array(sky, { maxLength: 2 }),
      dies: fc.integer({ min: 1, max: 30 }),
      arrives: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 90 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(aSpell, { maxLength: 5 }), async (spells) => {
        const mine = await aDesk()
        await approved(mine, [seats, phones])
        for (const { looks, changes, dies, arrives, minutes } of spells) {
          mine.operator.weather('looks', ...looks)
          mine.operator.weather('changes', ...changes)
          await mine
            .reopened(crashingAt(dies))
            .run(minutes / 60)
            .catch((thrown: unknown) => {
              if (!(thrown instanceof Crash)) throw thrown
            })
          if (arrives) mine.operator.letArrive()
        }
        mine.operator.clearUp()
        await mine.reopened().run(2)
        mine.operator.letArrive()
        await mine.reopened().run(2)
        const acts = await actsOf(mine)
        assert(acts.length === 2 && acts.every(isSettled))
        assert.deepEqual(
          acts.map(({ result }) => result.state),
          ['done', 'done'],
        )
        assert.equal(mine.operator.transitions.length, 2)
        assert.equal((await mine.get('suspension', 'S-1'))?.status, 'carried-out')
        assert.equal((await mine.desk.resumptions.heldOf(contoso)).length, 2)
      }),
      { ...runs, numRuns: 60 },
    )
  })
})
