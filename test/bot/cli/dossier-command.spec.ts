import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../../bot/cli/commands.ts'
import { writeOut } from '../../../bot/cli/out-file.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

describe('a dossier at the console', () => {
  const run = async (line: string) => {
    const session = aSession()
    const code = await runCommand(line.split(' '), session, await anOpenDesk())
    return { code, seen: session.seen, saved: session.saved }
  }

  it('is a page or Markdown, as the file is called', async () => {
    const page = await run('dossier contoso --out a.html')
    assert.equal(page.code, 0)
    assert.match(page.saved[0] ?? '', /^<!doctype html>/)
    assert.deepEqual(page.seen, [
      'No: no operator offers this refund for the customer, since no Azure is sold to it there.',
    ])
    assert.match((await run('dossier contoso --out a.md')).saved[0] ?? '', /^# Fraud refund dossier: Contoso/)
  })

  it('speaks Traditional Chinese where it is asked to', async () => {
    assert.match((await run('dossier contoso --out a.md --language zh-Hant')).saved[0] ?? '', /^# 詐騙退款申請資料/)
  })

  it('says how to say it, and who is not known', async () => {
    assert.equal((await run('dossier contoso')).code, 2)
    assert.equal((await run('dossier contoso --out a.pdf')).code, 2)
    assert.deepEqual((await run('dossier northwind --out a.md')).seen, ['No customer answers to northwind.'])
  })

  it('is written for its owner alone, and never over a file that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-'))
    try {
      const file = join(folder, 'a.md')
      await writeOut(['dossier', 'contoso', '--out', file], 'one')
      assert.equal(await readFile(file, 'utf8'), 'one')
      assert.equal((await stat(file)).mode & 0o777, 0o600)
      await assert.rejects(writeOut(['dossier', `--out=${file}`], 'two'), /There is a file .* already/)
      assert.equal(await readFile(file, 'utf8'), 'one')
      const [first, last] = [join(folder, 'b.html'), join(folder, 'b.md')]
      // As the command reads it, which chose what is written by the file's name.
      assert.equal(await writeOut(['dossier', '--out', first, '--out', last], 'three'), last)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
