import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FaultyCatalogues, loadCatalogues } from '../../../adapters/catalogues/load-catalogues.ts'
import english from '../../../dialogs/languages/en.json' with { type: 'json' }
import { catalogue } from '../../../dialogs/words/catalogue.ts'

const languages = new URL('../../../dialogs/languages/', import.meta.url)
const parse = (raw: unknown) => catalogue.parse(raw)

describe('the language files', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'languages-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const put = (file: string, content: unknown) =>
    writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  const load = () => loadCatalogues(pathToFileURL(folder), parse)
  const faults = () =>
    load().then(
      () => assert.fail('nothing was wrong'),
      (fault: unknown) => {
        assert(fault instanceof FaultyCatalogues)
        return fault.faults
      },
    )
  const named = (tag: string, change: Partial<typeof english> = {}) => ({ ...english, tag, name: tag, ...change })

  it('are each read, English first', async () => {
    const loaded = await loadCatalogues(languages, parse)
    const files = (await readdir(languages)).filter((file) => file.endsWith('.json'))
    assert.equal(loaded.length, files.length)
    assert.equal(loaded[0]?.tag, 'en')
    assert(loaded.some(({ tag }) => tag === 'zh-Hant-TW'))
  })

  it('grow by one file, whatever else lies beside them', async () => {
    await put('de.json', named('de'))
    await put('en.json', english)
    await put('ja.json', named('ja'))
    await put('NOTES.md', 'not a language')
    assert.deepEqual(
      (await load()).map(({ tag }) => tag),
      ['en', 'de', 'ja'],
    )
  })

  it('may begin with a byte order mark', async () => {
    await put('en.json', `\ufeff${JSON.stringify(english)}`)
    assert.equal((await load()).length, 1)
  })

  it('are named when one is no JSON', async () => {
    await put('en.json', english)
    await put('ja.json', '{ "tag": "ja", }')
    const [fault, ...others] = await faults()
    assert.deepEqual(others, [])
    assert.match(fault ?? '', /^ja\.json: is no JSON: .*line 1 column 16/)
  })

  it('are named with the place of every fault, all files at once', async () => {
    const { verbs, ...grammar } = english.grammar
    await put('en.json', named('en', { grammar: { ...english.grammar, polite: 'please' } as never }))
    await put('ja.json', named('ja', { grammar: { ...grammar, verbs: { ...verbs, help: [] } } }))
    const found = await faults()
    assert.equal(found.length, 2)
    assert.match(found[0] ?? '', /^en\.json: grammar › polite: .*expected array/)
    assert.match(found[1] ?? '', /^ja\.json: grammar › verbs › help: /)
  })

  it('are named when the parser refuses one for reasons of its own, such as a message that cannot be read', async () => {
    await put('en.json', english)
    const strict = (): typeof english => {
      throw new Error('messages › left: a brace is never closed')
    }
    await assert.rejects(loadCatalogues(pathToFileURL(folder), strict), /en\.json: messages › left: a brace is never/)
  })

  it('are refused when one leaves out a message or has one of its own', async () => {
    const { left, ...messages } = english.messages
    await put('en.json', english)
    await put('ja.json', named('ja', { messages: { ...messages, remaining: left } as never }))
    assert.deepEqual(await faults(), [
      'ja.json: messages: left is missing',
      'ja.json: messages: remaining is not in English',
    ])
  })

  it('are refused without English, and when two have one tag', async () => {
    await put('ja.json', named('ja'))
    assert.match((await faults())[0] ?? '', /no file has the tag en/)
    await put('en.json', english)
    await put('jp.json', named('ja'))
    assert.deepEqual(await faults(), ['jp.json: the tag ja is taken by ja.json'])
  })

  it('are refused when the folder is not there', async () => {
    await assert.rejects(loadCatalogues(pathToFileURL(join(folder, 'nowhere')), parse), { code: 'ENOENT' })
  })
})
