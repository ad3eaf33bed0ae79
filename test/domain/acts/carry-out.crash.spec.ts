import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { isSettled } from '../../../domain/acts/subscription-act.ts'
import { verifyChain } from '../../../domain/audit/audit-entry.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { contoso, mei, phones, seats } from '../../kit/builders.ts'
import { Crash, crashingAt } from '../../kit/crashing.ts'
import type { Weather } from '../../kit/fake-operator.ts'
import { runs } from '../../kit/runs.ts'
import { actsOf, approved, here } from './an-approval.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('carrying out what was approved', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })

  describe('a crash at any line', () => {
    const setting = [
      ['fine weather', []],
      ['the answer is lost', ['lost']],
      ['accepted, and seen later', ['later']],
      ['not answering at first', [{ kind: 'unreachable' }]],
    ] as const satisfies readonly (readonly [string, readonly Weather[]])[]

    for (const [what, weather] of setting)
      it(`leads to the same end: suspension, ${what}`, async () => {
        let place = 1
        for (let reached = true; reached; place += 1) {
          office = await aDesk()
          await approved(office, [seats, phones])
          office.operator.weather('changes', ...weather)
          const dying = crashingAt(place)
          await runUntilDeath(office.reopened(dying))
          await office.reopened().run(1)
          office.operator.letArrive()
          await office.reopened().run(40)
          await endedWell(`died at ${place}`)
          reached = dying.reached
        }
        assert(place > 12, `only ${place} places to die at`)
      })

    it('leads to the same end: resumption', async () => {
      let place = 1
      for (let reached = true; reached; place += 1) {
        office = await aDesk()
        await approved(office, [seats, phones])
        await office.carryOutDue()
        assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
        const dying = crashingAt(place)
        await runUntilDeath(office.reopened(dying))
        await office.reopened().run(3)
        const resumption = await office.get('resumption', 'R-1')
        assert(resumption?.status === 'carried-out', `died at ${place}`)
        assert(resumption.acts.every(({ result }) => result.state === 'done' && result.confirmed))
        assert.equal(office.operator.transitions.length, 4, `died at ${place}`)
        assert.deepEqual(await office.desk.resumptions.heldOf(contoso), [])
        reached = dying.reached
      }
      assert(place > 12, `only ${place} places to die at`)
    })

    /** Runs until the process dies or nothing is left to do. */
    async function runUntilDeath(mortal: ADesk): Promise<void> {
      try {
        await mortal.run(3)
      } catch (fault) {
        if (!(fault instanceof Crash)) throw fault
      }
    }

    async function endedWell(when: string): Promise<void> {
      const request = await office.get('suspension', 'S-1')
      assert(request?.status === 'carried-out', `${when}: ${request?.status}`)
      assert(
        request.acts.every(({ result }) => result.state === 'done' && result.confirmed),
        when,
      )
      assert.deepEqual(
        office.operator.transitions.map(({ subscription }) => subscription).toSorted(),
        [seats, phones].toSorted(),
        when,
      )
      const held = await office.desk.resumptions.heldOf(contoso)
      assert.deepEqual(
        held.map(({ holds }) => holds.length),
        [1, 1],
        when,
      )
      assert.equal(await office.get('open-suspension', `${contoso}/non-payment`), null, when)
      assert.deepEqual(await office.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 }, when)
      const ends = (await office.audited('S-1')).filter((entry) => entry === 'suspension.acted by desk')
      assert.equal(ends.length, 2, when)
      assert.equal((await verifyChain(office.store.auditTrail(), sha256)).broken, null, when)
    }
  })

  it('whatever breaks in whatever order: one transition each, and everything settled once the faults stop', async () => {
    const sky = fc.constantFrom<Weather>(
      'ok',
      'lost',
      'later',
      { kind: 'unreachable' },
      { kind: 'throttled' },
      { kind: 'busy' },
    )
    const aSpell = fc.record({
      looks: fc.array(sky, { maxLength: 4 }),
      changes: fc.array(sky, { maxLength: 2 }),
      dies: fc.integer({ min: 1, max: 30 }),
      arrives: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 90 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(aSpell, { maxLength: 5 }), async (spells) => {
        const mine = await aDesk()
        await approved(mine, [seats, phones])
        for (const { looks, changes, dies, arrives, minutes } of spells) {
          mine.operator.weather('looks', ...looks)
          mine.operator.weather('changes', ...changes)
          await mine
            .reopened(crashingAt(dies))
            .run(minutes / 60)
            .catch((thrown: unknown) => {
              if (!(thrown instanceof Crash)) throw thrown
            })
          if (arrives) mine.operator.letArrive()
        }
        mine.operator.clearUp()
        await mine.reopened().run(2)
        mine.operator.letArrive()
        await mine.reopened().run(2)
        const acts = await actsOf(mine)
        assert(acts.length === 2 && acts.every(isSettled))
        assert.deepEqual(
          acts.map(({ result }) => result.state),
          ['done', 'done'],
        )
        assert.equal(mine.operator.transitions.length, 2)
        assert.equal((await mine.get('suspension', 'S-1'))?.status, 'carried-out')
        assert.equal((await mine.desk.resumptions.heldOf(contoso)).length, 2)
      }),
      { ...runs, numRuns: 60 },
    )
  })
})
