import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { aSeed, aSimulator, guidOf, harbor, seats, stopSimulators } from './a-seed.ts'
import { caller, seatsPath, send } from './direct.ts'

const suspend = { method: 'PATCH', body: { status: 'suspended' } } as const

describe('a simulated operator that is started again', () => {
  let folder = ''
  const children = new Set<ChildProcess>()
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operator-'))
  })
  afterEach(async () => {
    await stopSimulators()
    for (const child of children) child.kill('SIGKILL')
    children.clear()
    await rm(folder, { recursive: true })
  })

  it('knows its subscriptions, its clock, its answers and its log', async () => {
    const file = join(folder, 'world.json')
    const requestId = guidOf(5)
    const first = await aSimulator({ file })
    first.advance(60_000)
    await (
      await caller(first)
    )(seatsPath, { ...suspend, requestId })
    const log = first.log()
    await stopSimulators()

    const second = await aSimulator({ file, seed: aSeed([]) })
    assert.deepEqual(second.log(), log)
    assert.equal(second.subscriptions()[0]?.status, 'suspended')
    const call = await caller(second)
    assert.equal((await call(seatsPath, { ...suspend, requestId })).status, 200)
    assert.equal(second.transitions().length, 1)
    assert.equal(second.log().at(-1)?.at, '2026-03-31T06:01:00.000Z')
  })

  it('has kept a change before it answers', async () => {
    const file = join(folder, 'world.json')
    const simulator = await aSimulator({ file })
    await (
      await caller(simulator)
    )(seatsPath, suspend)
    assert.match(await readFile(file, 'utf8'), /"status":"suspended"/)
  })

  it('does not go on with half a world', async () => {
    const file = join(folder, 'world.json')
    await writeFile(file, '{"customers":[')
    await assert.rejects(aSimulator({ file }), SyntaxError)
  })

  async function started(...args: readonly string[]) {
    const main = new URL('../../../adapters/simulators/main.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    children.add(child)
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    const [line] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => ['']),
    ])) as [string]
    return { child, errors: () => errors, connection: (line === '' ? {} : JSON.parse(line)) as Record<string, string> }
  }

  it('can be a process of its own, which outlives nobody it must not', async function () {
    // Three processes start one after the other.
    this.timeout(180_000)
    const seed = join(folder, 'seed.json')
    const state = join(folder, 'world.json')
    await writeFile(seed, JSON.stringify(aSeed()))
    const args = ['--lane', 'china', '--seed', seed, '--state', state, '--switches', '{"bom":1}']
    assert.match((await started(...args)).errors(), /bom/)
    const switches = ['--switches', '{"byteOrderMark":false}']
    const first = await started('--lane', 'china', '--seed', seed, '--state', state, ...switches)
    const { apiUrl } = first.connection
    const flip = { customer: harbor, subscription: seats, status: 'suspended' }
    const headers = { 'Content-Type': 'application/json' }
    await send(`${apiUrl}/simulator/flip`, { method: 'POST', headers, body: JSON.stringify(flip) })
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await started('--lane', 'china', '--seed', seed, '--state', state, '--with-parent')
    const { body } = await send(`${second.connection['apiUrl']}/simulator/subscriptions`)
    assert.equal((body['subscriptions'] as { status: string }[])[0]?.status, 'suspended')
    second.child.stdin.end()
    assert.deepEqual(await once(second.child, 'exit'), [0, null])
  })

  it('offers no German lane', async () => {
    assert.match((await started('--lane', 'germany')).errors(), /closed on 2021-10-29/)
  })
})
