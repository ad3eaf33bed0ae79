import assert from 'node:assert/strict'
import type { SeedSubscription } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { later } from '../../../domain/shared/time.ts'
import { addOn, aSeed, aSimulator, aSubscription, harbor, morning, seats, stopSimulators } from './a-seed.ts'
import { caller, seatsPath } from './direct.ts'

const day = 86_400_000
const inDays = (days: number) => later(morning, days * day)

async function at(days: number, seed: Partial<SeedSubscription>, switches: SwitchChange = {}) {
  const simulator = await aSimulator({ seed: aSeed([aSubscription({ since: morning, ...seed })]), switches })
  simulator.advance(days * day)
  const [resource] = simulator.subscriptions()
  assert.ok(resource)
  return { resource, status: resource.status, transitions: simulator.transitions() }
}

describe('time passing at the simulated operator', () => {
  afterEach(stopSimulators)

  const suspended = { status: 'suspended' } as const
  const table: readonly (readonly [
    what: string,
    days: number,
    seed: Partial<SeedSubscription>,
    switches: SwitchChange,
    status: string,
  ])[] = [
    ['legacy keeps what is suspended', 89, { soldAs: 'legacy', ...suspended }, {}, 'suspended'],
    ['for 90 days (6.3)', 90, { soldAs: 'legacy', ...suspended }, {}, 'deleted'],
    [
      'or for 120, by older pages (!)',
      119,
      { soldAs: 'legacy', ...suspended },
      { legacyDaysUntilDeleted: 120 },
      'suspended',
    ],
    ['but not past the term', 11, { soldAs: 'legacy', commitmentEnd: inDays(10), ...suspended }, {}, 'deleted'],
    ['21Vianet keeps it', 59, { soldAs: '21vianet', ...suspended }, {}, 'suspended'],
    ['for 60 days (6.3)', 60, { soldAs: '21vianet', ...suspended }, {}, 'deleted'],
    ['or as long as switched', 60, { soldAs: '21vianet', ...suspended }, { vianetDaysUntilDeleted: 61 }, 'suspended'],
    ['new commerce keeps it to the end of the term', 199, suspended, {}, 'suspended'],
    ['then it expires (6.4 (!))', 200, suspended, {}, 'expired'],
    ['or is disabled', 200, suspended, { suspendedAtTermEnd: 'disabled' }, 'disabled'],
    ['or is deleted', 200, suspended, { suspendedAtTermEnd: 'deleted' }, 'deleted'],
    ['what expires is disabled after 30 days', 230, suspended, {}, 'disabled'],
    ['and deleted after 90 more', 320, suspended, {}, 'deleted'],
    ['an active one without renewal expires', 200, { autoRenew: false }, {}, 'expired'],
    ['an active one with renewal goes on', 200, {}, {}, 'active'],
    ['a plan has no end', 4000, { soldAs: 'azure-plan', ...suspended }, {}, 'suspended'],
  ]
  for (const [what, days, seed, switches, status] of table)
    it(`${what}: ${status} after ${days} days`, async () =>
      assert.equal((await at(days, seed, switches)).status, status))

  it('renews by the year or the month, and what was scheduled has happened', async () => {
    const fields = { scheduledNextTermInstructions: { quantity: 3 } }
    const yearly = await at(200, { fields })
    assert.equal(yearly.resource.commitmentEndDateTime, '2027-10-17T06:00:00.000Z')
    assert.equal(yearly.resource.scheduledNextTermInstructions, undefined)
    const monthly = await at(75, { commitmentEnd: inDays(10), fields: { termDuration: 'P1M' } })
    assert.equal(monthly.resource.commitmentEndDate, '2026-07-10T06:00:00.000Z')
    assert.deepEqual(monthly.transitions, [])
  })

  it('happens at its own moments, however far the jump', async () => {
    const { transitions } = await at(1000, suspended)
    assert.deepEqual(
      transitions.map(({ to, at: moment, by }) => [to, moment, by]),
      [
        ['expired', inDays(200), 'time'],
        ['disabled', inDays(230), 'time'],
        ['deleted', inDays(320), 'time'],
      ],
    )
  })

  it('happens in order, whoever it happens to', async () => {
    const late = aSubscription({ since: morning, ...suspended })
    const simulator = await aSimulator({ seed: aSeed([late, { ...late, id: addOn, soldAs: 'legacy' }]) })
    simulator.advance(250 * day)
    assert.deepEqual(
      simulator.transitions().map(({ to, at: moment }) => [to, moment]),
      [
        ['deleted', inDays(90)],
        ['expired', inDays(200)],
        ['disabled', inDays(230)],
      ],
    )
  })

  it('takes add-ons along when the base is deleted', async () => {
    const base = aSubscription({ soldAs: 'legacy', since: morning, ...suspended })
    const simulator = await aSimulator({
      seed: aSeed([base, aSubscription({ id: addOn, parent: seats, soldAs: 'legacy' })]),
    })
    simulator.advance(90 * day)
    assert.deepEqual(
      simulator.subscriptions().map(({ status }) => status),
      ['deleted', 'deleted'],
    )
  })

  it('brings nothing that was accepted to what is gone meanwhile', async () => {
    const simulator = await aSimulator({ switches: { changes: 'later' } })
    const call = await caller(simulator)
    assert.equal((await call(seatsPath, { method: 'PATCH', body: suspended })).status, 202)
    simulator.flip({ customer: harbor, subscription: seats, status: 'deleted' })
    simulator.advance(day)
    assert.deepEqual(
      simulator.transitions().map(({ to, by }) => [to, by]),
      [['deleted', 'operator']],
    )
  })
})
