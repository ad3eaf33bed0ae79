import assert from 'node:assert/strict'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import { harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { atTheOperator, day, noOf } from './at-the-operator.ts'

const term = {
  start: '2025-10-17T06:00:00.000Z',
  commitmentEnd: '2026-10-17T06:00:00.000Z',
  monthlyCharge: { amount: 310, currency: 'EUR' },
} as const
const termEnds = 200

interface Moment {
  readonly days: number
  readonly status: string
  readonly users: boolean
  readonly admins: boolean
}

/** How it goes on after the term, by days since the suspension. */
const table: readonly (readonly [what: string, suspended: boolean, SwitchChange, readonly Moment[]])[] = [
  [
    'suspended at the end of its term: expired (!)',
    true,
    {},
    [
      { days: termEnds - 0.1, status: 'suspended', users: false, admins: true },
      { days: termEnds, status: 'expired', users: false, admins: true },
      { days: termEnds + 30, status: 'disabled', users: false, admins: true },
      { days: termEnds + 119.9, status: 'disabled', users: false, admins: true },
      { days: termEnds + 120, status: 'deleted', users: false, admins: false },
    ],
  ],
  [
    'suspended at the end of its term: disabled (!)',
    true,
    { suspendedAtTermEnd: 'disabled' },
    [
      { days: termEnds, status: 'disabled', users: false, admins: true },
      { days: termEnds + 90, status: 'deleted', users: false, admins: false },
    ],
  ],
  [
    'suspended at the end of its term: its data deleted (!)',
    true,
    { suspendedAtTermEnd: 'deleted' },
    [{ days: termEnds, status: 'deleted', users: false, admins: false }],
  ],
  [
    'active without renewal: expired, with access for 30 days',
    false,
    {},
    [
      { days: termEnds - 0.1, status: 'active', users: true, admins: true },
      { days: termEnds, status: 'expired', users: true, admins: true },
      { days: termEnds + 29.9, status: 'expired', users: true, admins: true },
      { days: termEnds + 30, status: 'disabled', users: false, admins: true },
      { days: termEnds + 120, status: 'deleted', users: false, admins: false },
    ],
  ],
]

describe('new commerce after its term, by facts/partner-center 6.4', () => {
  afterEach(stopSimulators)

  for (const [what, suspended, switches, moments] of table)
    for (const { days, ...expected } of moments)
      it(`${what}: ${expected.status} after ${days} days`, async () => {
        const at = await atTheOperator({ subscription: { ...term, autoRenew: false }, switches })
        if (suspended) await at.suspend()
        at.simulator.advance(days * day)
        const { status } = await at.look()
        assert.deepEqual({ status, ...at.simulator.access(harbor, seats) }, expected)
      })

  for (const suspendedAtTermEnd of ['expired', 'disabled', 'deleted'] as const)
    it(`cannot be brought back, suspended or ended: ${suspendedAtTermEnd}`, async () => {
      const at = await atTheOperator({ subscription: term, switches: { suspendedAtTermEnd } })
      await at.suspend()
      at.simulator.advance(termEnds * day)
      const code = suspendedAtTermEnd === 'deleted' ? '2011' : '800040'
      assert.deepEqual(await noOf(at.reactivate()), ['refused', code])
      assert.deepEqual(await noOf(at.suspend()), ['refused', code])
      if (suspendedAtTermEnd !== 'deleted') assert.deepEqual(await noOf(at.cancel()), ['refused', code])
    })

  it('is not charged for any more', async () => {
    const at = await atTheOperator({ subscription: term })
    await at.suspend()
    at.simulator.advance((termEnds + 20) * day)
    // October, in which the term ended on the 17th, at six in the morning.
    assert.deepEqual(
      (await at.lane.costs(harbor))?.map(({ amount, from }) => [from, amount.minor]),
      [['2026-10-01', 17_000]],
    )
    at.simulator.advance(30 * day)
    assert.deepEqual(
      (await at.lane.costs(harbor))?.map(({ amount, from }) => [from, amount.minor]),
      [['2026-11-01', 0]],
    )
  })

  it('is still told by the API, which the portal’s list no longer does', async () => {
    const at = await atTheOperator({ subscription: { ...term, autoRenew: false } })
    at.simulator.advance(termEnds * day)
    assert.deepEqual(
      (await at.lane.subscriptions(harbor)).map(({ status }) => status),
      ['expired'],
    )
  })

  it('with renewal, what was scheduled has come about', async () => {
    const scheduledNextTermInstructions = { product: { termDuration: 'P1M', billingCycle: 'Annual' }, quantity: 9 }
    const at = await atTheOperator({ subscription: { ...term, fields: { scheduledNextTermInstructions } } })
    at.simulator.advance(termEnds * day)
    const { quantity, term: length, billingCycle, scheduledChange, commitmentEnd, cancellableUntil } = await at.look()
    assert.deepEqual(
      { quantity, length, billingCycle, scheduledChange, commitmentEnd, cancellableUntil },
      {
        quantity: 9,
        length: 'P1M',
        billingCycle: 'Annual',
        scheduledChange: null,
        commitmentEnd: '2026-11-17T06:00:00.000Z',
        cancellableUntil: '2026-10-24T06:00:00.000Z',
      },
    )
  })
})
