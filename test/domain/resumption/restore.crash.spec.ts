import assert from 'node:assert/strict'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { isWhole } from '../../../domain/resumption/restoring.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, mei, phones, seats, wang } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { approved, here } from '../acts/an-approval.ts'

const fewer = { quantity: 20, product: null, term: 'P1Y', billingCycle: null, instructions: '{"quantity":20}' } as const

describe('a crash while what a suspension took is put back', () => {
  let office: ADesk
  let before: readonly OperatorSubscription[]

  const soldAsNewCommerce = async () => {
    office = await aDesk()
    office.operator.change(seats, { model: 'new-commerce', scheduledChange: fewer })
    office.operator.change(phones, { model: 'new-commerce', parent: seats })
    before = await office.operator.subscriptions(contoso)
    await approved(office, [seats])
  }
  const ask = () => office.desk.resumptions.ask(contoso, 'non-payment', mei, here)
  const runUntilDeath = async (mortal: ADesk) => {
    try {
      await mortal.run(3)
    } catch (fault) {
      if (!(fault instanceof Crash)) throw fault
    }
  }
  const asBefore = async (when: string) => {
    const now = await office.operator.subscriptions(contoso)
    assert.deepEqual(now, before, when)
    const resumption = await office.get('resumption', 'R-1')
    assert(resumption?.status === 'carried-out', when)
    assert.deepEqual((resumption.restoring ?? []).map(isWhole), [true, true], when)
    assert.deepEqual(await office.store.list('snapshot'), [], when)
    const turns = await office.store.list('turn')
    assert(
      turns.every(({ value }) => value.case === null),
      when,
    )
    assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 }, when)
  }

  const weathers: readonly (readonly [string, readonly Weather[]])[] = [
    ['fine weather', []],
    ['answers are lost', ['lost', 'lost', 'lost', 'lost']],
    ['busy at first', ['ok', { kind: 'busy' }, { kind: 'unreachable' }]],
  ]
  for (const [what, weather] of weathers)
    it(`at any line leads to the same end: ${what}`, async () => {
      let place = 1
      for (let reached = true; reached; place += 1) {
        await soldAsNewCommerce()
        await office.carryOutDue()
        assert((await ask()).ok)
        office.operator.weather('changes', ...weather)
        const dying = crashingAt(place)
        await runUntilDeath(office.reopened(dying))
        await office.reopened().run(48)
        await asBefore(`died at ${place}`)
        reached = dying.reached
      }
      assert(place > 30, `only ${place} places to die at`)
    })

  it('or while it is suspended keeps what was there before', async () => {
    let place = 1
    for (let reached = true; reached; place += 1) {
      await soldAsNewCommerce()
      const dying = crashingAt(place)
      await runUntilDeath(office.reopened(dying))
      await office.reopened().run(3)
      assert((await ask()).ok)
      await office.reopened().run(48)
      await asBefore(`died at ${place}`)
      reached = dying.reached
    }
    assert(place > 8, `only ${place} places to die at`)
  })

  it('a suspension that comes before all is put back keeps what was there before the first', async () => {
    await soldAsNewCommerce()
    await office.carryOutDue()
    office.operator.weather('changes', 'ok', { kind: 'busy' })
    assert((await ask()).ok)
    await office.carryOutDue()
    assert.deepEqual(
      (await office.operator.subscriptions(contoso)).map(({ autoRenew }) => autoRenew),
      [false, true],
    )
    const again = { reason: 'customer-request', subscriptions: [seats], note: 'By letter.', override: null } as const
    const listed = await office.operator.subscriptions(contoso)
    assert((await office.desk.suspensions.request(contoso, again, listed, mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-2', version: 1 }, wang)).ok)
    await office.run(3)
    assert((await office.desk.resumptions.ask(contoso, 'customer-request', mei, here)).ok)
    await office.run(3)
    assert.deepEqual(await office.operator.subscriptions(contoso), before)
    assert.deepEqual(await office.store.list('snapshot'), [])
  })
})
