import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Weather } from '../../kit/fake-operator.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, ines, lin, mei, phones, rosa, seats, wang } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const here = 'teams:partner/mei'
const reason = fc.constantFrom<SuspensionReason>('non-payment', 'fraud', 'misuse')
const fault = (kind: 'unreachable' | 'throttled' | 'busy') => ({ kind })

/** Anything that may happen to the subscriptions of one customer on a bad day. */
const anEvent = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    reason,
    subscriptions: fc.subarray([seats, phones], { minLength: 1 }),
    by: fc.constantFrom(mei, lin),
  }),
  fc.record({ kind: fc.constant('approve' as const) }),
  fc.record({ kind: fc.constant('call off' as const) }),
  fc.record({ kind: fc.constant('resume' as const), reason }),
  fc.record({ kind: fc.constant('carry out' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('carry out all' as const) }),
  fc.record({ kind: fc.constant('arrive' as const) }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.constantFrom(0.01, 0.2, 2) }),
  fc.record({
    kind: fc.constant('looks' as const),
    weather: fc.constantFrom(fault('unreachable'), fault('throttled')),
  }),
  fc.record({
    kind: fc.constant('changes' as const),
    weather: fc.constantFrom<Weather>('lost', 'later', fault('unreachable'), fault('busy')),
  }),
)
type Event = typeof anEvent extends fc.Arbitrary<infer Of> ? Of : never

async function happen(event: Event, office: ADesk): Promise<void> {
  const { desk, operator, store } = office
  switch (event.kind) {
    case 'ask': {
      const ask = { reason: event.reason, subscriptions: event.subscriptions, note: 'seen', override: null }
      await desk.suspensions.request(contoso, ask, await operator.subscriptions(contoso), event.by, here)
      return
    }
    case 'approve':
      for (const { id, version } of await store.list('suspension', { open: true }))
        await desk.suspensions.approve({ case: id, version }, wang)
      return
    case 'call off':
      for (const { id, version } of await store.list('suspension', { open: true }))
        await desk.suspensions.callOff({ case: id, version }, mei)
      return
    case 'resume': {
      const asked = await desk.resumptions.ask(contoso, event.reason, event.reason === 'non-payment' ? mei : ines, here)
      if (asked.ok) await desk.resumptions.approve({ case: asked.value.id, version: 1 }, rosa)
      return
    }
    case 'carry out': {
      const acts = (await office.due()).filter(({ order }) => order.kind.endsWith('-subscription'))
      const entry = acts[event.which % acts.length]
      if (entry?.order.kind === 'suspend-subscription') await desk.carryOut.suspension(entry, entry.order)
      if (entry?.order.kind === 'reactivate-subscription') await desk.carryOut.resumption(entry, entry.order)
      return
    }
    case 'carry out all':
      await office.carryOutDue()
      return
    case 'arrive':
      return operator.letArrive()
    case 'pass':
      return office.run(event.hours)
    default:
      return operator.weather(event.kind, event.weather)
  }
}

describe('whatever happened to a customer’s subscriptions', () => {
  it('what the desk holds is out of service in the end, and what it does not hold is not', async function () {
    this.timeout(180_000)
    let out = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anEvent, { minLength: 4, maxLength: 24 }), async (events) => {
        const office = await aDesk()
        for (const event of events) await happen(event, office)
        office.operator.clearUp()
        for (let days = 0; days < 4; days += 1) {
          office.operator.letArrive()
          await office.run(24)
        }
        const held = new Set((await office.desk.resumptions.heldOf(contoso)).map(({ subscription }) => subscription))
        for (const { id, status } of await office.operator.subscriptions(contoso)) {
          assert.equal(status, held.has(id) ? 'suspended' : 'active', id)
          if (status === 'suspended') out += 1
        }
        assert.deepEqual(
          (await office.store.list('turn')).filter(({ value }) => value.case !== null),
          [],
          'nobody’s turn is left',
        )
      }),
      { ...runs, numRuns: 500 },
    )
    assert(out > 50, `only ${out} were out of service: nothing was tried`)
  })
})
