import assert from 'node:assert/strict'
import { setImmediate as later } from 'node:timers/promises'
import { createLog, loggable, traced } from '../../bot/logging.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

describe('the log', () => {
  let lines: string[]
  const log = () => createLog('info', { write: (line) => void lines.push(line) })
  beforeEach(() => {
    lines = []
  })
  const read = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

  it('carries the id of what a line belongs to, however deep, and of nothing else', async () => {
    const desk = log()
    const deep = async () => {
      await later()
      desk.info('committed')
    }
    await Promise.all([traced({ turn: 't-1' }, deep), traced({ entry: 'e-1' }, deep)])
    desk.info('alone')
    assert.deepEqual(
      read().map(({ turn, entry, msg }) => ({ turn, entry, msg })),
      [
        { turn: 't-1', entry: undefined, msg: 'committed' },
        { turn: undefined, entry: 'e-1', msg: 'committed' },
        { turn: undefined, entry: undefined, msg: 'alone' },
      ],
    )
  })

  it('keeps the outside’s own words to itself', () => {
    const description = 'Contoso owes 48,200.00'
    const facts = { service: 'teams', kind: 'refused', status: 403, code: 'Blocked', correlationId: 'c-1' } as const
    log().warn(loggable(new OutsideFault({ ...facts, description, cause: new Error(description) })), 'failed')
    assert.deepEqual(loggable(new OutsideFault({ ...facts, description })), facts)
    assert(!lines.join().includes('Contoso'))
  })

  it('tells a bug with its stack', () => {
    log().error(loggable(new Error('slipped')), 'failed')
    assert.match(JSON.stringify(read()[0]?.['err']), /slipped.*logging\.spec/)
  })
})
