import assert from 'node:assert/strict'
import { join } from 'node:path'
import { newFolder, removeFolder } from '../kit/demo-desk.ts'
import { childrenOf, endAll, eventually, runScript, runs, startScript, type Running } from '../kit/processes.ts'

describe('the demo as a process', function () {
  this.timeout(400_000)
  let folder: string
  let stopped: Running
  let killed: Running
  let alone: Running

  const start = (name: string, words: readonly string[], until: RegExp) =>
    startScript('bot/index.ts', words, { DESK_DATA: join(folder, name), PORT: '0' }, until)

  before(async () => {
    folder = await newFolder()
    ;[stopped, killed, alone] = await Promise.all([
      start('stopped', [], /Chat\s+http:\S+/),
      start('killed', [], /Chat\s+http:\S+/),
      start('alone', ['--no-playground'], /Chat\s+no local client; .*:(\d+)\/api\/messages/),
    ])
  })
  after(async () => {
    await endAll()
    await removeFolder(folder)
  })

  it('ends its local Teams client with itself, on Ctrl-C', async () => {
    const children = await childrenOf(stopped.pid)
    assert.equal(children.length, 1)
    assert.equal(await stopped.end('SIGINT'), 0)
    for (const pid of children) assert.equal(await runs(pid), false)
  })

  it('takes its local Teams client along when it is killed', async () => {
    const children = await childrenOf(killed.pid)
    assert.equal(children.length, 1)
    await killed.end('SIGKILL')
    for (const pid of children) await eventually(async () => !(await runs(pid)))
  })

  it('starts no client when it is told not to', async () => {
    assert.deepEqual(await childrenOf(alone.pid), [])
  })

  it('refuses a port that is taken, in one sentence', async () => {
    const port = alone.said[1] ?? ''
    const env = { DESK_DATA: join(folder, 'late'), PORT: port }
    const { code, output } = await runScript('bot/index.ts', ['--no-playground'], env)
    assert.match(output, new RegExp(`^Port ${port} is taken, [^\\n]+\\n$`))
    assert.equal(code, 1)
  })
})
