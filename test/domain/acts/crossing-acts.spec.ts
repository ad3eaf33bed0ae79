import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Order, OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk, type Through } from '../../kit/a-desk.ts'
import { aSubscription, contoso, ines, lin, mei, phones, rosa, seats, wang } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const here = 'teams:partner/mei'

describe('cases that act on one subscription', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  async function approved(id: string, reason: SuspensionReason, subscriptions = [seats]): Promise<void> {
    const ask = { reason, subscriptions, note: 'seen', override: null }
    const all = [aSubscription(), aSubscription({ id: phones, name: 'Phones', parent: seats })]
    assert((await office.desk.suspensions.request(contoso, ask, all, reason === 'fraud' ? lin : mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: id, version: 1 }, wang)).ok)
  }
  async function promise(kind: Order['kind'], id: string): Promise<OutboxEntry> {
    const found = (await office.due()).find(({ order }) => order.kind === kind && 'case' in order && order.case === id)
    assert(found, `nothing is promised for ${id}`)
    return found
  }
  const suspend = async (id: string, subscription = seats) =>
    office.desk.carryOut.suspension(await promise('suspend-subscription', id), { case: id, subscription })
  const reactivate = async (id: string) =>
    office.desk.carryOut.resumption(await promise('reactivate-subscription', id), { case: id, subscription: seats })
  const status = async () => (await office.operator.subscription(contoso, seats)).status
  const reasons = async () =>
    (await office.desk.resumptions.heldOf(contoso)).flatMap(({ holds }) => holds.map(({ reason }) => reason)).sort()

  for (const weather of ['later', 'lost'] as const) {
    it(`holds for both reasons, though the first call is ${weather === 'later' ? 'not seen' : 'not answered'} yet`, async () => {
      await approved('S-1', 'fraud')
      await approved('S-2', 'non-payment')
      office.operator.weather('changes', weather)
      await suspend('S-1')
      office.operator.letArrive()
      await suspend('S-2')
      await office.run(2)
      assert.deepEqual(await reasons(), ['fraud', 'non-payment'])

      assert((await office.desk.resumptions.ask(contoso, 'fraud', ines, here)).ok)
      assert((await office.desk.resumptions.approve({ case: 'R-1', version: 1 }, rosa)).ok)
      await office.run(1)
      assert.deepEqual([await status(), await reasons()], ['suspended', ['non-payment']])
    })
  }

  it('holds an add-on that fell with a base whose own request has not ended', async () => {
    await approved('S-1', 'fraud')
    await approved('S-2', 'non-payment', [phones])
    office.operator.change(phones, { parent: seats })
    office.operator.weather('changes', 'later')
    await suspend('S-1')
    office.operator.letArrive()
    await suspend('S-2', phones)
    await office.run(2)
    assert.deepEqual(await reasons(), ['fraud', 'non-payment'])
  })

  it('let a reactivation on its way end before a suspicion finds that it is out of service', async () => {
    await approved('S-1', 'non-payment')
    await approved('S-2', 'fraud')
    await suspend('S-1')
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    office.operator.weather('changes', 'later')
    await reactivate('R-1')
    await suspend('S-2')
    const waiting = await office.get('suspension', 'S-2')
    assert.equal(waiting?.status === 'approved' && waiting.acts[0]?.delay?.trouble.code, 'other-case')
    office.operator.letArrive()
    await office.run(2)
    assert.deepEqual([await status(), await reasons()], ['suspended', ['fraud']])
  })

  it('bring nothing back while another suspension of it is on its way', async () => {
    await approved('S-1', 'non-payment')
    await approved('S-2', 'fraud')
    await suspend('S-1')
    office.operator.change(seats, { status: 'active' })
    office.operator.weather('changes', 'later')
    await suspend('S-2')
    office.operator.letArrive()
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    await reactivate('R-1')
    await office.run(2)
    assert.deepEqual([await status(), await reasons()], ['suspended', ['fraud']])
    const back = await office.get('resumption', 'R-1')
    assert(back?.status === 'carried-out' && back.acts[0]?.result.state === 'skipped')
    assert.equal(back.acts[0].result.why, 'held-again')
  })

  it('end held and out of service, or neither, whatever is faster', async function () {
    this.timeout(180_000)
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        office = await aDesk()
        await approved('S-1', 'non-payment')
        await approved('S-2', 'fraud')
        await suspend('S-1')
        assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
        const [out, back] = [
          await promise('suspend-subscription', 'S-2'),
          await promise('reactivate-subscription', 'R-1'),
        ]
        const { carryOut } = office.reopened(anyPace((what) => scheduler.schedule(Promise.resolve(), what))).desk
        await scheduler.waitFor(
          Promise.all([
            carryOut.suspension(out, { case: 'S-2', subscription: seats }),
            carryOut.resumption(back, { case: 'R-1', subscription: seats }),
          ]),
        )
        await office.run(2)
        assert.deepEqual([await status(), await reasons()], ['suspended', ['fraud']])
      }),
      runs,
    )
  })
})

/** Everything the desk asks of its store and its operator takes as long as the scheduler likes. */
function anyPace(pause: (what: string) => Promise<void>): Through {
  return {
    store: (store) => ({
      ...store,
      async get(kind, id) {
        const found = await store.get(kind, id)
        await pause(`read ${kind}`)
        return found
      },
      async list(kind, where) {
        const found = await store.list(kind, where)
        await pause(`list ${kind}`)
        return found
      },
      async commit(commit) {
        await pause('commit')
        await store.commit(commit)
        await pause('committed')
      },
    }),
    lane: (lane) => ({
      ...lane,
      async subscription(customer, subscription) {
        await pause('look')
        const seen = await lane.subscription(customer, subscription)
        await pause('looked')
        return seen
      },
      async suspend(customer, subscription, intent) {
        await pause('suspend')
        return lane.suspend(customer, subscription, intent)
      },
      async reactivate(customer, subscription, intent) {
        await pause('reactivate')
        return lane.reactivate(customer, subscription, intent)
      },
    }),
  }
}
