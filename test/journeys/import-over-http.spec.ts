import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openList } from '../bot/cli/a-session.ts'
import { failedTurns, newFolder, removeFolder, startDesk, type DeskProcess } from '../kit/demo-desk.ts'
import { openFileHost, type FileHost } from '../kit/file-host.ts'
import { endAll } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'

/** Within the policy's tolerance for a suspension, so that nobody else is asked; due long ago. */
const list = openList(['INV-1', '2025-03-20', 4]).replaceAll('Contoso Ltd', 'Woodgrove Bakery')

describe('a ledger sent to the desk over real HTTP', function () {
  this.timeout(400_000)
  let folder: string
  let connector: TeamsConnector
  let files: FileHost
  let desk: DeskProcess
  let mei: TeamsPerson

  beforeEach(async () => {
    folder = await newFolder()
    ;[connector, files] = await Promise.all([openTeamsConnector(), openFileHost()])
    desk = await startDesk(folder, [])
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')
  })
  afterEach(async () => {
    await endAll()
    await Promise.all([connector.close(), files.close()])
    await removeFolder(folder)
  })
  const uploads = () => readdir(join(folder, 'desk', 'uploads'))

  it('is read, shown, imported on a yes, also after the desk was killed in between, and overdue', async () => {
    await mei.sendFile('bakery.csv', files.hold('bakery.csv', list))
    await mei.sees(/Which part of the books does bakery\.csv speak for\?/)
    await mei.say('company Woodgrove')
    assert.equal((await uploads()).length, 1)
    await desk.end('SIGKILL')
    desk = await startDesk(folder, [])
    mei = teamsPerson(desk.url, connector, 'Mei', 'aad-mei')

    await mei.press('Only a part')
    await mei.sees(/In the file\n[^]*EUR\s4\.00 in 1 document/)
    await mei.press('Import')
    await mei.sees(/L-2: ledger import bakery\.csv\n[^]*Imported\./)
    assert.deepEqual([files.asked, await uploads()], [['/bakery.csv'], []])

    await mei.say('customer woodgrove bakery')
    await mei.sees(/Woodgrove Bakery[^]*overdue[^]*EUR\s4\.00/i)
    assert.deepEqual(await failedTurns(desk), [])
  })

  it('is fetched from nowhere but where the chat keeps files', async () => {
    await mei.sendFile('away.csv', 'https://contoso.sharepoint.com/away.csv')
    await mei.sees(/away\.csv could not be fetched/)
    await mei.sendFile('gone.csv', files.hold('other.csv', list).replace('other', 'gone'))
    await mei.sees(/gone\.csv could not be fetched/)
    assert.deepEqual(files.asked, ['/gone.csv'])
    assert.deepEqual([await uploads(), await failedTurns(desk)], [[], []])
  })
})
