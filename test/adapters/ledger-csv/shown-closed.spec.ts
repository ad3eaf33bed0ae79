import assert from 'node:assert/strict'
import { plainList, understand, understood } from './a-ledger.ts'

const part = { complete: false } as const

/** A part of the list in euros; rows as `customer,type,number,due,line amount,open`. */
function typed(...rows: readonly string[]): string {
  return ['As of 2026-03-31', 'Customer No,Type,Invoice No,Due Date,Line Amount,Open Amount (EUR)', ...rows, ''].join(
    '\n',
  )
}

describe('what a part of a list shows with nothing open', () => {
  it('is closed by it, whatever else it lists', () => {
    const list = understood(plainList('K1,R1,2026-01-13,0.00', 'K1,R2,2026-01-14,40.00'), part)
    assert.deepEqual(list.closed, [{ account: 'NIMBUS:K1', number: 'R1', kind: null }])
    assert.deepEqual(understood(plainList('K1,R1,2026-01-13,–', 'K1,R2,2026-01-14,1.00'), part).closed, list.closed)
  })

  it('is closed also where it shows nothing else; a complete list of nothing stays refused', () => {
    const paid = plainList('K1,R1,2026-01-13,0.00')
    assert.deepEqual(understood(paid, part).closed, [{ account: 'NIMBUS:K1', number: 'R1', kind: null }])
    const whole = understand(paid)
    assert(whole.kind === 'refused')
    assert.deepEqual(whole.reason, { code: 'nothing-open', zeroRows: 1 })
  })

  it('is an invoice or a credit where the list says which', () => {
    const list = understood(
      typed(
        'K1,Invoice,R1,2026-01-13,,0.00',
        'K1,Credit Note,R1,2026-01-13,,0.00',
        'K1,Payment,P1,2026-01-13,,0',
        'K1,Journal,J1,2026-01-13,,0',
        'K1,Invoice,R9,2026-01-13,,5.00',
      ),
      part,
    )
    assert.deepEqual(
      list.closed.map(({ number, kind }) => [number, kind]),
      [
        ['J1', null],
        ['P1', 'credit'],
        ['R1', 'credit'],
        ['R1', 'invoice'],
      ],
    )
  })

  it('is also an invoice whose lines add up to nothing', () => {
    const list = understood(
      typed('K1,,R1,2026-01-13,9.00,10.00', 'K1,,R1,2026-01-13,-9.00,-10.00', 'K1,,R2,2026-01-13,9.00,10.00'),
      part,
    )
    assert.deepEqual(list.closed, [{ account: 'NIMBUS:K1', number: 'R1', kind: null }])
  })

  it('is told by a number: a payment without one closes nothing', () => {
    assert.deepEqual(
      understood(typed('K1,Payment,,2026-01-13,,0.00', 'K1,Invoice,R9,2026-01-13,,5.00'), part).closed,
      [],
    )
  })

  it('is not what has its amount in the column beside', () => {
    const file = plainList('K1,R1,2026-01-13,5.00,', 'K1,R2,2026-01-13,0.00,7.00', 'K1,R3,2026-01-13,,7.00')
    const list = understood(file.replace('(EUR)', '(EUR),Open Amount (USD)'), {
      ...part,
      columns: { openAmount: 'Open Amount (EUR)' },
    })
    assert.deepEqual([list.closed, list.counts.zeroRows], [[], 2])
  })

  it('is not what another row of the same document leaves in doubt', () => {
    const options = { ...part, leaveOutBadRows: true }
    const file = typed('K1,,R1,2026-01-13,,0.00', 'K1,,R1,2026-01-13,,soon', 'K1,,R2,2026-01-13,,5.00')
    assert.deepEqual(understood(file, options).closed, [])
    const slipped = typed('K1,,R1,2026-01-13,,0.00', 'K1,,R1,2026-01-13,,5.00,5.00', 'K1,,R2,2026-01-13,,5.00')
    assert.deepEqual(understood(slipped, options).closed, [], 'a row with too many cells may be of any document')
  })

  it('need not be named by a complete list, unless rows were left out of it', () => {
    const file = plainList('K1,R1,2026-01-13,0.00', 'K1,R2,2026-01-14,40.00')
    assert.deepEqual(understood(file).closed, [])
    const gaps = understood(`${file}K1,,soon,1.00\n`, { leaveOutBadRows: true })
    assert.deepEqual(gaps.kept, [{ account: 'NIMBUS:K1', number: null }])
    assert.deepEqual(gaps.closed, [{ account: 'NIMBUS:K1', number: 'R1', kind: null }])
  })
})
