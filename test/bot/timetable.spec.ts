import assert from 'node:assert/strict'
import { useFakeTimers, type SinonFakeTimers } from 'sinon'
import { startTimetable, type Task } from '../../bot/timetable.ts'
import { instantOf } from '../../domain/shared/time.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

const minute = 60_000
const hour = 60 * minute

describe('the timetable', () => {
  let clock: SinonFakeTimers
  let ran: string[]
  let logged: object[]
  /** How far the demo was moved. */
  let ahead = 0
  beforeEach(() => {
    // A Monday, 08:30 in Shanghai.
    clock = useFakeTimers({ now: Date.parse('2025-03-31T00:30:00Z') })
    ran = []
    ahead = 0
    logged = []
  })
  afterEach(() => clock.restore())

  const task = (changes: Partial<Task>): Task => ({
    name: 'digest',
    when: '0 9 * * *',
    atStart: false,
    run: async () => void ran.push(instantOf(clock.now)),
    ...changes,
  })
  const start = (...tasks: readonly Task[]) =>
    startTimetable(tasks, {
      zone: 'Asia/Shanghai',
      now: () => instantOf(clock.now + ahead),
      log: { error: (facts: object) => void logged.push(facts) },
    })

  it('runs what is due in the partner’s time zone, day after day, until it is stopped', async () => {
    const running = start(task({}))
    await clock.tickAsync(48 * hour)
    assert.deepEqual(ran, ['2025-03-31T01:00:00.000Z', '2025-04-01T01:00:00.000Z'])
    await running.stop()
    await clock.tickAsync(48 * hour)
    assert.equal(ran.length, 2)
  })

  it('runs at the start what may have been missed, and nothing else', async () => {
    const other: string[] = []
    const running = start(task({ atStart: true }), task({ run: async () => void other.push('ran') }))
    await clock.tickAsync(minute)
    assert.deepEqual([ran, other], [['2025-03-31T00:30:00.000Z'], []])
    await running.stop()
  })

  it('keeps to one run at a time, and waits for the last one when it is stopped', async () => {
    let release = (): void => undefined
    const running = start(
      task({
        when: '* * * * *',
        run() {
          ran.push(instantOf(clock.now))
          return new Promise<void>((done) => (release = done))
        },
      }),
    )
    await clock.tickAsync(3 * minute)
    assert.equal(ran.length, 1)
    release()
    await clock.tickAsync(minute)
    assert.equal(ran.length, 2)
    let stopped = false
    const stopping = running.stop().then(() => (stopped = true))
    await clock.tickAsync(minute)
    assert.equal(stopped, false)
    release()
    await stopping
    assert.equal(ran.length, 2)
  })

  it('runs what was missed once when the clock is moved, and goes on from there', async () => {
    const other: string[] = []
    const running = start(
      task({ atStart: true }),
      task({ when: '* * * * *', atStart: true, run: async () => void other.push('ran') }),
    )
    await clock.tickAsync(1)
    ran = []
    other.splice(0)
    ahead = 72 * hour
    running.moved()
    await clock.tickAsync(1)
    assert.deepEqual([ran.length, other.length], [1, 1])
    // It is half past eight there, on a Thursday.
    await clock.tickAsync(30 * minute)
    assert.equal(ran.length, 2)
    await running.stop()
  })

  it('leaves until its next time what does not run at a start either', async () => {
    const running = start(task({ when: '* * * * *' }))
    ahead = 72 * hour
    running.moved()
    await clock.tickAsync(1)
    assert.deepEqual(ran, [])
    await clock.tickAsync(minute)
    assert.equal(ran.length, 1)
    await running.stop()
  })

  it('runs once more what was under way when the clock was moved: it knew nothing of that', async () => {
    let release = (): void => undefined
    const running = start(
      task({
        atStart: true,
        run() {
          ran.push(instantOf(clock.now + ahead))
          return new Promise<void>((done) => (release = done))
        },
      }),
    )
    ahead = 72 * hour
    running.moved()
    release()
    await clock.tickAsync(1)
    assert.deepEqual(ran, ['2025-03-31T00:30:00.000Z', '2025-04-03T00:30:00.000Z'])
    release()
    await running.stop()
  })

  it('logs what failed without the outside’s words, and runs again', async () => {
    const fault = new OutsideFault({ service: 'partner-center:china', kind: 'unreachable', description: 'Contoso' })
    const running = start(task({ when: '* * * * *', run: () => Promise.reject(fault) }))
    await clock.tickAsync(2 * minute)
    await running.stop()
    assert.equal(logged.length, 2)
    assert.match(JSON.stringify(logged[0]), /"task":"digest","service":"partner-center:china","kind":"unreachable"/)
    assert.doesNotMatch(JSON.stringify(logged), /Contoso/)
  })
})
