import assert from 'node:assert/strict'
import { advanceDemo, stepOf } from '../../../bot/cli/demo-advance.ts'
import { startOperators } from '../../../bot/demo/operators.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import type { DemoClock } from '../../../bot/demo/demo-clock.ts'
import { lanes, type Lane } from '../../../domain/customers/lane.ts'
import { later } from '../../../domain/shared/time.ts'
import { morning, today } from '../../kit/builders.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

const day = 86_400_000

describe('moving the demo ahead', () => {
  let operators: Awaited<ReturnType<typeof startOperators>>
  let steps: number[]
  before(async () => (operators = await startOperators({}, demoCustomers(), today, () => morning)))
  after(() => operators.close())
  beforeEach(() => void (steps = []))

  const clock: DemoClock = {
    now: () =>
      later(
        morning,
        steps.reduce((sum, ms) => sum + ms, 0),
      ),
    aheadMs: 0,
    advance: async (ms) => void steps.push(ms),
    onMoved: () => undefined,
  }
  const run = async (said: string, api = (lane: Lane) => operators.lanes[lane]?.apiUrl ?? '', running = true) => {
    const open = await anOpenDesk()
    const access = open.accessOf('china')
    assert(access)
    const session = aSession()
    const desk = {
      ...open,
      demoClock: running ? clock : null,
      accessOf: (lane: Lane) => ({ ...access, api: new URL(api(lane)) }),
    }
    return { code: await advanceDemo(said, session, desk), seen: session.seen }
  }
  /** The day by an operator's own clock, as it dates what it is asked for. */
  const dateAt = async (lane: Lane) => {
    const answered = await fetch(new URL('/simulator/now', operators.lanes[lane]?.apiUrl))
    return ((await answered.json()) as { readonly now: string }).now
  }

  it('moves every operator’s clock, and then its own', async () => {
    const { code, seen } = await run('3d')
    assert.equal(code, 0)
    assert.deepEqual(steps, [3 * day])
    for (const lane of lanes) assert.equal(await dateAt(lane), later(morning, 3 * day))
    assert.equal(seen[0], 'It is Apr 3, 2025, 10:00 AM now in the demo (Asia/Shanghai).')
    assert.match(seen.join('\n'), /each thing once/)
    assert.match(seen.join('\n'), /Not moved:.*authenticator apps.*\n.*the books/)
  })

  it('leaves its own where an operator did not move', async () => {
    const { code, seen } = await run('3d', (lane) =>
      lane === 'china' ? 'http://127.0.0.1:9/' : 'https://operator.example/',
    )
    assert.deepEqual([code, steps], [1, []])
    assert.match(seen.join(), /operator of china did not answer/)
  })

  it('moves nothing where no demo runs', async () => {
    const { code, seen } = await run('3d', undefined, false)
    assert.deepEqual([code, ...seen], [1, 'Nothing was moved: no demo is running. Start it with: npm start'])
  })

  it('understands minutes, hours and days, and nothing else', () => {
    assert.deepEqual(['90m', '12h', '3D', '90d'].map(stepOf), [90 * 60_000, day / 2, 3 * day, 90 * day])
    for (const said of ['', '3', 'd', '0d', '-3d', '3 days', '91d', '1.5h', '99999m']) assert.equal(stepOf(said), null)
  })
})
