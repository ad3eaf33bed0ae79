import assert from 'node:assert/strict'
import { join } from 'node:path'
import { newFolder, removeFolder } from '../kit/demo-desk.ts'
import { endAll, runScript, startScript } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson } from '../kit/teams-person.ts'

describe('a demo that is moved ahead from the console', function () {
  this.timeout(400_000)
  let folder: string
  let connector: TeamsConnector
  before(async () => {
    folder = await newFolder()
    connector = await openTeamsConnector()
  })
  after(async () => {
    await endAll()
    await connector.close()
    await removeFolder(folder)
  })

  it('has happen what falls due, and goes on from there after a restart', async () => {
    const env = { DESK_DATA: join(folder, 'desk'), PORT: '0' }
    const start = () => startScript('bot/index.ts', ['--no-playground'], env, /Desk\s+(http:\/\/\S+)/)
    const console = (...words: string[]) => runScript('bot/cli/index.ts', words, env)
    assert.match((await console('demo', 'advance', '3d')).output, /no demo is running/)

    const demo = await start()
    const ann = teamsPerson(demo.said[1] ?? '', connector, 'Ann', 'ann')
    await ann.say('help')
    await ann.say('suspend fabrikam for non-payment')
    await ann.sees(/Fabrikam/)
    await ann.press('Ask a second person')
    await ann.sees(/S-1/)
    const moved = await console('demo', 'advance', '4d')
    assert.equal(moved.code, 0, moved.output)
    // Whatever the day of the week: the end of the approvers' next working day is over by then.
    await ann.sees(/^S-1[^]*Expired/)
    // What reads the operators comes before what is alarmed by their silence.
    assert.doesNotMatch(ann.chat().join('\n'), /Nothing can be read/)
    const [, day = ''] = /It is (.+?\d{4}),/.exec(moved.output) ?? []

    await demo.end('SIGTERM')
    await start()
    const { output } = await console('demo', 'advance', '1m')
    assert(output.includes(`It is ${day},`), `${output} after ${moved.output}`)
  })
})
