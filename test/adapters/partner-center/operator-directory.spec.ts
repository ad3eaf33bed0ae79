import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOperatorDirectory } from '../../../adapters/partner-center/operator-directory.ts'
import type { OperatorCustomer } from '../../../domain/customers/customer.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aSeed, aSimulator, standingClock, stopSimulators } from '../simulators/a-seed.ts'
import { laneAt } from './a-lane.ts'

const fault = new OutsideFault({ service: 'partner-center:global', kind: 'unreachable' })

function customer(tenantId: string, lane: Lane = 'global', name = `${tenantId} Ltd`): OperatorCustomer {
  return { lane, tenantId, name, domain: `${tenantId}.example` }
}

/** An operator whose pages can be changed, and which can fail after some of them. */
function operator(lane: Lane, ...pages: OperatorCustomer[][]) {
  const state = { lane, pages, failing: false, reads: 0 }
  return {
    state,
    entry: {
      account: 'partner-1',
      operator: {
        lane,
        async *customers() {
          state.reads += 1
          yield* state.pages
          if (state.failing) throw fault
        },
      },
    },
  }
}

describe('the operator directory', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'directory-'))
  })
  afterEach(async () => {
    await stopSimulators()
    await rm(folder, { recursive: true })
  })

  const { now } = standingClock()
  const cacheOf = (lane: Lane) => join(folder, `operator-customers.${lane}.json`)
  const ids = (customers: readonly OperatorCustomer[]) => customers.map(({ lane, tenantId }) => `${lane} ${tenantId}`)

  it('knows nobody before the first reading', async () => {
    const directory = await openOperatorDirectory([operator('global').entry], { folder, now })
    assert.deepEqual([directory.customers(), directory.readAt('global'), directory.revision], [[], null, 0])
  })

  it('reads lanes whole, each into its own cache', async () => {
    const global = operator('global', [customer('a')], [customer('b')])
    const china = operator('china', [customer('c', 'china')])
    const directory = await openOperatorDirectory([global.entry, china.entry], { folder, now })
    await directory.refresh('global')
    await directory.refresh('china')
    assert.deepEqual(ids(directory.customers()), ['global a', 'global b', 'china c'])
    assert.equal(directory.readAt('global'), now())
    assert.equal(directory.readAt('us-government'), null)
    assert.deepEqual((await readdir(folder)).sort(), [
      'operator-customers.china.json',
      'operator-customers.global.json',
    ])
    assert.ok(!(await readFile(cacheOf('china'), 'utf8')).includes('a.example'))
    assert.equal((await stat(cacheOf('global'))).mode & 0o777, 0o600)
  })

  it('knows again after a restart what it knew, without a call', async () => {
    const global = operator('global', [customer('a')])
    const first = await openOperatorDirectory([global.entry], { folder, now })
    await first.refresh('global')
    const again = await openOperatorDirectory([global.entry], { folder, now })
    assert.deepEqual(again.customers(), first.customers())
    assert.equal(again.readAt('global'), now())
    assert.equal(global.state.reads, 1)
  })

  it('keeps what it knew when the lane fails, even half way', async () => {
    const global = operator('global', [customer('a'), customer('b')])
    const directory = await openOperatorDirectory([global.entry], { folder, now })
    await directory.refresh('global')
    const { revision } = directory
    global.state.pages = [[customer('a')]]
    global.state.failing = true
    await assert.rejects(directory.refresh('global'), fault)
    assert.deepEqual(ids(directory.customers()), ['global a', 'global b'])
    assert.equal(directory.revision, revision)
    assert.ok((await readFile(cacheOf('global'), 'utf8')).includes('b.example'))
    global.state.failing = false
    await directory.refresh('global')
    assert.deepEqual(ids(directory.customers()), ['global a'])
  })

  it('keeps what it knew when a real page is missing', async () => {
    const simulator = await aSimulator({ seed: aSeed([], 4), switches: { customersPerPage: 2 } })
    const entry = { operator: laneAt(simulator), account: simulator.connection.tenantId }
    const directory = await openOperatorDirectory([entry], { folder, now })
    await directory.refresh('global')
    assert.equal(directory.customers().length, 5)
    simulator.fault({ path: 'seekOperation', times: 4, then: { kind: 'answer', status: 500 } })
    await assert.rejects(directory.refresh('global'), OutsideFault)
    assert.equal(directory.customers().length, 5)
  })

  it('changes its revision with its answers and only then', async () => {
    const global = operator('global', [customer('a')])
    const directory = await openOperatorDirectory([global.entry], { folder, now })
    await directory.refresh('global')
    const { revision } = directory
    const answer = directory.customers()
    await directory.refresh('global')
    assert.equal(directory.revision, revision)
    assert.equal(directory.customers(), answer)
    global.state.pages = [[customer('a', 'global', 'Renamed Ltd')]]
    await directory.refresh('global')
    assert.notEqual(directory.revision, revision)
    assert.equal(directory.customers()[0]?.name, 'Renamed Ltd')
  })

  it('counts a customer once that moved between pages', async () => {
    const global = operator('global', [customer('a')], [customer('a'), customer('b')])
    const directory = await openOperatorDirectory([global.entry], { folder, now })
    await directory.refresh('global')
    assert.deepEqual(ids(directory.customers()), ['global a', 'global b'])
  })

  it('reads once for all who ask meanwhile', async () => {
    const global = operator('global', [customer('a')])
    const directory = await openOperatorDirectory([global.entry], { folder, now })
    await Promise.all([directory.refresh('global'), directory.refresh('global')])
    assert.equal(global.state.reads, 1)
    await directory.refresh('global')
    assert.equal(global.state.reads, 2)
  })

  for (const [what, text] of [
    ['cut off', '{"account":"partner-1","read'],
    ['of another shape', '{"account":"partner-1","readAt":"2026-03-31T06:00:00Z","customers":[{"tenantId":7}]}'],
    ['empty', ''],
  ] as const) {
    it(`does without a cache that is ${what}, and replaces it`, async () => {
      await writeFile(cacheOf('global'), text)
      const troubled: Lane[] = []
      const onCacheTrouble = (lane: Lane) => void troubled.push(lane)
      const directory = await openOperatorDirectory([operator('global', [customer('a')]).entry], {
        folder,
        now,
        onCacheTrouble,
      })
      assert.deepEqual([directory.customers(), directory.readAt('global')], [[], null])
      assert.deepEqual(troubled, ['global'])
      await directory.refresh('global')
      assert.ok((await readFile(cacheOf('global'), 'utf8')).includes('a.example'))
    })
  }

  it('does not believe the cache of another partner account', async () => {
    const global = operator('global', [customer('a')])
    await (await openOperatorDirectory([global.entry], { folder, now })).refresh('global')
    const other = await openOperatorDirectory([{ ...global.entry, account: 'partner-2' }], { folder, now })
    assert.deepEqual(other.customers(), [])
  })

  it('goes on when the cache cannot be written', async () => {
    const troubled: Lane[] = []
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await chmod(file, 0o600)
    const directory = await openOperatorDirectory([operator('global', [customer('a')]).entry], {
      folder: join(file, 'below'),
      now,
      onCacheTrouble: (lane) => void troubled.push(lane),
    })
    await directory.refresh('global')
    assert.deepEqual(ids(directory.customers()), ['global a'])
    assert.ok(troubled.includes('global'))
  })

  it('reads no lane that is not configured', async () => {
    const directory = await openOperatorDirectory([operator('global').entry], { folder, now })
    await assert.rejects(directory.refresh('china'), /not configured/)
  })
})
