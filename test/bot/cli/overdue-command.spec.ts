import assert from 'node:assert/strict'
import { runCommand } from '../../../bot/cli/commands.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession, openList } from './a-session.ts'

describe('who is overdue, at the console', () => {
  const run = async (line: string, imported = true) => {
    const open = await anOpenDesk()
    if (imported) {
      const words = 'import open.csv --lane china --complete --yes'.split(' ')
      const session = aSession(openList(['INV-1', '2025-03-15', 48_200]))
      assert.equal(await runCommand(words, session, open), 0, session.seen.join('\n'))
    }
    const session = aSession()
    const code = await runCommand(line.split(' '), session, open)
    return { code, seen: session.seen, saved: session.saved }
  }

  it('is written as CSV, narrowed as in the chats', async () => {
    const { code, seen, saved } = await run('overdue over 10 days above 1000 EUR --csv --out a.csv')
    assert.deepEqual([code, seen], [0, ['1 customer is overdue']])
    assert.match(saved[0] ?? '', /^day,customer,.*\r\n2025-03-31,.*,"EUR",48200\.00,48200\.00,16,/)
    assert.deepEqual((await run('overdue over 90 days --csv --out a.csv')).seen, ['0 customers are overdue'])
  })

  it('says how to say it, and that there is no ledger', async () => {
    for (const line of [
      'overdue',
      'overdue --csv',
      'overdue --out a.csv',
      'overdue mine --csv --out a',
      'overdue in mars --csv --out a',
    ])
      assert.equal((await run(line)).code, 2, line)
    assert.deepEqual((await run('overdue --csv --out a.csv', false)).seen, ['There is no ledger yet.'])
  })
})
