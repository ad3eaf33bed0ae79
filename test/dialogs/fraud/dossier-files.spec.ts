import assert from 'node:assert/strict'
import type { FileWanted, MadeFile } from '../../../dialogs/vocabulary/file.ts'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { anOperatorCustomer, aSubscription, contoso, mei, rosa, wang } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

const wanted: FileWanted = { file: 'dossier', customer: contoso, as: 'markdown' }

const open = (locale = 'en-US'): Promise<Office> =>
  anOffice({
    staff: [rosa, wang, mei],
    locales: { Rosa: locale },
    customers: [[anOperatorCustomer({ lane: 'global', name: 'Contoso / Ltd' }), [aSubscription()]]],
    accounts: [],
    matches: [],
    items: [],
    notices: [],
  })

/** What somebody is given who says yes to a file's card, and what they are told. */
async function taken(office: Office, who: string, file = wanted, fault: OutsideFault | null = null, channel?: string) {
  const given: MadeFile[] = []
  const told = await office.hear({
    kind: 'file-taken',
    by: office.speaker(who, { channel: channel ?? null, chat: 'teams' }),
    wanted: file,
    async give(made) {
      if (fault) throw fault
      given.push(made)
    },
  })
  return { given, told: told.map(({ reply }) => plain(reply)) }
}

const textOf = ({ bytes }: MadeFile) => new TextDecoder().decode(bytes)

describe('a dossier as a file', () => {
  it('is offered twice under its day, as a page and as Markdown, and read aloud by name', async () => {
    const office = await open()
    const by = office.speaker('Rosa', { channel: null, chat: 'teams' })
    const [said] = await office.hear({ kind: 'said', by, text: 'dossier contoso', inputs: {}, pressed: false })
    assert(said)
    assert.deepEqual(
      (said.reply.files ?? []).map(({ name, mediaType }) => [name, mediaType]),
      [
        ['fraud-dossier-contoso-ltd-2025-03-31.html', 'text/html'],
        ['fraud-dossier-contoso-ltd-2025-03-31.md', 'text/markdown'],
      ],
    )
    assert.match(
      plain(said.reply),
      /^File: fraud-dossier-contoso-ltd-2025-03-31\.html \(a page that prints, \d kB\)\.$/m,
    )
  })

  it('is made when it is taken, of what is known then', async () => {
    const office = await open()
    const before = await taken(office, 'Rosa')
    await office.pass(3 * 86_400_000)
    const after = await taken(office, 'Rosa')
    assert.deepEqual(
      [before, after].flatMap(({ given }) => given.map(({ name }) => name)),
      ['fraud-dossier-contoso-ltd-2025-03-31.md', 'fraud-dossier-contoso-ltd-2025-04-03.md'],
    )
    const [file] = after.given
    assert(file && textOf(file).startsWith('# ') && textOf(file).includes('Contoso / Ltd'))
  })

  it('is in the language of whoever takes it', async () => {
    const { given } = await taken(await open('zh-TW'), 'Rosa', { ...wanted, as: 'html' })
    assert(given[0] && textOf(given[0]).includes('<html lang="zh-Hant'))
  })

  it('is given to nobody who may not read it, whatever card they hold', async () => {
    const { given, told } = await taken(await open(), 'Mei')
    assert.deepEqual(given, [])
    assert.match(told.join('\n'), /Mei/)
  })

  it('is not given where others read', async () => {
    const { given, told } = await taken(await open(), 'Rosa', wanted, null, 'desk')
    assert.deepEqual([given, told.length], [[], 1])
  })

  it('is said not to have come where the chat did not take it', async () => {
    const fault = new OutsideFault({ service: 'teams', kind: 'unreachable' })
    const { told } = await taken(await open(), 'Rosa', wanted, fault)
    assert.match(told.join('\n'), /^fraud-dossier-contoso-ltd-2025-03-31\.md did not get through to this chat\./)
  })

  it('can be left where it is', async () => {
    const office = await open()
    const by = office.speaker('Rosa', { channel: null, chat: 'teams' })
    const told = await office.hear({ kind: 'file-declined', by, name: 'list.md' })
    assert.match(told.map(({ reply }) => plain(reply)).join(), /^list\.md was not put anywhere/)
  })
})
