import assert from 'node:assert/strict'
import { asSubscription } from '../../../domain/acts/as-shown.ts'
import { later } from '../../../domain/shared/time.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { maySuspend } from '../../../domain/suspension/suspendable.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, ines, mei, rosa, seats as plan, wang } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { actsOf, here } from './an-approval.ts'

const shop = 'a5a5a5a5-0000-4000-8000-000000000001'
const mine = 'a5a5a5a5-0000-4000-8000-000000000002'

const azure = (id: string, status: 'active' | 'inactive' | 'unknown' = 'active') => ({ id, name: id, plan, status })
const aPlan = aSubscription({ id: plan, name: 'Azure plan', model: 'azure-plan' })

/** Contoso has an Azure plan with two Azure subscriptions that run. */
async function anAzureDesk(): Promise<ADesk> {
  const office = await aDesk()
  office.operator.change(plan, { name: 'Azure plan', model: 'azure-plan' })
  for (const id of [shop, mine]) office.operator.putAzure(azure(id))
  return office
}

/** Wang approved Mei's request for these, on suspicion of fraud. */
async function approved(office: ADesk, subscriptions: readonly string[]): Promise<void> {
  const ask = { reason: 'fraud', subscriptions, note: 'Mining.', override: null } as const
  const listed = [aPlan, asSubscription(azure(shop)), asSubscription(azure(mine))]
  assert((await office.desk.suspensions.request(contoso, ask, listed, mei, here)).ok)
  assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
}

/** Rosa confirmed that Ines lifts the suspicion. */
async function lifted(office: ADesk): Promise<void> {
  assert((await office.desk.resumptions.ask(contoso, 'fraud', ines, here)).ok)
  assert((await office.desk.resumptions.approve({ case: 'R-1', version: 1 }, rosa)).ok)
}

const transitions = ({ operator }: ADesk) => operator.transitions.map(({ subscription, to }) => [subscription, to])
const states = async (office: ADesk) => (await actsOf(office)).map(({ result }) => result.state)
const calls = ({ operator }: ADesk, verb: string) => operator.calls.filter((call) => call.startsWith(verb))

describe('an Azure subscription as an act', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await anAzureDesk()
  })

  for (const [reason, may] of [
    ['fraud', true],
    ['misuse', true],
    ['non-payment', false],
    ['customer-request', false],
  ] as const satisfies readonly (readonly [SuspensionReason, boolean])[])
    it(`${may ? 'may' : 'may not'} be stopped for ${reason}: the operator knows a compromise and nothing else`, () =>
      assert.equal(maySuspend(asSubscription(azure(shop)), reason, 'global', []), may))

  it('is looked at as Azure shows it', () =>
    assert.deepEqual(
      (['active', 'inactive', 'unknown'] as const).map((status) => asSubscription(azure(shop, status)).status),
      ['active', 'suspended', 'unknown'],
    ))

  it('is stopped once, by its own call and with its own intent, and held under its plan', async () => {
    await approved(office, [shop])
    await office.run(1)
    const [act] = await actsOf(office)
    assert.equal(act?.plan, plan)
    assert.equal(act.result.state, 'done')
    assert.deepEqual(office.operator.transitions, [{ subscription: shop, to: 'inactive', intent: act.intent }])
    const held = await office.desk.resumptions.heldOf(contoso)
    assert.deepEqual(
      held.map((one) => [one.subscription, one.plan, one.holds.map(({ reason }) => reason)]),
      [[shop, plan, ['fraud']]],
    )
    assert.equal(await office.get('snapshot', `china/${contoso}/${shop}`), null)
  })

  it('that still reads active is waited for, and not stopped again', async () => {
    await approved(office, [shop])
    office.operator.weather('changes', 'later')
    await office.run(10 / 60)
    assert.deepEqual(await states(office), ['accepted'])
    office.operator.letArrive()
    await office.run(1)
    assert.deepEqual(await states(office), ['done'])
    assert.equal(calls(office, 'stop-azure').length, 1)
  })

  it('is asked for again with the same intent where the answer was lost, and falls once', async () => {
    await approved(office, [shop])
    office.operator.weather('changes', { kind: 'unreachable' }, 'lost')
    await office.run(1)
    assert.deepEqual(await states(office), ['done'])
    assert.deepEqual(transitions(office), [[shop, 'inactive']])
    assert.equal(new Set(calls(office, 'stop-azure')).size, 1)
  })

  it('says why where the operator refuses', async () => {
    await approved(office, [shop])
    office.operator.weather('changes', { kind: 'refused', code: '900307' })
    await office.run(1)
    const [act] = await actsOf(office)
    assert(act?.result.state === 'failed')
    assert.equal(act.result.trouble.code, '900307')
    assert.deepEqual(await office.desk.resumptions.heldOf(contoso), [])
  })

  it('returns by its own call, after its plan, and nothing is put back of it', async () => {
    await approved(office, [plan, shop, mine])
    await office.run(1)
    await lifted(office)
    await office.run(1)
    assert.deepEqual(
      transitions(office)
        .slice(3)
        .map(([id]) => id),
      [plan, shop, mine],
    )
    const resumption = await office.get('resumption', 'R-1')
    assert(resumption?.status === 'carried-out')
    assert.deepEqual(
      resumption.acts.map(({ result }) => result.state),
      ['done', 'done', 'done'],
    )
    assert(!resumption.restoring?.some(({ subscription }) => subscription !== plan))
    assert.deepEqual(await office.desk.resumptions.heldOf(contoso), [])
  })

  it('is neither watched nor counted down: nobody lists it, and until when it can come back is unknown', async () => {
    await approved(office, [shop])
    await office.run(1)
    await office.desk.watch.pass('china', 100)
    office.operator.putAzure(azure(shop))
    office.world.now = later(office.world.now, 3_600_000)
    await office.desk.watch.pass('china', 100)
    assert.deepEqual(await office.store.list('sighting'), [])
    assert.deepEqual(
      (await office.desk.countdowns.all()).map(({ id, last }) => [id, last]),
      [[shop, { day: null, why: 'model' }]],
    )
    await office.desk.countdowns.tend()
    assert.deepEqual(await office.store.list('countdown'), [])
  })

  it('that was stopped by hand is confirmed by looking at it', async () => {
    await approved(office, [shop])
    office.world.configured = false
    await office.run(1)
    const [waits] = await actsOf(office)
    assert(waits)
    const version = (await office.store.get('suspension', 'S-1'))?.version ?? 0
    assert(
      (await office.desk.byHand.report({ case: 'S-1', version }, { acts: [waits.intent], because: null }, wang)).ok,
    )
    office.world.configured = true
    office.operator.putAzure(azure(shop, 'inactive'))
    await office.run(1)
    const [act] = await actsOf(office)
    assert(act?.result.state === 'done')
    assert(act.result.confirmed)
    assert.deepEqual(office.operator.transitions, [])
  })

  it('that cannot be brought back stays held, with the operator’s code', async () => {
    await approved(office, [shop])
    await office.run(1)
    await lifted(office)
    office.operator.weather('changes', { kind: 'refused', code: '900337' })
    await office.run(1)
    const resumption = await office.get('resumption', 'R-1')
    const result = resumption && 'acts' in resumption ? resumption.acts[0]?.result : null
    assert(result?.state === 'failed')
    assert.equal(result.trouble.code, '900337')
    const [held] = await office.desk.resumptions.heldOf(contoso)
    assert.equal(held?.plan, plan)
  })
})

describe('an Azure plan with its Azure subscriptions', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await anAzureDesk()
  })

  it('falls after them, in whatever order they were chosen', async () => {
    await approved(office, [plan, shop, mine])
    await office.run(1)
    assert.deepEqual(transitions(office), [
      [shop, 'inactive'],
      [mine, 'inactive'],
      [plan, 'suspended'],
    ])
    assert.equal(calls(office, 'suspend').length, 1)
  })

  it('waits, without a call, while one of them is not yet seen stopped', async () => {
    await approved(office, [plan, shop, mine])
    office.operator.weather('changes', 'later')
    await office.run(10 / 60)
    const act = (await actsOf(office)).find(({ subscription }) => subscription === plan)
    assert.equal(act?.result.state, 'waiting')
    assert.equal(act.delay?.trouble.code, 'azure-first')
    assert.deepEqual(calls(office, 'suspend'), [])
    office.operator.letArrive()
    await office.run(1)
    assert.deepEqual(await states(office), ['done', 'done', 'done'])
  })

  it('is refused for good where one that nobody chose still runs', async () => {
    await approved(office, [plan, shop])
    await office.run(2)
    const act = (await actsOf(office)).find(({ subscription }) => subscription === plan)
    assert(act?.result.state === 'failed')
    assert.equal(act.result.trouble.code, '900115')
  })

  it('waits where the refusal only means that a stop of another case is on its way', async () => {
    await approved(office, [shop])
    office.operator.putAzure(azure(mine, 'inactive'))
    office.operator.weather('changes', 'later')
    await office.run(5 / 60)
    const ask = { reason: 'misuse', subscriptions: [plan], note: 'Mining.', override: null } as const
    assert((await office.desk.suspensions.request(contoso, ask, [aPlan], mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-2', version: 1 }, wang)).ok)
    await office.run(5 / 60)
    const other = await office.get('suspension', 'S-2')
    assert(other?.status === 'approved', other?.status)
    assert.equal(other.acts[0]?.delay?.trouble.code, 'azure-first')
    office.operator.letArrive()
    await office.run(2)
    assert.equal((await office.get('suspension', 'S-2'))?.status, 'carried-out')
    assert.deepEqual(transitions(office), [
      [shop, 'inactive'],
      [plan, 'suspended'],
    ])
  })

  const setting = [
    ['fine weather', []],
    ['the answer is lost', ['lost']],
    ['accepted, and seen later', ['later']],
  ] as const satisfies readonly (readonly [string, readonly Weather[]])[]

  for (const [what, weather] of setting)
    it(`comes to the same end whatever line the process dies at: ${what}`, async () => {
      let place = 1
      for (let reached = true; reached; place += 1) {
        office = await anAzureDesk()
        await approved(office, [plan, shop, mine])
        office.operator.weather('changes', ...weather)
        const dying = crashingAt(place)
        await office
          .reopened(dying)
          .run(1)
          .catch((thrown: unknown) => {
            if (!(thrown instanceof Crash)) throw thrown
          })
        await office.reopened().run(1)
        office.operator.letArrive()
        await office.reopened().run(4)
        assert.deepEqual(await states(office), ['done', 'done', 'done'], `died at ${place}`)
        assert.equal(transitions(office).length, 3, `died at ${place}`)
        assert.deepEqual(transitions(office).at(-1), [plan, 'suspended'], `died at ${place}`)
        assert.equal((await office.desk.resumptions.heldOf(contoso)).length, 3, `died at ${place}`)
        reached = dying.reached
      }
      assert(place > 12, `only ${place} places to die at`)
    })
})
