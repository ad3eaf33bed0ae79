import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { english, traditionalChinese as chinese } from '../kit/languages.ts'
import { catalogue } from '../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' }
import inChinese from '../../manifest/teams/zh-tw.json' with { type: 'json' }

const readme = readFileSync(new URL('../../manifest/README.md', import.meta.url), 'utf8')
const [bot, ...otherBots] = manifest.bots
const [list, ...otherLists] = bot?.commandLists ?? []
const commands = list?.commands ?? []
const verbs = ['overdue', 'customer', 'suspend', 'resume', 'ticket', 'alerts', 'credits', 'waiting', 'link', 'help']

/** What a title means to whoever reads that language, all by itself. */
function meaning(title: string, language: unknown): string | undefined {
  const languages = languagesFrom([catalogue.parse(language)], 'en', 'UTC')
  return languages.understand(title, languages.best())?.verb
}

// That Teams takes it, with icons and languages, is what app-package.spec.ts builds.
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

  it('takes ledgers that are sent to it', () => assert.equal(bot?.supportsFiles, true))

  it('is translated as a whole, and nothing besides', () => {
    const keys = commands.flatMap((_, at) =>
      ['title', 'description'].map((part) => `bots[0].commandLists[0].commands[${at}].${part}`),
    )
    const texts = ['name.short', 'name.full', 'description.short', 'description.full', ...keys]
    assert.deepEqual(Object.keys(inChinese), ['$schema', ...texts])
    for (const key of texts) assert.notEqual(translated(key), '', key)
    assert.equal(inChinese.$schema, manifest.$schema.replace('.schema.json', '.Localization.schema.json'))
  })

  it('leaves to be filled in only what its README names', () => {
    const [id, ...others] = new Set([manifest.id, bot?.botId])
    assert.match(String(id), /^0{8}(-0{4}){3}-0{12}$/)
    assert.deepEqual(others, [])
    for (const placeholder of [manifest.id, manifest.developer.name, manifest.developer.websiteUrl])
      assert(readme.includes(placeholder), placeholder)
  })

  it('has no file beside it that it does not name', () => {
    const { icons, localizationInfo } = manifest
    const named = [icons.color, icons.outline, ...localizationInfo.additionalLanguages.map(({ file }) => file)]
    assert.deepEqual(
      readdirSync(new URL('../../manifest/teams', import.meta.url)).sort(),
      ['manifest.json', ...named].sort(),
    )
  })
})

function translated(key: string): string {
  return (inChinese as Readonly<Record<string, string>>)[key] ?? ''
}
