import assert from 'node:assert/strict'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import type { FileWanted } from '../../../dialogs/vocabulary/file.ts'
import { heardIn, type Heard } from '../../../dialogs/vocabulary/heard.ts'
import { fileActivity } from '../../../dialogs/vocabulary/reply-activity.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { openFileHost, type FileHost } from '../../kit/file-host.ts'
import { openTeamsConnector, type TeamsConnector } from '../../kit/teams-connector.ts'
import { aFileToGive } from '../a-file-to-give.ts'
import { recorded } from './activities.ts'
import { openDoor, type OpenDoor } from './open-door.ts'

type Json = Record<string, unknown>
interface Attachment {
  readonly contentType: string
  readonly name: string
  readonly contentUrl?: string
  readonly content: { readonly acceptContext: Json; readonly declineContext: Json; readonly sizeInBytes: number }
}

describe('a file given in Teams', () => {
  let teams: TeamsConnector
  let drive: FileHost
  let door: OpenDoor
  let heard: Heard[]
  let faults: unknown[]
  beforeEach(async () => {
    teams = await openTeamsConnector()
    drive = await openFileHost()
    door = await openDoor(new LoopbackAuthentication(undefined))
    heard = []
    faults = []
    door.turn = async (context) => {
      const what = heardIn(context.activity)
      if (what) heard.push(what)
      if (what?.kind === 'said') await context.sendActivity(fileActivity(aFileToGive()))
      if (what?.kind === 'file-taken')
        await aFileToGive()
          .make()
          .then((made) => what.give(made))
          .catch((fault: unknown) => void faults.push(fault))
    }
  })
  afterEach(async () => {
    assert.deepEqual(door.failures, [])
    await Promise.all([door.close(), teams.close(), drive.close()])
  })

  const hear = (name: string, changes: object = {}) =>
    door.post(recorded(name, { serviceUrl: teams.serviceUrl, ...changes }))
  const attached = (nth: number): Attachment => (teams.shown[nth]?.versions[0]?.['attachments'] as Attachment[])[0]!
  let presses = 0
  /** Asks for the file, then answers its card; `times` presses at once. */
  const answer = (action: 'accept' | 'decline', uploadUrl: string, context?: Json) =>
    hear('message-personal', {
      id: `press-${(presses += 1)}`,
      type: 'invoke',
      name: 'fileConsent/invoke',
      text: undefined,
      replyToId: teams.shown[0]?.id,
      value: {
        type: 'fileUpload',
        action,
        context: context ?? attached(0).content[`${action}Context`],
        ...(action === 'decline'
          ? {}
          : {
              uploadInfo: {
                contentUrl: 'https://partner-my.sharepoint.com/list.md',
                name: 'list.md',
                uploadUrl,
                uniqueId: '1150D938',
                fileType: 'md',
              },
            }),
      },
    })

  it('is asked about first, and nothing of it is sent before', async () => {
    await hear('message-personal')
    const { contentType, name, content } = attached(0)
    assert.deepEqual(
      [contentType, name, content.sizeInBytes],
      ['application/vnd.microsoft.teams.card.file.consent', 'list.md', 7],
    )
    assert(!JSON.stringify(teams.shown).includes('ber'))
  })

  it('is put where the consent says, shown there, and its card goes', async () => {
    await hear('message-personal')
    const { status } = await answer('accept', drive.take('list.md'))
    assert.equal(status, 200)
    const [{ headers, text } = { headers: {}, text: '' }] = drive.put
    assert.deepEqual(
      [text, headers['content-range'], headers['content-length'], headers['content-type']],
      ['# Über', 'bytes 0-6/7', '7', 'text/markdown'],
    )
    assert.equal(headers.authorization, undefined)
    const { contentType, name, contentUrl } = attached(1)
    assert.deepEqual(
      [contentType, name, contentUrl],
      ['application/vnd.microsoft.teams.card.file.info', 'list.md', 'https://partner-my.sharepoint.com/list.md'],
    )
    assert.equal(teams.shown[0]?.deleted, true)
  })

  it('is put once, however often it is pressed', async () => {
    await hear('message-personal')
    const address = drive.take('list.md')
    await Promise.all([answer('accept', address), answer('accept', address)])
    assert.deepEqual([drive.put.length, teams.shown.length, heard.length], [1, 2, 3])
  })

  for (const wanted of [
    { file: 'dossier', customer: 'contoso', as: 'html' },
    {
      file: 'overdue',
      filters: { overDays: 30, fromDays: null, lane: 'china', above: { minor: 100_000, currency: 'CNY' }, mine: true },
    },
  ] satisfies FileWanted[])
    it(`is taken as it was wanted: ${wanted.file}`, async () => {
      const file = aFileToGive()
      door.turn = async (context) => {
        const what = heardIn(context.activity)
        if (what) heard.push(what)
        if (what?.kind !== 'said') return
        await context.sendActivity(fileActivity({ ...file, offered: { ...file.offered, wanted } }))
      }
      await hear('message-personal')
      await answer('accept', drive.take('list.md'))
      const taken = heard.at(-1)
      assert.deepEqual(taken?.kind === 'file-taken' && taken.wanted, wanted)
    })

  it('can be taken again where it did not arrive', async () => {
    await hear('message-personal')
    await answer('accept', drive.take('list.md', 503))
    assert(faults[0] instanceof OutsideFault && faults[0].facts.kind === 'unreachable')
    assert.equal(teams.shown[0]?.deleted, false)
    await answer('accept', drive.take('list.md'))
    assert.deepEqual([drive.put.length, teams.shown.length], [2, 2])
  })

  it('goes to nobody’s address but this machine’s in the demo', async () => {
    await hear('message-personal')
    await answer('accept', 'https://partner-my.sharepoint.com.evil.example/x')
    assert(faults[0] instanceof OutsideFault && faults[0].facts.code === 'not-allowed-there')
  })

  it('is left where it is when it is declined', async () => {
    await hear('message-personal')
    const { status } = await answer('decline', '')
    assert.equal(status, 200)
    assert.deepEqual(
      heard.slice(1).map((each) => (each.kind === 'file-declined' ? each.name : each.kind)),
      ['list.md'],
    )
  })

  it('is an unknown button where somebody makes up what they want', async () => {
    await hear('message-personal')
    const { status } = await answer('accept', drive.take('list.md'), { desk: { wanted: { file: 'everything' } } })
    assert.deepEqual([status, heard[1]?.kind, drive.put.length], [200, 'unknown-button', 0])
  })

  it('is not offered where others read: Teams has no such card there', async () => {
    await hear('message-channel-mention')
    assert.deepEqual(
      teams.shown.map(({ versions }) => versions[0]?.['text']),
      ['only-personal: list.md'],
    )
  })
})
