import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FaultyCatalogues } from '../../../adapters/catalogues/faults.ts'
import { loadCatalogues } from '../../../adapters/catalogues/load-catalogues.ts'
import { catalogue } from '../../../dialogs/words/catalogue.ts'
import { english, languageFolder } from '../../kit/languages.ts'

const parse = (raw: unknown) => catalogue.parse(raw)
const { grammar } = english

describe('the language files', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'languages-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** `ja/talk.json`, and what it holds. */
  const put = async (files: Readonly<Record<string, unknown>>) => {
    for (const [file, content] of Object.entries(files)) {
      await mkdir(join(folder, file, '..'), { recursive: true })
      await writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
    }
  }
  const speaking = (tag: string, more: object = {}) => ({ tag, name: tag, grammar, ...more })
  const load = () => loadCatalogues(pathToFileURL(folder), parse)
  const faults = () =>
    load().then(
      () => assert.fail('nothing was wrong'),
      (fault: unknown) => {
        assert(fault instanceof FaultyCatalogues)
        return fault.faults
      },
    )

  it('are each read, English first', async () => {
    const loaded = await loadCatalogues(languageFolder, parse)
    assert.equal(loaded.length, (await readdir(languageFolder)).length)
    assert.equal(loaded[0]?.tag, 'en')
    assert(loaded.some(({ tag }) => tag === 'zh-Hant-TW'))
  })

  it('grow by one folder, whatever else lies beside them', async () => {
    await put({
      'de/grammar.json': speaking('de'),
      'de/talk.json': { left: 'Gut.' },
      'en/grammar.json': speaking('en'),
      'en/talk.json': { left: 'All right.' },
      'ja/grammar.json': speaking('ja'),
      'ja/talk.json': { left: 'はい。' },
      'ja/NOTES.md': 'not a message',
      'NOTES.md': 'not a language',
    })
    assert.deepEqual(
      (await load()).map(({ tag, messages }) => [tag, messages['left']]),
      [
        ['en', 'All right.'],
        ['de', 'Gut.'],
        ['ja', 'はい。'],
      ],
    )
  })

  it('may begin with a byte order mark', async () => {
    await put({ 'en/grammar.json': `\ufeff${JSON.stringify(speaking('en'))}` })
    assert.equal((await load()).length, 1)
  })

  it('borrow from English what they lack, where they say that they are only begun', async () => {
    await put({
      'de/grammar.json': speaking('de', { begun: true }),
      'de/talk.json': { left: 'Gut.' },
      'en/grammar.json': speaking('en'),
      'en/talk.json': { left: 'All right.', apology: 'Sorry.' },
    })
    const [, german] = await load()
    assert.deepEqual(german?.messages, { left: 'Gut.', apology: 'Sorry.' })
    assert.deepEqual(german.borrowed, ['apology'])
  })

  it('are named when one is no JSON', async () => {
    await put({ 'en/grammar.json': speaking('en'), 'ja/grammar.json': '{ "tag": "ja", }' })
    const [fault, ...others] = await faults()
    assert.deepEqual(others, [])
    assert.match(fault ?? '', /^ja\/grammar\.json: is no JSON: .*line 1 column 16/)
  })

  it('are named with the place of every fault, all files at once', async () => {
    const { verbs } = grammar
    await put({
      'en/grammar.json': speaking('en', { grammar: { ...grammar, polite: 'please' } }),
      'en/talk.json': { left: 3 },
      'ja/grammar.json': speaking('ja', { grammar: { ...grammar, verbs: { ...verbs, help: [] } } }),
      'ko/talk.json': {},
    })
    const found = await faults()
    assert.match(found[0] ?? '', /^en\/talk\.json: left: .*expected string/)
    assert.equal(found[1], 'ko: has no grammar.json')
    assert(found.some((fault) => /^ja: grammar › verbs › help: /.test(fault)))
  })

  it('are named when the parser refuses one for reasons of its own, such as a message that cannot be read', async () => {
    await put({ 'en/grammar.json': speaking('en') })
    const strict = (): typeof english => {
      throw new Error('messages › left: a brace is never closed')
    }
    await assert.rejects(loadCatalogues(pathToFileURL(folder), strict), /en: messages › left: a brace is never/)
  })

  it('are refused when one leaves out a message, has one of its own, or has it twice or elsewhere', async () => {
    await put({
      'en/grammar.json': speaking('en'),
      'en/staff.json': { hired: 'Hired.' },
      'en/talk.json': { left: 'All right.', apology: 'Sorry.' },
      'ja/grammar.json': speaking('ja'),
      'ja/talk.json': { remaining: 'はい。', apology: '申し訳ありません。', hired: '採用' },
    })
    assert.deepEqual(await faults(), [
      'ja/talk.json: left is missing',
      'ja/talk.json: remaining is not in English',
      'ja/talk.json: hired stands in staff.json in English',
    ])
    await put({ 'ja/staff.json': { apology: '申し訳ありません。' } })
    assert.deepEqual(await faults(), ['ja/talk.json: apology stands in staff.json already'])
  })

  it('are refused without English, and when two have one tag', async () => {
    await put({ 'ja/grammar.json': speaking('ja') })
    assert.match((await faults())[0] ?? '', /no folder has the tag en/)
    await put({ 'en/grammar.json': speaking('en'), 'jp/grammar.json': speaking('ja') })
    assert.deepEqual(await faults(), ['jp: the tag ja is taken by ja'])
  })

  it('are refused when the folder is not there', async () => {
    await assert.rejects(loadCatalogues(pathToFileURL(join(folder, 'nowhere')), parse), { code: 'ENOENT' })
  })
})
