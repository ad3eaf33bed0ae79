import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import english from '../../dialogs/languages/en.json' with { type: 'json' }
import chinese from '../../dialogs/languages/zh-hant.json' with { type: 'json' }
import { catalogue } from '../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' }
import inChinese from '../../manifest/teams/zh-tw.json' with { type: 'json' }

const bytes = (name: string) => readFileSync(new URL(`../../manifest/${name}`, import.meta.url))
const [bot, ...otherBots] = manifest.bots
const [list, ...otherLists] = bot?.commandLists ?? []
const commands = list?.commands ?? []
const verbs = ['overdue', 'customer', 'suspend', 'resume', 'ticket', 'help']

/** What a title means to whoever reads that language, all by itself. */
function meaning(title: string, language: unknown): string | undefined {
  const languages = languagesFrom([catalogue.parse(language)], 'en', 'UTC')
  return languages.understand(title, languages.best())?.verb
}

// Limits: facts/chat-platforms 4.14, of schema 1.19, which government clouds take too.
describe('the Teams manifest', () => {
  it('offers what the desk understands, in English and in Chinese', () => {
    assert.deepEqual(
      commands.map(({ title }) => meaning(title, english)),
      verbs,
    )
    const titles = commands.map((_, at) => translated(`bots[0].commandLists[0].commands[${at}].title`))
    assert.deepEqual(
      titles.map((title) => meaning(title, chinese)),
      verbs,
    )
  })

  it('is one bot with one list of commands, in every kind of chat', () => {
    assert.deepEqual([otherBots, otherLists], [[], []])
    const everywhere = ['personal', 'team', 'groupChat']
    assert.deepEqual([bot?.scopes, list?.scopes], [everywhere, everywhere])
  })

  it('asks for no permission and reads no message that does not mention it', () => {
    for (const key of ['permissions', 'authorization', 'webApplicationInfo', 'validDomains', 'devicePermissions'])
      assert(!(key in manifest), key)
  })

  it('keeps to the lengths Teams takes, in both languages', () => {
    const most = { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4000 }
    const own: Readonly<Record<string, string>> = {
      'name.short': manifest.name.short,
      'name.full': manifest.name.full,
      'description.short': manifest.description.short,
      'description.full': manifest.description.full,
    }
    for (const [key, length] of Object.entries(most))
      for (const text of [own[key] ?? '', translated(key)])
        assert(text !== '' && text.length <= length, `${key}: ${text}`)
    assert(manifest.developer.name.length <= 32)
    assert(commands.length <= 10)
    commands.forEach(({ title, description }, at) => {
      const key = `bots[0].commandLists[0].commands[${at}]`
      for (const text of [title, translated(`${key}.title`)]) assert(text.length <= 32, text)
      for (const text of [description, translated(`${key}.description`)]) assert(text.length <= 128, text)
    })
  })

  it('translates nothing that is not there', () => {
    const keys = Object.keys(inChinese).filter((key) => key.startsWith('bots'))
    assert.equal(keys.length, commands.length * 2)
  })

  it('has the version, the colour and the addresses Teams asks for', () => {
    assert.match(manifest.$schema, new RegExp(`/v${manifest.manifestVersion}/`))
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/)
    assert.match(manifest.accentColor, /^#[\da-f]{6}$/i)
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer
    for (const url of [websiteUrl, privacyUrl, termsOfUseUrl]) assert.match(url, /^https:\/\//)
  })

  it('leaves to be filled in only what its README names', () => {
    const readme = bytes('README.md').toString()
    const [id, ...others] = new Set([manifest.id, bot?.botId])
    assert.match(String(id), /^0{8}(-0{4}){3}-0{12}$/)
    assert.deepEqual(others, [])
    for (const placeholder of [manifest.id, manifest.developer.name, manifest.developer.websiteUrl])
      assert(readme.includes(placeholder), placeholder)
  })

  it('names every file beside it, and its README zips them', () => {
    const { icons, localizationInfo } = manifest
    const named = [icons.color, icons.outline, ...localizationInfo.additionalLanguages.map(({ file }) => file)]
    const files = ['manifest.json', ...named].sort()
    assert.deepEqual(readdirSync(new URL('../../manifest/teams', import.meta.url)).sort(), files)
    for (const file of files) assert(bytes('README.md').includes(` ${file}`), file)
  })

  for (const [name, size] of [
    [manifest.icons.color, 192],
    [manifest.icons.outline, 32],
  ] as const)
    it(`has ${name} as a PNG of ${size} pixels, with transparency`, () => {
      const png = bytes(`teams/${name}`)
      assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n')
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size])
      // Eight bits a channel, red, green, blue and alpha.
      assert.deepEqual([...png.subarray(24, 26)], [8, 6])
    })
})

function translated(key: string): string {
  return (inChinese as Readonly<Record<string, string>>)[key] ?? ''
}
