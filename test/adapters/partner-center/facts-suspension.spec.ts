import assert from 'node:assert/strict'
import type { Access } from '../../../adapters/simulators/partner-center/access.ts'
import type { SoldAs } from '../../../adapters/simulators/partner-center/seed.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { addOn, aSubscription, harbor, seats, stopSimulators } from '../simulators/a-seed.ts'
import { atTheOperator, day, noOf } from './at-the-operator.ts'

const lastDay: Instant = '2026-10-17T06:00:00.000Z'
const scheduledNextTermInstructions = { product: { productId: 'CFQ7', termDuration: 'P1Y' }, quantity: 20 }
const nextChargeInstructions = { quantity: 25 }

function sold(soldAs: SoldAs, switches: SwitchChange = {}) {
  return atTheOperator({
    lane: soldAs === '21vianet' ? 'china' : 'global',
    subscription: {
      soldAs,
      start: '2025-10-17T06:00:00.000Z',
      commitmentEnd: lastDay,
      autoRenew: true,
      monthlyCharge: { amount: 300, currency: 'EUR' },
      fields: { scheduledNextTermInstructions, nextChargeInstructions },
    },
    more: [aSubscription({ id: addOn, soldAs, parent: seats })],
    switches,
  })
}

/** One column of the table in 6.3. */
interface Column {
  readonly soldAs: SoldAs
  readonly suspended: Access
  /** What the partner is charged for April, all of it suspended, of EUR 300.00. */
  readonly charged: readonly (readonly [SwitchChange, minor: number])[]
  readonly autoRenew: boolean
  readonly scheduledSeats: number | null
  /** From how many days after the suspension it cannot come back, and what it is by then. */
  readonly lost: readonly (readonly [SwitchChange, days: number, status: string, code: string])[]
}

const adminsOnly = { users: false, admins: true }
const termEnds = 200
const table: readonly Column[] = [
  {
    soldAs: 'new-commerce',
    suspended: adminsOnly,
    charged: [[{}, 30_000]],
    autoRenew: false,
    scheduledSeats: null,
    lost: [
      [{}, termEnds, 'expired', '800040'],
      [{ suspendedAtTermEnd: 'disabled' }, termEnds, 'disabled', '800040'],
      [{ suspendedAtTermEnd: 'deleted' }, termEnds, 'deleted', '2011'],
    ],
  },
  {
    soldAs: 'legacy',
    suspended: adminsOnly,
    charged: [[{}, 0]],
    autoRenew: true,
    scheduledSeats: 20,
    lost: [
      [{}, 90, 'deleted', '2011'],
      [{ legacyDaysUntilDeleted: 120 }, 120, 'deleted', '2011'],
      // Not past the term's end, however long it might be kept.
      [{ legacyDaysUntilDeleted: 1000 }, termEnds, 'deleted', '2011'],
    ],
  },
  {
    soldAs: '21vianet',
    suspended: adminsOnly,
    charged: [
      [{ vianetChargesSuspended: true }, 30_000],
      [{ vianetChargesSuspended: false }, 0],
    ],
    autoRenew: true,
    scheduledSeats: 20,
    lost: [[{}, 60, 'deleted', '2011']],
  },
]

describe('what suspension does, by facts/partner-center 6.3', () => {
  afterEach(stopSimulators)

  for (const { soldAs, suspended, charged, autoRenew, scheduledSeats, lost } of table)
    describe(soldAs, () => {
      it('users and administrators: who gets in', async () => {
        const at = await sold(soldAs)
        assert.deepEqual(at.simulator.access(harbor, seats), { users: true, admins: true })
        await at.suspend()
        assert.deepEqual(at.simulator.access(harbor, seats), suspended)
        await at.reactivate()
        assert.deepEqual(at.simulator.access(harbor, seats), { users: true, admins: true })
      })

      for (const [switches, minor] of charged)
        it(`what the partner goes on paying ${JSON.stringify(switches)}`, async () => {
          const at = await sold(soldAs, switches)
          await at.suspend()
          at.simulator.advance(40 * day)
          assert.deepEqual(await at.lane.costs(harbor), [
            { subscription: seats, amount: { minor, currency: 'EUR' }, from: '2026-04-01', to: '2026-04-30' },
          ])
        })

      it('auto-renew and scheduled changes, also after the return; next-charge instructions stay', async () => {
        const at = await sold(soldAs)
        await at.suspend()
        await at.reactivate()
        const seen = await at.look()
        assert.deepEqual(
          [seen.status, seen.autoRenew, seen.scheduledChange?.quantity ?? null],
          ['active', autoRenew, scheduledSeats],
        )
        assert.deepEqual(at.raw().nextChargeInstructions, nextChargeInstructions)
      })

      it('and all of it is put back with the renewal, field by field', async () => {
        const at = await sold(soldAs)
        const before = await at.look()
        await at.suspend()
        await at.reactivate()
        const { autoRenew: renews, scheduledChange } = before
        await at.lane.setRenewal(harbor, seats, { autoRenew: renews === true, scheduledChange }, at.newIntent())
        assert.deepEqual(await at.look(), before)
      })

      it('add-ons fall with their base, and cannot be brought back before it', async () => {
        const at = await sold(soldAs)
        await at.suspend()
        assert.equal((await at.look(addOn)).status, 'suspended')
        assert.deepEqual(await noOf(at.reactivate(addOn)), ['refused', '27009'])
        await at.reactivate()
        await at.reactivate(addOn)
        assert.equal((await at.look(addOn)).status, 'active')
      })

      for (const [switches, days, status, code] of lost) {
        it(`can be undone until the moment before ${days} days are over ${JSON.stringify(switches)}`, async () => {
          const at = await sold(soldAs, switches)
          await at.suspend()
          at.simulator.advance(days * day - 1000)
          await at.reactivate()
          assert.equal((await at.look()).status, 'active')
        })

        it(`and then not: ${status} ${JSON.stringify(switches)}`, async () => {
          const at = await sold(soldAs, switches)
          await at.suspend()
          at.simulator.advance(days * day)
          assert.equal((await at.look()).status, status)
          assert.deepEqual(await noOf(at.reactivate()), ['refused', code])
          assert.equal(at.simulator.access(harbor, seats).users, false)
        })
      }

      it('cannot change its renewal or its seats meanwhile', async () => {
        const at = await sold(soldAs)
        await at.suspend()
        const another = { quantity: 3, product: null, term: null, billingCycle: null, instructions: '{"quantity":3}' }
        const renewal = { autoRenew: true, scheduledChange: another }
        assert.deepEqual(await noOf(at.lane.setRenewal(harbor, seats, renewal, at.newIntent())), ['refused', '800091'])
      })
    })

  describe('new commerce around a renewal, up to 24 hours', () => {
    const soon = { subscription: { commitmentEnd: '2026-04-02T06:00:00.000Z' as const } }
    const off = { autoRenew: false, scheduledChange: null }

    for (const [hours, when] of [
      [24.1, 'before it'],
      [49, 'after it'],
    ] as const)
      it(`takes no change of its status or its renewal ${when}, and does later`, async () => {
        const at = await atTheOperator(soon)
        at.simulator.advance(hours * 3_600_000)
        assert.deepEqual(await noOf(at.suspend()), ['busy', '900278'])
        assert.deepEqual(await noOf(at.lane.setRenewal(harbor, seats, off, at.newIntent())), ['busy', '900278'])
        at.simulator.advance(2 * day)
        await at.lane.setRenewal(harbor, seats, off, at.newIntent())
        await at.suspend()
        assert.deepEqual(
          at.simulator.transitions().map(({ to }) => to),
          ['suspended'],
        )
      })

    it('a 409 without a code is waited out like one with it', async () => {
      const at = await atTheOperator()
      at.simulator.fault({ method: 'PATCH', then: { kind: 'answer', status: 409 } })
      assert.deepEqual(await noOf(at.suspend()), ['busy', undefined])
      await at.suspend()
      assert.equal(at.simulator.transitions().length, 1)
    })
  })
})
