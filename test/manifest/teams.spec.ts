import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { everyLanguage, wholeLanguages } from '../kit/languages.ts'
import type { Catalogue } from '../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' }

const folder = new URL('../../manifest/teams/', import.meta.url)
const translations = manifest.localizationInfo.additionalLanguages.map(({ languageTag, file }) => ({
  tag: languageTag,
  texts: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Readonly<Record<string, string>>,
}))
const readme = readFileSync(new URL('../../manifest/README.md', import.meta.url), 'utf8')
const [bot, ...otherBots] = manifest.bots
const [list, ...otherLists] = bot?.commandLists ?? []
const commands = list?.commands ?? []
const verbs = ['overdue', 'customer', 'suspend', 'resume', 'ticket', 'alerts', 'credits', 'waiting', 'link', 'help']

/** What a title means to whoever reads that language, all by itself. */
function meaning(title: string | undefined, language: Catalogue): string | undefined {
  const languages = languagesFrom([language], 'en', 'UTC')
  return languages.understand(title ?? '', languages.best())?.verb
}

// That Teams takes it, with icons and languages, is what app-package.spec.ts builds.
describe('the Teams manifest', () => {
  it('is in every language that the desk speaks as a whole, by the tags that Teams sends', () => {
    const spoken = languagesFrom(everyLanguage, 'en', 'UTC')
    assert.deepEqual(
      ['en', ...translations.map(({ tag }) => tag)].map((tag) => spoken.best(tag).tag).sort(),
      wholeLanguages.map(({ tag }) => tag).sort(),
    )
  })

  for (const language of wholeLanguages)
    it(`offers what the desk understands, in ${language.name}`, () =>
      assert.deepEqual(
        titlesIn(language).map((title) => meaning(title, language)),
        verbs,
      ))

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
    for (const { tag, texts: own } of translations) {
      assert.deepEqual(Object.keys(own), ['$schema', ...texts], tag)
      for (const key of texts) assert.notEqual(own[key], '', `${tag}: ${key}`)
      assert.equal(own['$schema'], manifest.$schema.replace('.schema.json', '.Localization.schema.json'))
    }
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
    assert.deepEqual(readdirSync(folder).sort(), ['manifest.json', ...named].sort())
  })
})

/** The titles as Teams shows them to whoever reads that language. */
function titlesIn(language: Catalogue): readonly (string | undefined)[] {
  if (language.tag === 'en') return commands.map(({ title }) => title)
  const all = languagesFrom(everyLanguage, 'en', 'UTC')
  const texts = translations.find(({ tag }) => all.best(tag).tag === language.tag)?.texts
  return commands.map((_, at) => texts?.[`bots[0].commandLists[0].commands[${at}].title`])
}
