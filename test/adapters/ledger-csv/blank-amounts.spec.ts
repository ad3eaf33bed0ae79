import assert from 'node:assert/strict'
import { toldOf } from '../../kit/in-english.ts'
import { documents, plainList, understand, understood } from './a-ledger.ts'

const whole = 'K1,R1,2026-03-03,10.00'

describe('a row without an open amount', () => {
  const header = 'As of 2026-03-31\nNo,Customer,Invoice No,Due Date,Open Amount (EUR)\n9,I,I9,2026-03-03,5.00\n'
  const bad: readonly (readonly [what: string, file: string, sentence: string])[] = [
    [
      'is blank',
      plainList(whole, 'K2,R2,2026-03-03,'),
      'the open amount is missing; where nothing is open, it must say 0',
    ],
    [
      'is blank and undated',
      plainList(whole, 'K2,R2,,'),
      'the open amount is missing; where nothing is open, it must say 0',
    ],
    [
      'only names a customer',
      plainList(whole, 'K2,,,', 'K3,R3,2026-03-03,1.00'),
      'the open amount is missing; where nothing is open, it must say 0',
    ],
    [
      'is cut off before the amount',
      plainList(whole, 'K2,R2,2026-03-03'),
      'it has only 3 of 4 cells; the line may be cut off',
    ],
    ['is cut off early', plainList(whole, 'K2,R2'), 'it has only 2 of 4 cells; the line may be cut off'],
  ]
  for (const [what, file, sentence] of bad) {
    it(`that ${what} is bad, and does not close its invoice`, () => {
      assert.deepEqual(toldOf(understand(file)).slice(1), [`Line 4: ${sentence}.`])
    })
  }

  it('is cut off where the columns after its amount are missing too', () => {
    const file = `${header.replace('No,', 'No,Open Amount (EUR),').replace(',Open Amount (EUR)\n', '\n').replace('9,I', '9,5.00,I').replace(',5.00\n', '\n')}10,7.00,J`
    assert.equal(toldOf(understand(file))[1], 'Line 4: it has only 3 of 5 cells; the line may be cut off.')
  })

  it('keeps its invoice open when it is left out', () => {
    const list = understood(plainList(whole, 'K2,R2,2026-03-03,'), { leaveOutBadRows: true })
    assert.deepEqual(list.kept, [{ account: 'NIMBUS:K2', number: 'R2' }])
  })

  it('says that nothing is open only by a written nothing', () => {
    for (const zero of ['0', '0.00', '-', '–', '€0.00']) {
      assert.equal(understood(plainList(whole, `K2,R2,2026-03-03,${zero}`)).counts.zeroRows, 1, zero)
    }
  })
})

describe('a blank amount that means something', () => {
  const sided = (columns: string, ...rows: string[]) =>
    ['As of 2026-03-31', `Customer No,Invoice No,Due Date,${columns}`, ...rows, ''].join('\n')
  const eur = { currency: 'EUR' } as const

  it('is another age or another currency', () => {
    for (const columns of ['Open Amount (EUR),Open Amount (USD)', '0 - 30,31 - 60']) {
      const file = sided(columns, 'K1,R1,2026-03-03,10.00,', 'K1,R2,2026-03-03,,4.00')
      const list = understood(file, { ...eur, columns: { openAmount: '#4' } })
      assert.deepEqual([documents(list).length, list.counts.zeroRows], [1, 1], columns)
    }
  })

  it('is missing all the same where both sides are blank, or where rows have amounts on both', () => {
    const openAmount = { columns: { openAmount: '#5' } }
    const both = sided('Open Amount (EUR),Open Amount (USD)', 'K1,R1,2026-03-03,10.00,9.00', 'K1,R2,2026-03-03,4.00,')
    const neither = sided('Debit,Credit', 'K1,R1,2026-03-03,,9.00', 'K1,R2,2026-03-03,,')
    for (const understanding of [understand(both, openAmount), understand(neither, { ...eur, ...openAmount })]) {
      assert(understanding.kind === 'refused')
      assert.deepEqual(understanding.badRows, [{ line: 4, reason: { code: 'no-open-amount' } }])
    }
  })

  it('is said on another line of the same invoice', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
      'Contoso,R1,2026-03-03,10.00,30.00',
      'Contoso,R1,2026-03-03,20.00,',
      'Contoso,R2,2026-03-03,20.00,',
      '',
    ].join('\n')
    const understanding = understand(file)
    assert(understanding.kind === 'refused')
    assert.deepEqual(understanding.badRows, [{ line: 5, reason: { code: 'no-open-amount' } }])
  })
})

describe('the end of a file', () => {
  it('has footers, which are told and not read', () => {
    const list = understood(plainList(whole, '', 'Printed by,Mei', 'Page 1 of 1'))
    assert.deepEqual([documents(list).length, list.counts.rows], [1, 1])
    assert.deepEqual(list.notes, [{ code: 'lines-not-read', lines: [5, 6] }])
    assert(
      toldOf(list).includes('Lines 5 and 6, below the last document, say nothing of an invoice and were not read.'),
    )
  })

  it('may be in the middle of a row, which is told', () => {
    const file = plainList(whole, 'K2,R2,2026-03-03,10.00')
    const list = understood(file.slice(0, -4))
    assert.deepEqual(list.notes, [{ code: 'no-line-end', line: 4 }])
    assert(
      toldOf(list).includes(
        'Line 4 is the last and has no line end: please check that the file was not cut off there.',
      ),
    )
  })

  it('is certain where the total of all stands there', () => {
    const list = understood(plainList(whole, 'Total,,,10.00').trimEnd())
    assert.deepEqual(list.notes, [{ code: 'totals-agree', totals: 1 }])
    const part = understood(plainList(whole, 'Subtotal,,,10.00').trimEnd())
    assert.deepEqual(part.notes[0], { code: 'no-line-end', line: 4 })
  })
})
