import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConsole, socketIn } from '../../../bot/cli/console-door.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aConsole, type AConsole } from './a-console.ts'
import { openList } from './a-session.ts'

const file = { name: 'open.csv', base64: Buffer.from(openList(['INV-1', '2025-03-20', 100])).toString('base64') }
const run = (words: string) => ({ run: words.split(' '), user: 'root', file })
const importing = run('import open.csv --company Nimbus --complete')

describe('the console of a running desk', () => {
  let folder: string
  let open: AnOpenDesk
  let door: { close(): Promise<void> }
  let consoles: AConsole[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'))
    open = await anOpenDesk()
    door = await openConsole(folder, open)
    consoles = []
  })
  afterEach(async () => {
    for (const each of consoles) each.hangUp()
    await door.close()
    await rm(folder, { recursive: true })
  })

  const sitDown = async () => {
    const console = await aConsole(socketIn(folder))
    consoles.push(console)
    return console
  }
  /** Everything up to the next question. */
  const untilAsked = async (console: AConsole) => {
    for (;;) {
      const said = await console.next()
      if (said === null || said.startsWith('ask ')) return said
    }
  }
  const imports = async () => (await open.store.list('ledger-import')).length

  it('runs a command, says what it says, and hangs up with its exit code', async () => {
    const console = await sitDown()
    console.send(run('audit verify'))
    const said = await console.rest()
    assert.match(said[0] ?? '', /^print The audit is whole/)
    assert.deepEqual(said.slice(1), ['exit 0'])
  })

  it('asks through the wire, and knows who answered', async () => {
    const console = await sitDown()
    console.send(importing)
    assert.equal(await untilAsked(console), 'ask Import this? (yes/no) ')
    console.send({ answer: 'yes' })
    assert.equal((await console.rest()).at(-1), 'exit 0')
    const [entry] = await open.store.auditOf('L-1')
    assert.equal(entry?.by, 'console:root')
  })

  it('says what there is to somebody who asks for something else', async () => {
    const console = await sitDown()
    console.send(run('reboot'))
    const said = await console.rest()
    assert.match(said[0] ?? '', /^print npm run desk -- <command>/)
    assert.equal(said.at(-1), 'exit 2')
  })

  for (const [what, line] of [
    ['no JSON', 'audit verify'],
    ['JSON of another kind', '{"run":"audit verify"}'],
    ['a list', '[]'],
    ['nothing', ''],
  ] as const) {
    it(`refuses ${what} in one sentence, and goes on serving others`, async () => {
      const stranger = await sitDown()
      stranger.line(line)
      assert.deepEqual(await stranger.rest(), ['print The desk cannot read what this console says.', 'exit 1'])
      const console = await sitDown()
      console.send(run('audit verify'))
      assert.equal((await console.rest()).at(-1), 'exit 0')
    })
  }

  it('takes an answer nobody asked for as no command at all', async () => {
    const console = await sitDown()
    console.send({ answer: 'yes' })
    assert.deepEqual(await console.rest(), ['print The desk cannot read what this console says.', 'exit 1'])
  })

  it('imports nothing when the console hangs up in the middle of a question', async () => {
    const [leaving, staying] = [await sitDown(), await sitDown()]
    leaving.send(importing)
    staying.send(importing)
    await untilAsked(leaving)
    leaving.hangUp()
    await untilAsked(staying)
    staying.send({ answer: 'no' })
    assert.deepEqual(await staying.rest(), ['print Nothing was imported.', 'exit 1'])
    assert.equal(await imports(), 0)
  })

  it('goes on serving when a console hangs up before it has read anything', async () => {
    const leaving = await sitDown()
    leaving.send(run('doctor'))
    leaving.hangUp()
    const staying = await sitDown()
    staying.send(run('audit verify'))
    assert.equal((await staying.rest()).at(-1), 'exit 0')
  })

  it('imports nothing on an answer that cannot be read', async () => {
    const console = await sitDown()
    console.send(importing)
    await untilAsked(console)
    console.line('yes')
    assert.equal((await console.rest()).at(-1), 'exit 1')
    assert.equal(await imports(), 0)
  })

  it('serves two at once, each with its own answers', async () => {
    const [first, second] = [await sitDown(), await sitDown()]
    first.send(importing)
    await untilAsked(first)
    second.send(importing)
    await untilAsked(second)
    second.send({ answer: 'no' })
    assert.deepEqual(await second.rest(), ['print Nothing was imported.', 'exit 1'])
    first.send({ answer: 'yes' })
    assert.equal((await first.rest()).at(-1), 'exit 0')
    assert.equal(await imports(), 1)
  })

  it('is open to the owner of the folder only', async () => {
    const { mode } = await stat(socketIn(folder))
    assert.equal((mode & 0o777).toString(8), '600')
  })

  it('hangs up on everybody when it closes, and leaves no socket', async () => {
    const console = await sitDown()
    console.send(importing)
    await untilAsked(console)
    await door.close()
    assert.equal(await console.next(), null)
    await assert.rejects(stat(socketIn(folder)), { code: 'ENOENT' })
    assert.equal(await imports(), 0)
    door = await openConsole(folder, open)
  })

  it('opens over what a killed desk left behind', async () => {
    await door.close()
    await writeFile(socketIn(folder), '')
    door = await openConsole(folder, open)
    const console = await sitDown()
    console.send(run('audit verify'))
    assert.equal((await console.rest()).at(-1), 'exit 0')
  })
})
