import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openList } from '../bot/cli/a-session.ts'
import { newFolder, removeFolder, startDesk, type DeskProcess } from '../kit/demo-desk.ts'
import { endAll, runScript } from '../kit/processes.ts'

describe('the command line', function () {
  this.timeout(400_000)
  let folder: string
  let desk: DeskProcess
  let list: string

  before(async () => {
    folder = await newFolder()
    list = join(folder, 'open.csv')
    // Within the policy's tolerance: a list that makes its only customer due needs a second person's yes.
    await writeFile(list, openList(['INV-1', '2025-03-20', 4]))
    desk = await startDesk(folder, [])
  })
  after(async () => {
    await endAll()
    await removeFolder(folder)
  })

  const say = (...words: readonly string[]) => runScript('bot/cli/index.ts', words, desk.env)
  const socket = () => join(folder, 'desk', 'console.sock')

  it('imports through the desk that runs, and what stays open is not assumed', async () => {
    const silent = await say('import', list, '--company', 'Nimbus', '--partial')
    assert.match(silent.output, /In the file: EUR\s4\.00 in 1 document\n[^]*Nothing was imported\.\n$/)
    assert.equal(silent.code, 1)
    const { code, output } = await say('import', list, '--company', 'Nimbus', '--partial', '--yes')
    assert.match(output, /Imported as L-2\. To take it back: npm run desk -- import --undo L-2\n$/)
    assert.equal(code, 0)
  })

  it('lets no name in a list steer the terminal', async () => {
    const named = join(folder, 'named.csv')
    await writeFile(named, openList(['INV-9', '2025-03-20', 9]).replace('Contoso Ltd', '\u001b]0;pwn\u0007"'))
    const { output } = await say('import', named, '--company', 'Nimbus', '--partial')
    assert.match(output, /NIMBUS:K-1001 \\u001b\]0;pwn\\u0007"/)
  })

  it('verifies and examines the desk that runs', async () => {
    const audit = await say('audit', 'verify')
    assert.match(audit.output, /^The audit is whole: \d+ entries/)
    assert.equal(audit.code, 0)
    const doctor = await say('doctor')
    for (const lane of ['global', 'us-government', 'china'])
      assert.match(doctor.output, new RegExp(`^ok {4}lane ${lane}: by API; answers`, 'm'))
    assert.equal(doctor.code, 0)
  })

  it('says plainly that the data folder has too long a path for it', async () => {
    const { code, output } = await runScript('bot/cli/index.ts', ['audit', 'verify'], {
      ...desk.env,
      DESK_DATA: join(folder, 'x'.repeat(120)),
    })
    assert.match(output, /^\/\S+console\.sock is too long a path for a socket\. Choose a folder.*DESK_DATA\.\n$/)
    assert.equal(code, 1)
  })

  it('wants a list in text, not a workbook', async () => {
    const { code, output } = await say('import', join(folder, 'open.xlsx'), '--yes')
    assert.match(output, /open\.xlsx is no list in text: save it as CSV/)
    assert.equal(code, 1)
  })

  it('names a file that is not there', async () => {
    const { code, output } = await say('import', join(folder, 'lost.csv'), '--yes')
    assert.match(output, /There is no file .*lost\.csv\./)
    assert.equal(code, 1)
  })

  it('cannot start a second desk on the folder, and says who has it', async () => {
    const { code, output } = await runScript('bot/index.ts', ['--no-playground'], desk.env)
    const has = `the data folder ${join(folder, 'desk')} is in use by process ${desk.pid} on ${hostname()}, started `
    assert(output.startsWith(has), output)
    assert.match(output, /: stop that desk first, or give this one a folder of its own\n$/)
    assert.equal(code, 1)
  })

  describe('when no desk runs', () => {
    before(() => desk.end('SIGTERM'))

    it('opens the folder itself', async () => {
      assert.equal(existsSync(socket()), false)
      const undone = await say('import', '--undo', 'L-2', '--as', 'Mei')
      const output = "L-2 waits for a second person's yes in chat; until then it stands.\n"
      assert.deepEqual(undone, { code: 0, output })
      const audit = await say('audit', 'verify')
      assert.match(audit.output, /^The audit is whole/)
      assert.equal(audit.code, 0)
    })

    it('is not led astray by the socket of a desk that was killed', async () => {
      desk = await startDesk(folder, [])
      await desk.end('SIGKILL')
      assert.equal(existsSync(socket()), true)
      const { code, output } = await say('doctor')
      assert.match(output, /^look {2}lane china: by hand, as it is not configured/m)
      assert.equal(code, 0)
    })

    it('tells what there is to whoever says nothing', async () => {
      const { code, output } = await runScript('bot/cli/index.ts', [], {})
      assert.match(output, /^npm run desk -- <command>\n/)
      assert.equal(code, 0)
    })
  })
})
