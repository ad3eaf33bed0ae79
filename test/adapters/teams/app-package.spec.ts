import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import sinon from 'sinon'
import { teamsAppPackage } from '../../../adapters/teams/app-package.ts'
import manifest from '../../../manifest/teams/manifest.json' with { type: 'json' }
import inChinese from '../../../manifest/teams/zh-tw.json' with { type: 'json' }

const appId = '11111111-1111-4111-8111-11111111111a'

describe('the package of the Teams app', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'partner-desk-'))
    cpSync(new URL('../../../manifest/teams', import.meta.url), folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const put = (file: string, content: object) =>
    writeFileSync(join(folder, file), content instanceof Uint8Array ? content : JSON.stringify(content))
  const faults = async () => {
    const built = await teamsAppPackage(folder, appId)
    assert('faults' in built)
    return built.faults
  }
  const zip = async (id: string | null = appId) => {
    const built = await teamsAppPackage(folder, id)
    assert('zip' in built, 'faults' in built ? built.faults.join('\n') : '')
    return built.zip
  }
  const read = (bytes: Uint8Array | undefined) => JSON.parse(Buffer.from(bytes ?? []).toString()) as unknown

  it('holds the manifest with the given id, both icons and every language, side by side', async () => {
    const files = unzipSync(await zip())
    const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file)
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png', ...languages].sort())
    assert.deepEqual(read(files['manifest.json']), {
      ...manifest,
      id: appId,
      bots: manifest.bots.map((bot) => ({ ...bot, botId: appId })),
    })
    for (const file of languages) assert.deepEqual(files[file], new Uint8Array(readFileSync(join(folder, file))), file)
    for (const icon of ['color.png', 'outline.png'])
      assert.deepEqual(Buffer.from(files[icon] ?? []), readFileSync(join(folder, icon)))
  })

  it('keeps the id of the manifest where none is given', async () => {
    put('manifest.json', { ...manifest, id: appId })
    const { id } = read(unzipSync(await zip(null))['manifest.json']) as { readonly id: string }
    assert.equal(id, appId)
  })

  it('is the same, byte for byte, whenever it is built', async () => {
    const clock = sinon.useFakeTimers({ now: new Date('2025-03-31'), toFake: ['Date'] })
    const first = await zip()
    clock.setSystemTime(new Date('2026-01-01'))
    assert.deepEqual(await zip(), first)
  })

  const [bot] = manifest.bots
  const [commands] = bot?.commandLists ?? []
  const withCommands = (list: readonly object[]) => ({
    bots: [{ ...bot, commandLists: [{ ...commands, commands: list }] }],
  })
  const command = { title: 'overdue', description: 'Who owes what' }
  const refused: readonly (readonly [what: string, change: object, fault: string])[] = [
    ['an id that is none', { id: 'mine' }, 'id must be a GUID'],
    ['a version like 1.0', { version: '1.0' }, 'version must be like 1.0.0'],
    [
      'a name of 31 characters',
      { name: { ...manifest.name, short: 'a'.repeat(31) } },
      'name.short must have at most 30 characters',
    ],
    ['no full name', { name: { short: 'Desk' } }, 'name.full is missing'],
    [
      'a description of 81 characters',
      { description: { ...manifest.description, short: 'a'.repeat(81) } },
      'description.short must have at most 80 characters',
    ],
    [
      'a company of 33 characters',
      { developer: { ...manifest.developer, name: 'a'.repeat(33) } },
      'developer.name must have at most 32 characters',
    ],
    [
      'a page over plain http',
      { developer: { ...manifest.developer, privacyUrl: 'http://example.com' } },
      'developer.privacyUrl must be an https address',
    ],
    ['a colour by name', { accentColor: 'blue' }, 'accentColor must be a colour like #1F4E79'],
    [
      'an icon elsewhere',
      { icons: { ...manifest.icons, color: '../color.png' } },
      'icons.color must name a file beside the manifest',
    ],
    ['two bots', { bots: [bot, bot] }, 'bots must have at most 1 entries'],
    [
      '11 commands',
      withCommands(Array(11).fill(command) as object[]),
      'bots[0].commandLists[0].commands must have at most 10 entries',
    ],
    [
      'a command of 33 characters',
      withCommands([command, { ...command, title: 'a'.repeat(33) }]),
      'bots[0].commandLists[0].commands[1].title must have at most 32 characters',
    ],
    [
      'a scope Teams does not know',
      { bots: [{ ...bot, scopes: ['channel'] }] },
      'bots[0].scopes[0] must be personal, team or groupChat',
    ],
    [
      'another version of the schema',
      { manifestVersion: '1.30' },
      'manifestVersion must be 1.19: its limits are the ones checked here',
    ],
    ['a permission nobody thought of', { permissions: ['identity'] }, 'it has permissions, which nothing here checks'],
  ]
  for (const [what, change, fault] of refused)
    it(`is not made with ${what}`, async () => {
      put('manifest.json', { ...manifest, ...change })
      assert.deepEqual(await faults(), [`manifest.json: ${fault}`])
    })

  const mistranslated: readonly (readonly [what: string, change: object, fault: string])[] = [
    ['is too long', { 'name.short': '字'.repeat(31) }, 'name.short must have at most 30 characters'],
    [
      'is of a command too long',
      { 'bots[0].commandLists[0].commands[2].description': '字'.repeat(129) },
      'bots[0].commandLists[0].commands[2].description must have at most 128 characters',
    ],
    [
      'is of a command that is not there',
      { 'bots[0].commandLists[0].commands[10].title': '字' },
      'translates bots[0].commandLists[0].commands[10].title, which the manifest does not have',
    ],
    ['lacks the name', { 'name.full': undefined }, 'it must translate name.full'],
    ['is no text', { 'name.short': 7 }, '["name.short"] must be text'],
  ]
  for (const [what, change, fault] of mistranslated)
    it(`is not made with a translation that ${what}`, async () => {
      put('zh-tw.json', { ...inChinese, ...change })
      assert.deepEqual(await faults(), [`zh-tw.json: ${fault}`])
    })

  it('is not made without what the manifest names', async () => {
    for (const file of ['zh-tw.json', 'color.png', 'outline.png']) rmSync(join(folder, file))
    assert.deepEqual(
      await faults(),
      ['color.png', 'outline.png', 'zh-tw.json'].map((file) => `${file} is not in ${folder}`),
    )
    rmSync(join(folder, 'manifest.json'))
    assert.deepEqual(await faults(), [`manifest.json is not in ${folder}`])
  })

  it('is not made from what is no JSON', async () => {
    put('zh-tw.json', Buffer.from('{'))
    assert.deepEqual(await faults(), ['zh-tw.json is no JSON'])
    put('manifest.json', Buffer.from('<manifest/>'))
    assert.deepEqual(await faults(), ['manifest.json is no JSON'])
  })

  it('is not made with icons of the wrong size', async () => {
    const [color, outline] = ['color.png', 'outline.png'].map((file) => readFileSync(join(folder, file)))
    assert(color && outline)
    put('color.png', outline)
    put('outline.png', color)
    assert.deepEqual(await faults(), [
      'color.png must be 192 by 192 pixels and is 32 by 32',
      'outline.png must be 32 by 32 pixels and is 192 by 192',
    ])
  })
})
