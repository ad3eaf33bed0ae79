import assert from 'node:assert/strict'
import { deskTasks } from '../../bot/desk-tasks.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { Desk } from '../../domain/desk.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

describe('what the desk does by itself', () => {
  const logged: object[] = []
  const log = { warn: (facts: object) => void logged.push(facts) }

  it('looks at each operator every minute, within half of what it may ask, and tells what cut a look short', async () => {
    const passed: (readonly [Lane, number])[] = []
    const fault = new OutsideFault({ service: 'partner-center:china', kind: 'throttled', description: 'Contoso' })
    const watch = {
      async pass(lane: Lane, most: number) {
        passed.push([lane, most])
        return { looked: 0, stoppedBy: lane === 'china' ? fault : null }
      },
    } as unknown as Desk['watch']
    const tasks = deskTasks({ watch } as Desk, log).filter(({ name }) => name.startsWith('watch '))
    for (const task of tasks) await task.run(() => true)
    assert.deepEqual(passed, [
      ['global', 250],
      ['us-government', 250],
      ['china', 250],
    ])
    assert(tasks.every(({ when, atStart }) => when === '* * * * *' && atStart))
    assert.deepEqual(logged, [
      {
        lane: 'china',
        service: 'partner-center:china',
        kind: 'throttled',
        status: undefined,
        code: undefined,
        correlationId: undefined,
      },
    ])
  })
})
