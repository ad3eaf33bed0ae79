import assert from 'node:assert/strict'
import { setImmediate as settle } from 'node:timers/promises'
import { useFakeTimers, type SinonFakeTimers } from 'sinon'
import { keepCustomersFresh, readCustomersOnce } from '../../bot/keep-customers-fresh.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

const minute = 60_000
const hour = 60 * minute

describe('keeping the customers fresh', () => {
  let clock: SinonFakeTimers
  let refreshed: Lane[]
  let down: Set<Lane>
  let warned: object[]
  let fresh: { stop(): void }
  beforeEach(() => {
    clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    refreshed = []
    warned = []
    down = new Set()
  })
  afterEach(() => {
    fresh.stop()
    clock.restore()
  })
  const start = () => {
    const directory = {
      async refresh(lane: Lane) {
        refreshed.push(lane)
        if (down.has(lane))
          throw new OutsideFault({ service: lane, kind: 'unreachable', description: 'Contoso is not to be logged' })
      },
    }
    const log = { warn: (facts: object) => void warned.push(facts) }
    fresh = keepCustomersFresh(directory, (lane) => lane !== 'us-government', log)
  }
  const pass = async (ms: number) => {
    await clock.tickAsync(ms)
    await settle()
  }
  const reads = (lane: Lane) => refreshed.filter((each) => each === lane).length

  it('reads each configured lane at once', async () => {
    start()
    await pass(0)
    assert.deepEqual(refreshed, ['global', 'china'])
  })

  it('asks a lane that does not answer again within minutes, and leaves the others alone', async () => {
    down.add('china')
    start()
    await pass(5 * minute)
    assert(reads('china') >= 2, `${reads('china')} reads`)
    assert.equal(reads('global'), 1)
    down.clear()
    await pass(20 * minute)
    const settled = reads('china')
    await pass(hour)
    assert.equal(reads('china'), settled)
  })

  it('warns with facts that name nobody', async () => {
    down.add('global')
    start()
    await pass(0)
    assert.deepEqual(JSON.parse(JSON.stringify(warned)), [{ lane: 'global', service: 'global', kind: 'unreachable' }])
  })

  it('stops', async () => {
    start()
    await pass(0)
    fresh.stop()
    await pass(24 * hour)
    assert.equal(reads('global'), 1)
  })
})

describe('reading the customers once', () => {
  it('goes on to the next lane when one does not answer, and skips those without access', async () => {
    const read: Lane[] = []
    const warned: object[] = []
    const directory = {
      async refresh(lane: Lane) {
        read.push(lane)
        if (lane === 'global') throw new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })
      },
    }
    const log = { warn: (facts: object) => void warned.push(facts) }
    await readCustomersOnce(directory, (lane) => lane !== 'us-government', log)
    assert.deepEqual(read, ['global', 'china'])
    assert.equal(warned.length, 1)
  })
})
