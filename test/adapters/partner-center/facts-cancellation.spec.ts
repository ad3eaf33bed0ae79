import assert from 'node:assert/strict'
import { addOn, aSubscription, seats, stopSimulators } from '../simulators/a-seed.ts'
import { atTheOperator, day, noOf } from './at-the-operator.ts'

describe('cancellation, by facts/partner-center 6.5', () => {
  afterEach(stopSimulators)

  const bought = '2026-03-30T06:00:00.000Z'
  /** Harbor Lane's clock says one day after the purchase. */
  const windows = [
    ['new-commerce', {}, {}, 7, '900117'],
    ['new-commerce', {}, { cancellationRefusal: 'hours' }, 7, '900213'],
    ['software', {}, {}, 7, '900117'],
    ['perpetual-software', {}, {}, 30, '900117'],
    ['marketplace', { termDuration: 'P1Y' }, {}, 14, '900117'],
    ['marketplace', { termDuration: 'P1M' }, {}, 1, '900213'],
  ] as const
  for (const [soldAs, fields, switches, days, code] of windows) {
    const open = () => atTheOperator({ subscription: { soldAs, start: bought, fields }, switches })

    it(`${soldAs} ${JSON.stringify(fields)}: within ${days} days, at once and for good`, async () => {
      const at = await open()
      at.simulator.advance((days - 1) * day)
      await at.cancel()
      assert.equal((await at.look()).status, 'deleted')
      assert.deepEqual(await noOf(at.reactivate()), ['refused', '2011'])
    })

    it(`${soldAs} ${JSON.stringify(fields)}: afterwards not (${code})`, async () => {
      const at = await open()
      at.simulator.advance((days - 1) * day + 1000)
      assert.deepEqual(await noOf(at.cancel()), ['refused', code])
      assert.equal((await at.look()).status, 'active')
    })
  }

  it('new commerce again for seven days after a renewal', async () => {
    const at = await atTheOperator({ subscription: { commitmentEnd: '2026-04-10T06:00:00.000Z' } })
    assert.deepEqual(await noOf(at.cancel()), ['refused', '900117'])
    at.simulator.advance(12 * day)
    await at.cancel()
    assert.equal((await at.look()).status, 'deleted')
  })

  for (const [soldAs, lane] of [
    ['legacy', 'global'],
    ['21vianet', 'china'],
  ] as const)
    it(`${soldAs} never`, async () => {
      const at = await atTheOperator({ lane, subscription: { soldAs, start: bought } })
      assert.deepEqual(await noOf(at.cancel()), ['refused', '800096'])
    })

  it('says until when, where the operator does', async () => {
    const at = await atTheOperator({ subscription: { start: bought } })
    assert.equal((await at.look()).cancellableUntil, '2026-04-06T06:00:00.000Z')
  })

  it('takes a base with its add-ons', async () => {
    const at = await atTheOperator({
      subscription: { start: bought },
      more: [aSubscription({ id: addOn, parent: seats, start: bought })],
    })
    await at.cancel()
    assert.equal((await at.look(addOn)).status, 'deleted')
  })
})
