import assert from 'node:assert/strict'
import { importWords } from '../../../bot/cli/import-options.ts'

describe('the options of import', () => {
  it('say nothing when nothing is said', () => {
    assert.deepEqual(importWords(['open.csv']), {
      file: 'open.csv',
      undo: null,
      as: null,
      yes: false,
      scope: null,
      complete: null,
      csv: {},
    })
  })

  it('are all heard', () => {
    const said =
      'open.csv --company Nimbus --complete --as-of 2026-03-31 --currency eur --dates dmy --decimal comma ' +
      '--leave-out-bad-rows --as Mei --yes'
    assert.deepEqual(importWords(said.split(' ')), {
      file: 'open.csv',
      undo: null,
      as: 'Mei',
      yes: true,
      scope: { kind: 'company', value: 'Nimbus' },
      complete: true,
      csv: { asOf: '2026-03-31', currency: 'EUR', dateOrder: 'day-first', decimal: 'comma', leaveOutBadRows: true },
    })
  })

  const one: readonly (readonly [said: string, heard: object])[] = [
    ['--lane china', { scope: { kind: 'lane', value: 'china' } }],
    ['--country DE', { scope: { kind: 'country', value: 'DE' } }],
    ['--partial', { complete: false }],
    ['--undo L-3', { undo: 'L-3', file: null }],
    ['--company open.csv', { scope: { kind: 'company', value: 'open.csv' }, file: null }],
    ['--dates mdy', { csv: { dateOrder: 'month-first' } }],
    ['--dates ymd', { csv: { dateOrder: 'year-first' } }],
    ['--decimal point', { csv: { decimal: 'point' } }],
  ]
  for (const [said, heard] of one) {
    it(`hear ${said}`, () => {
      const words = importWords(said.split(' '))
      assert(typeof words !== 'string')
      assert.deepEqual({ ...words, ...heard }, words)
    })
  }

  const refused: readonly (readonly [said: string, sentence: RegExp])[] = [
    ['--company Nimbus --lane china', /^Name one scope: a company, a lane or a country\.$/],
    ['--complete --partial', /^A list is complete or partial, not both\.$/],
    ['--as-of 31.03.2026', /^--as-of 31\.03\.2026 is no day like 2026-03-31\.$/],
    ['--as-of 2026-02-30', /is no day/],
    ['--decimal dot', /^--decimal is point or comma\.$/],
    ['--dates american', /^--dates is dmy, mdy or ymd\.$/],
    ['--force', /--force/],
    ['a.csv b.csv --yes', /^Name one file; these are 2: a\.csv, b\.csv\.$/],
    ['open invoices of march.csv', /^Name one file; these are 4: open, invoices, of, march\.csv\.$/],
    ['a.csv --undo L-3', /^Taking an import back takes no file: leave out a\.csv\.$/],
    ['--as', /--as/],
  ]
  for (const [said, sentence] of refused) {
    it(`refuse ${said} with a sentence`, () => {
      const words = importWords(said.split(' '))
      assert(typeof words === 'string')
      assert.match(words, sentence)
    })
  }
})
