import assert from 'node:assert/strict'
import type { HandReport } from '../../../domain/acts/by-hand.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import { aLedger, contoso, lin, mei, morning, otto, phones, sam, seats, wang } from '../../kit/builders.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { actsOf, approved, here, promise, suspend, waiting } from './an-approval.ts'

const minutes = 60_000
const done: HandReport = { acts: null, because: null }
const notDone: HandReport = { acts: null, because: 'The portal is down.' }

describe('an act by hand', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const versionOf = async (id = 'S-1') => {
    const found = await office.store.get(id.startsWith('S') ? 'suspension' : 'resumption', id)
    return found?.version ?? 0
  }
  const report = async (what: HandReport, by: Staff = mei, id = 'S-1', desk = office.desk) =>
    desk.byHand.report({ case: id, version: await versionOf(id) }, what, by)
  const byHandSince = async () => (await actsOf(office)).map(({ delay }) => delay?.byHandSince)
  const holds = async () =>
    (await office.desk.resumptions.heldOf(contoso)).flatMap((held) => held.holds.map(({ reason }) => reason))
  const withoutLane = async (subscriptions = [seats]) => {
    await approved(office, subscriptions)
    office.world.configured = false
    await office.carryOutDue()
  }
  const silent = (kind: 'unreachable' | 'throttled' | 'busy' = 'unreachable', times = 2000) =>
    office.operator.weather('looks', ...Array.from({ length: times }, (): Weather => ({ kind })))

  describe('is asked for', () => {
    it('at once where the lane is not configured, and is not given up', async () => {
      await withoutLane()
      assert.deepEqual(await byHandSince(), [morning])
      await office.run(47.9)
      assert.deepEqual(await byHandSince(), [morning])
      await office.run(0.5)
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'too-late')
      assert.deepEqual(await holds(), [])
    })

    it('after ten minutes of silence, counted from the first trouble', async () => {
      await approved(office)
      office.operator.weather('looks', { kind: 'throttled' }, { kind: 'throttled' })
      silent()
      await office.run(10 / 60)
      assert.deepEqual(await byHandSince(), [undefined])
      await office.run(10 / 60)
      const [act] = await actsOf(office)
      assert.equal(act?.delay?.since, morning)
      const since = act.delay.byHandSince
      assert(since && since > later(morning, 10 * minutes) && since <= later(morning, 20 * minutes), since)
    })

    it('never while the subscription itself is busy', async () => {
      await approved(office)
      silent('busy')
      await office.run(20)
      assert.deepEqual(await byHandSince(), [undefined])
    })

    it('never for what the operator accepted: there is nothing left to do', async () => {
      await approved(office)
      office.operator.weather('changes', 'later')
      await office.carryOutDue()
      office.world.configured = false
      await office.run(20)
      assert.equal((await actsOf(office))[0]?.result.state, 'accepted')
      assert.deepEqual(await byHandSince(), [undefined])
    })

    it('no more once the operator answers, and the desk does it', async () => {
      await approved(office)
      silent('unreachable', 9)
      await office.run(15 / 60)
      assert.notDeepEqual(await byHandSince(), [undefined])
      await office.run(1)
      const [act] = await actsOf(office)
      assert(act?.result.state === 'done' && act.result.confirmed)
      assert.deepEqual([act.result.byHand, act.delay], [undefined, null])
      assert.deepEqual((await report(done)).ok, false)
    })

    it('no more when the debt is paid: nobody is cut off for what was paid', async () => {
      await withoutLane()
      office.world.ledger = aLedger({ items: [] })
      await office.run(0.5)
      const request = await office.get('suspension', 'S-1')
      assert.equal(request?.status === 'void' && request.why, 'paid')
    })

    it('of nobody once it was called off, though a call may still arrive', async () => {
      await approved(office)
      office.operator.weather('changes', 'lost')
      await office.carryOutDue()
      silent()
      await office.run(1)
      assert.notDeepEqual(await byHandSince(), [undefined])
      assert((await office.desk.suspensions.callOff({ case: 'S-1', version: await versionOf() }, mei)).ok)
      const outcome = await report(done)
      assert.equal(!outcome.ok && outcome.refusal.code, 'not-by-hand')
    })

    it('with one word to the asker, and one the next working morning to whoever asked and approved', async () => {
      await withoutLane([seats, phones])
      const told = () =>
        office.commits
          .flatMap(({ outbox = [] }) => outbox)
          .flatMap(({ order, dueAt }) => (order.kind === 'tell-staff' ? [`${order.staff} ${dueAt}`] : []))
      assert.deepEqual(told(), [`mei ${morning}`])
      await office.run(47)
      const nineNextDay = '2025-04-01T01:00:00.000Z'
      assert.deepEqual(told(), [`mei ${morning}`, `mei ${nineNextDay}`, `wang ${nineNextDay}`])
    })

    it('and nobody is reminded of what was done', async () => {
      await withoutLane()
      assert((await report(done)).ok)
      const before = office.commits.length
      await office.run(47)
      const orders = office.commits.slice(before).flatMap(({ outbox = [] }) => outbox.map(({ order }) => order.kind))
      assert.deepEqual(orders, [])
    })
  })

  describe('that was done', () => {
    it('counts as done, by name, not confirmed; it is held, and no call leaves', async () => {
      await withoutLane()
      const at = later(morning, 5 * minutes)
      office.world.now = at
      assert((await report(done)).ok)
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out')
      assert.deepEqual(
        request.acts.map(({ result, delay }) => [result, delay]),
        [[{ state: 'done', at, confirmed: false, byHand: { by: 'mei', at } }, null]],
      )
      assert.deepEqual(await holds(), ['non-payment'])
      assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null)
      assert.deepEqual((await office.audited('S-1')).at(-1), 'suspension.done-by-hand by mei')
      office.world.configured = true
      const entry = await promise(office)
      assert.equal(await suspend(office, entry), 'kept')
      assert.deepEqual([office.operator.calls, await waiting(office)], [[], 0])
    })

    it('may be one of several; the others still wait', async () => {
      await withoutLane([seats, phones])
      const [, second] = await actsOf(office)
      assert((await report({ acts: [second?.intent ?? ''], because: null })).ok)
      const states = (await actsOf(office)).map(({ result }) => result.state)
      assert.deepEqual(states, ['waiting', 'done'])
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'approved')
      assert((await report(done, wang)).ok)
      assert.equal((await office.get('suspension', 'S-1'))?.status, 'carried-out')
      assert.deepEqual(await holds(), ['non-payment', 'non-payment'])
    })

    it('brings service back without a new hold', async () => {
      await approved(office)
      await office.carryOutDue()
      office.world.configured = false
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.carryOutDue()
      assert((await report(done, mei, 'R-1')).ok)
      const resumption = await office.get('resumption', 'R-1')
      assert.equal(resumption?.status, 'carried-out')
      assert.deepEqual(await holds(), [])
    })

    it('is confirmed once the lane answers, by looking only', async () => {
      await withoutLane()
      assert((await report(done)).ok)
      await office.run(30)
      office.operator.change(seats, { status: 'suspended' })
      office.world.configured = true
      await office.run(12)
      const request = await office.get('suspension', 'S-1')
      const result = request?.status === 'carried-out' ? request.acts[0]?.result : undefined
      assert(result?.state === 'done' && result.confirmed)
      assert.deepEqual(result.byHand, { by: 'mei', at: morning })
      assert(result.at > later(morning, 30 * 60 * minutes))
      assert.deepEqual(office.operator.calls, [`look ${seats}`])
      assert.deepEqual((await office.audited('S-1')).at(-1), 'suspension.confirmed by desk')
      assert.deepEqual(await holds(), ['non-payment'])
      assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 })
    })

    it('stays unconfirmed where the operator shows something else; after a month nobody looks any more', async () => {
      await withoutLane()
      assert((await report(done)).ok)
      office.world.configured = true
      await office.run(31 * 24)
      const [act] = await actsOf(office)
      assert(act?.result.state === 'done' && !act.result.confirmed)
      assert(office.operator.calls.every((call) => call === `look ${seats}`))
      assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 })
    })

    it('is held where the desk sees it before anybody has said so: it was asked for', async () => {
      await withoutLane()
      office.operator.change(seats, { status: 'suspended' })
      office.world.configured = true
      await office.run(1)
      assert.equal((await actsOf(office))[0]?.result.state, 'already')
      assert.deepEqual(await holds(), ['non-payment'])
    })
  })

  describe('that could not be done', () => {
    it('ends with the words of whoever tried, without a hold', async () => {
      await withoutLane()
      assert((await report(notDone, wang)).ok)
      const [act] = await actsOf(office)
      assert(act?.result.state === 'failed')
      assert.equal(act.result.trouble.description, 'The portal is down.')
      assert.equal(act.result.byHand?.by, 'wang')
      assert.deepEqual(await holds(), [])
      assert.deepEqual((await office.audited('S-1')).at(-1), 'suspension.not-done-by-hand by wang')
    })

    it('is held all the same where a call of the desk had left: it may have been carried out', async () => {
      await approved(office)
      office.operator.weather('changes', 'lost')
      await office.carryOutDue()
      silent()
      await office.run(1)
      assert((await report(notDone)).ok)
      assert.deepEqual(await holds(), ['non-payment'])
    })

    it('keeps what should have come back on hold', async () => {
      await approved(office)
      await office.carryOutDue()
      office.world.configured = false
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.carryOutDue()
      assert((await report(notDone, mei, 'R-1')).ok)
      assert.deepEqual(await holds(), ['non-payment'])
    })
  })

  describe('is written down', () => {
    for (const [by, may] of [
      [mei, true],
      [lin, true],
      [sam, false],
      [otto, false],
    ] as const)
      it(`${may ? '' : 'not '}by whoever ${may ? 'could' : 'could not'} ask for it or approve it: ${by.name}`, async () => {
        await withoutLane()
        const outcome = await report(done, by)
        assert.equal(outcome.ok || outcome.refusal.code, may || 'may-not-report')
      })

    it('only with words where it could not be done, and of something', async () => {
      await withoutLane()
      for (const [what, code] of [
        [{ acts: null, because: ' ' }, 'words-needed'],
        [{ acts: [], because: null }, 'nothing-chosen'],
        [{ acts: ['of-another-case'], because: null }, 'not-by-hand'],
      ] as const) {
        const outcome = await report(what)
        assert.equal(!outcome.ok && outcome.refusal.code, code)
      }
      assert.equal((await actsOf(office))[0]?.result.state, 'waiting')
    })

    it('once: of two presses at the same moment one counts', async () => {
      await withoutLane()
      const at = { case: 'S-1', version: await versionOf() }
      const outcomes = await Promise.all([
        office.desk.byHand.report(at, done, mei),
        office.desk.byHand.report(at, notDone, wang),
      ])
      assert.deepEqual(outcomes.map(({ ok }) => ok).toSorted(), [false, true])
      const lost = outcomes.find(({ ok }) => !ok)
      assert(lost && !lost.ok && ['changed-since', 'not-by-hand'].includes(lost.refusal.code))
      const ends = (await office.audited('S-1')).filter((entry) => entry.includes('by-hand'))
      assert.equal(ends.length, 1)
    })

    it('for what the pressed card showed: who saw an older one looks again', async () => {
      await withoutLane([seats, phones])
      const seen = await versionOf()
      const [first] = await actsOf(office)
      assert((await report({ acts: [first?.intent ?? ''], because: null })).ok)
      const outcome = await office.desk.byHand.report({ case: 'S-1', version: seen }, notDone, wang)
      assert.equal(!outcome.ok && outcome.refusal.code, 'changed-since')
    })

    it('without taking its turn from another case', async () => {
      await withoutLane()
      const id = `china/${contoso}/${seats}`
      const of = async () => (await office.get('turn', id))?.case
      assert((await report(done)).ok)
      assert.equal(await of(), null)
      const turn = await office.store.get('turn', id)
      const value = { customer: contoso, case: 'S-9' }
      await office.store.commit({ save: [{ kind: 'turn', id, value, basedOn: turn?.version ?? null }] })
      assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
      await office.carryOutDue()
      assert((await report(done, mei, 'R-1')).ok)
      assert.equal(await of(), 'S-9')
      assert.equal((await office.store.get('turn', id))?.version, (turn?.version ?? 0) + 2)
    })

    it('and an act that was settled keeps its result', async () => {
      await withoutLane()
      assert((await report(done)).ok)
      const before = await actsOf(office)
      const outcome = await report(notDone, wang)
      assert.equal(!outcome.ok && outcome.refusal.code, 'not-by-hand')
      assert.deepEqual(await actsOf(office), before)
    })

    for (const [what, begun] of [
      ['before the first call', false],
      ['before the same call is made again', true],
    ] as const)
      it(`while the desk is at it (${what}): no call leaves, and the promise is kept`, async () => {
        await approved(office)
        if (begun) {
          office.operator.weather('changes', { kind: 'unreachable' })
          await office.carryOutDue()
        }
        silent('unreachable', 9)
        await office.run(15 / 60)
        const calls = () => office.operator.calls.filter((call) => call.startsWith('suspend')).length
        const before = calls()
        const raced = office.reopened({
          lane: (lane) => ({
            ...lane,
            async subscription(...asked) {
              const seen = await lane.subscription(...asked)
              assert((await report(done)).ok)
              return seen
            },
          }),
        })
        const { earliestDue } = await office.store.backlog()
        assert(earliestDue)
        raced.world.now = earliestDue
        office.operator.clearUp()
        const entry = await promise(office)
        assert.equal(await suspend(raced, entry), 'kept')
        assert.deepEqual([calls(), await waiting(office)], [before, 0])
        assert.equal((await actsOf(office))[0]?.result.state, 'done')
      })
  })

  it('leads to the same end, wherever the desk dies: one hold, one entry, confirmed, and nothing called', async () => {
    let place = 1
    for (let reached = true; reached; place += 1) {
      office = await aDesk()
      await approved(office, [seats, phones])
      office.world.configured = false
      const dying = crashingAt(place)
      const mortal = office.reopened(dying)
      const untilDeath = (work: Promise<unknown>) =>
        work.catch((fault: unknown) => {
          if (!(fault instanceof Crash)) throw fault
        })
      await untilDeath(mortal.run(1))
      await untilDeath(report(done, mei, 'S-1', mortal.desk))
      await office.run(1)
      // Whoever pressed and saw no answer presses again.
      await report(done)
      for (const subscription of [seats, phones]) office.operator.change(subscription, { status: 'suspended' })
      office.world.configured = true
      await untilDeath(mortal.run(2))
      await office.reopened().run(60)
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out', `died at ${place}`)
      assert(
        request.acts.every(({ result }) => result.state === 'done' && result.confirmed && result.byHand?.by === 'mei'),
        `died at ${place}`,
      )
      assert.deepEqual(await holds(), ['non-payment', 'non-payment'])
      const entries = await office.audited('S-1')
      for (const what of ['suspension.done-by-hand by mei', 'suspension.confirmed by desk'])
        assert.equal(entries.filter((entry) => entry === what).length, 2, `died at ${place}`)
      assert(office.operator.calls.every((call) => call.startsWith('look')))
      assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 }, `died at ${place}`)
      reached = dying.reached
    }
    assert(place > 12, `only ${place} places to die at`)
  })
})
