import assert from 'node:assert/strict'
import { openLowdbStore } from '../../adapters/lowdb/lowdb-store.ts'
import type { SwitchChange } from '../../adapters/simulators/partner-center/switches.ts'
import type { PartnerCenterSimulator } from '../../adapters/simulators/partner-center-simulator.ts'
import { createDesk, type Desk } from '../../domain/desk.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { noHolidays } from '../../domain/ports/holiday-calendar.ts'
import { createWatchMemory } from '../../domain/watch/watch-memory.ts'
import type { LedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import { temporaryFolders } from '../adapters/lowdb/folders.ts'
import { laneAt } from '../adapters/partner-center/a-lane.ts'
import {
  addOn,
  aSeed,
  aSimulator,
  aSubscription,
  countedIds,
  harbor,
  seats,
  standingClock,
  stopSimulators,
} from '../adapters/simulators/a-seed.ts'
import { aLedger, anActingLane, anOperatorCustomer, aPolicy, mei, wang } from '../kit/builders.ts'
import { plainLetters } from '../kit/letters.ts'
import { clockCodes, plainSealer } from '../kit/second-factors.ts'

const nextTerm = { quantity: 20, product: { productId: 'ABC0TTC0XX11', termDuration: 'P1Y', billingCycle: 'Monthly' } }
const charge = { paymentInstructions: { method: 'invoice' } }
const place = accountKey({ channel: 'teams', tenant: 'partner', user: 'mei' })

/** The same day at the desk and at the operator, which speak over real HTTP; the desk keeps its files on disk. */
describe('suspended and resumed, a new-commerce subscription', function () {
  this.timeout(400_000)
  const folder = temporaryFolders()
  let clock: ReturnType<typeof standingClock>
  let simulator: PartnerCenterSimulator
  let store: DeskStore
  let desk: Desk
  afterEach(async () => {
    await store.close()
    await stopSimulators()
  })

  const open = async (switches: SwitchChange) => {
    clock = standingClock()
    const { now } = clock
    const fields = { scheduledNextTermInstructions: nextTerm, nextChargeInstructions: charge }
    const base = aSubscription({ fields })
    const seed = aSeed([base, aSubscription({ id: addOn, name: 'Voice', parent: seats, quantity: 5 })])
    simulator = await aSimulator({ now, seed, switches })
    store = await openLowdbStore(folder(), { now })
    for (const staff of [mei, wang])
      await store.commit({ save: [{ kind: 'staff', id: staff.id, value: staff, basedOn: null }] })
    await store.commit({ save: [{ kind: 'lane', id: 'global', value: anActingLane('global'), basedOn: null }] })
    const customer = anOperatorCustomer({ lane: 'global', tenantId: harbor, name: 'Harbor Lane' })
    const lane = laneAt(simulator, { now })
    desk = createDesk({
      store,
      ledger: { current: () => aLedger() } as LedgerDesk,
      operators: { revision: 1, customers: () => [customer], readAt: () => now() },
      laneOf: () => lane,
      patientLaneOf: () => lane,
      sweepLaneOf: () => lane,
      feedsOf: () => [],
      webhooksOf: () => null,
      spendingOf: () => null,
      writeLetter: plainLetters,
      memory: createWatchMemory(),
      holidays: { in: async () => noHolidays },
      sealer: plainSealer,
      codes: clockCodes,
      policy: aPolicy(),
      placesOf: ({ accounts }) => accounts.map(accountKey),
      chats: { root: 'teams', other: null },
      now,
      newId: countedIds(),
      newCode: () => '7KQ2M9FD',
    })
  }
  const keep = (entry: OutboxEntry): Promise<unknown> => {
    const { order } = entry
    if (order.kind === 'suspend-subscription') return desk.carryOut.suspension(entry, order)
    if (order.kind === 'reactivate-subscription') return desk.carryOut.resumption(entry, order)
    if (order.kind === 'restore-subscription') return desk.carryOut.restoring(entry, order)
    return desk.cards.settle(entry)
  }
  /** A working day at the operator's pace: everything that becomes due by then is kept. */
  const letWork = async () => {
    for (let minutes = 0; minutes < 480; minutes += 5) {
      for (;;) {
        const due = await store.takeDue(clock.now(), 20)
        if (due.length === 0) break
        for (const entry of due) await keep(entry)
      }
      clock.move(300_000)
    }
  }
  const suspend = async () => {
    const ask = {
      reason: 'customer-request',
      subscriptions: [seats],
      note: 'Ms Vu, by letter.',
      override: null,
    } as const
    const seen = await laneAt(simulator).subscriptions(harbor)
    const asked = await desk.suspensions.request(harbor, ask, seen, mei, place)
    assert(asked.ok, JSON.stringify(asked))
    assert((await desk.suspensions.approve({ case: asked.value.id, version: 1 }, wang)).ok)
    await letWork()
    const fallen = simulator.subscriptions().map(({ status, autoRenewEnabled }) => [status, autoRenewEnabled])
    assert.deepEqual(fallen, [
      ['suspended', false],
      ['suspended', false],
    ])
  }
  const resume = async () => {
    assert((await desk.resumptions.ask(harbor, 'customer-request', mei, place)).ok)
    await letWork()
    return (await store.get('resumption', 'R-1'))?.value
  }

  for (const addOnsReturn of [true, false])
    for (const fieldsLeftOut of ['reset', 'kept'] as const)
      for (const changes of ['at-once', 'later'] as const)
        it(`is field by field as before (add-ons return: ${addOnsReturn}, left out: ${fieldsLeftOut}, ${changes})`, async () => {
          await open({ addOnsReturn, fieldsLeftOut, changes })
          const before = simulator.subscriptions()
          await suspend()
          const resumption = await resume()
          assert(resumption?.status === 'carried-out')
          assert.deepEqual(simulator.subscriptions(), before)
          assert.deepEqual(
            resumption.restoring?.map(({ points }) => points),
            [
              [
                { what: 'auto-renew', state: 'back' },
                { what: 'scheduled-change', state: 'back' },
              ],
              [
                { what: 'service', state: 'back' },
                { what: 'auto-renew', state: 'back' },
              ],
            ],
          )
          assert.deepEqual(await store.list('snapshot'), [])
          assert.deepEqual(await store.list('held'), [])
          // Nothing was switched on and off on the way: each subscription left service once and came back once.
          assert.deepEqual(
            simulator.transitions().map(({ subscription, to }) => [subscription, to]),
            [
              [seats, 'suspended'],
              [addOn, 'suspended'],
              [seats, 'active'],
              [addOn, 'active'],
            ],
          )
        })

  it('or the card names what is not: the operator refuses to renew what it renewed before', async () => {
    await open({})
    await suspend()
    simulator.fault({ method: 'PATCH', path: seats })
    const error = { kind: 'error', status: 400, code: 800093 } as const
    simulator.fault({ method: 'PATCH', path: seats, then: error })
    const resumption = await resume()
    assert(resumption?.status === 'carried-out')
    assert.deepEqual(
      resumption.restoring?.map(({ points }) => points?.map((point) => [point.what, point.state])),
      [
        [
          ['auto-renew', 'left'],
          ['scheduled-change', 'left'],
        ],
        [
          ['service', 'back'],
          ['auto-renew', 'back'],
        ],
      ],
    )
    const [office, voice] = simulator.subscriptions()
    assert.deepEqual(
      [office?.status, office?.autoRenewEnabled, office?.scheduledNextTermInstructions],
      ['active', false, undefined],
    )
    assert.deepEqual([voice?.status, voice?.autoRenewEnabled], ['active', true])
  })
})
