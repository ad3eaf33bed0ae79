import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namedFile } from '../../../bot/cli/named-file.ts'

describe('the file a command names', () => {
  let folder: string
  let list: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'named-'))
    list = join(folder, 'Open.CSV')
    await writeFile(list, 'As of 2026-03-31')
  })
  after(() => rm(folder, { recursive: true }))

  it('is read, wherever it stands among the options', async () => {
    for (const words of [
      ['import', list, '--yes'],
      ['import', '--company', 'Books.csv', '--yes', list],
    ]) {
      const found = await namedFile(words)
      assert.deepEqual([found?.name, found && Buffer.from(found.bytes).toString()], ['Open.CSV', 'As of 2026-03-31'])
    }
  })

  it('is a policy behind policy check, and nothing else is', async () => {
    const own = join(folder, 'own.yaml')
    await writeFile(own, 'ladder: []')
    assert.equal((await namedFile(['policy', 'check', own]))?.name, 'own.yaml')
    assert.equal(await namedFile(['policy', 'print']), null)
    await assert.rejects(
      namedFile(['policy', 'check', list]),
      /Open\.CSV is no policy: that is a file ending in \.yaml/,
    )
    await assert.rejects(namedFile(['policy', 'check', 'gone.yaml']), { message: 'There is no file gone.yaml.' })
  })

  it('is none where none is named, and where the words cannot be read: the command says why', async () => {
    for (const words of [['import'], ['import', '--company', 'a.csv'], ['import', list, 'b.csv'], ['audit', list], []])
      assert.equal(await namedFile(words), null, words.join(' '))
  })

  for (const [name, sentence] of [
    ['package.json', 'package.json is no list in text: save it as CSV and import that (.csv, .txt or .tsv).'],
    ['export', 'export is no list in text: save it as CSV and import that (.csv, .txt or .tsv).'],
    ['open.xlsx', 'open.xlsx is no list in text: save it as CSV and import that (.csv, .txt or .tsv).'],
    ['gone.csv', 'There is no file gone.csv.'],
  ] as const)
    it(`is told by its name where it cannot be imported: ${name}`, () =>
      assert.rejects(namedFile(['import', name]), { message: sentence }))
})
