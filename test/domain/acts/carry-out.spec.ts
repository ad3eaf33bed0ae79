import assert from 'node:assert/strict'
import { StaleWrite } from '../../../domain/ports/desk-store.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, mei, morning, phones, seats } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { actsOf, approved, here, promise, suspend, waiting } from './an-approval.ts'

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
      assert.deepEqual(
        mark?.save?.map(({ kind }) => kind),
        ['suspension', 'turn', 'snapshot', 'lane-day'],
      )
      assert.deepEqual([mark?.settle, mark?.postpone, mark?.outbox], [undefined, undefined, undefined])
      assert.deepEqual(result?.settle, [entry.id])
      assert.deepEqual(
        result?.save?.map(({ kind, id }) => [kind, id]),
        [
          ['suspension', 'S-1'],
          ['turn', `china/${contoso}/${seats}`],
          ['held', `china/${contoso}/${seats}`],
          ['snapshot', `china/${contoso}/${seats}`],
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

    it('without a lane waits for people to do it by hand', async () => {
      await approved(office)
      office.world.configured = false
      await office.carryOutDue()
      const [act] = await actsOf(office)
      assert.deepEqual(act?.result, { state: 'waiting' })
      assert.deepEqual(act.delay, {
        trouble: { kind: 'unauthorised', code: 'lane-not-configured', description: null, correlationId: null },
        since: morning,
        byHandSince: morning,
      })
      assert.equal(await office.get('held', `china/${contoso}/${seats}`), null)
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
})
